import type { Call } from './call.ts';
import { compact, round } from './days.ts';
import { ServiceRefusal } from './errors.ts';
import { type Entered, type Fields, listIn, textIn } from './object-xml.ts';
import { addLine, changeLine, dayOr, headerOf, itemOf, linesOf, removeLine } from './order-lines.ts';
import { inEuro, vatOf } from './pricing.ts';
import type { Row, Store } from './store.ts';

export const CPY = 'HANSA';
/** Order types: with a number of the sequence, and with one that is entered. */
const types: Readonly<Record<string, 'drawn' | 'entered'>> = { SOI: 'drawn', WEB: 'drawn', SOM: 'entered' };
const LINES = 'SOH4_1';

function orderOf({ store }: Call, number: string): Row {
  const order = store.get('SORDER', number);
  if (!order) throw new ServiceRefusal(`SOHNUM : ${number} : Record does not exist`);
  return order;
}
function customerOf(store: Store, number: string): Row {
  const customer = store.get('BPCUSTOMER', number);
  if (!customer) throw new ServiceRefusal(`BPCORD : ${number} : Record does not exist`);
  if (customer.BPCSTA !== true) throw new ServiceRefusal(`BPCORD : ${number} : Customer inactive`);
  if (customer.OSTCTL === 2) throw new ServiceRefusal(`BPCORD : ${number} : Customer on hold`);
  return customer;
}
function facility(store: Store, name: string, code: string, flag: 'SALFLG' | 'WRHFLG'): string {
  if (store.get('FACILITY', code)?.[flag] !== true)
    throw new ServiceRefusal(`${name} : ${code} : Record does not exist`);
  return code;
}
function addressIn(store: Store, customer: Row, code: string): string {
  if (!store.get('BPADDRESS', 1, String(customer.BPCNUM), code))
    throw new ServiceRefusal(`BPAADD : ${code} : Record does not exist`);
  return code;
}
/** The delivery address of this order alone, where it differs from the customer's. */
function deliveryAddress(store: Store, fields: Fields, customer: Row, code: string, old?: Row): Row {
  const kept = store.get('BPADDRESS', 1, String(customer.BPCNUM), code);
  const lines = listIn(fields, 'BPAADDLIG');
  const moved = old && old.BPAADD === code ? old : null;
  const country = textIn(fields, 'CRY');
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    throw new ServiceRefusal(`CRY : ${country} : Record does not exist`);
  const before = moved
    ? { lines: moved.BPDADDLIG, zip: moved.BPDPOSCOD, city: moved.BPDCTY, country: moved.BPDCRY }
    : { lines: kept?.BPAADDLIG, zip: kept?.POSCOD, city: kept?.CTY, country: kept?.CRY };
  return {
    BPDADDLIG: lines.length > 0 ? [lines[0] ?? '', lines[1] ?? '', lines[2] ?? ''] : (before.lines ?? ['', '', '']),
    BPDNAM: [String(customer.BPCNAM), ''],
    BPDPOSCOD: textIn(fields, 'POSCOD') || (before.zip ?? ''),
    BPDCTY: textIn(fields, 'CTY') || (before.city ?? ''),
    BPDCRY: country || (before.country ?? ''),
  };
}
function guardReference({ store, faults }: Call, reference: string, own = ''): void {
  if (faults.referenceControl === null || reference === '') return;
  const [stored] = store.where('SORDER', 'CUSORDREF', reference).filter(({ SOHNUM }) => SOHNUM !== own);
  if (stored) throw new ServiceRefusal(faults.referenceControl.replace('{number}', String(stored.SOHNUM)));
}
function numberOf({ store }: Call, type: string, site: string, given: string, day: string): string {
  if (types[type] === 'entered') {
    if (given === '') throw new ServiceRefusal('SOHNUM : Mandatory field');
    if (store.get('SORDER', given)) throw new ServiceRefusal(`SOHNUM : ${given} : Record already exists`);
    return given;
  }
  if (given !== '') throw new ServiceRefusal('SOHNUM : Number assigned automatically');
  return `${type}${site}${day.slice(2, 4)}${String(store.draw(`${type} ${site}`)).padStart(6, '0')}`;
}
const amountOf = ({ quantities, prices }: { quantities: Row; prices: Row }): number =>
  round(Number(quantities.QTY) * Number(prices.NETPRI), 2);
