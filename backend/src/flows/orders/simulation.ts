import { createHash } from 'node:crypto';
import { canonical, type ProblemCode } from '@backroom/shared';
import { type CachePolicy, type Figure, NEVER } from '../../cache/figures.ts';
import type { ErpAdapter } from '../../erp/contract/adapter.ts';
import { type OrderInput, type Simulation, simulationSchema } from '../../erp/contract/schemas.ts';
import { toProblemError } from '../../problems/translate.ts';
import { type Context, explain, readSignal } from '../context.ts';
import { matchLines } from '../lines.ts';
import { sentDetails } from './details.ts';
import { type OrderDraft, orderInputOf } from './draft.ts';

/** `none`: there is nothing to ask about yet, or the ERP cannot say. */
export type Simulated =
  | { state: 'answered'; simulation: Simulation }
  | { state: 'failed'; code: ProblemCode; words: string | null }
  | { state: 'none' };

const complete = (draft: OrderDraft | null): OrderInput | null =>
  draft?.customerId ? { ...draft, customerId: draft.customerId } : null;

/** The simulation of this very order, dates and notes included. */
async function exactly(
  ctx: Context,
  input: OrderInput,
  ask: NonNullable<NonNullable<ErpAdapter['orders']>['simulate']>,
  since: number | null,
): Promise<Figure<Simulation>> {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 32);
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [`simulation|${input.customerId}|exactly|${hash}`],
    policy: { freshMs: 0, staleMs: NEVER },
    refresh: false,
    strict: true,
    since,
    explain,
    parse: (value) => simulationSchema.parse(value),
    read: async () => [await ask(input, { signal: readSignal() })],
  });
  if (!figure) throw new Error('a simulation was asked for and none came');
  return figure;
}

/** What the ERP would make of the order: asked now, or by the preview that is being converted. */
export async function simulate(ctx: Context, draft: OrderDraft | null): Promise<Simulated> {
  const input = complete(draft);
  const ask = ctx.erp.orders?.simulate;
  if (!input || !ask) return { state: 'none' };
  try {
    const known = await exactly(ctx, input, ask, ctx.since);
    // A refusal is asked again: somebody may have removed its reason in the ERP.
    const isOld = known.freshness.source === 'cached' && known.value.refusals.length > 0;
    return { state: 'answered', simulation: (isOld ? await exactly(ctx, input, ask, null) : known).value };
  } catch (error) {
    return failed(error);
  }
}

/** The same prices give the same totals until somebody changes a tax: minutes, not seconds. */
const policy: CachePolicy = { freshMs: 5 * 60_000, staleMs: 86_400_000 };
const keyOf = ({ customerId, currency, lines, charges = [], deliverTo }: OrderInput): string => {
  const content = lines.map(({ productId, quantity, unitPrice }) => [
    productId,
    canonical(quantity),
    canonical(unitPrice.amount),
  ]);
  // Taxes may depend on where the goods go.
  const beside = charges.length > 0 || deliverTo ? [charges, deliverTo ?? null] : [];
  const hash = createHash('sha256').update(JSON.stringify([currency, content, ...beside]));
  return `simulation|${customerId}|${hash.digest('hex').slice(0, 32)}`;
};

async function recall(ctx: Context, input: OrderInput, policy: CachePolicy, refresh: boolean) {
  const ask = ctx.erp.orders?.simulate;
  if (!ask) return null;
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [keyOf(input)],
    policy,
    refresh,
    explain,
    parse: (value) => simulationSchema.parse(value),
    read: async () => [await ask(input, { signal: readSignal() })],
  });
  return figure ?? null;
}
function failed(error: unknown): Simulated {
  const { code, more } = toProblemError(error);
  return code === 'flow_unsupported' ? { state: 'none' } : { state: 'failed', code, words: more.detail ?? null };
}

/** What the ERP would make of the deal as it stands; a few minutes old at most while the ERP answers. For panels, not for a preview. */
export async function rememberedSimulation(ctx: Context): Promise<Simulated> {
  if (!ctx.erp.orders?.simulate) return { state: 'none' };
  try {
    const [details, lines] = await Promise.all([sentDetails(ctx), matchLines(ctx)]);
    const input = complete(orderInputOf(ctx, lines, { details }));
    const figure = input && (await recall(ctx, input, policy, false));
    return figure ? { state: 'answered', simulation: figure.value } : { state: 'none' };
  } catch (error) {
    return failed(error);
  }
}

/** Totals for a card that is asked again and again. */
const recentPolicy: CachePolicy = { ...policy, freshMs: 60_000 };
/** As `simulate`, at most a minute old. An older answer counts as none: the preview then says that the ERP could not be asked. */
export async function recentSimulation(ctx: Context, draft: OrderDraft | null): Promise<Simulated> {
  const input = complete(draft);
  if (!input) return { state: 'none' };
  try {
    const figure = await recall(ctx, input, recentPolicy, ctx.refresh.has('orders'));
    if (!figure) return { state: 'none' };
    return figure.freshness.source === 'stale'
      ? { state: 'failed', code: figure.freshness.reason ?? 'erp_unreachable', words: null }
      : { state: 'answered', simulation: figure.value };
  } catch (error) {
    return failed(error);
  }
}
