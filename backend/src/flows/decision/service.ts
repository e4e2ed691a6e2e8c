import { createHash } from 'node:crypto';
import type { Decision, OrderAct, OrderEntries, PanelResult, Preview, Submission } from '@backroom/shared';
import { type Context, panel } from '../context.ts';
import { customerPanel } from '../customers/service.ts';
import { dealOf } from '../lines.ts';
import { keptEntries } from '../orders/keep.ts';
import { mayNeedApproval } from '../orders/policies.ts';
import { previewOf } from '../orders/preview.ts';
import { ordersPanel } from '../orders/service.ts';
import { isStanding, offersOf } from '../orders/standing.ts';

/** Everything outside the ERP that can change the decision. */
const versionOf = (
  ctx: Context,
  writes: readonly Submission[],
  acts: readonly OrderAct[],
  entries: OrderEntries,
  approvals: string,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ctx.identity?.revision,
        ctx.link?.customer.id,
        dealOf(ctx).orderNumber,
        entries,
        approvals,
        writes.map(({ id, state, updatedAt, writtenBack }) => [id, state, updatedAt, writtenBack]),
        ...acts.map(({ id, state, updatedAt }) => [id, state, updatedAt]),
      ]),
    )
    .digest('hex')
    .slice(0, 20);

/** What came of a change or cancellation is told this soon, and the checks of what is left follow. */
const SOON_MS = 700;
const JUST_MS = 15_000;
/**
 * Answers "pending" for a part that takes longer. After an order was cancelled the ERP is asked anew about the quote, and nobody should read "queued"
 * meanwhile. Later it is waited for as ever, so that an ERP that always takes longer is not asked in vain.
 */
export async function soonAfter<Data>(
  acts: readonly Pick<OrderAct, 'state' | 'updatedAt'>[],
  now: number,
  reading: Promise<PanelResult<Data>>,
): Promise<PanelResult<Data>> {
  const hasEnded = acts.some(({ state, updatedAt }) => state === 'done' && now - Date.parse(updatedAt) < JUST_MS);
  if (!hasEnded) return reading;
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<PanelResult<Data>>((done) => {
    timer = setTimeout(() => done({ state: 'pending', pollAfterMs: 1500 }), SOON_MS);
  });
  return Promise.race([reading, slow]).finally(() => clearTimeout(timer));
}

async function readPreview(ctx: Context): Promise<PanelResult<Preview>> {
  const { preview } = await previewOf(ctx, { remembered: true });
  return { state: 'ready', data: preview, freshness: preview.freshness, refreshing: false };
}
/** What decides whether the deal can be ordered, in one answer: the page's cards have no other source for their verdict. */
export async function decisionOf(ctx: Context): Promise<Decision> {
  const { services, account, connection } = ctx;
  const record = { type: 'deal', id: dealOf(ctx).id } as const;
  const [submissions, acts, entries, approvals] = await Promise.all([
    services.submissions.listForRecord(account.id, record),
    services.submissions.acts.listForRecord(account.id, record),
    keptEntries(ctx),
    mayNeedApproval(connection.options.policies) ? services.approvals.versionOf(account.id, dealOf(ctx).id) : '',
  ]);
  const revision = ctx.identity?.revision ?? null;
  const version = versionOf(ctx, submissions, acts, entries, approvals);
  const latest =
    submissions.find(
      ({ kind, state, orderCancelled }) => kind === 'order' && state !== 'cancelled' && !orderCancelled,
    ) ?? null;
  const soon = <Data>(reading: Promise<PanelResult<Data>>) => soonAfter(acts, services.now().getTime(), reading);
  const previewed = () => soon(panel(ctx, () => readPreview(ctx)));
  // A deal that nobody ordered and that has no number is hardly ever an order: its checks need not wait for the list of orders.
  const early = latest === null && !dealOf(ctx).orderNumber ? previewed() : null;
  early?.catch(() => {});
  const [customer, orders, offers] = await Promise.all([
    customerPanel(ctx),
    soon(ordersPanel(ctx)),
    submissions.some(isStanding) ? offersOf(ctx) : [],
  ]);
  const converted = orders.state === 'ready' ? orders.data.converted : null;
  const isChanged = latest?.state === 'confirmed' && latest.revision !== revision;
  const isOrder = latest ? !isChanged : converted !== null;
  return {
    version,
    revision,
    customer,
    preview: isOrder ? null : await (early ?? previewed()),
    order:
      orders.state === 'ready'
        ? { ...orders, data: { converted, promisedOn: orders.data.promisedOn ?? null } }
        : orders,
    submissions,
    ...(acts.length > 0 ? { acts } : {}),
    ...(offers.length > 0 ? { offers: [...offers] } : {}),
  };
}
