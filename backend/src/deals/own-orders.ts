import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { type CrmAdapter, type CrmCall, CrmError } from '../crm/contract/index.ts';
import type { OwnOrder, OwnOrders } from '../crm/contract/own-orders.ts';

/** Solutions are installed by admins, seldom; a conversion asks each time. */
const REMEMBERED_MS = 10 * 60_000;

/** `not_told`: this CRM cannot say it. `not_read`: the connected user may not read it. */
export type OwnOrdersTold = readonly OwnOrders[] | 'not_told' | 'not_read';

/** What makes orders of an account's deals without Backroom. Throws where the CRM does not answer and never did. */
export function ownOrdersReader(parts: {
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
  now: () => number;
}) {
  const known = new LRUCache<AccountId, { told: OwnOrdersTold; at: number }>({ max: 5000 });
  return async (account: AccountId): Promise<OwnOrdersTold> => {
    const before = known.get(account);
    if (before && parts.now() - before.at < REMEMBERED_MS) return before.told;
    const crm = await parts.crmFor(account);
    if (!crm.ownOrders) return 'not_told';
    try {
      const told = await crm.ownOrders(parts.callOf(account));
      known.set(account, { told, at: parts.now() });
      return told;
    } catch (error) {
      const isHidden = error instanceof CrmError && ['refused', 'not_found'].includes(error.kind);
      if (!isHidden && before) return before.told;
      if (!isHidden) throw error;
      known.set(account, { told: 'not_read', at: parts.now() });
      return 'not_read';
    }
  };
}

type Place = { erp: string; url: string; settings: { database?: string | undefined } };
type Lying = { [Name in 'host' | 'database']?: string | undefined } & { into?: readonly string[] | undefined };
/** Whether its orders are in the connected ERP. What is not known of either side tells nothing apart. */
const liesIn = ({ into, host, database }: Lying, { erp, url, settings }: Place): boolean =>
  (into === undefined || into.includes(erp)) &&
  (host === undefined || host.toLowerCase() === URL.parse(url)?.hostname) &&
  (database === undefined || settings.database === undefined || database === settings.database);

/** The deal's own order, where the connected ERP has it or is getting it. */
export const ownOrderIn = (own: OwnOrder | null | undefined, place: Place): OwnOrder | null =>
  own && liesIn(own, place) ? own : null;

/** What makes orders in the connected ERP without Backroom, but what an admin stated to make none. */
export const makersIn = (told: OwnOrdersTold, place: Place, off: readonly string[]): readonly OwnOrders[] =>
  allMakersIn(told, place).filter(({ key, canBeOff }) => !(canBeOff && off.includes(key)));
export const allMakersIn = (told: OwnOrdersTold, place: Place): readonly OwnOrders[] =>
  typeof told === 'string' ? [] : told.filter((maker) => liesIn(maker, place));
