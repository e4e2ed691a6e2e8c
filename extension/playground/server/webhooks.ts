import { signV3 } from '@backroom/backend/access/hubspot/signature';

const typeIds: Readonly<Record<string, string>> = {
  contacts: '0-1',
  companies: '0-2',
  deals: '0-3',
  line_items: '0-8',
  quotes: '0-14',
};

/** Tells the backend of a change as HubSpot does: an array, signed. Best effort here; HubSpot repeats up to ten times over a day. */
export function webhookSender(options: { publicOrigin: string; backendUrl: string; secret: string; portalId: number }) {
  return (type: string, id: string, property: string): void => {
    // Our own write-back comes back to us as an event in life too.
    const body = JSON.stringify([
      {
        eventId: Date.now(),
        subscriptionId: 1,
        portalId: options.portalId,
        appId: 99,
        occurredAt: Date.now(),
        subscriptionType: 'object.propertyChange',
        attemptNumber: 0,
        objectId: Number(id.slice(0, 12)),
        objectTypeId: typeIds[type] ?? type,
        propertyName: property,
        changeSource: 'CRM_UI',
      },
    ]);
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
