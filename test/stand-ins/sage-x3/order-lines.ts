import { today } from './days.ts';
import { ServiceRefusal } from './errors.ts';
import { type Fields, numberIn, textIn } from './object-xml.ts';
import { checkQuantity, coefficient, netOf, priceOf } from './pricing.ts';
import type { Row, Scalar, Store } from './store.ts';

/** Both halves of an order line: quantities and prices. */
type LineRows = { quantities: Row; prices: Row };
const STEP = 1000;
const discountsOf = ['DISCRGVAL1', 'DISCRGVAL2', 'DISCRGVAL3'] as const;

export const linesOf = (store: Store, number: string): LineRows[] =>
  store
    .where('SORDERQ', 'SOHNUM', number)
    .sort((a, b) => Number(a.SOPLIN) - Number(b.SOPLIN))
    .map((quantities) => ({
      quantities,
      prices: store.get('SORDERP', number, String(quantities.SOPLIN), String(quantities.SOPLIN)) as Row,
    }));
export function itemOf(store: Store, reference: string): Row {
  const item = store.get('ITMMASTER', reference);
  if (!item) throw new ServiceRefusal(`ITMREF : ${reference} : Record does not exist`);
  return item;
}
function sold(store: Store, reference: string): Row {
  const item = itemOf(store, reference);
  if ([2, 5, 6].includes(Number(item.ITMSTA))) throw new ServiceRefusal(`ITMREF : ${reference} : Product not active`);
  return item;
}
type Header = { number: string; customer: Row; currency: string; site: string; store: string; order: Row };
function shipSite(store: Store, fields: Fields, usual: string): string {
  const site = textIn(fields, 'DSTOFCY') || usual;
  if (store.get('FACILITY', site)?.WRHFLG !== true)
    throw new ServiceRefusal(`DSTOFCY : ${site} : Record does not exist`);
  return site;
}
/** What a line sells, by its price as given, or by the price lists. */
function pricesOf(store: Store, header: Header, item: Row, unit: string, quantity: number, fields: Fields, old?: Row) {
  const { customer, currency, order } = header;
  const found = priceOf(store, { customer, item, unit, quantity, currency, day: order.ORDDAT as string });
  const gross = numberIn(fields, 'GROPRI') ?? (old ? Number(old.GROPRI) : found.gross);
  const usual = [found.discount, 0, 0];
  const discounts = discountsOf.map(
    (name, nth) => numberIn(fields, name) ?? (old ? Number(old[name]) : (usual[nth] ?? 0)),
  );
  return {
    ...{ GROPRI: gross, NETPRI: netOf(gross, discounts) },
    ...Object.fromEntries(discountsOf.map((name, nth) => [name, discounts[nth] ?? 0])),
  };
}
function datesOf(fields: Fields, order: Row, old?: Row): Row {
  const wanted = (textIn(fields, 'DEMDLVDAT') || (old ?? order).DEMDLVDAT) as string;
  const shipped = (textIn(fields, 'SHIDAT') || (old ?? order).SHIDAT || wanted) as string;
  if (wanted < String(order.ORDDAT)) throw new ServiceRefusal('DEMDLVDAT : Date earlier than the order date');
  return { DEMDLVDAT: wanted, SHIDAT: shipped };
}
/** Adds a line at the end. */
export function addLine(store: Store, header: Header, fields: Fields): void {
  const item = sold(store, textIn(fields, 'ITMREF'));
  const unit = textIn(fields, 'SAU') || String(item.SAU);
  const factor = coefficient(item, unit);
  const quantity = numberIn(fields, 'QTY') ?? 0;
  checkQuantity(store, unit, quantity);
  const last = Math.max(0, ...linesOf(store, header.number).map(({ quantities }) => Number(quantities.SOPLIN)));
  const line = last + STEP;
  const tax = textIn(fields, 'VACITM1') || String((item.VACITM as readonly string[])[0]);
  const shared = { SOHNUM: header.number, SOPLIN: line, BPCORD: String(header.customer.BPCNUM) };
  store.add('SORDERQ', {
    ...{ ...shared, SOQSEQ: line, ITMREF: String(item.ITMREF), SAU: unit, STU: String(item.STU), SAUSTUCOE: factor },
    ...{ SALFCY: header.site, STOFCY: shipSite(store, fields, header.store), ORDDAT: header.order.ORDDAT ?? null },
    ...{ QTY: quantity, QTYSTU: quantity * factor, SOQSTA: 1, ...datesOf(fields, header.order) },
  });
  store.add('SORDERP', {
    ...{ ...shared, SOPSEQ: line, ITMREF: String(item.ITMREF), SAU: unit, VACITM: [tax, '', ''] },
    ...{ ITMDES: textIn(fields, 'ITMDES') || String(item.ITMDES1) },
    ...{ ITMDES1: textIn(fields, 'ITMDES1') || String(item.ITMDES1) },
    ...pricesOf(store, header, item, unit, quantity, fields),
  });
  sell(store, item, header.store, quantity * factor);
}
/** Changes a line; what is not named stays. */
export function changeLine(store: Store, header: Header, { quantities, prices }: LineRows, fields: Fields): void {
  if (textIn(fields, 'ITMREF') !== '' && textIn(fields, 'ITMREF') !== quantities.ITMREF)
    throw new ServiceRefusal('ITMREF : Field not modifiable');
  const item = itemOf(store, String(quantities.ITMREF));
  const unit = textIn(fields, 'SAU') || String(quantities.SAU);
  const quantity = numberIn(fields, 'QTY') ?? Number(quantities.QTY);
  checkQuantity(store, unit, quantity);
  if (quantity < Number(quantities.DLVQTY)) throw new ServiceRefusal('QTY : Quantity already delivered');
  const pieces = quantity * coefficient(item, unit);
  sell(store, item, String(quantities.STOFCY), pieces - Number(quantities.QTYSTU));
  store.change('SORDERQ', quantities, {
    ...{ SAU: unit, SAUSTUCOE: coefficient(item, unit), QTY: quantity, QTYSTU: pieces },
    ...datesOf(fields, header.order, quantities),
  });
  const named = textIn(fields, 'ITMDES1') || String(prices.ITMDES1);
  store.change('SORDERP', prices, {
    ...{ SAU: unit, ITMDES1: named, ITMDES: textIn(fields, 'ITMDES') || named },
    ...pricesOf(store, header, item, unit, quantity, fields, prices),
  });
}
export function removeLine(store: Store, { quantities, prices }: LineRows): void {
  if (Number(quantities.DLVQTY) > 0) throw new ServiceRefusal('Line already delivered');
  sell(store, itemOf(store, String(quantities.ITMREF)), String(quantities.STOFCY), -Number(quantities.QTYSTU));
  store.remove('SORDERQ', quantities);
  store.remove('SORDERP', prices);
}
/** Pieces on sales orders, at the site that ships. */
export function sell(store: Store, item: Row, site: string, pieces: number): void {
  const kept = store.get('ITMMVT', String(item.ITMREF), site);
  if (kept) store.change('ITMMVT', kept, { SALSTO: Number(kept.SALSTO) + pieces });
}
export const headerOf = (store: Store, order: Row): Header => ({
  ...{ number: String(order.SOHNUM), customer: store.get('BPCUSTOMER', String(order.BPCORD)) as Row, order },
  ...{ currency: String(order.CUR), site: String(order.SALFCY), store: String(order.STOFCY) },
});
export const dayOr = (day: Scalar | undefined): string => (typeof day === 'string' && day !== '' ? day : today());
