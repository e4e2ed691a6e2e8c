import type { Store } from '../stand-ins/netsuite/database.ts';

/** The double's own numbers, by SQL over its records, stock and prices: the tables that SuiteQL sees, and what the double computes in code, are not used. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
const text = (value: unknown): string => String(value ?? '0');
const body = (path: string, of = 'body'): string => `json_extract(${of}, '$.${path}')`;
const row = (store: Store, sql: string, ...values: (string | number)[]) => store.one(sql, ...values) ?? {};

export const customers = (store: Store) =>
  store.all("select id from records where type = 'customer' order by id").map(({ id }) => ({ id: String(id) }));
export const products = (store: Store) =>
  store
    .all(
      `select id, ${body('itemId')} as number, type from records where grp = 'item' and type <> 'discountItem' order by id`,
    )
    .map(({ id, number, type }) => ({ id: String(id), number: String(number), stocked: type === 'inventoryItem' }));

export const customer = (store: Store, id: string) =>
  row(
    store,
    `select ${body('entityId', 'c.body')} as number, ${body('vatRegNumber', 'c.body')} as vat,
       coalesce(${body('companyName', 'c.body')}, ${body('firstName', 'c.body')} || ' ' || ${body('lastName', 'c.body')}) as name,
       (select ${body('addressBookAddress.city', 'a.value')} from json_each(c.body, '$.addressBook.items') a
         where ${body('defaultBilling', 'a.value')} = 1) as city,
       ${body('name', 't.body')} as terms,
       ${body('isInactive', 'c.body')} = 1 or ${body('creditHoldOverride.id', 'c.body')} = 'ON' as blocked
     from records c left join records t on t.type = 'term' and t.id = cast(${body('terms.id', 'c.body')} as integer)
     where c.type = 'customer' and c.id = ?`,
    Number(id),
  );

/** In the unit of sale: shelves and commitments are counted in the stock unit. */
export function stock(store: Store, item: string) {
  const unit = row(
    store,
    `select u.rate from records i join units u on u.id = cast(${body('saleUnit', 'i.body')} as integer) where i.grp = 'item' and i.id = ?`,
    Number(item),
  );
  const rate = Number(unit.rate ?? 1);
  const places = store.all(
    `select s.onhand, (select coalesce(sum(quantity), 0) from open_lines o where o.item = s.item and o.location = s.location) as open
     from stock s where s.item = ? order by s.location`,
    Number(item),
  );
  const onHand = places.reduce((sum, each) => sum + Number(each.onhand), 0);
  const taken = places.reduce((sum, each) => sum + Math.min(Number(each.onhand), Number(each.open)), 0);
  const inUnit = (value: number) => text(Math.round((value / rate) * 1e8) / 1e8);
  return { onHand: inUnit(onHand), taken: inUnit(taken) };
}
const one = (values: readonly Record<string, unknown>[]) => values[0] ?? {};
/** The price of a quantity: the customer's own, else that of his level, which may be a percentage of the base price. */
export function price(store: Store, customerId: string, item: string, quantity: string): string | null {
  const own = one(
    store.all(
      `select ${body('price', 'p.value')} as price from records c, json_each(c.body, '$.itemPricing.items') p
       where c.type = 'customer' and c.id = ? and cast(${body('item.id', 'p.value')} as integer) = ?`,
      Number(customerId),
      Number(item),
    ),
  );
  if (own.price !== undefined && own.price !== null) return text(own.price);
  const base = one(
    store.all(
      'select price from prices where item = ? and level = 1 and currency = 1 and quantity <= ? order by quantity desc limit 1',
      Number(item),
      Number(quantity),
    ),
  );
  if (base.price === undefined) return null;
  const level = one(
    store.all(
      `select coalesce(${body('discountPct', 'l.body')}, 0) as percent from records c join records l on l.type = 'priceLevel' and l.id = cast(${body('priceLevel.id', 'c.body')} as integer)
       where c.type = 'customer' and c.id = ?`,
      Number(customerId),
    ),
  );
  return text(Math.round(Number(base.price) * (1 + Number(level.percent ?? 0) / 100) * 1e8) / 1e8);
}

