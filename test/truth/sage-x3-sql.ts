import { amountOf, centsOf, percentOf, type Records } from './records.ts';

/** The double's own numbers, by SQL over the rows of its classes: what it computes in code for its API is not used. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
const text = (value: unknown): string => String(value ?? '0');
const is = (object: string, of = ''): string => `${of}object = '${object}'`;
const of = (column: string, from = 'body'): string => `(${from} ->> '$.${column}')`;
const SITE = 'H01';

export const customers = (store: Records) =>
  store.all(`select key from records where ${is('BPCUSTOMER')} order by key`).map(({ key }) => ({ id: String(key) }));
export const products = (store: Records) =>
  store
    .all(`select key, ${of('STOMGTCOD')} <> 1 as stocked from records where ${is('ITMMASTER')} order by key`)
    .map(({ key, stocked }) => ({ id: String(key), number: String(key), stocked: stocked === 1 }));

export const customer = (store: Records, id: string) =>
  store.one(
    `select c.key as number, ${of('BPCNAM', 'c.body')} as name, ${of('EECNUM', 'p.body')} as vat, ${of('CTY', 'a.body')} as city,
       ${of('PTE', 'c.body')} as terms, not ${of('BPCSTA', 'c.body')} or ${of('OSTCTL', 'c.body')} = 2 as blocked
     from records c left join records p on ${is('BPARTNER', 'p.')} and p.key = c.key
       left join records a on ${is('BPADDRESS', 'a.')} and a.key = '1~' || c.key || '~' || ${of('BPAADD', 'c.body')}
     where ${is('BPCUSTOMER', 'c.')} and c.key = ?`,
    id,
  );
/** In the unit of sale. */
export function stock(store: Records, item: string) {
  const found = store.one(
    `select ${of('PHYSTO', 's.body')} / ${of('SAUSTUCOE', 'i.body')} as onHand, (${of('PHYALL', 's.body')} + ${of('GLOALL', 's.body')}) / ${of('SAUSTUCOE', 'i.body')} as taken
     from records s join records i on ${is('ITMMASTER', 'i.')} and i.key = ${of('ITMREF', 's.body')}
     where ${is('ITMMVT', 's.')} and ${of('ITMREF', 's.body')} = ? and ${of('STOFCY', 's.body')} = '${SITE}'`,
    item,
  );
  return { onHand: text(found.onHand), taken: text(found.taken) };
}
/** Pieces in the unit of a price, which is that of stock or that of sale. */
const PIECES = `case ${of('UOM', 'l.body')} when ${of('STU', 'i.body')} then 1 else ${of('SAUSTUCOE', 'i.body')} end`;
/** In euros: of the customer's list, else of the list by quantity, else the base price, less the customer's discount. */
export function price(store: Records, customerId: string, item: string, quantity: string): string | null {
  const listed = store.one(
    `select ${of('PRI', 'l.body')} / ${PIECES} * ${of('SAUSTUCOE', 'i.body')} as gross
     from records l join records i on ${is('ITMMASTER', 'i.')} and i.key = ?1
     where ${is('SPRICLIST', 'l.')} and ${of('CUR', 'l.body')} in ('EUR', '')
       and (${of('PLI', 'l.body')} = 'T20' and ${of('PLICRI1', 'l.body')} = ?2 and ${of('PLICRI2', 'l.body')} = ?1
         or ${of('PLI', 'l.body')} = 'T11' and ${of('PLICRI1', 'l.body')} = ?1)
       and ?3 * ${of('SAUSTUCOE', 'i.body')} >= ${of('MINQTY', 'l.body')} * ${PIECES}
       and (${of('MAXQTY', 'l.body')} = 0 or ?3 * ${of('SAUSTUCOE', 'i.body')} < ${of('MAXQTY', 'l.body')} * ${PIECES})
     order by ${of('PLI', 'l.body')} desc limit 1`,
    item,
    customerId,
    Number(quantity),
  );
  const base = store.one(`select ${of('BASPRI')} as gross from records where ${is('ITMSALES')} and key = ?`, item);
  const { off } = store.one(
    `select ${of('DCGVAL1')} as off from records where ${is('SPRICLIST')} and ${of('PLI')} = 'T21' and ${of('PLICRI1')} = ?`,
    customerId,
  );
  const places = (value: number): number => Math.round(Number(`${value.toPrecision(15)}e4`)) / 1e4;
  const net = places(places(Number(listed.gross ?? base.gross ?? 0)) * (1 - Number(off ?? 0) / 100));
  return net === 0 ? null : String(net);
}

/** Lines of an order: what was ordered, delivered, invoiced, and its price. */
const LINES = `select ${of('SOHNUM', 'q.body')} as number, ${of('SOPLIN', 'q.body')} as place, ${of('ITMREF', 'q.body')} as item, ${of('QTY', 'q.body')} as quantity,
    ${of('DLVQTY', 'q.body')} as delivered, ${of('INVQTY', 'q.body')} as invoiced, ${of('NETPRI', 'p.body')} as price,
    ${centsOf(of('QTY', 'q.body'), of('NETPRI', 'p.body'))} as net
  from records q join records p on ${is('SORDERP', 'p.')} and p.key = q.key where ${is('SORDERQ', 'q.')}`;
