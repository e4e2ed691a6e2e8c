import type { Store } from '../stand-ins/sage-intacct/database.ts';

/** The double's own numbers, by SQL over its records and stock: what it computes in code for its API is not used. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
const text = (value: unknown): string => String(value ?? '0');
const body = (path: string, of = 'body'): string => `json_extract(${of}, '$.${path}')`;
const row = (store: Store, sql: string, ...values: (string | number)[]) => store.one(sql, ...values) ?? {};
const is = (object: string, of = ''): string => `${of}object = '${object}'`;
const DOCUMENT = 'order-entry/document';
const LINE = 'order-entry/document-line';
/** Where orders of the double's API user are served from. */
const WAREHOUSE = `select key from records where ${is('inventory-control/warehouse')} and ${body('id')} = 'WH-HAM'`;
/** Base units in the unit of sale of an item. */
const FACTOR = `select ${body('conversionFactor', 'u.body')} from records i
  join records g on ${is('inventory-control/unit-of-measure-group', 'g.')} and g.key = cast(${body('unitOfMeasureGroup', 'i.body')} as integer)
  join records u on ${is('inventory-control/unit-of-measure', 'u.')} and u.key = cast(${body('defaults.orderEntry', 'g.body')} as integer)
  where ${is('inventory-control/item', 'i.')} and i.key = ?`;
const factorOf = (store: Store, item: string): number =>
  Number(Object.values(row(store, FACTOR, Number(item)))[0] ?? 1);
const places = (value: number, most = 1e8): string => text(Math.round(value * most) / most);

/** Those that entity 100 sees. */
export const customers = (store: Store) =>
  store
    .all(`select key from records where ${is('accounts-receivable/customer')} and entity is null order by key`)
    .map(({ key }) => ({ id: String(key) }));
export const products = (store: Store) =>
  store
    .all(
      `select key, ${body('id')} as number, ${body('itemType')} = 'inventory' and key in (select item from stock where warehouse = (${WAREHOUSE})) as stocked
       from records where ${is('inventory-control/item')} order by key`,
    )
    .map(({ key, number, stocked }) => ({ id: String(key), number: String(number), stocked: stocked === 1 }));

export const customer = (store: Store, id: string) =>
  row(
    store,
    `select ${body('id', 'c.body')} as number, ${body('name', 'c.body')} as name, ${body('taxId', 'c.body')} as vat,
       ${body('mailingAddress.city', 'a.body')} as city, ${body('id', 't.body')} as terms,
       coalesce(${body('isOnHold', 'c.body')}, 0) = 1 or ${body('status', 'c.body')} <> 'active' as blocked
     from records c left join records a on ${is('company-config/contact', 'a.')} and a.key = cast(${body('contacts.default', 'c.body')} as integer)
       left join records t on ${is('accounts-receivable/term', 't.')} and t.key = cast(${body('term', 'c.body')} as integer)
     where ${is('accounts-receivable/customer', 'c.')} and c.key = ?`,
    Number(id),
  );

export function stock(store: Store, item: string) {
  const factor = factorOf(store, item);
  const { onHand } = row(
    store,
    `select sum(onhand) as onHand from stock where item = ? and warehouse = (${WAREHOUSE})`,
    Number(item),
  );
  const { taken } = row(
    store,
    `select sum(${body('quantity', 'l.body')} - ${body('quantityConverted', 'l.body')}) as taken from records l
       join records d on ${is(DOCUMENT, 'd.')} and d.key = l.parent
     where ${is(LINE, 'l.')} and ${body('item', 'l.body')} = ? and ${body('documentType', 'd.body')} = 'Sales Order'
       and ${body('state', 'd.body')} in ('pending', 'submitted', 'approved', 'partiallyConverted', 'inProgress')
       and cast(${body('dimensions.warehouse', 'l.body')} as integer) = (${WAREHOUSE})`,
    item,
  );
  return { onHand: places(Number(onHand ?? 0) / factor), taken: places(Number(taken ?? 0) / factor) };
}

/** The price of a quantity in euros: of the customer's price list, else the base list, less what the price schedule takes off. */
export function price(store: Store, customerId: string, item: string, quantity: string): string | null {
  const factor = factorOf(store, item);
  const entryIn = (list: string) => {
    const [found] = store.all(
      `select ${body('value', 'e.body')} as value, ${body('valueType', 'e.body')} as kind from records e
         join records p on ${is('order-entry/price-list', 'p.')} and p.key = cast(${body('priceList', 'e.body')} as integer)
       where ${is('order-entry/price-list-entry', 'e.')} and ${body('item', 'e.body')} = ? and ${body('id', 'p.body')} = ?
         and coalesce(${body('currency', 'e.body')}, 'EUR') = 'EUR' and coalesce(${body('minimumQuantity', 'e.body')}, 0) <= ?
       order by coalesce(${body('minimumQuantity', 'e.body')}, 0) desc limit 1`,
      item,
      list,
      Number(quantity) * factor,
    );
    return found;
  };
  const own = row(
    store,
    `select ${body('id', 'l.body')} as list, ${body('discountPercent', 's.body')} as off from records c
       left join records l on ${is('order-entry/price-list', 'l.')} and l.key = cast(${body('priceList', 'c.body')} as integer)
       left join records s on ${is('order-entry/price-schedule', 's.')} and s.key = cast(${body('priceSchedule', 'c.body')} as integer)
     where ${is('accounts-receivable/customer', 'c.')} and c.key = ?`,
    Number(customerId),
  );
  const ofItem = row(
    store,
    `select ${body('sales.basePrice')} as value from records where ${is('inventory-control/item')} and key = ? and value is not null`,
    Number(item),
  );
  const base = entryIn('Base Price List') ?? (ofItem.value === undefined ? undefined : ofItem);
  const particular = own.list ? entryIn(String(own.list)) : undefined;
  const value =
    particular === undefined
      ? base && Number(base.value)
      : particular.kind === 'actual'
        ? Number(particular.value)
        : base && Number(base.value) * (1 - Number(particular.value) / 100);
  if (value === undefined) return null;
  return places(value * factor * (1 - Number(own.off ?? 0) / 100));
}

