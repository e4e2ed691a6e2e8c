import { toSalesforceId } from './ids.ts';

const entities: Readonly<Record<string, 'Opportunity' | 'Account'>> = { deals: 'Opportunity', companies: 'Account' };

/** Tells the backend of a change as the package's change event trigger does: headers of Change Data Capture, signed like every call of Apex. */
export function changeSender(options: {
  backendUrl: string;
  signed: (method: string, path: string, body: string, roles: readonly string[]) => string;
}) {
  return (type: string, id: string, properties: readonly string[]): void => {
    const entityName = entities[type];
    if (!entityName) return;
    const body = JSON.stringify([
      {
        entityName,
        recordIds: [toSalesforceId(entityName, id)],
        changeType: 'UPDATE',
        changedFields: properties,
        commitTimestamp: Date.now(),
      },
    ]);
    fetch(`${options.backendUrl}/salesforce/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${options.signed('POST', '/salesforce/events', body, ['system'])}`,
      },
      signal: AbortSignal.timeout(5000),
    }).catch(() => {});
  };
}
