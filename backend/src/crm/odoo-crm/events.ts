import { instantSchema } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';
import { accountOf } from './embed.ts';
import { databaseSchema } from './proof.ts';

const id = z.int().positive().transform(String);
const changeSchema = z.object({
  type: z.enum(['deal', 'company', 'contact', 'line_item', 'quote']),
  id,
  kind: z.enum(['changed', 'deleted', 'merged']),
  into: id.nullish(),
});
const deliverySchema = z.union([
  z.strictObject({ database: databaseSchema, at: instantSchema, changes: z.array(changeSchema).min(1).max(1000) }),
  z.strictObject({ database: databaseSchema, at: instantSchema, uninstalled: z.literal(true) }),
]);
const kinds = { changed: 'record_changed', deleted: 'record_deleted', merged: 'records_merged' } as const;

/** A delivery of the addon as events of ours. Throws a ZodError. */
export function parseDelivery(body: unknown): CrmEvent[] {
  const delivery = deliverySchema.parse(body);
  const { database, at } = delivery;
  const event = { account: accountOf(database), at, property: null, into: null };
  if ('uninstalled' in delivery) return [{ ...event, kind: 'uninstalled', record: null }];
  return delivery.changes.map(({ type, id, kind, into }) => ({
    ...event,
    // A merge without its survivor is a deletion.
    kind: kind === 'merged' && !into ? 'record_deleted' : kinds[kind],
    record: { type, id },
    into: kind === 'merged' ? (into ?? null) : null,
  }));
}
