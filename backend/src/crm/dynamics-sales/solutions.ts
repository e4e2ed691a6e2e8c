import type { CrmCall, OwnOrders } from '../contract/index.ts';
import type { DataverseClient } from './client.ts';
import { text } from './rows.ts';
import { erpsOf, ORDER_SOLUTIONS } from './unproved.ts';

/** Installed solutions that answer to a won quote or an order with an order of the ERP: two ways to one order would be two orders. */
export async function orderSolutions(client: DataverseClient, call: CrmCall): Promise<string[]> {
  const either = ORDER_SOLUTIONS.map((name) => `uniquename eq '${name}'`).join(' or ');
  const { rows } = await client.page(`solutions?$select=uniquename,version&$filter=${either}`, call);
  return rows.flatMap((row) => text(row, 'uniquename') ?? []);
}
/** Whether the maps of a solution run, the organisation does not tell. */
export const ownOrdersOf =
  (client: DataverseClient) =>
  async (call: CrmCall): Promise<OwnOrders[]> =>
    (await orderSolutions(client, call)).map((name) => ({ key: name, name, into: erpsOf(name), canBeOff: true }));