/** Totals, statuses and what the customer has on order, after a change of lines. */
export function settleOrder(store: Store, number: string): Row {
  const order = store.get('SORDER', number) as Row;
  const customer = store.get('BPCUSTOMER', String(order.BPCORD)) as Row;
  const lines = linesOf(store, number);
  const net = round(
    lines.reduce((sum, line) => sum + amountOf(line), 0),
    2,
  );
  const byRate = new Map<number, number>();
  for (const line of lines) {
    const rate = vatOf(itemOf(store, String(line.prices.ITMREF)), customer);
    byRate.set(rate, round((byRate.get(rate) ?? 0) + amountOf(line), 2));
  }
  const tax = [...byRate].reduce((sum, [rate, base]) => sum + round((base * rate) / 100, 2), 0);
  const share = (column: 'DLVQTY' | 'INVQTY'): number => {
    const done = lines.filter(({ quantities }) => Number(quantities[column]) >= Number(quantities.QTY)).length;
    if (done === lines.length) return 3;
    return lines.some(({ quantities }) => Number(quantities[column]) > 0) ? 2 : 1;
  };
  const [DLVSTA, INVSTA] = [share('DLVQTY'), share('INVQTY')];
  const total = round(net + tax, 2);
  const isOpen = order.ORDSTA !== 2 && DLVSTA !== 3;
  const left = lines.reduce(
    (sum, { quantities, prices }) =>
      sum + round((Number(quantities.QTY) - Number(quantities.DLVQTY)) * Number(prices.NETPRI), 2),
    0,
  );
  const $open = isOpen && net !== 0 ? inEuro(round((total * left) / net, 2), String(order.CUR)) : 0;
  onOrder(store, String(customer.BPCNUM), $open - Number(order.$open ?? 0));
  return store.change('SORDER', order, {
    ...{ ORDNOT: net, ORDATI: total, ORDINVNOT: net, ORDINVATI: total, DLVSTA, INVSTA, LINNBR: lines.length, $open },
    ORDSTA: isOpen ? 1 : 2,
  });
}
/** What a customer has on order and not yet delivered, with tax and in the company's currency. */
function onOrder(store: Store, customer: string, more: number): void {
  const movement = store.get('BPCUSTMVT', customer, CPY);
  if (movement && more !== 0)
    store.change('BPCUSTMVT', movement, { ORDBPIATIC: round(Number(movement.ORDBPIATIC) + more, 2) });
}
/** The limit is a matter of people here: an order over it is kept, marked, and said to be over it. */
function checkCredit({ store, messages }: Call, order: Row): void {
  const customer = store.get('BPCUSTOMER', String(order.BPCORD)) as Row;
  const movement = store.get('BPCUSTMVT', String(order.BPCORD), CPY);
  if (customer.OSTCTL !== 1 || !movement) return;
  const { ORDBPIATIC, DLVOSTC, NPTINVC, BLCC } = movement;
  const owed = [ORDBPIATIC, DLVOSTC, NPTINVC, BLCC].reduce<number>((sum, each) => sum + Number(each), 0);
  if (owed <= Number(customer.OSTAUZ)) return;
  store.change('SORDER', order, { CDTSTA: 3 });
  messages.push({ type: 2, text: 'Authorized credit exceeded' });
}
/** `save` of a sales order. */
export function saveOrder(call: Call, { fields, lines }: Entered): string {
  const { store } = call;
  const site = facility(store, 'SALFCY', textIn(fields, 'SALFCY'), 'SALFLG');
  const type = textIn(fields, 'SOHTYP');
  if (!types[type]) throw new ServiceRefusal(`SOHTYP : ${type} : Record does not exist`);
  const customer = customerOf(store, textIn(fields, 'BPCORD'));
  const currency = textIn(fields, 'CUR') || String(customer.CUR);
  if (!store.get('TABCUR', currency)) throw new ServiceRefusal(`CUR : ${currency} : Record does not exist`);
  const address = addressIn(store, customer, textIn(fields, 'BPAADD') || String(customer.BPAADD));
  const warehouse = facility(store, 'STOFCY', textIn(fields, 'STOFCY') || site, 'WRHFLG');
  const ORDDAT = dayOr(textIn(fields, 'ORDDAT'));
  const wanted = textIn(fields, 'DEMDLVDAT') || ORDDAT;
  if (wanted < ORDDAT) throw new ServiceRefusal('DEMDLVDAT : Date earlier than the order date');
  const rows = lines.get(LINES) ?? [];
  if (rows.length === 0) throw new ServiceRefusal('At least one line is mandatory');
  const reference = textIn(fields, 'CUSORDREF');
  guardReference(call, reference);
  const number = numberOf(call, type, site, textIn(fields, 'SOHNUM'), ORDDAT);
  const order = store.add('SORDER', {
    ...{ SOHNUM: number, CPY, SALFCY: site, SOHTYP: type, SOHCAT: 1, CUSORDREF: reference, CUR: currency },
    ...{ BPCORD: String(customer.BPCNUM), BPCNAM: String(customer.BPCNAM), STOFCY: warehouse, BPAADD: address },
    ...{ BPCINV: String(customer.BPCINV), BPCPYR: String(customer.BPCPYR) },
    ...{ ORDDAT, DEMDLVDAT: wanted, SHIDAT: textIn(fields, 'SHIDAT') || wanted },
    ...{ PTE: textIn(fields, 'PTE') || String(customer.PTE), CREUSR: call.user, UPDUSR: call.user },
    ...deliveryAddress(store, fields, customer, address),
  });
  for (const { fields: entered } of rows) addLine(store, headerOf(store, order), entered);
  if (call.faults.lateRefusal && call.faults.lateRefusal.times > 0) {
    call.faults.lateRefusal.times -= 1;
    throw new ServiceRefusal(call.faults.lateRefusal.words);
  }
  checkCredit(call, settleOrder(store, number));
  return number;
}
/** The stamp of a document's version, as `WW_MODSTAMP` has it. */
export const stampOf = (row: Row): string => compact(String(row.UPDDATTIM)).replace(/[TZ:]/g, '');
function untouched(call: Call, order: Row, fields: Fields): void {
  if (call.faults.locked > 0) {
    call.faults.locked -= 1;
    throw new ServiceRefusal(`${String(order.SOHNUM)} : Record being modified by another user`);
  }
  const stamp = textIn(fields, 'WW_MODSTAMP');
  if (stamp !== '' && stamp !== stampOf(order))
    throw new ServiceRefusal(`${String(order.SOHNUM)} : Record modified by another user`);
}
/** `modify` of a sales order: lines by their number in the document; a number behind the last one adds a line. */
export function modifyOrder(call: Call, number: string, { fields, lines }: Entered): void {
  const { store } = call;
  const order = orderOf(call, number);
  untouched(call, order, fields);
  if (order.ORDSTA === 2) throw new ServiceRefusal(`${number} : Order closed`);
  for (const name of ['SALFCY', 'SOHTYP', 'SOHNUM', 'BPCORD', 'CUR'])
    if (textIn(fields, name) !== '' && textIn(fields, name) !== order[name])
      throw new ServiceRefusal(`${name} : Field not modifiable`);
  const customer = store.get('BPCUSTOMER', String(order.BPCORD)) as Row;
  const address = addressIn(store, customer, textIn(fields, 'BPAADD') || String(order.BPAADD));
  const reference = fields.has('CUSORDREF') ? textIn(fields, 'CUSORDREF') : String(order.CUSORDREF);
  guardReference(call, reference, number);
  const wanted = textIn(fields, 'DEMDLVDAT') || String(order.DEMDLVDAT);
  if (wanted < String(order.ORDDAT)) throw new ServiceRefusal('DEMDLVDAT : Date earlier than the order date');
  const next = store.change('SORDER', order, {
    ...{ CUSORDREF: reference, BPAADD: address, DEMDLVDAT: wanted, UPDUSR: call.user },
    ...{ SHIDAT: textIn(fields, 'SHIDAT') || String(order.SHIDAT), PTE: textIn(fields, 'PTE') || String(order.PTE) },
    ...deliveryAddress(store, fields, customer, address, order),
  });
  const kept = linesOf(store, number);
  for (const { number: nth, fields: entered } of lines.get(LINES) ?? []) {
    const line = kept[nth - 1];
    if (line) changeLine(store, headerOf(store, next), line, entered);
    else addLine(store, headerOf(store, next), entered);
  }
  checkCredit(call, settleOrder(store, number));
}
/** `deleteLines`: lines by their number in the document. */
export function deleteOrderLines(call: Call, number: string, numbers: readonly number[]): void {
  const order = orderOf(call, number);
  untouched(call, order, new Map());
  if (order.ORDSTA === 2) throw new ServiceRefusal(`${number} : Order closed`);
  const kept = linesOf(call.store, number);
  if (numbers.length >= kept.length) throw new ServiceRefusal('At least one line is mandatory');
  for (const nth of numbers) {
    const line = kept[nth - 1];
    if (!line) throw new ServiceRefusal(`Line ${nth} : Record does not exist`);
    removeLine(call.store, line);
  }
  settleOrder(call.store, number);
}
/** `delete` of an order of which nothing was delivered or invoiced. */
export function deleteOrder(call: Call, number: string): void {
  const { store } = call;
  const order = orderOf(call, number);
  untouched(call, order, new Map());
  if (order.DLVSTA !== 1 || order.INVSTA !== 1 || order.ORDSTA === 2)
    throw new ServiceRefusal(`${number} : Deletion impossible, order delivered or invoiced`);
  for (const line of linesOf(store, number)) removeLine(store, line);
  store.remove('SORDER', order);
  onOrder(store, String(order.BPCORD), -Number(order.$open ?? 0));
}
