import type { Call } from './call.ts';
import { deliverOrder, move } from './deliveries.ts';
import { noFaults } from './faults.ts';
import { creditInvoice, invoiceOrder, matchItems, payInvoice, payOnAccount } from './invoices.ts';
import type { Entered, Fields } from './object-xml.ts';
import { linesOf } from './order-lines.ts';
import { deleteOrder, modifyOrder, saveOrder } from './orders.ts';
import type { Row, Store } from './store.ts';

type Wish = {
  customer: string;
  lines: readonly (readonly [item: string, quantity: number])[];
  reference?: string;
  day?: string;
  wanted?: string;
};
const DESK = 'DESK';
const fieldsOf = (values: Record<string, string | number | undefined>): Fields =>
  new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));

/** What people do on X3's own screens. Documents are named by their number. */
export function openDesk(store: Store) {
  const call = (): Call => ({ store, faults: noFaults(), user: DESK, messages: [] });
  const act = <Result>(work: () => Result): Result => store.atomic(work);
  const row = (table: string, ...key: readonly (string | number)[]): Row => {
    const found = store.get(table, ...key);
    if (!found) throw new Error(`no ${table} ${key.join(' ')}`);
    return found;
  };
  const enter = ({ customer, lines, reference, day, wanted }: Wish): string => {
    const compacted = { ORDDAT: day, DEMDLVDAT: wanted, CUSORDREF: reference };
    const entered: Entered = {
      fields: fieldsOf({ SALFCY: 'H01', SOHTYP: 'SOI', BPCORD: customer, ...compacted }),
      lines: new Map([
        ['SOH4_1', lines.map(([ITMREF, QTY], nth) => ({ number: nth + 1, fields: fieldsOf({ ITMREF, QTY }) }))],
      ]),
    };
    return act(() => saveOrder(call(), entered));
  };
  return {
    enter,
    order: (number: string): Row => row('SORDER', number),
    /** Orders that carry a reference. */
    ordersWith: (reference: string): Row[] => store.where('SORDER', 'CUSORDREF', reference),
    deliver: (number: string, share = 1): string => act(() => String(deliverOrder(store, number, share).SDHNUM)),
    invoice: (number: string, day?: string): string => act(() => String(invoiceOrder(store, number, day).NUM)),
    pay: (number: string, amount?: number): Row => act(() => payInvoice(store, number, amount)),
    credit: (number: string, only?: readonly (readonly [line: number, quantity: number])[]): string =>
      act(() => String(creditInvoice(store, number, only).NUM)),
    match: (credit: string, invoice: string): void => act(() => matchItems(store, credit, invoice)),
    payOnAccount: (customer: string, amount: number): Row => act(() => payOnAccount(store, customer, amount)),
    /** Another quantity of the first line. */
    amend: (number: string, quantity: number): void =>
      act(() =>
        modifyOrder(call(), number, {
          fields: new Map(),
          lines: new Map([['SOH4_1', [{ number: 1, fields: fieldsOf({ QTY: quantity }) }]]]),
        }),
      ),
    /** "Copy" of the screen: the reference is taken over, the number is new. */
    copy: (number: string): string => {
      const { BPCORD, CUSORDREF } = row('SORDER', number);
      return enter({
        customer: String(BPCORD),
        reference: String(CUSORDREF),
        lines: linesOf(store, number).map(({ quantities }) => [String(quantities.ITMREF), Number(quantities.QTY)]),
      });
    },
    /** Closes what remains of an order. */
    close: (number: string): Row => act(() => store.change('SORDER', row('SORDER', number), { ORDSTA: 2 })),
    remove: (number: string): void => act(() => deleteOrder(call(), number)),
    hold: (customer: string, isOnHold = true): Row =>
      act(() => store.change('BPCUSTOMER', row('BPCUSTOMER', customer), { OSTCTL: isOnHold ? 2 : 3 })),
    rename: (customer: string, name: string): Row =>
      act(() => store.change('BPCUSTOMER', row('BPCUSTOMER', customer), { BPCNAM: name })),
    setStock: (item: string, site: string, quantity: number): void =>
      act(() => move(store, item, site, quantity - Number(row('ITMMVT', item, site).PHYSTO))),
  };
}
export type Desk = ReturnType<typeof openDesk>;
