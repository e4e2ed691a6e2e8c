import type { CrmEvent } from '@backroom/backend/crm/contract/index';
import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const deliverySchema = z.object({
  account: z.string(),
  changes: z
    .array(
      z.object({
        type: z.enum(['deal', 'company']),
        id: z.string(),
        what: z.enum(['changed', 'deleted']),
        at: z.iso.datetime(),
      }),
    )
    .min(1),
});

/** A delivery of the CRM as events of ours. Throws a ZodError for what is none. */
export function parseDelivery(body: unknown): CrmEvent[] {
  const { account, changes } = deliverySchema.parse(body);
  return changes.map(({ type, id, what, at }) => ({
    account: accountIdSchema.parse(`toy:${account}`),
    at,
    kind: what === 'deleted' ? 'record_deleted' : 'record_changed',
    record: { type, id },
    property: null,
    into: null,
  }));
}
