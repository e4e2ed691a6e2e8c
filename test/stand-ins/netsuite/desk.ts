import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import type { Body, Rec, Store } from './database.ts';
import { dayOf } from './days.ts';
import { createOrder, drawNumber, linesOf, saveOrder, settle, transform } from './documents.ts';
import { type Faults, faultsSchema } from './faults.ts';
import { unitRate } from './pricing.ts';
import type { openReplica } from './replica.ts';
import type { Counts } from './server.ts';
import { settled } from './transactions.ts';
import { money } from './values.ts';

type Replica = ReturnType<typeof openReplica>;
/** What people do on NetSuite's own pages. Documents are named by their number. */
export function openDesk({ store, replica }: { store: Store; replica: Replica }) {
  const numbered = (type: string, number: string): Rec => {
    const found = store.ofType(type).find(({ body }) => body.tranId === number);
    if (!found) throw new Error(`no ${type} ${number}`);
    return found;
  };
  const order = (number: string) => numbered('salesOrder', number);
  const act = <Result>(work: () => Result): Result => store.atomic(work);
  return {
    order,
    invoiceNumbered: (number: string) => numbered('invoice', number),
    ordersWith: (reference: string): Body[] =>
      store
        .ofType('salesOrder')
        .filter(
          ({ external, body }) =>
            external?.toLowerCase() === reference.toLowerCase() ||
            body.otherRefNum === reference ||
            String(body.memo ?? '').includes(reference),
        )
        .map(({ id, external, body }) => ({ id, externalId: external, ...body })),
    enter: (body: Body, at?: number): string => act(() => String(createOrder(store, body, '', at).body.tranId)),
    approve: (number: string) =>
      act(() => saveOrder(store, order(number), { ...order(number).body, orderStatus: { id: 'B' } })),
    deliver: (number: string, share = 1): Rec =>
      act(() => {
        const from = order(number);
        const items = linesOf(from.body)
          .filter(({ itemType }) => itemType === 'InvtPart' || itemType === 'NonInvtPart')
          .map(({ line, quantity, quantityFulfilled }) => ({
            orderLine: line,
            quantity: Math.min(quantity - quantityFulfilled, quantity * share),
          }));
        const made = transform(store, from, 'itemFulfillment', share === 1 ? {} : { item: { items } }, share !== 1);
        for (const line of linesOf(made.body)) {
          const item = Number(line.item.id);
          store.run(
            'update stock set onhand = onhand - ? where item = ? and location = ?',
            line.quantity * unitRate(store, line.units),
            item,
            Number(line.location?.id ?? 1),
          );
          replica.stock(item);
        }
        return made;
      }),
    invoice: (number: string, tranDate = dayOf()): Rec =>
      act(() => transform(store, order(number), 'invoice', { tranDate }, false)),
    pay(number: string, amount?: number): Rec {
      return act(() => {
        const invoice = numbered('invoice', number);
        const paid = amount ?? invoice.body.amountRemaining;
        settle(store, invoice, paid);
        const { entity, currency, subsidiary, exchangeRate } = invoice.body;
        const body = {
          customer: entity,
          entity,
          currency,
          subsidiary,
          exchangeRate,
          tranDate: dayOf(),
          payment: paid,
          total: paid,
          applied: paid,
          unapplied: 0,
          status: 'Deposited',
          tranId: drawNumber(store, 'customerPayment'),
        };
        return store.save({ type: 'customerPayment', external: null, body });
      });
    },
    /** Money on account, not applied to any invoice. */
    payOnAccount: (customer: number, amount: number): Rec =>
      act(() => {
        const { currency, subsidiary } = (store.find('customer', customer) as Rec).body;
        const body = {
          customer: { id: String(customer) },
          entity: { id: String(customer) },
          currency,
          subsidiary,
          exchangeRate: 1,
          tranDate: dayOf(),
          payment: amount,
          total: amount,
          applied: 0,
          unapplied: amount,
          status: 'Deposited',
          tranId: drawNumber(store, 'customerPayment'),
        };
        return store.save({ type: 'customerPayment', external: null, body });
      }),
    credit: (number: string, lines?: { orderLine: number; quantity: number }[]): Rec =>
      act(() =>
        transform(
          store,
          numbered('invoice', number),
          'creditMemo',
          lines ? { item: { items: lines } } : {},
          lines !== undefined,
        ),
      ),
    cancel: (number: string) =>
      act(() => saveOrder(store, order(number), { ...order(number).body, status: { id: 'C' } })),
    /** "Make copy": the copy keeps memo and PO number; an external id is unique and stays where it is. */
    copy: (number: string): Rec =>
      act(() => {
        const {
          tranId: _,
          transactionNumber: __,
          status: ___,
          externalId: ____,
          actualShipDate: _____,
          ...body
        } = order(number).body;
        const items = linesOf(body).map(
          ({ quantityFulfilled: _f, quantityBilled: _b, lineUniqueKey: _l, ...line }) => ({ ...line, isClosed: false }),
        );
        return createOrder(store, { ...body, item: { items } }, '');
      }),
    amend: (number: string, quantity: number) =>
      act(() => {
        const found = order(number);
        const items = linesOf(found.body).map((line, nth) => {
          const { amount: _, ...rest } = line;
          return nth === 0 ? { ...rest, quantity } : line;
        });
        return saveOrder(store, found, settled(store, { item: { items } }, found.body));
      }),
    hold: (customer: number, status = 'ON') =>
      act(() => {
        const found = store.find('customer', customer) as Rec;
        return store.save({ ...found, body: { ...found.body, creditHoldOverride: { id: status } } });
      }),
    approveReturn: (number: string) =>
      act(() =>
        store.save({
          ...numbered('returnAuthorization', number),
          body: { ...numbered('returnAuthorization', number).body, orderStatus: { id: 'B' }, status: { id: 'B' } },
        }),
      ),
    receiveReturn: (number: string) =>
      act(() => {
        const found = numbered('returnAuthorization', number);
        const items = linesOf(found.body).map((line) => ({ ...line, quantityReceived: line.quantity }));
        return store.save({ ...found, body: { ...found.body, status: { id: 'F' }, item: { items } } });
      }),
    creditReturn: (number: string): Rec =>
      act(() => transform(store, numbered('returnAuthorization', number), 'creditMemo', {}, false)),
    setStock: (item: number, location: number, onHand: number) =>
      act(() => {
        store.run(
          'insert into stock values (?, ?, ?, 0) on conflict (item, location) do update set onhand = excluded.onhand',
          item,
          location,
          onHand,
        );
        replica.stock(item);
      }),
    totalOf: (number: string): number => money(order(number).body.total),
  };
}
export type Desk = ReturnType<typeof openDesk>;

