import { daysAfter, round, today } from './days.ts';
import { notInvoiced } from './deliveries.ts';
import { itemOf, linesOf } from './order-lines.ts';
import { CPY, settleOrder } from './orders.ts';
import { inEuro, vatOf } from './pricing.ts';
import type { Row, Store } from './store.ts';

type Billed = { item: Row; unit: string; quantity: number; price: number; text: string; more: Row };
type Invoice = { order: Row; lines: readonly Billed[]; day: string; kind: 'invoice' | 'credit'; from: Row };
const types = { invoice: { SIVTYP: 'INV', INVTYP: 1, SNS: 1 }, credit: { SIVTYP: 'CNO', INVTYP: 2, SNS: -1 } } as const;
const terms: Readonly<Record<string, number>> = { NET30: 30, NET14: 14 };

/** A posted document of the customer's account: its totals, its lines, and the open item with its due date. */
function post(store: Store, { order, lines, day, kind, from }: Invoice): Row {
  const { SIVTYP, INVTYP, SNS } = types[kind];
  const customer = store.get('BPCUSTOMER', String(order.BPCORD)) as Row;
  const number = `${SIVTYP}${String(order.SALFCY)}${String(store.draw(SIVTYP)).padStart(6, '0')}`;
  const byRate = new Map<number, number>();
  const rows = lines.map(({ item, unit, quantity, price, text, more }, nth) => {
    const net = round(quantity * price, 2);
    const rate = vatOf(item, customer);
    byRate.set(rate, round((byRate.get(rate) ?? 0) + net, 2));
    return {
      ...{ NUM: number, SIDLIN: (nth + 1) * 1000, ITMREF: String(item.ITMREF), ITMDES1: text, SAU: unit },
      ...{ QTY: quantity, NETPRI: price, AMTNOTLIN: net, AMTATILIN: round(net * (1 + rate / 100), 2), ...more },
    };
  });
  const net = round(
    [...byRate.values()].reduce((sum, each) => sum + each, 0),
    2,
  );
  const tax = [...byRate].reduce((sum, [rate, base]) => sum + round((base * rate) / 100, 2), 0);
  const total = round(net + tax, 2);
  const due = daysAfter(day, kind === 'invoice' ? (terms[String(order.PTE)] ?? 30) : 0);
  const currency = String(order.CUR);
  const invoice = store.add('SINVOICE', {
    ...{ NUM: number, CPY, FCY: String(order.SALFCY), SIVTYP, INVTYP, SNS, CUR: currency, PTE: String(order.PTE) },
    ...{
      BPR: String(order.BPCINV),
      BPRNAM: [String(customer.BPCNAM), ''],
      ACCDAT: day,
      STRDUDDAT: due,
      STA: 3,
      INVSTA: 3,
    },
    ...{ AMTNOT: net, AMTATI: total, ...from },
  });
  store.add('SINVOICEV', {
    ...{ NUM: number, SALFCY: String(order.SALFCY), BPCINV: String(order.BPCINV), BPCORD: String(order.BPCORD) },
    ...{ SOHNUM: String(order.SOHNUM), SDHNUM: String(order.LASDLVNUM), CUSORDREF: String(order.CUSORDREF) },
    ...{ INVDAT: day, CUR: currency, INVNOT: net, INVATI: total },
  });
  for (const row of rows) store.add('SINVOICED', row);
  store.add('GACCDUDATE', {
    ...{ TYP: SIVTYP, NUM: number, LIG: 1, DUDLIG: 1, ACCNUM: store.draw('ACCNUM'), CPY, FCY: String(order.SALFCY) },
    ...{ CUR: currency, SAC: 'DCL', BPR: String(order.BPCINV), BPRPAY: String(order.BPCPYR), BPRTYP: 1, SNS },
    ...{ DUDDAT: due, PAM: 'VIR', AMTCUR: total, AMTLOC: inEuro(total, currency), FLGCLE: false },
  });
  owe(store, String(order.BPCINV), SNS * inEuro(total, currency));
  return invoice;
}
function owe(store: Store, customer: string, amount: number): void {
  const movement = store.get('BPCUSTMVT', customer, CPY);
  if (movement) store.change('BPCUSTMVT', movement, { BLCC: round(Number(movement.BLCC) + amount, 2) });
}
/** Bills what is delivered of an order and not yet billed. */
export function invoiceOrder(store: Store, number: string, day = today()): Row {
  const order = store.get('SORDER', number);
  if (!order) throw new Error(`no order ${number}`);
  const lines = linesOf(store, number).flatMap(({ quantities, prices }): Billed[] => {
    const quantity = Number(quantities.DLVQTY) - Number(quantities.INVQTY);
    if (quantity <= 0) return [];
    store.change('SORDERQ', quantities, {
      INVQTY: Number(quantities.DLVQTY),
      INVQTYSTU: Number(quantities.DLVQTY) * Number(quantities.SAUSTUCOE),
    });
    const more = { SOHNUM: number, SOPLIN: Number(quantities.SOPLIN), SDHNUM: String(order.LASDLVNUM) };
    return [
      {
        ...{ item: itemOf(store, String(quantities.ITMREF)), unit: String(quantities.SAU), quantity },
        ...{ price: Number(prices.NETPRI), text: String(prices.ITMDES1) },
        more: { ...more, SDDLIN: Number(quantities.SOPLIN) },
      },
    ];
  });
  const from = { SIHORI: 4, SIHORINUM: String(order.LASDLVNUM) };
  const invoice = post(store, { order, lines, day, kind: 'invoice', from });
  store.change('SORDER', store.get('SORDER', number) as Row, { LASINVNUM: String(invoice.NUM) });
  const settled = settleOrder(store, number);
  notInvoiced(store, settled, -Number(settled.$shipped ?? 0));
  return invoice;
}
/** Credits an invoice, whole or by the numbers of its lines. It stays an item of its own until somebody matches the two. */
export function creditInvoice(
  store: Store,
  number: string,
  only?: readonly (readonly [line: number, quantity: number])[],
): Row {
  const header = store.get('SINVOICEV', number);
  if (!header) throw new Error(`no invoice ${number}`);
  const order = store.get('SORDER', String(header.SOHNUM)) as Row;
  const lines = store
    .where('SINVOICED', 'NUM', number)
    .sort((a, b) => Number(a.SIDLIN) - Number(b.SIDLIN))
    .flatMap((line, nth): Billed[] => {
      const quantity = only ? (only.find(([of]) => of === nth + 1)?.[1] ?? 0) : Number(line.QTY);
      if (quantity <= 0) return [];
      const { SOHNUM = '', SOPLIN = 0 } = line;
      return [
        {
          ...{ item: itemOf(store, String(line.ITMREF)), unit: String(line.SAU), quantity },
          ...{ price: Number(line.NETPRI), text: String(line.ITMDES1), more: { SOHNUM, SOPLIN } },
        },
      ];
    });
  return post(store, { order, lines, day: today(), kind: 'credit', from: { SIHORI: 3, SIHORINUM: number } });
}
const itemsOf = (store: Store, number: string): Row[] => store.where('GACCDUDATE', 'NUM', number);
/** Money for an invoice: all that is open, or an amount in its currency. */
export function payInvoice(store: Store, number: string, amount?: number): Row {
  const [item] = itemsOf(store, number);
  if (!item) throw new Error(`no open item ${number}`);
  const open = round(Number(item.AMTCUR) - Number(item.PAYCUR), 2);
  const paid = Math.min(amount ?? open, open);
  const PAYCUR = round(Number(item.PAYCUR) + paid, 2);
  owe(store, String(item.BPR), -Number(item.SNS) * inEuro(paid, String(item.CUR)));
  return store.change('GACCDUDATE', item, {
    ...{ PAYCUR, PAYLOC: inEuro(PAYCUR, String(item.CUR)), FLGCLE: PAYCUR >= Number(item.AMTCUR) },
  });
}
/** Matches a credit with an invoice: both are paid by the smaller of them. */
export function matchItems(store: Store, credit: string, invoice: string): void {
  const open = [credit, invoice].map((number) => {
    const [item] = itemsOf(store, number);
    return round(Number(item?.AMTCUR) - Number(item?.PAYCUR), 2);
  });
  const amount = Math.min(...open);
  for (const number of [credit, invoice]) payInvoice(store, number, amount);
}
/** Money on account that no invoice took yet: an item of the other sign. */
export function payOnAccount(store: Store, customer: string, amount: number): Row {
  const { CUR = 'EUR', BPCPYR = customer } = store.get('BPCUSTOMER', customer) as Row;
  owe(store, customer, -inEuro(amount, String(CUR)));
  const drawn = store.draw('RCP');
  return store.add('GACCDUDATE', {
    ...{ TYP: 'RCPT', NUM: `RCPT${String(drawn).padStart(6, '0')}`, LIG: 1, DUDLIG: 1, CPY, FCY: 'H01', CUR },
    ...{ SAC: 'DCL', BPR: customer, BPRPAY: String(BPCPYR), BPRTYP: 1, SNS: -1, DUDDAT: today(), PAM: 'VIR' },
    ...{ AMTCUR: amount, AMTLOC: inEuro(amount, String(CUR)), ACCNUM: store.draw('ACCNUM') },
  });
}
