import { own } from './fields.ts';
import { toSalesforceId } from './ids.ts';

const entities: Readonly<Record<string, 'Opportunity' | 'Account'>> = { deals: 'Opportunity', companies: 'Account' };
/** What changed through the other CRM, under the name it has here. */
const standard: Readonly<Record<string, string>> = {
  dealname: 'Name',
  amount: 'Amount',
  dealstage: 'StageName',
  closedate: 'CloseDate',
  name: 'Name',
  domain: 'Website',
};
function fieldOf(entity: 'Opportunity' | 'Account', property: string): string {
  const mine = Object.entries(own[entity]).find(([, each]) => each === property)?.[0];
  return mine ?? standard[property] ?? property;
}

/** Headers of Change Data Capture, as the package's change event trigger sends them on. */
const header = (
  entityName: 'Opportunity' | 'Account',
  id: string,
  changeType: 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE',
  changedFields: readonly string[],
  changeOrigin: string,
) => ({
  entityName,
  recordIds: [toSalesforceId(entityName, id)],
  changeType,
  changeOrigin,
  changedFields: changeType === 'UPDATE' ? [...changedFields, 'LastModifiedDate'] : [],
  commitTimestamp: Date.now(),
});
/** A merge is told as the losers' end and a change of the winner; the event does not say that the two belong together. */
export const headersOfMerge = (winner: string, loser: string) => [
  header('Account', loser, 'DELETE', [], ''),
  header('Account', winner, 'UPDATE', [], ''),
];

/** Tells the backend of a change, signed like every call of Apex. */
export function changeSender(options: {
  backendUrl: string;
  signed: (method: string, path: string, body: string, roles: readonly string[]) => string;
}) {
  function send(headers: readonly object[]): void {
    const body = JSON.stringify(headers);
    fetch(`${options.backendUrl}/salesforce/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${options.signed('POST', '/salesforce/events', body, ['system'])}`,
      },
      signal: AbortSignal.timeout(5000),
    }).catch(() => {});
  }
  return {
    /** Our own writes are told like everybody's; only the origin shows whose they were. */
    tell(type: string, id: string, properties: readonly string[], origin = ''): void {
      const entity = entities[type];
      if (!entity) return;
      const fields = properties.map((property) => fieldOf(entity, property));
      send([header(entity, id, 'UPDATE', fields, origin)]);
    },
    tellMerge: (winner: string, loser: string): void => send(headersOfMerge(winner, loser)),
  };
}
