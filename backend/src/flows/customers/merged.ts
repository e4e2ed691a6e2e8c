import type { RecordRef } from '@backroom/shared';
import type { Link } from '../../store/links.ts';
import type { Context } from '../context.ts';
import type { Candidate } from './match.ts';

/** Links of one candidate that are followed up. */
const FOLLOWED = 3;

/**
 * The link of a company that was merged into this one without anybody telling us: a candidate is linked to another company, and the CRM answers that
 * company as this one. Null where there is none, or the CRM does not answer.
 */
export async function linkOfMerged(
  { account, services }: Context,
  company: RecordRef,
  candidates: readonly Candidate[],
): Promise<Link | null> {
  const ids = candidates.map(({ customer }) => customer.id);
  const linked = ids.length > 0 ? await services.links.recordsOf(account.id, ids.slice(0, FOLLOWED), FOLLOWED) : [];
  for (const id of linked.filter((each) => each !== company.id)) {
    const now = await services.recordFor(account.id, { type: 'company', id }, 'recent').catch(() => null);
    if (now?.type !== 'company' || now.id !== company.id) continue;
    await services.identity.of(account.id, now, { type: 'company', id });
    return services.links.get(account.id, company);
  }
  return null;
}
