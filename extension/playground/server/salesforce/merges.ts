import type { Crm } from '../hubspot/database.ts';
import type { SRow } from './org.ts';
import { account } from './views.ts';

const BIN = 'sf_recycle_bin';

/**
 * Merges accounts: what hung on the loser moves to the winner, whose own values stay; the loser goes to the recycle bin with the winner's id as its
 * master. Opportunities cannot be merged in Salesforce.
 */
export function mergeAccounts(crm: Crm, winner: string, loser: string): void {
  const lost = crm.get('companies', loser);
  if (!lost || !crm.get('companies', winner)) throw new Error('no such accounts');
  for (const type of ['deals', 'contacts', 'quotes'])
    for (const id of crm.associated('companies', loser, type)) crm.associate(['companies', winner], [type, id]);
  crm.remove('companies', loser);
  crm.put(BIN, loser, { ...lost.properties, sf_master: winner });
}
/** Emptied: then nothing leads from the loser to the winner any more. */
export function emptyBin(crm: Crm): void {
  for (const { id } of crm.all(BIN)) crm.remove(BIN, id);
}
export const mergedAccounts = (crm: Crm): SRow[] =>
  crm.all(BIN).map((each) => account(each, { into: each.properties.sf_master ?? null }));
