import { compare, type Decimal, decimal, type ErpOrder, isDecimal, type ReturnInput } from '@backroom/shared';
import type { Words } from './words.ts';

const zero = decimal('0');
export type Claimed = Readonly<Record<string, string>>;

/** What can come back, and from where: only orders of which something was delivered. `chosen`: an order's number. */
export function claimView(words: Words, orders: readonly ErpOrder[], chosen: string | null) {
  const { t, format } = words;
  const possible = orders.filter(({ lines }) => lines.some(({ delivered }) => compare(delivered, zero) > 0));
  const order = possible.find(({ number }) => number === chosen) ?? possible[0] ?? null;
  const lines = (order?.lines ?? []).filter(({ delivered, code }) => code !== '' && compare(delivered, zero) > 0);
  return {
    empty: order ? null : t('returns.no_orders'),
    order: order?.number ?? null,
    orders: possible.map(({ number, orderedOn }) => ({ value: number, label: `${number}, ${format.date(orderedOn)}` })),
    lines: lines.map(({ code, name, delivered }) => ({
      code,
      label: t('returns.quantity_of', { product: `${code} ${name}` }),
      hint: t('returns.quantity_hint', { delivered: format.quantity(delivered) }),
    })),
  };
}

/** As people type it: blanks around, a comma for the point. Null where it is no quantity above zero. */
function quantityOf(text: string): Decimal | null {
  const read = text.trim().replace(',', '.');
  return isDecimal(read) && compare(read, zero) > 0 ? read : null;
}

/** What is sent, or what is still missing in words. An empty quantity leaves its product out. */
export function claimInput(
  { t }: Words,
  typed: { orderNumber: string | null; quantities: Claimed; reason: string },
): { missing: string } | { input: Pick<ReturnInput, 'orderNumber' | 'reason' | 'lines'> } {
  const filled = Object.entries(typed.quantities).filter(([, text]) => text.trim() !== '');
  const lines = filled.map(([code, text]) => ({ code, quantity: quantityOf(text) }));
  const good = lines.flatMap(({ code, quantity }) => (quantity === null ? [] : [{ code, quantity }]));
  if (typed.orderNumber === null) return { missing: t('returns.no_orders') };
  if (good.length === 0 || good.length < lines.length) return { missing: t('returns.need_quantity') };
  const reason = typed.reason.trim();
  if (reason.length < 3) return { missing: t('returns.need_reason') };
  return { input: { orderNumber: typed.orderNumber, reason, lines: good } };
}
