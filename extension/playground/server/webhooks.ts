import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signV3 } from '@backroom/backend/access/hubspot/signature';
import { z } from 'zod';

const objects: Readonly<Record<string, { typeId: string; objectType: string }>> = {
  companies: { typeId: '0-2', objectType: 'company' },
  deals: { typeId: '0-3', objectType: 'deal' },
};
/** What the app asks HubSpot to be told of: HubSpot tells nothing else. */
const subscriptionsSchema = z.object({
  config: z.object({
    subscriptions: z.object({ crmObjects: z.array(z.object({ objectType: z.string(), propertyName: z.string() })) }),
  }),
});
const app = join(import.meta.dirname, '..', '..', 'hubspot', 'src', 'app', 'webhooks', 'webhooks-hsmeta.json');

/** Tells the backend of a change as HubSpot does: an array, signed. Best effort here; HubSpot repeats up to ten times over a day. */
export function webhookSender(options: { publicOrigin: string; backendUrl: string; secret: string; portalId: number }) {
  const { config } = subscriptionsSchema.parse(JSON.parse(readFileSync(app, 'utf8')));
  return (type: string, id: string, properties: readonly string[]): void => {
    const object = objects[type];
    const told = config.subscriptions.crmObjects.filter(
      ({ objectType, propertyName }) => objectType === object?.objectType && properties.includes(propertyName),
    );
    if (!object || told.length === 0) return;
    const body = JSON.stringify(
      told.map((subscription, index) => ({
        eventId: Date.now() + index,
        subscriptionId: 1 + config.subscriptions.crmObjects.indexOf(subscription),
        portalId: options.portalId,
        appId: 99,
        occurredAt: Date.now(),
        subscriptionType: 'object.propertyChange',
        attemptNumber: 0,
        objectId: Number(id.slice(0, 12)),
        objectTypeId: object.typeId,
        propertyName: subscription.propertyName,
        changeSource: 'CRM_UI',
      })),
    );
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