/** Percent of a line's tax: customers abroad pay none. */
const RATE = `case when ${of('VACBPR', 'c.body')} <> 'DOM' then 0 when ${of('VACITM[0]', 'i.body')} = 'NOR' then 19 when ${of('VACITM[0]', 'i.body')} = 'RED' then 7 else 0 end`;
export const orders = (store: Records, customerId: string) =>
  store
    .all(
      `with lines as (${LINES}),
         taxed as (select l.number, ${RATE} as rate, sum(l.net) as net from lines l join records i on ${is('ITMMASTER', 'i.')} and i.key = l.item
           join records o on ${is('SORDER', 'o.')} and o.key = l.number join records c on ${is('BPCUSTOMER', 'c.')} and c.key = ${of('BPCORD', 'o.body')}
           group by 1, 2),
         sums as (select number, sum(net) as net, sum(net + ${percentOf('net', 'rate')}) as total from taxed group by 1),
         steps as (select number, max(delivered) > 0 as begun, min(delivered >= quantity) as delivered, min(invoiced >= quantity) as invoiced from lines group by 1)
       select o.key as number, ${of('ORDDAT', 'o.body')} as day, sums.net, sums.total, begun, delivered, invoiced, ${of('ORDSTA', 'o.body')} = 2 as closed
       from records o join sums on sums.number = o.key join steps on steps.number = o.key
       where ${is('SORDER', 'o.')} and ${of('BPCORD', 'o.body')} = ? and ${of('SOHTYP', 'o.body')} = 'SOI'
       order by ${of('ORDDAT', 'o.body')} desc, o.key desc limit 50`,
      customerId,
    )
    .map((each) => ({
      id: String(each.number),
      number: String(each.number),
      day: text(each.day),
      net: amountOf(each.net),
      total: amountOf(each.total),
      status: statusOf(each),
    }));
function statusOf({ begun, delivered, invoiced, closed }: Readonly<Record<string, unknown>>): string {
  if (begun === 0) return closed === 1 ? 'cancelled' : 'confirmed';
  if (delivered === 0 && closed === 0) return 'partly_delivered';
  return invoiced === 1 ? 'invoiced' : 'delivered';
}
export const orderLines = (store: Records, order: string) =>
  store
    .all(`with lines as (${LINES}) select * from lines where number = ? order by place`, order)
    .map(({ item, quantity, price: rate, net, delivered }) => ({
      ...{
        code: String(item),
        quantity: text(quantity),
        rate: text(rate),
        net: amountOf(net),
        shipped: text(delivered),
      },
    }));

/** Items of a customer's account, in cents. What is paid is no longer open. */
const DUE = `select ${of('NUM')} as number, ${of('DUDDAT')} as due, ${of('SNS')} as sign, cast(round((${of('AMTCUR')} - ${of('PAYCUR')}) * 100) as integer) as open,
    cast(round((${of('AMTLOC')} - ${of('PAYLOC')}) * 100) as integer) as base, ${of('BPR')} as customer
  from records where ${is('GACCDUDATE')} and ${of('FLGCLE')} = 0`;
const documents = (store: Records, customerId: string, kind: number, most: number) =>
  store.all(
    `with due as (${DUE}) select i.key as number, ${of('AMTATI', 'i.body')} as total, coalesce(due.open, 0) as open, ${of('ACCDAT', 'i.body')} as issued,
       case when due.open > 0 then due.due end as due, coalesce(due.open > 0 and due.due < ?, 0) as overdue
     from records i left join due on due.number = i.key
     where ${is('SINVOICE', 'i.')} and ${of('INVTYP', 'i.body')} = ? and ${of('BPR', 'i.body')} = ?
     order by ${of('ACCDAT', 'i.body')} desc, i.key desc limit ?`,
    today(),
    kind,
    customerId,
    most,
  );
export const invoices = (store: Records, customerId: string) =>
  documents(store, customerId, 1, 50).map((each) => ({ ...each, open: amountOf(each.open) }));
export const memos = (store: Records, customerId: string) =>
  documents(store, customerId, 2, 20).map((each) => ({
    number: String(each.number),
    total: text(each.total),
    open: amountOf(each.open),
  }));
/** In the company's currency. Credits and money on account settle the oldest invoices first. */
export function credit(store: Records, customerId: string) {
  const { balance, late, credited } = store.one(
    `with due as (${DUE}) select sum(sign * base) as balance, sum(case when sign > 0 and due < ?1 then base end) as late, sum(case when sign < 0 then base end) as credited
     from due where customer = ?2`,
    today(),
    customerId,
  );
  const { limit } = store.one(
    `select case ${of('OSTCTL')} when 3 then null else ${of('OSTAUZ')} end as "limit" from records where ${is('BPCUSTOMER')} and key = ?`,
    customerId,
  );
  const { open } = store.one(
    `select ${of('ORDBPIATIC')} + ${of('DLVOSTC')} + ${of('NPTINVC')} as open from records where ${is('BPCUSTMVT')} and ${of('BPCNUM')} = ?`,
    customerId,
  );
  return {
    limit: limit == null ? null : text(limit),
    balance: amountOf(balance),
    overdue: amountOf(Math.max(0, Number(late ?? 0) - Number(credited ?? 0))),
    orders: amountOf(Math.round(Number(open ?? 0) * 100)),
  };
}
/** Its adapter reads none. */
export const claims = () => [];
