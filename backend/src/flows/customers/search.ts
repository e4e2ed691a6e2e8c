import type { CustomerPanel } from '@backroom/shared';
import { likelier, matchOf } from '../../erp/kit/customer-match.ts';
import { emailKey } from '../../erp/kit/email.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, readSignal, requireFlow } from '../context.ts';

/** Customers that a person looks through. */
const SHOWN = 10;

/** Customers of the ERP by what a person typed: number, VAT id or e-mail before the name. Whom they link is theirs to say. */
export async function searchCustomers(ctx: Context, text: string): Promise<CustomerPanel> {
  requireFlow(ctx, 'customers');
  const { customers } = ctx.erp;
  if (!customers) throw new ProblemError('flow_unsupported');
  const email = emailKey(text);
  const queries = [{ erpNumber: text }, { vatId: text }, ...(email === null ? [] : [{ email }]), { name: text }];
  const { results } = await customers.search({ queries }, { signal: readSignal() });
  const freshness = { asOf: ctx.services.now().toISOString(), source: 'live' as const };
  const keys = { erpNumber: text, vatId: text, name: text };
  const candidates = [...new Map(results.flat().map((each) => [each.id, each])).values()]
    .map((customer) => ({ customer, match: matchOf(keys, { ...customer, emails: [] }) }))
    .sort((left, right) => likelier(left.match, right.match))
    .slice(0, SHOWN)
    .map(({ customer, match: { score, why } }) => ({ customer, score, why }));
  return candidates.length > 0
    ? { state: 'candidates', candidates, freshness }
    : { state: 'none', canCreate: false, freshness };
}
