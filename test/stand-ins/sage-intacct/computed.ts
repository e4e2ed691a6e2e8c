import { at, type Rec, type Store } from './database.ts';
import { daysBetween, today } from './days.ts';

const DOCUMENT = 'order-entry/document';
const LINE = 'order-entry/document-line';
/** Documents whose open quantities are promised to customers. */
const promising = new Set(['Sales Order']);
const open = new Set(['pending', 'submitted', 'approved', 'partiallyConverted', 'inProgress']);

/** Open quantities of sales orders, in base units: reserved for them in a warehouse. */
function allocated(store: Store, item: number, warehouse: number): number {
  let sum = 0;
  for (const { body, parent } of store.where(LINE, 'item', String(item))) {
    if (!promising.has(body.documentType) || String(at(body, 'dimensions.warehouse')) !== String(warehouse)) continue;
    if (open.has(store.find(DOCUMENT, parent)?.body.state)) sum += Number(body.quantityRemaining);
  }
  return sum;
}
function onOrder(store: Store, item: number, warehouse: number): number {
  let sum = 0;
  for (const { body, parent } of store.where('purchasing/document-line', 'item', String(item)))
    if (
      String(at(body, 'dimensions.warehouse')) === String(warehouse) &&
      open.has(store.find('purchasing/document', parent)?.body.state)
    )
      sum += Number(body.quantityRemaining);
  return sum;
}
const onHand = (store: Store, item: number, warehouse: number): number =>
  Number(store.one('select onhand from stock where item = ? and warehouse = ?', item, warehouse)?.onhand ?? 0);

function quantity(store: Store, name: string, item: number, warehouse: number): number {
  if (name === 'onHand') return onHand(store, item, warehouse);
  if (name === 'onOrder') return onOrder(store, item, warehouse);
  if (name === 'allocated') return allocated(store, item, warehouse);
  return name === 'unCommitted' ? onHand(store, item, warehouse) - allocated(store, item, warehouse) : 0;
}
const totals: Readonly<Record<string, string>> = {
  quantityOnHand: 'onHand',
  quantityOnOrder: 'onOrder',
  quantityAllocated: 'allocated',
  quantityUncommitted: 'unCommitted',
};
function itemTotal(store: Store, { key }: Rec, path: string): string | null {
  const name = totals[path];
  const places = store.where('inventory-control/item-warehouse-inventory', 'item', String(key));
  if (!name || places.length === 0) return null;
  return String(places.reduce((sum, { body }) => sum + quantity(store, name, key, Number(body.warehouse)), 0));
}
/** What a customer owes: open invoices less open credits, in the company's currency. Money on account is not among it. */
function totalDue(store: Store, customer: number): number {
  const invoices = store.where('accounts-receivable/invoice', 'customer', String(customer));
  const adjustments = store.where('accounts-receivable/adjustment', 'customer', String(customer));
  return (
    invoices.reduce((sum, { body }) => sum + Number(body.totalBaseAmountDue), 0) +
    adjustments.reduce((sum, { body }) => sum + Number(body.baseCurrency.totalDue), 0)
  );
}
/** Fields that follow from other records. Undefined: the field is kept in the record itself. */
export function computed(store: Store, rec: Rec, path: string): unknown {
  const { object, body } = rec;
  if (object === 'accounts-receivable/customer') {
    if (path === 'totalDue') return totalDue(store, rec.key);
    if (path.startsWith('contacts.default.')) {
      const contact = store.find('company-config/contact', at(body, 'contacts.default') as string);
      const rest = path.slice('contacts.default.'.length);
      if (!contact) return null;
      if (rest === 'key') return String(contact.key);
      return rest === 'href' ? `/objects/company-config/contact/${contact.key}` : (at(contact.body, rest) ?? null);
    }
  }
  if (object === 'accounts-receivable/invoice' && path === 'dueInDays') return daysBetween(today(), body.dueDate);
  if (object === 'inventory-control/item' && path.startsWith('quantity')) return itemTotal(store, rec, path);
  if (object === 'inventory-control/item-warehouse-inventory') {
    if (['onHand', 'onOrder', 'allocated', 'unCommitted', 'reserved', 'onHold', 'inTransit'].includes(path))
      return quantity(store, path, Number(body.item), Number(body.warehouse));
    if (path === 'warehouseLocation') {
      const warehouse = store.find('inventory-control/warehouse', body.warehouse);
      return store.find('company-config/location', warehouse?.body.location)?.body.ofEntity ?? null;
    }
  }
  return undefined;
}
