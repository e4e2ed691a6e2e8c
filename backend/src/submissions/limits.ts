import { type AccountId, add, multiply } from '@backroom/shared';
import type { ErpDescription } from '../erp/contract/description.ts';
import type { OrderInput } from '../erp/contract/schemas.ts';
import { MAX_BATCH } from '../erp/contract/schemas.ts';
import { ProblemError } from '../problems/error.ts';
import type { EngineContext } from './context.ts';
import { chargedIn } from './detail-differences.ts';
import { type Payload, payloadSchema } from './payload.ts';

export type OverLimit = { field: string; words: string };
type Order = Omit<OrderInput, 'customerId'>;

/** An address that the ERP has is as long as it is. */
const written = (place: Order['deliverTo']) =>
  place?.kind === 'one_off' ? Object.entries(place.address).filter(([, part]) => part !== null) : [];
function detailsBeyond(
  { poNumber, deliverTo, invoiceTo }: Order,
  { poNumber: longest, address }: Partial<ErpDescription['limits']>,
): OverLimit[] {
  const found: OverLimit[] = [];
  if (poNumber !== undefined && longest !== undefined && poNumber.length > longest)
    found.push({ field: 'poNumber', words: `a PO number of ${poNumber.length} characters; at most ${longest}` });
  for (const [field, place] of Object.entries({ deliverTo, invoiceTo }))
    for (const [part, text] of written(place))
      if (address !== undefined && text !== null && text.length > address)
        found.push({ field: `${field}.${part}`, words: `${part} of ${text.length} characters; at most ${address}` });
  return found;
}

/** Whether the sum of the lines can be said at all; 24 digits are more than any ERP has. */
function summable(order: Order): boolean {
  try {
    order.lines.reduce(
      (sum, { quantity, unitPrice }) => add(sum, multiply(quantity, unitPrice.amount)),
      chargedIn(order),
    );
    return true;
  } catch {
    return false;
  }
}

/** What of an order goes beyond what the ERP takes, or we do. Asked before it is accepted: what is accepted can be carried out. */
export function beyondLimits(order: Order, description: Pick<ErpDescription, 'limits'> | null): OverLimit[] {
  const found: OverLimit[] = [];
  const { lines = MAX_BATCH, reference, text } = description?.limits ?? {};
  const most = Math.min(lines, MAX_BATCH);
  if (order.lines.length > most)
    found.push({ field: 'lines', words: `${order.lines.length} lines; at most ${most} in one order` });
  if (reference !== undefined && order.reference.length > reference)
    found.push({
      field: 'reference',
      words: `it keeps ${reference} characters of our reference of ${order.reference.length}`,
    });
  if (text !== undefined) {
    if (order.note !== null && order.note.length > text)
      found.push({ field: 'note', words: `a note of ${order.note.length} characters; at most ${text}` });
    for (const [index, { description: words }] of order.lines.entries())
      if (words !== null && words.length > text)
        found.push({
          field: `lines.${index}.description`,
          words: `the description of line ${index + 1} has ${words.length} characters; at most ${text}`,
        });
  }
  found.push(...detailsBeyond(order, description?.limits ?? {}));
  if (!summable(order)) found.push({ field: 'lines', words: 'its total has more than 24 digits' });
  return found;
}

/** What is accepted can be carried out: what the ERP or our own schemas do not take is refused before anything is promised. */
export async function whyImpossible(
  ctx: Pick<EngineContext, 'describedBy' | 'unfit'>,
  account: AccountId,
  connection: string,
  payload: Payload,
): Promise<ProblemError | null> {
  const beyond =
    payload.kind === 'order' ? beyondLimits(payload.order, await ctx.describedBy(account, connection)) : [];
  const parsed = payloadSchema.safeParse(payload);
  const errors = [
    ...beyond.map(({ field, words }) => ({ path: field, message: words })),
    ...(parsed.success || beyond.length > 0
      ? []
      : parsed.error.issues.map(({ path, message }) => ({ path: path.slice(1).join('.'), message }))),
  ].slice(0, 20);
  const [first] = errors;
  const code = payload.kind === 'order' ? 'erp_limit' : 'invalid_input';
  if (first) return new ProblemError(code, { detail: first.message, field: first.path, errors });
  const why = payload.kind === 'order' ? await ctx.unfit(account, connection) : null;
  return why === null ? null : new ProblemError('erp_unfit', { detail: why });
}
