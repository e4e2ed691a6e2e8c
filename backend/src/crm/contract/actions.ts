import type { AccountId, CreditPanel, Decimal, RecordRef } from '@backroom/shared';

/** A conversion that the CRM's automation asks for. `key`: the CRM's own id of the request, which may come more than once; null: it has none. */
export type ActionRequest = {
  deal: string;
  key: string | null;
  /** What it waits for an answer with: `CrmAdapter.completeActions`. Null: it goes on at once. */
  callback: string | null;
};
/** `free`: left after this deal's order, below zero when over the limit. A figure that is not known is null. */
export type CreditAnswer = {
  verdict: CreditPanel['verdict'] | 'unknown';
  free: Decimal | null;
  limit: Decimal | null;
  overdue: Decimal | null;
  currency: string | null;
  reason: string | null;
};
/** The worst line counts. `short`: how many lines no planned receipt covers. */
export type StockAnswer = {
  verdict: 'available' | 'later' | 'short' | 'unknown';
  completeBy: string | null;
  short: number | null;
  reason: string | null;
};
/** What a CRM's automation may ask for. The CRM's folder has proved whose it is. */
export type Actions = {
  convert: (
    account: AccountId,
    cause: 'workflow' | 'flow',
    requests: readonly ActionRequest[],
    by: string,
  ) => Promise<void>;
  credit: (account: AccountId, ref: RecordRef, by: string) => Promise<CreditAnswer>;
  stock: (account: AccountId, deal: string, by: string) => Promise<StockAnswer>;
};
/** What became of a conversion that was asked for. `reason`: a code, for branches of the automation. */
export type ActionOutcome = {
  callback: string;
  result: 'ordered' | 'person' | 'nothing';
  reference: string | null;
  reason: string | null;
};
