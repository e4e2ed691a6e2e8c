import type { AccountId, RecordRef, Reference, Submission } from '@backroom/shared';
import type { Identity, RecordIdentity } from '../accounts/identity.ts';
import type { CrmDeal } from '../crm/contract/index.ts';
import type { SubmissionEngine } from '../submissions/engine.ts';
import { referenceFor, referencePrefix } from '../submissions/reference.ts';
import { revisionOf } from './revision.ts';

/**
 * What a deal's order goes by. `revision`: of the quote as it stands. `reference`: of the order that the quote is or would be. `references`: every one that
 * this very quote may have been ordered under, before its deal or company was merged. `prefixes`: what the references of this deal's orders begin with.
 */
export type DealIdentity = {
  revision: string;
  reference: Reference;
  references: readonly Reference[];
  prefixes: readonly string[];
  /** The order that the deal is through a merge, as long as its quote is the one that the merge left. */
  merged: Submission | null;
};

const standing = ({ kind, state }: Submission) => kind === 'order' && state !== 'cancelled';

export async function dealIdentity(
  services: { submissions: SubmissionEngine; identity: Identity },
  account: AccountId,
  deal: CrmDeal,
  former: RecordIdentity,
): Promise<DealIdentity> {
  const ref: RecordRef = { type: 'deal', id: deal.id };
  const ids = [deal.id, ...former.record.ids];
  const { company } = deal;
  // A merge of companies changes the company of a quote, and nothing else of it.
  const others = company
    ? (former.company?.ids ?? []).map((id) => revisionOf({ ...deal, company: { ...company, id } }))
    : [];
  const current = revisionOf(deal);
  const revisions = [current, ...others];
  const of = (id: string, revision: string) => referenceFor(account, 'order', id, revision);
  const prefixes = ids.map((id) => referencePrefix(account, 'order', id));
  if (ids.length === 1 && revisions.length === 1) {
    const reference = of(deal.id, current);
    return { revision: current, reference, references: [reference], prefixes, merged: null };
  }
  const orders = (await services.submissions.listForRecord(account, ref)).filter(standing);
  const same = orders.find(({ revision }) => revisions.includes(revision)) ?? null;
  const revision = same?.revision ?? current;
  const reference = same?.reference ?? of(deal.id, revision);
  const derived = ids.flatMap((id) => revisions.map((each) => of(id, each)));
  const left =
    same === null && orders.length > 0 && former.record.ids.length > 0
      ? await services.identity.quoteLeft(account, ref, current, former.record)
      : null;
  return {
    revision,
    reference,
    references: [...new Set([reference, ...derived])],
    prefixes,
    merged: left === current ? (orders[0] ?? null) : null,
  };
}
