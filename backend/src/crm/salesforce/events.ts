import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';
import { CLIENT } from './client.ts';

/** Change Data Capture's event headers, as the package's trigger sends them on. Source: Change Data Capture guide, "Change Event Header Fields". */
const headersSchema = z
  .array(
    z.object({
      entityName: z.string(),
      recordIds: z.array(z.string()).max(1000),
      changeType: z.string(),
      commitTimestamp: z.number(),
      changedFields: z.array(z.string()).default([]),
      /** `com/salesforce/api/rest/64.0;client=Backroom`; absent where a package of before tells. */
      changeOrigin: z.string().nullish(),
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

/** Gap events name their records and lack the fields; an overflow names none. Compared whole: `GAP_UNDELETE` ends like a deletion. */
const deletions = new Set(['DELETE', 'GAP_DELETE']);
/** Fields that change with every write, whatever is written. */
const always = new Set(['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);
/** What we wrote ourselves and nobody's automation added to. */
const isOurs = ({
  changeOrigin,
  changedFields,
}: {
  changeOrigin?: string | null | undefined;
  changedFields: string[];
}) =>
  (changeOrigin ?? '').endsWith(`;client=${CLIENT}`) &&
  changedFields.every((name) => always.has(name) || /(^|__)Backroom_\w+__c$/.test(name));

/** Change events as ours, without those of our own writes. One header may be about many records; an overflow names none, and then all of the account's may have changed. Throws a ZodError. */
export function parseChanges(account: AccountId, body: unknown): CrmEvent[] {
  return headersSchema.parse(body).flatMap((header): CrmEvent[] => {
    if (isOurs(header)) return [];
    const type = types[header.entityName];
    const about = header.recordIds.filter((id) => /^[A-Za-z0-9]{15,18}$/.test(id));
    const records = type && about.length > 0 ? about.map((id) => ({ type, id })) : [null];
    return records.map((record) => ({
      account,
      at: new Date(header.commitTimestamp).toISOString(),
      kind: deletions.has(header.changeType) ? 'record_deleted' : 'record_changed',
      record,
      property: header.changedFields[0] ?? null,
      into: null,
    }));
  });
}
