import type { Difference, ErpOrderId, Submission } from '@backroom/shared';
import { erpOrderIdSchema } from '@backroom/shared';
import type { ErpDescription, Offered } from '../../erp/contract/description.ts';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import { ProblemError } from '../../problems/error.ts';
import { differencesOf } from '../../submissions/differences.ts';
import type { Payload } from '../../submissions/payload.ts';
import { type Context, readSignal, requireFlow, requireWriting, writes } from '../context.ts';
import { dealOf } from '../lines.ts';

const DESCRIBE_MS = 2000;
/** What the ERP of this record offers to do to its orders; nothing where it cannot be asked. */
export async function offersOf(ctx: Context): Promise<readonly Offered[]> {
  const { read, change, cancel } = ctx.erp.orders ?? {};
  if (!read || !writes(ctx, 'orders')) return [];
  const { offers = [] } = await ctx.erp
    .describe({}, { signal: AbortSignal.timeout(DESCRIBE_MS) })
    .catch((): Pick<ErpDescription, 'offers'> => ({}));
  return offers.filter((each) => (each === 'change' ? change : cancel) !== undefined);
}

/** Whether the submission is an order that the ERP has and nobody cancelled. */
export const isStanding = ({ kind, state, erpId, orderCancelled }: Submission): boolean =>
  kind === 'order' && state === 'confirmed' && erpId !== null && !orderCancelled;

export type Standing = {
  made: Submission;
  /** What the order was last sent as; null where that cannot be read any more. */
  last: Extract<Payload, { kind: 'order' }> | null;
  order: StandingOrder;
  /** Where the order is other than we left it. */
  changedInErp: Difference[];
  /** Why nothing can be done to it from here. */
  closed: string | null;
};

/** The deal's order as it stands in the ERP now: the one of that submission, else the newest. */
export async function standingOf(ctx: Context, act: Offered, submission?: string): Promise<Standing> {
  requireFlow(ctx, 'orders');
  requireWriting(ctx, 'orders');
  if (!(await offersOf(ctx)).includes(act)) throw new ProblemError('flow_unsupported');
  const { submissions } = ctx.services;
  const written = await submissions.listForRecord(ctx.account.id, { type: 'deal', id: dealOf(ctx).id });
  const made = written.find((each) => isStanding(each) && (submission === undefined || each.id === submission));
  if (!made) throw new ProblemError('submission_state');
  const [order, { payload }] = await Promise.all([
    readOrder(ctx, erpOrderIdSchema.parse(made.erpId)),
    submissions.details(ctx.account.id, made.id),
  ]);
  if (!order) throw new ProblemError('order_gone', { detail: made.erpNumber ?? made.reference });
  const last = payload?.kind === 'order' ? payload : null;
  return { made, last, order, changedInErp: last ? since(made, last, order) : [], closed: closedOf(ctx, order, act) };
}

async function readOrder(ctx: Context, id: ErpOrderId): Promise<StandingOrder | null> {
  const found = await ctx.erp.orders?.read?.({ id }, { signal: readSignal() });
  return found?.order ?? null;
}

/** An order that a person took back to a draft is that person's: it would be confirmed along with a change. */
function closedOf(ctx: Context, order: StandingOrder, act: Offered): string | null {
  if (order.status === 'draft' && ctx.erp.orders?.confirm) return `${order.number} is a draft in the ERP.`;
  return order.closedTo[act]?.words ?? null;
}

/** What was other right after we wrote it was told then. */
function since(
  { reference, differences = [] }: Submission,
  last: NonNullable<Standing['last']>,
  order: StandingOrder,
): Difference[] {
  const known = new Set(differences.map((each) => JSON.stringify(each)));
  const now = differencesOf({ ...last, expected: last.expected ?? null }, { ...order, reference });
  return now.filter((each) => !known.has(JSON.stringify(each)));
}
