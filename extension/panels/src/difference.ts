import { type ChangePreview, compare, type ErpOrder, type Preview } from '@backroom/shared';
import type { TableView } from './tables.ts';
import type { Words } from './words.ts';

type Line = Omit<ChangePreview['lines'][number], 'before' | 'after'> & { before: Side; after: Side };
/** What stands on one side of the comparison: a text, or a quantity at a price. */
type Quoted = {
  quantity: Preview['lines'][number]['quantity'];
  unitPrice: Preview['lines'][number]['quotedUnitPrice'];
};
type Side = string | Quoted | null;
const keyOf = ({ code, name }: { code: string | null; name: string }) => code || name;
const isSame = (old: ErpOrder['lines'][number], { quantity, unitPrice }: Quoted): boolean =>
  compare(old.quantity, quantity) === 0 &&
  old.unitPrice.currency === unitPrice?.currency &&
  compare(old.unitPrice.amount, unitPrice.amount) === 0;

/** Rows with what was and what becomes of it. */
export function sideBySide({ t, format }: Words, before: string, after: string, lines: readonly Line[]): TableView {
  const kinds = {
    added: { text: t('change.added'), tone: 'info' },
    removed: { text: t('change.removed'), tone: 'danger' },
    changed: { text: t('change.changed'), tone: 'warning' },
    same: { text: t('act.same'), tone: 'default' },
  } as const;
  const side = (value: Side) => {
    if (value === null || typeof value === 'string') return { text: value ?? '–' };
    const { quantity, unitPrice } = value;
    return { text: [format.quantity(quantity), ...(unitPrice ? [format.price(unitPrice)] : [])].join(' × ') };
  };
  return {
    columns: [
      { key: 'kind', label: t('change.kind'), whole: true },
      { key: 'product', label: t('product') },
      { key: 'before', label: before, right: true },
      { key: 'after', label: after, right: true },
    ],
    rows: lines.map((line, index) => ({
      id: String(index),
      cells: {
        kind: kinds[
          line.before === null ? 'added' : line.after === null ? 'removed' : line.isChanged ? 'changed' : 'same'
        ],
        product: { text: `${line.code} ${line.name}`.trim() },
        before: side(line.before),
        after: side(line.after),
      },
    })),
  };
}

/** Where the quote now differs from the ERP order that it became, line by line: the same product may stand on several. */
export function differenceTable(words: Words, order: ErpOrder, preview: Preview): TableView {
  const left = [...order.lines];
  const rows = preview.lines.map(({ quotedUnitPrice: unitPrice, quantity, ...line }) => {
    const index = left.findIndex((each) => keyOf(each) === keyOf(line));
    const [old = null] = index < 0 ? [] : left.splice(index, 1);
    return { old, line, after: { quantity, unitPrice } };
  });
  const lines: Line[] = [
    ...rows.map(({ old, line, after }) => ({
      code: line.code ?? '',
      name: line.name,
      before: old,
      after,
      isChanged: !old || !isSame(old, after),
    })),
    ...left.map((old) => ({ code: old.code, name: old.name, before: old, after: null, isChanged: true })),
  ];
  const { t } = words;
  return sideBySide(
    words,
    t('change.ordered'),
    t('change.quoted'),
    lines.filter(({ isChanged }) => isChanged),
  );
}