const STATUS = `case ${body('status.id')} when 'C' then 'cancelled' when 'D' then 'partly_delivered' when 'E' then 'partly_delivered'
  when 'F' then 'delivered' when 'G' then 'invoiced' else 'confirmed' end`;
export const orders = (store: Store, customerId: string) =>
  store
    .all(
      `select id, ${body('tranId')} as number, ${body('tranDate')} as day, ${body('total')} as total,
         round(${body('total')} - ${body('taxTotal')}, 2) as net, ${STATUS} as status from records
       where type = 'salesOrder' and entity = ? order by ${body('tranDate')} desc, id desc limit 50`,
      Number(customerId),
    )
    .map((each) => ({
      id: String(each.id),
      number: String(each.number),
      day: text(each.day),
      total: text(each.total),
      net: text(each.net),
      status: String(each.status),
    }));
export const orderLines = (store: Store, order: string) =>
  store
    .all(
      `select ${body('itemId', 'i.body')} as code, ${body('quantity', 'l.value')} as quantity, ${body('rate', 'l.value')} as rate,
         ${body('amount', 'l.value')} as net, ${body('quantityFulfilled', 'l.value')} as shipped
       from records o, json_each(o.body, '$.item.items') l join records i on i.grp = 'item' and i.id = cast(${body('item.id', 'l.value')} as integer)
       where o.type = 'salesOrder' and o.id = ? order by ${body('line', 'l.value')}`,
      Number(order),
    )
    .map(({ code, quantity, rate, net, shipped }) => ({
      code: String(code),
      quantity: text(quantity),
      rate: text(rate),
      net: text(net),
      shipped: text(shipped),
    }));

export const invoices = (store: Store, customerId: string) =>
  store
    .all(
      `select ${body('tranId')} as number, ${body('total')} as total, ${body('amountRemaining')} as open, ${body('tranDate')} as issued,
         ${body('dueDate')} as due, ${body('dueDate')} < ? and ${body('amountRemaining')} > 0 as overdue
       from records where type = 'invoice' and entity = ? order by ${body('tranDate')} desc, id desc limit 60`,
      today(),
      Number(customerId),
    )
    .map((each) => ({
      number: String(each.number),
      total: text(each.total),
      open: text(each.open),
      issued: text(each.issued),
      due: text(each.due),
      overdue: each.overdue === 1,
    }));
export const memos = (store: Store, customerId: string) =>
  store
    .all(
      `select ${body('tranId')} as number, ${body('total')} as total, ${body('unapplied')} as open from records
       where type = 'creditMemo' and entity = ? order by id desc limit 20`,
      Number(customerId),
    )
    .map(({ number, total, open }) => ({ number: String(number), total: text(total), open: text(open) }));
export const claims = (store: Store, customerId: string) =>
  store
    .all(
      `select ${body('tranId')} as number, case ${body('status.id')} when 'A' then 'requested' when 'B' then 'approved' when 'G' then 'credited' else 'received' end as status
       from records where type = 'returnAuthorization' and entity = ? order by id`,
      Number(customerId),
    )
    .map(({ number, status }) => ({ number: String(number), status: String(status) }));

/** Open invoices less what is on account. */
export function credit(store: Store, customerId: string) {
  const open = row(
    store,
    `select round(coalesce(sum(${body('amountRemaining')}), 0), 2) as open,
       round(coalesce(sum(case when ${body('dueDate')} < ? then ${body('amountRemaining')} end), 0), 2) as overdue
     from records where type = 'invoice' and entity = ?`,
    today(),
    Number(customerId),
  );
  const account = row(
    store,
    `select round(coalesce(sum(${body('unapplied')}), 0), 2) as n from records where type in ('creditMemo', 'customerPayment') and entity = ?`,
    Number(customerId),
  );
  const limit = row(
    store,
    `select ${body('creditLimit')} as n from records where type = 'customer' and id = ?`,
    Number(customerId),
  );
  return {
    limit: limit.n === null || limit.n === undefined ? null : text(limit.n),
    balance: (Number(open.open) - Number(account.n)).toFixed(2),
    overdue: text(open.overdue),
  };
}
