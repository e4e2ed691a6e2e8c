import { accountIdSchema } from '@backroom/shared';
import type { CrmEvent } from '../contract/index.ts';
import { webhookSchema } from './schemas.ts';

const types: Readonly<Record<string, 'deal' | 'company' | 'contact' | 'line_item' | 'quote'>> = {
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
const kindOf = (type: string): CrmEvent['kind'] => {
  if (type.endsWith('privacyDeletion')) return 'privacy_deletion';
  if (type.endsWith('deletion')) return 'record_deleted';
  if (type.endsWith('merge')) return 'records_merged';
  return 'record_changed';
};

/** HubSpot's array of events as ours. Throws a ZodError. */
export function parseWebhooks(body: unknown): CrmEvent[] {
  return webhookSchema.parse(body).map((event) => {
    const type = types[event.objectTypeId ?? ''] ?? types[event.subscriptionType.split('.')[0] ?? ''];
    return {
      account: accountIdSchema.parse(`hubspot:${event.portalId}`),
      at: new Date(event.occurredAt).toISOString(),
      kind: kindOf(event.subscriptionType),
      record: type && event.objectId !== undefined ? { type, id: String(event.objectId) } : null,
      property: event.propertyName ?? null,
      into: event.primaryObjectId === undefined ? null : String(event.primaryObjectId),
    };
  });
}
