import { compare, type ErpOrderId, erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Closed, StandingOrder } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { orderFields, orderRow, toOrder } from './order-row.ts';
import { idOf, type Tryton, zero } from './support.ts';

const amendedRow = orderRow.extend({
  _timestamp: z.string().nullable(),
  'lines.': z.array(
    orderRow.shape['lines.'].element.extend({
      product: z.number().nullable(),
      unit: z.number().nullable(),
      taxes: z.array(z.number()),
      _timestamp: z.string().nullable(),
    }),
  ),
});
export type AmendedRow = z.infer<typeof amendedRow>;
export type Amended = { row: AmendedRow; order: StandingOrder };
const fieldsOf = (there: Installation) => [
  ...orderFields(there),
  '_timestamp',
  ...['product', 'unit', 'taxes', '_timestamp'].map((field) => `lines.${field}`),
];

/** Tryton takes an order back to a draft until it is being processed; from then on it is deliveries and invoices. */
function closedTo({ state }: AmendedRow, { number, status, lines }: Omit<StandingOrder, 'version' | 'closedTo'>) {
  const because = (reason: Closed['reason'], words: string): Closed => ({
    reason,
    words: `Order ${number} ${words} in Tryton.`,
  });
  if (status === 'cancelled') return { change: because('cancelled', 'is cancelled'), cancel: null };
  if (state === 'draft' || state === 'quotation' || state === 'confirmed') return { change: null, cancel: null };
  const isDelivered = lines.some(({ delivered }) => compare(delivered, zero) !== 0);
  const closed =
    status === 'invoiced'
      ? because('invoiced', 'is invoiced')
      : isDelivered
        ? because('delivered', 'is delivered, or a part of it,')
        : because('locked', 'is being processed');
  return { change: closed, cancel: closed };
}

export async function readAmended(
  { client }: Tryton,
  there: Installation,
  id: ErpOrderId,
  call: Call,
): Promise<Amended | null> {
  const number = idOf(id);
  const domain = [
    ['id', '=', number],
    ['company', '=', there.company.id],
  ];
  const asked = { domain, fields: fieldsOf(there), row: amendedRow };
  const [row] = number === null ? [] : await client.search('sale.sale', asked, call);
  if (!row) return null;
  const order = toOrder(row, there);
  const products = row['lines.'].filter(({ type }) => type === 'line').map(({ product }) => product);
  const content = {
    ...order,
    lines: order.lines.map((line, nth) => {
      const product = products[nth] ?? null;
      return { ...line, productId: product === null ? null : erpProductIdSchema.parse(String(product)) };
    }),
  };
  return { row, order: { ...content, version: orderVersion(content), closedTo: closedTo(row, content) } };
}

/** What Tryton compares as it writes: a record that was written since is a conflict. */
export const stampsOf = ({ id, _timestamp, 'lines.': lines }: AmendedRow): Record<string, string> =>
  Object.fromEntries(
    [
      [`sale.sale,${id}`, _timestamp] as const,
      ...lines.map((line) => [`sale.line,${line.id}`, line._timestamp] as const),
    ].flatMap(([name, stamp]) => (stamp === null ? [] : [[name, stamp]])),
  );
