import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';

/** Change Data Capture's event headers, as the package's trigger sends them on. Source: Change Data Capture guide, "Change Event Header Fields". */
const headersSchema = z
  .array(
    z.object({
      entityName: z.string(),
      recordIds: z.array(z.string()).max(1000),
      changeType: z.string(),
      commitTimestamp: z.number(),
      changedFields: z.array(z.string()).default([]),
    }),
  )
  .max(1000);
const types: Readonly<Record<string, 'deal' | 'company' | 'contact' | 'line_item' | 'quote'>> = {
  Opportunity: 'deal',
  Account: 'company',
  Contact: 'contact',
  OpportunityLineItem: 'line_item',
  QuoteLineItem: 'line_item',
  Quote: 'quote',
};

/** Change events as ours. One header may be about many records; a gap names none, and then all of the account's may have changed. Throws a ZodError. */
export function parseChanges(account: AccountId, body: unknown): CrmEvent[] {
  return headersSchema.parse(body).flatMap((header): CrmEvent[] => {
    const type = types[header.entityName];
    const about = header.recordIds.filter((id) => /^[A-Za-z0-9]{15,18}$/.test(id));
    const records = type && about.length > 0 ? about.map((id) => ({ type, id })) : [null];
    return records.map((record) => ({
      account,
      at: new Date(header.commitTimestamp).toISOString(),
      kind: /DELETE$/.test(header.changeType) && header.changeType !== 'UNDELETE' ? 'record_deleted' : 'record_changed',
      record,
      property: header.changedFields[0] ?? null,
      into: null,
    }));
  });
}
