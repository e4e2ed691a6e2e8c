import type { Store } from '../stand-ins/business-central/database.ts';

/** The double's own numbers, by SQL over its ledgers and lines: what its pages of the API compute in code is not used. */
const today = () => new Date().toISOString().slice(0, 10);
const text = (value: unknown): string => String(value ?? '0');
const row = (store: Store, sql: string, ...values: string[]) => store.one(sql, ...values) ?? {};

export const customers = (store: Store, company: string) =>
  store
    .all('select id, number from customers where _company = ? order by number', company)
    .map(({ id, number }) => ({ id: String(id), number: String(number) }));
export const products = (store: Store, company: string) =>
  store
    .all('select id, number, type from items where _company = ? order by number', company)
    .map(({ id, number, type }) => ({ id: String(id), number: String(number), stocked: type === 'Inventory' }));

export const customer = (store: Store, id: string) =>
  row(
    store,
    `select c.number, c.displayName as name, c.city, c.taxRegistrationNumber as vat, t.displayName as terms,
       c.blocked <> '_x0020_' as blocked from customers c left join paymentTerms t on t.id = c.paymentTermsId where c.id = ?`,
    id,
  );
/** On hand by the item ledger, and what orders still take; in base units. */
export function stock(store: Store, item: string) {
  const onHand = row(
    store,
    'select coalesce(sum(cast(quantity as real)), 0) as n from item_ledger where item = ?',
    item,
  );
  const lines = store.all(
    `select unitOfMeasureCode as unit, quantity - shippedQuantity as open from salesOrderLines
      where itemId = ? and quantity - shippedQuantity > 0`,
    item,
  );
  const base = row(store, 'select baseUnitOfMeasureCode as unit from items where id = ?', item);
  const incoming = store.all(
    `select expectedReceiptDate as day, sum(quantity - receivedQuantity) as quantity from purchaseOrderLines
      where itemId = ? and quantity - receivedQuantity > 0 group by expectedReceiptDate order by expectedReceiptDate`,
    item,
  );
  return {
    onHand: text(onHand.n),
    taken: text(Math.round(lines.reduce((sum, { open }) => sum + Number(open), 0) * 1e5) / 1e5),
    otherUnit: lines.some(({ unit }) => unit !== base.unit),
    incoming: incoming.map(({ day, quantity }) => ({ day: text(day), quantity: text(quantity) })),
  };
}
export const price = (store: Store, item: string) =>
  text(row(store, 'select unitPrice as price from items where id = ?', item).price);

export const orders = (store: Store, customerId: string) =>
  store
    .all(
      `select o.id, o.number, o.orderDate as day, round(sum(l.netAmount), 2) as net, round(sum(l.netAmountIncludingTax), 2) as total,
         sum(cast(l.shippedQuantity as real) > 0) as touched,
         sum(cast(l.shippedQuantity as real) < cast(l.quantity as real)) as open
       from salesOrders o join salesOrderLines l on l._parent = o.id and l.lineType = 'Item'
       where o.customerId = ? group by o.id`,
      customerId,
    )
    .map(({ id, number, day, net, total, touched, open }) => ({
      id: String(id),
      number: String(number),
      day: text(day),
      net: text(net),
      total: text(total),
      status: Number(open) === 0 ? 'delivered' : Number(touched) > 0 ? 'partly_delivered' : 'confirmed',
    }));
export const orderLines = (store: Store, order: string) =>
  store.all(
    `select lineObjectNumber as code, quantity, shippedQuantity as shipped, round(quantity * unitPrice, 2) - discountAmount as net
     from salesOrderLines where _parent = ? and lineType = 'Item' order by sequence`,
    order,
  );
export const goneOrders = (store: Store, customerId: string) =>
  Number(
    row(
      store,
      `select count(distinct orderNumber) as n from salesInvoices
        where customerId = ? and orderNumber <> '' and orderNumber not in (select number from salesOrders)`,
      customerId,
    ).n,
  );

export const invoices = (store: Store, customerId: string) =>
  store.all(
    `select i.number, l.amount as total, l.remaining as open, l.posted as issued, l.due,
       l.due < ? and cast(l.remaining as real) > 0 as overdue
     from customer_ledger l join salesInvoices i on i.id = l.document where l.customer = ? and l.kind = 'invoice' order by l.id`,
    today(),
    customerId,
  );
export const memos = (store: Store, customerId: string) =>
  store.all(
    `select number, status = 'Draft' as draft, round((select sum(netAmountIncludingTax) from salesCreditMemoLines where _parent = m.id), 2) as total
     from salesCreditMemos m where customerId = ?`,
    customerId,
  );

/** Gross of what is ordered and not invoiced, each line's share rounded as its outstanding amounts are; null with a foreign currency. */
function openOrders(store: Store, customerId: string): string | null {
  const lines = store.all(
    `select o.currencyCode as currency, l.netAmountIncludingTax as gross, l.quantity, l.shippedQuantity as shipped, l.invoicedQuantity as invoiced
     from salesOrderLines l join salesOrders o on o.id = l._parent where o.customerId = ? and l.lineType = 'Item'`,
    customerId,
  );
  if (lines.some(({ currency }) => currency !== 'EUR')) return null;
  const cents = (part: number, { gross, quantity }: (typeof lines)[number]) =>
    Math.round(Math.round((Number(gross) * 100 * part * 1e5) / Number(quantity)) / 1e5 + 1e-9);
  const sum = lines.reduce((total, line) => {
    const [quantity, shipped, invoiced] = [line.quantity, line.shipped, line.invoiced].map(Number) as [
      number,
      number,
      number,
    ];
    return total + cents(quantity - shipped, line) + cents(shipped - invoiced, line);
  }, 0);
  return (sum / 100).toFixed(2);
}
export function credit(store: Store, customerId: string) {
  const ledger = row(
    store,
    `select round(coalesce(sum(amount_lcy), 0), 2) as balance,
       round(coalesce(sum(case when due < ? then remaining_lcy else 0 end), 0), 2) as overdue
     from customer_ledger where customer = ?`,
    today(),
    customerId,
  );
  const limit = text(row(store, 'select creditLimit as n from customers where id = ?', customerId).n);
  return {
    limit: Number(limit) > 0 ? limit : null,
    balance: text(ledger.balance),
    overdue: text(ledger.overdue),
    orders: openOrders(store, customerId),
  };
}
