import { accountIdSchema } from '@backroom/shared';
import type { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';
import { webhookSchema } from './schemas.ts';

type Wire = z.infer<typeof webhookSchema>[number];
type RecordType = NonNullable<CrmEvent['record']>['type'];
const types: Readonly<Record<string, RecordType>> = {
  '0-1': 'contact',
  '0-2': 'company',
  '0-3': 'deal',
  '0-8': 'line_item',
  '0-14': 'quote',
  contact: 'contact',
  company: 'company',
  deal: 'deal',
  line_item: 'line_item',
  quote: 'quote',
};
type About = Pick<CrmEvent, 'kind' | 'record'> & { into?: string };
const about = (kind: CrmEvent['kind'], type: RecordType | undefined, id: string | undefined): About => ({
  kind,
  record: type && id !== undefined ? { type, id } : null,
});

/** The survivor may have a third id, that of neither. HubSpot tells no property change for what the merge changed on it. */
function merged(event: Wire, type: RecordType | undefined): About[] {
  const into = event.newObjectId ?? event.primaryObjectId ?? event.objectId;
  const gone = [event.primaryObjectId, ...(event.mergedObjectIds ?? [])].filter(
    (id) => id !== undefined && id !== into,
  );
  if (into === undefined) return [about('record_changed', type, event.objectId)];
  return [...gone.map((id) => ({ ...about('records_merged', type, id), into })), about('record_changed', type, into)];
}
/** The older form names the two types in words (`DEAL_TO_COMPANY`), the generic one by number. Both ends have changed. */
function associated(event: Wire): About[] {
  const [from, to] = (event.associationType ?? '').toLowerCase().split('_to_');
  return [
    about('record_changed', types[event.fromObjectTypeId ?? from ?? ''], event.fromObjectId),
    about('record_changed', types[event.toObjectTypeId ?? to ?? ''], event.toObjectId),
  ];
}
function meant(event: Wire): About[] {
  const [subject = '', what = ''] = event.subscriptionType.split('.');
  const type = types[event.objectTypeId ?? ''] ?? types[subject];
  if (what === 'associationChange') return associated(event);
  if (what === 'merge') return merged(event, type);
  if (what === 'privacyDeletion') return [about('privacy_deletion', type, event.objectId)];
  return [about(what === 'deletion' ? 'record_deleted' : 'record_changed', type, event.objectId)];
}

type Reviver = (key: string, value: unknown, context: { source: string }) => unknown;
const asSent: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;
/** The JSON of events. HubSpot sends ids as numbers; one above 2^53 stays the text that was sent, because a number would name another record. */
export const eventsJson = (body: string): unknown =>
  (JSON.parse as (text: string, reviver: Reviver) => unknown)(body, asSent);

/** HubSpot's array of events as ours. Throws a ZodError. */
export function parseWebhooks(body: unknown): CrmEvent[] {
  return webhookSchema.parse(body).flatMap((event) =>
    meant(event).map(({ kind, record, into = null }) => ({
      account: accountIdSchema.parse(`hubspot:${event.portalId}`),
      at: new Date(event.occurredAt).toISOString(),
      kind,
      record,
      property: event.propertyName ?? null,
      into,
    })),
  );
}