const NET = `round(${body('totalInTxnCurrency')} - ${body('taxInTxnCurrency')}, 2)`;
export const orders = (store: Store, customerId: string) =>
  store
    .all(
      `select key, ${body('documentNumber')} as number, ${body('txnDate')} as day, ${body('totalInTxnCurrency')} as total, ${NET} as net,
         ${body('state')} as state,
         (select coalesce(sum(${body('quantity', 'l.body')}), 0) from records l where ${is(LINE, 'l.')} and l.parent = d.key) as whole,
         (select coalesce(sum(${body('quantityConverted', 'l.body')}), 0) from records l where ${is(LINE, 'l.')} and l.parent = d.key) as shipped,
         (select coalesce(sum(${body('quantityConverted', 'l.body')}), 0) from records l join records f on ${is(DOCUMENT, 'f.')} and f.key = l.parent
            where ${is(LINE, 'l.')} and ${body('documentType', 'f.body')} = 'Sales Shipper' and cast(${body('sourceDocument', 'f.body')} as integer) = d.key) as billed
       from records d where ${is(DOCUMENT, 'd.')} and ${body('documentType')} = 'Sales Order' and ${body('customer')} = ?
       order by ${body('txnDate')} desc, key desc limit 50`,
      customerId,
    )
    .map((each) => ({
      id: String(each.key),
      number: String(each.number),
      day: text(each.day),
      total: text(each.total),
      net: text(each.net),
      status: statusOf(String(each.state), Number(each.whole), Number(each.shipped), Number(each.billed)),
    }));
function statusOf(state: string, whole: number, shipped: number, billed: number): string {
  if (shipped === 0) return state === 'closed' ? 'cancelled' : 'confirmed';
  if (shipped < whole && state !== 'closed' && state !== 'converted') return 'partly_delivered';
  return billed >= shipped ? 'invoiced' : 'delivered';
}
export const orderLines = (store: Store, order: string) =>
  store
    .all(
      `select ${body('id', 'i.body')} as code, ${body('unitQuantity', 'l.body')} as quantity, ${body('priceInTxnCurrency', 'l.body')} as rate,
         round(${body('unitQuantity', 'l.body')} * ${body('priceInTxnCurrency', 'l.body')}, 2) as net,
         ${body('quantityConverted', 'l.body')} * ${body('unitQuantity', 'l.body')} / ${body('quantity', 'l.body')} as shipped
       from records l join records i on ${is('inventory-control/item', 'i.')} and i.key = cast(${body('item', 'l.body')} as integer)
       where ${is(LINE, 'l.')} and l.parent = ? order by ${body('lineNumber', 'l.body')}`,
      Number(order),
    )
    .map(({ code, quantity, rate, net, shipped }) => ({
      code: String(code),
      quantity: text(quantity),
      rate: text(rate),
      net: text(net),
      shipped: places(Number(shipped)),
    }));

export const invoices = (store: Store, customerId: string) =>
  store
    .all(
      `select ${body('invoiceNumber')} as number, ${body('totalTxnAmount')} as total, ${body('totalTxnAmountDue')} as open, ${body('invoiceDate')} as issued,
         ${body('dueDate')} as due, ${body('dueDate')} < ? and ${body('totalTxnAmountDue')} > 0 as overdue
       from records where ${is('accounts-receivable/invoice')} and ${body('customer')} = ? order by ${body('invoiceDate')} desc, key desc limit 60`,
      today(),
      customerId,
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
      `select ${body('adjustmentNumber')} as number, -${body('txnCurrency.totalEntered')} as total, -${body('txnCurrency.totalDue')} as open from records
       where ${is('accounts-receivable/adjustment')} and ${body('customer')} = ? order by key desc limit 20`,
      customerId,
    )
    .map(({ number, total, open }) => ({ number: String(number), total: text(total), open: text(open) }));

/** Open invoices less credits and money on account, in euros. */
export function credit(store: Store, customerId: string) {
  const sum = (object: string, path: string, more = '') =>
    Number(
      row(
        store,
        `select round(coalesce(sum(${body(path)}), 0), 2) as sum from records where ${is(object)} and ${body('customer')} = ? ${more}`,
        customerId,
      ).sum,
    );
  const open = sum('accounts-receivable/invoice', 'totalBaseAmountDue');
  const late = sum('accounts-receivable/invoice', 'totalBaseAmountDue', `and ${body('dueDate')} < '${today()}'`);
  const credited =
    sum('accounts-receivable/advance', 'paymentInformation.totalDue') -
    sum('accounts-receivable/adjustment', 'baseCurrency.totalDue');
  const { limit } = row(
    store,
    `select ${body('creditLimit')} as "limit" from records where ${is('accounts-receivable/customer')} and key = ?`,
    Number(customerId),
  );
  return {
    limit: limit == null ? null : text(limit),
    balance: places(open - credited, 100),
    overdue: places(Math.max(0, late - credited), 100),
  };
}
export const claims = (store: Store, customerId: string) =>
  store
    .all(
      `select ${body('documentNumber')} as number, ${body('state')} as state from records
       where ${is(DOCUMENT)} and ${body('documentType')} = 'Sales Return' and ${body('customer')} = ? order by key`,
      customerId,
    )
    .map(({ number, state }) => ({
      number: String(number),
      status: state === 'converted' ? 'credited' : state === 'closed' ? 'rejected' : 'approved',
    }));
