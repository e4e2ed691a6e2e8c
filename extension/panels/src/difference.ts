import { compare, type ErpOrder, type Money, type Preview } from '@backroom/shared';
import type { TableView } from './tables.ts';
import type { Tone } from './views.ts';
import type { Words } from './words.ts';

type Ordered = ErpOrder['lines'][number];
type Quoted = Preview['lines'][number];
const keyOf = ({ code, name }: { code: string | null; name: string }) => code || name;
/** The lines of each product in their order: the same product may stand on several. */
function byProduct<Line extends { code: string | null; name: string }>(lines: readonly Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) found.set(keyOf(line), [...(found.get(keyOf(line)) ?? []), line]);
  return found;
}
const samePrice = (left: Money, right: Money | null) =>
  right !== null && left.currency === right.currency && compare(left.amount, right.amount) === 0;
const tones: Record<'added' | 'removed' | 'changed', Tone> = { added: 'info', removed: 'danger', changed: 'warning' };

/** Where the quote now differs from the ERP order that it became, line by line. */
export function differenceTable({ t, format }: Words, order: ErpOrder, preview: Preview): TableView {
  const ordered = byProduct(order.lines);
  const quoted = byProduct(preview.lines);
  const amount = (quantity: Ordered['quantity'], price: Money | null) =>
    price ? `${format.quantity(quantity)} × ${format.price(price)}` : format.quantity(quantity);
  const rows = [...new Set([...ordered.keys(), ...quoted.keys()])].flatMap((key) => {
    const before = ordered.get(key) ?? [];
    const after = quoted.get(key) ?? [];
    return Array.from(
      { length: Math.max(before.length, after.length) },
      (_, at) => [key, before[at], after[at], at] as const,
    );
  });
  return {
    columns: [
      { key: 'kind', label: t('change.kind'), whole: true },
      { key: 'product', label: t('product') },
      { key: 'ordered', label: t('change.ordered'), right: true },
      { key: 'quoted', label: t('change.quoted'), right: true },
    ],
    rows: rows.flatMap(([key, before, after, at]) => {
      if (
        before &&
        after &&
        compare(before.quantity, after.quantity) === 0 &&
        samePrice(before.unitPrice, after.quotedUnitPrice)
      )
        return [];
      const kind = before ? (after ? 'changed' : 'removed') : 'added';
      const line: Ordered | Quoted | undefined = after ?? before;
      return [
        {
          id: `${key}|${at}`,
          cells: {
            kind: { text: t(`change.${kind}`), tone: tones[kind] },
            product: { text: [line?.code, line?.name].filter(Boolean).join(' ') },
            ordered: { text: before ? amount(before.quantity, before.unitPrice) : '–' },
            quoted: { text: after ? amount(after.quantity, after.quotedUnitPrice) : '–' },
          },
        },
      ];
    }),
  };
}
