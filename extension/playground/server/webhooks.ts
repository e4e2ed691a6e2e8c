import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signV3 } from '@backroom/backend/crm/hubspot/signature';
import { z } from 'zod';
import { type Change, delivery, eventsOf } from './hubspot/events.ts';

/** What the app asks HubSpot to be told of: HubSpot tells nothing else. */
const subscriptionSchema = z.object({
  subscriptionType: z.string(),
  objectType: z.string().optional(),
  propertyName: z.string().optional(),
  active: z.boolean().default(true),
});
const subscriptionsSchema = z.object({
  config: z.object({
    subscriptions: z.object({
      crmObjects: z.array(subscriptionSchema),
      legacyCrmObjects: z.array(subscriptionSchema).default([]),
      hubEvents: z.array(subscriptionSchema).default([]),
    }),
  }),
});
const app = join(import.meta.dirname, '..', '..', 'hubspot', 'src', 'app', 'webhooks', 'webhooks-hsmeta.json');

/** Tells the backend of changes as HubSpot does: an array, signed. Best effort here; HubSpot repeats up to ten times over a day. */
export function webhookSender(options: { publicOrigin: string; backendUrl: string; secret: string; portalId: number }) {
  const { subscriptions } = subscriptionsSchema.parse(JSON.parse(readFileSync(app, 'utf8'))).config;
  const subscribed = [...subscriptions.crmObjects, ...subscriptions.legacyCrmObjects, ...subscriptions.hubEvents];
  const subscriptionOf = (event: ReturnType<typeof eventsOf>[number]) =>
    1 +
    subscribed.findIndex(
      ({ subscriptionType, objectType, propertyName, active }) =>
        active &&
        subscriptionType === event.subscriptionType &&
        (objectType === undefined || objectType === event.objectType) &&
        (propertyName === undefined || propertyName === event.propertyName),
    );
  return (changes: readonly Change[]): void => {
    const told = changes.flatMap(eventsOf).filter((event) => subscriptionOf(event) > 0);
    if (told.length === 0) return;
    const body = JSON.stringify(delivery(told, { portalId: options.portalId, subscriptionOf }));
    const timestamp = String(Date.now());
    const signature = signV3(
      { method: 'POST', url: `${options.publicOrigin}/hubspot/webhooks`, body, timestamp },
      options.secret,
    );
    fetch(`${options.backendUrl}/hubspot/webhooks`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-hubspot-request-timestamp': timestamp,
        'x-hubspot-signature-v3': signature,
      },
      signal: AbortSignal.timeout(5000),
    }).catch(() => {});
  };
}
