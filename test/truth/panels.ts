// Panels whose figures compare alike for every ERP, once its own numbers have been got from its tables.
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { type ErpOrder, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { asked, call, type Figure, type Gather, part } from './part.ts';

type Text = string | null;
/** The ERP's own numbers, as its tables' SQL tells them. */
type Stock = { code: string; onhand: string; available: string };
type Incoming = { day: string; code: string; quantity: string };
type Line = { quantity: string; delivered: string; price: string; net?: string };
type Invoice = {
  id: number;
  number: Text;
  total: string;
  open: string;
  overdue: boolean;
  issued: Text;
  /** Absent where its tables do not say: ours is not compared then. */
  due?: Text | undefined;
};
type Credit = { limit: Text; receivable: string; orders: string; overdue: string; buckets: readonly string[] };

const customerId = (id: number) => erpCustomerIdSchema.parse(String(id));

export function stockFigures(
  adapter: ErpAdapter,
  products: readonly { id: number; code: string; stocked: boolean }[],
  own: { stock: (product: number) => Promise<Stock[]>; incoming: (product: number) => Promise<Incoming[]> },
): Promise<Figure[]> {
  const productIds = products.map(({ id }) => erpProductIdSchema.parse(String(id)));
  return asked(
    'stock',
    () => part(adapter, 'stock').availability({ productIds }, call()),
    async ({ results }, of) => {
      for (const [index, { id, code: product, stocked }] of products.entries()) {
        const figure = results[index];
        const what = of(`${product} (${id})`);
        if (!stocked) {
          what.text('has stock', figure !== null, false);
          continue;
        }
        for (const theirs of await own.stock(id)) {
          const ours = figure?.warehouses.find(({ code }) => code === theirs.code);
          what.decimal(`on hand in ${theirs.code}`, ours?.onHand, theirs.onhand);
          what.decimal(`available in ${theirs.code}`, ours?.available, theirs.available);
        }
        const incoming = await own.incoming(id);
        what.text('days with receipts', figure?.incoming.length, incoming.length);
        for (const { day, code, quantity } of incoming) {
          const ours = figure?.incoming.find((each) => each.date === day && each.warehouse === code);
          what.decimal(`incoming on ${day} in ${code}`, ours?.quantity, quantity);
        }
      }
    },
  );
}

export function orderLineFigures(
  of: (what: string) => Gather,
  order: string,
  ours: ErpOrder | undefined,
  theirs: readonly Line[],
): void {
  for (const [index, line] of theirs.entries()) {
    const { decimal: note } = of(`order ${order}, line ${index + 1}`);
    note('quantity', ours?.lines[index]?.quantity, line.quantity);
    note('delivered', ours?.lines[index]?.delivered, line.delivered);
    note('unit price', ours?.lines[index]?.unitPrice.amount, line.price);
    if (line.net !== undefined) note('net', ours?.lines[index]?.net?.amount, line.net);
  }
}

export function invoiceFigures(
  adapter: ErpAdapter,
  customer: number,
  own: () => Promise<readonly Invoice[]>,
): Promise<Figure[]> {
  return asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: customerId(customer) }, call()),
    async ({ results }, of) => {
      const theirs = await own();
      of(`customer ${customer}`).text('invoices', results.length, theirs.length);
      for (const invoice of theirs) {
        const ours = results.find(({ id }) => id === String(invoice.id));
        const what = of(`invoice ${invoice.number}`);
        what.decimal('total', ours?.total.amount, invoice.total);
        what.decimal('open', ours?.open.amount, invoice.open);
        what.text('overdue', ours?.status === 'overdue', invoice.overdue);
        what.text('issued', ours?.issuedOn, invoice.issued);
        if (invoice.due !== undefined) what.text('due', ours?.dueOn, invoice.due);
      }
    },
  );
}

export function creditFigures<Theirs extends Credit>(
  adapter: ErpAdapter,
  customer: number,
  own: () => Promise<Theirs>,
  more: (note: Gather, blocked: boolean, theirs: Theirs) => void = () => {},
): Promise<Figure[]> {
  return asked(
    'credit',
    () => part(adapter, 'credit').position({ customerId: customerId(customer) }, call()),
    async (ours, of) => {
      const theirs = await own();
      const gather = of(`customer ${customer}`);
      const { decimal: note } = gather;
      note('limit', ours.limit?.amount, theirs.limit);
      note('receivable', ours.receivable.amount, theirs.receivable);
      note('open orders', ours.openOrders?.amount, theirs.orders);
      note('overdue', ours.overdue.amount, theirs.overdue);
      for (const [index, bucket] of ours.ageing.entries())
        note(`overdue ${bucket.fromDays} to ${bucket.toDays ?? '…'} days`, bucket.amount.amount, theirs.buckets[index]);
      more(gather, ours.blocked, theirs);
    },
  );
}
