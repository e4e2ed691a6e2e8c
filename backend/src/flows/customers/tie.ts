import { type AccountId, erpCustomerIdSchema } from '@backroom/shared';
import type { ErpAdapter } from '../../erp/contract/index.ts';
import type { LinkStore } from '../../store/links.ts';

type Parts = { links: Pick<LinkStore, 'put'>; erp: ErpAdapter; now: () => Date };
export type Tie = { company: string; customer: string };

/**
 * Links companies with customers as the ERP has them now: a link keeps the customer's data. Returns the ties of customers that the ERP does not have, or has
 * under another id since they were merged; those companies are not linked. The caller has checked that no company is linked already.
 */
export async function tie(
  { links, erp, now }: Parts,
  who: { account: AccountId; actor: string },
  ties: readonly Tie[],
  signal: AbortSignal,
  /** A person named this very customer: the survivor of a merge is the same. */
  followMerges = false,
): Promise<Tie[]> {
  const ids = [...new Set(ties.map(({ customer }) => customer))].map((id) => erpCustomerIdSchema.parse(id));
  const found = new Map((await erp.customers?.get({ ids }, { signal }))?.results.map((each, nth) => [ids[nth], each]));
  const unknown: Tie[] = [];
  for (const each of ties) {
    const customer = found.get(erpCustomerIdSchema.parse(each.customer));
    if (!customer || (customer.id !== each.customer && !followMerges)) unknown.push(each);
    else await links.put(who.account, { type: 'company', id: each.company }, customer, who.actor, now());
  }
  return unknown;
}
