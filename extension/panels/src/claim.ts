import {
  add,
  compare,
  type Decimal,
  decimal,
  type ErpOrder,
  type ErpReturn,
  larger,
  type ReturnInput,
  type Submission,
  subtract,
  typedDecimal,
} from '@backroom/shared';
import type { Words } from './words.ts';

const zero = decimal('0');
export type Claimed = Readonly<Record<string, string>>;

/** As people type it; null where it is no quantity above zero. */
function quantityOf({ locale }: Words, text: string): Decimal | null {
  const read = typedDecimal(text, locale);
  return read !== null && compare(read, zero) > 0 ? read : null;
}
/** What of a product can still come back: what was delivered, less what is on its way back or was taken back. */
function returnable(order: ErpOrder, code: string, returns: readonly ErpReturn[]): Decimal {
  const sum = (values: readonly Decimal[]) => values.reduce((left, right) => add(left, right), zero);
  const delivered = sum(order.lines.filter((line) => line.code === code).map((line) => line.delivered));
  const back = returns
    .filter(({ orderNumber, status }) => orderNumber === order.number && status !== 'rejected')
    .flatMap(({ lines }) => lines.filter((line) => line.code === code).map(({ quantity }) => quantity));
  return larger(subtract(delivered, sum(back)), zero);
}
/** Each product of an order once, with what can still come back of it. */
function leftOf(order: ErpOrder, returns: readonly ErpReturn[]) {
  const products = new Map(order.lines.filter(({ code }) => code !== '').map(({ code, name }) => [code, name]));
  return [...products].flatMap(([code, name]) => {
    const left = returnable(order, code, returns);
    return compare(left, zero) > 0 ? [{ code, name, left }] : [];
  });
}

/**
 * What can come back, and from where: only orders of which something is left. `chosen`: an order's number. A quantity is checked while it is
 * typed.
 */
export function claimView(
  words: Words,
  found: { orders: readonly ErpOrder[]; returns: readonly ErpReturn[] },
  chosen: string | null,
  quantities: Claimed = {},
) {
  const { t, format } = words;
  const possible = found.orders.filter((order) => leftOf(order, found.returns).length > 0);
  const order = possible.find(({ number }) => number === chosen) ?? possible[0] ?? null;
  const lines = (order ? leftOf(order, found.returns) : []).map(({ code, name, left }) => {
    const typed = quantities[code]?.trim() ?? '';
    const quantity = quantityOf(words, typed);
    const hint = t('returns.returnable', { quantity: format.quantity(left) });
    return {
      code,
      label: t('returns.quantity_of', { product: `${code} ${name}` }),
      hint,
      left,
      /** Why what was typed cannot be sent. */
      wrong:
        typed === '' ? null : quantity === null ? t('returns.bad_quantity') : compare(quantity, left) > 0 ? hint : null,
    };
  });
  return {
    empty: order ? null : t('returns.no_orders'),
    order: order?.number ?? null,
    orders: possible.map(({ number, orderedOn }) => ({ value: number, label: `${number}, ${format.date(orderedOn)}` })),
    lines,
  };
}
export type ClaimView = ReturnType<typeof claimView>;

/** What is sent, or what is still missing in words. An empty quantity leaves its product out. */
export function claimInput(
  words: Words,
  view: ClaimView,
  typed: { quantities: Claimed; reason: string },
): { missing: string } | { input: Pick<ReturnInput, 'orderNumber' | 'reason' | 'lines'> } {
  const { t } = words;
  if (view.order === null) return { missing: t('returns.no_orders') };
  const wrong = view.lines.find((line) => line.wrong !== null);
  if (wrong?.wrong) return { missing: `${wrong.label}: ${wrong.wrong}` };
  const lines = view.lines.flatMap(({ code }) => {
    const quantity = quantityOf(words, typed.quantities[code] ?? '');
    return quantity === null ? [] : [{ code, quantity }];
  });
  if (lines.length === 0) return { missing: t('returns.need_quantity') };
  const reason = typed.reason.trim();
  if (reason.length < 3) return { missing: t('returns.need_reason') };
  return { input: { orderNumber: view.order, reason, lines } };
}

/** The last return, where it was refused: it can be corrected and sent anew. */
export function refusedClaim(submissions: readonly Submission[] | null): Submission | null {
  const last = submissions?.find(({ kind }) => kind === 'return');
  return last?.state === 'needs_attention' ? last : null;
}
