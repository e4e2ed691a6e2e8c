import { type AccountId, erpCustomerSchema } from '@backroom/shared';
import { NEVER } from '../../cache/figures.ts';
import type { Figures } from '../../cache/scope.ts';
import type { ErpAdapter } from '../../erp/contract/index.ts';
import { toProblemError } from '../../problems/translate.ts';
import type { Link, LinkStore } from '../../store/links.ts';
import type { SubmissionEngine } from '../../submissions/engine.ts';
import { customerFigures, customerKey } from '../figure-keys.ts';
import { customerPolicy } from './policy.ts';

type Parts = { figures: Figures; links: LinkStore; submissions: SubmissionEngine };

/** An ERP that is slow or down keeps nobody waiting: the link is shown as it was. */
const PATIENCE_MS = 1500;
const ASK_MS = 30_000;

/**
 * The link with the customer as the ERP has it now. A customer that the ERP merged into another answers as the survivor: link, figures and what is not sent
 * yet go over to it. `fresh`: for whatever is about to be written; only what was read since that instant counts beside the ERP itself.
 */
export async function followed(
  { figures, links, submissions }: Parts,
  at: { account: AccountId; connection: string },
  erp: ErpAdapter,
  link: Link,
  fresh: { since: number | null } | null,
): Promise<Link> {
  const { account } = at;
  const { customers } = erp;
  if (!customers) return link;
  const { id } = link.customer;
  const ask = async () => (await customers.get({ ids: [id] }, { signal: AbortSignal.timeout(ASK_MS) })).results;
  const figure = () =>
    figures.get({
      account,
      keys: [customerKey('customer', id)],
      policy: fresh ? { ...customerPolicy, staleMs: NEVER } : customerPolicy,
      refresh: false,
      ...(fresh ? { strict: true, since: fresh.since } : {}),
      explain: (error) => toProblemError(error).code,
      parse: (value) => erpCustomerSchema.nullable().parse(value),
      read: ask,
    });
  const reading = figure().then(
    ([found]) => found?.value ?? null,
    () => null,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const now = await Promise.race([reading, late]);
  clearTimeout(timer);
  if (now === null || JSON.stringify(now) === JSON.stringify(link.customer)) return link;
  await links.follow(account, id, now);
  if (now.id !== id) {
    await submissions.followCustomer(at, id, now.id);
    await figures.invalidate(account, customerFigures([id, now.id]));
  }
  return { ...link, customer: now };
}
