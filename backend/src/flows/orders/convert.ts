import { type ConvertInput, type OrderEntries, type Submission, withoutUndefined } from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import { possibleTwin, type Twin } from '../../submissions/twins.ts';
import { type Context, identityOf } from '../context.ts';
import { createCustomer } from '../customers/service.ts';
import { dealOf } from '../lines.ts';
import { requireApproval } from './approval.ts';
import { isBlocking } from './checks/index.ts';
import { keepEntries, keptEntries } from './keep.ts';
import { previewOf } from './preview.ts';
import { twinDetail } from './sale.ts';

/**
 * Turns the previewed quote into a submission. A second press, tab or rep with the same quote gets the first one's submission, without being
 * asked the checks again; a quote that changed since the preview is sent back to its new preview.
 */
export async function convert(
  ctx: Context,
  request: Omit<ConvertInput, 'idempotencyKey'>,
  idempotencyKey: string,
  /** What the key stands for. */
  body: Record<string, unknown> = { convert: request },
): Promise<Submission> {
  const deal = dealOf(ctx);
  const record = { type: 'deal', id: deal.id } as const;
  if (identityOf(ctx).revision !== request.revision) throw new ProblemError('quote_changed');
  const written = await ctx.services.submissions.listForRecord(ctx.account.id, record);
  const same = written.find(
    ({ kind, revision, state, orderCancelled }) =>
      kind === 'order' && revision === request.revision && state !== 'cancelled' && !orderCancelled,
  );
  // Changed to this revision, it has the reference of the one that it was made of: the engine would not know it by this one.
  if (same?.changes) return same;
  const entries = await entriesOf(ctx, request);
  const { preview, input, bound, orderedElsewhere, sale, twins, places, contactId } = await previewOf(ctx, {
    written,
    entries,
  });
  if (!same) {
    // That order has another reference: the engine's look-up would not find it, and would write a second one.
    if (orderedElsewhere) throw new ProblemError('already_converted');
    const blocking = preview.checks.filter(
      (each) => isBlocking(each) && each.code !== 'already_converted' && each.approval !== 'needed',
    );
    const open = preview.checks.filter(
      ({ level, code }) => level === 'warn' && !request.acceptedWarnings.includes(code),
    );
    if (blocking.length > 0 || open.length > 0 || !input)
      throw new ProblemError('preview_blocked', {
        errors: [...blocking, ...open].map(({ code, lineId }) => ({
          path: lineId ? `lines.${lineId}` : 'quote',
          message: code,
        })),
      });
    await requireApproval(ctx, preview, bound);
  }
  // What was accepted stays accepted, even where the ERP's products cannot be read at the moment.
  if (same && (!input || !sale)) return same;
  if (!input || !sale) throw new ProblemError('preview_blocked');
  const differentFrom = [...(request.differentFrom ?? []), ...twins.cancelled.map(({ reference }) => reference)];
  // Before a customer is created for it; the engine asks once more in the moment it keeps the order.
  if (!same)
    refuse(
      ctx,
      twins.twins.filter(({ reference }) => !differentFrom.includes(reference)),
    );
  // Not waited for: an order needs no answer of it.
  if (ctx.company && ctx.link) void ctx.services.companyUsed(ctx.account.id, ctx.company.id).catch(() => {});
  if (entries) await keepEntries(ctx, entries);
  // The order waits for its customer by itself, so both are kept before the answer leaves.
  const awaits =
    input.customerId === null && !same ? (await createCustomer(ctx, `${idempotencyKey}:customer`)).id : null;
  const again = preview.checks.some(({ code }) => code === 'order_again');
  // An order that the ERP has already under our reference is adopted by the engine's look-up; nothing is written twice.
  return ctx.services.submissions
    .submit(
      { account: ctx.account.id, actor: ctx.actor },
      {
        connection: ctx.connection.id,
        record,
        revision: request.revision,
        reference: preview.reference,
        idempotencyKey,
        body,
        again,
        names: { record: deal.name, customer: preview.customer?.name ?? deal.company?.name ?? null },
        contactId,
        sale,
        shared: twins.shared,
        differentFrom,
        payload: {
          kind: 'order',
          order: input,
          ...(Object.keys(places).length > 0 ? { places } : {}),
          awaits,
          promiseDate: preview.completeBy,
          expected: preview.total,
        },
      },
    )
    .catch(async (error: unknown) => {
      // In the viewer's words.
      if (error instanceof ProblemError && error.code === 'possible_twin')
        refuse(ctx, await ctx.services.submissions.twins(ctx.account.id, sale, differentFrom));
      throw error;
    });
}

/** What the rep entered. An earlier card has fields of their own for two of them; what was kept counts beside those. */
async function entriesOf(
  ctx: Context,
  { entries, requestedDate, note }: Omit<ConvertInput, 'idempotencyKey'>,
): Promise<OrderEntries | undefined> {
  if (entries || (requestedDate === undefined && note === undefined)) return entries;
  return { ...(await keptEntries(ctx)), ...withoutUndefined({ requestedDate, note }) };
}

function refuse(ctx: Context, twins: readonly Twin[]): void {
  if (twins.length > 0) throw possibleTwin(twins, twinDetail(ctx, twins));
}