type AdminOptions = {
  store: Store;
  desk: Desk;
  counts: Counts;
  faults: () => Faults;
  setFaults: (faults: Faults) => void;
};
const given = z.object({ share: z.number().optional(), amount: z.number().optional() });
/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: AdminOptions): Server {
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const { share, amount } = given.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats')
      return { ...counts, orders: store.one("select count(*) as n from records where type = 'salesOrder'")?.n };
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key);
    const deeds: Readonly<Record<string, () => Rec | undefined>> = {
      'orders/deliver': () => desk.deliver(key, share),
      'orders/invoice': () => desk.invoice(key),
      'orders/copy': () => desk.copy(key),
      'orders/cancel': () => desk.cancel(key),
      'orders/approve': () => desk.approve(key),
      'invoices/pay': () => desk.pay(key, amount),
      'invoices/credit': () => desk.credit(key),
      'returns/approve': () => desk.approveReturn(key),
      'returns/receive': () => desk.receiveReturn(key),
      'returns/credit': () => desk.creditReturn(key),
    };
    const deed = deeds[`${what}/${verb}`];
    if (method !== 'POST' || !deed) throw new Error(`${method} ${path} is nothing here`);
    const rec = deed();
    return rec ? { id: rec.id, tranId: rec.body.tranId } : null;
  };
  return adminOf(act);
}
