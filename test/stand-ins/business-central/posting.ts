import { add, compare, type Decimal, decimal, multiply, negate, round, subtract } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { today } from './days.ts';
import { copied, dec, heads, lineNames, linesOf, perUnit, zero } from './documents.ts';
import { dialog } from './errors.ts';
import { retotal } from './sales-orders.ts';

export const orderNumbered = (store: Store, number: string): Row => {
  const order = store.one('select * from salesOrders where number = ?', number);
  if (!order) throw dialog('The order cannot be found.');
  return order;
};
const toShip = (line: Row) => subtract(dec(line.quantity), dec(line.shippedQuantity));
export function moveStock(store: Store, company: string, item: string, quantity: Decimal, document: string): void {
  store.run(
    'insert into item_ledger (company, item, quantity, posted, document) values (?, ?, ?, ?, ?)',
    company,
    item,
    quantity,
    today(),
    document,
  );
  const entries = store.all('select quantity from item_ledger where item = ?', item);
  store.run(
    'update items set inventory = ? where id = ?',
    add(zero, ...entries.map((entry) => dec(entry.quantity))),
    item,
  );
}

/** Ships what is open of each line, or the share of it that is asked for. */
export function ship(store: Store, order: Row, share: Decimal = decimal('1')): Row {
  return store.atomic(() => {
    const company = String(order._company);
    const number = store.draw('S-SHPT', 102_001);
    const head = store.insert('salesShipments', company, {
      ...copied(order, heads),
      number,
      orderNumber: String(order.number),
      invoiceDate: today(),
      postingDate: today(),
      dueDate: today(),
      customerPurchaseOrderReference: '',
    });
    for (const line of linesOf(store, 'salesOrderLines', String(order.id))) {
      const quantity = round(multiply(toShip(line), share), 5);
      if (line.lineType !== 'Item' || compare(quantity, zero) <= 0) continue;
      const base = multiply(quantity, perUnit(store, line));
      const item = store.get('items', String(line.itemId));
      if (item?.type === 'Inventory') {
        if (compare(dec(item.inventory), base) < 0)
          throw dialog(`You have insufficient quantity of Item ${item.number} on inventory.`);
        moveStock(store, company, String(item.id), negate(base), number);
      }
      store.insert(
        'salesShipmentLines',
        company,
        {
          ...copied(line, lineNames),
          documentId: String(head.id),
          documentNo: number,
          sequence: Number(line.sequence),
          quantity,
        },
        String(head.id),
      );
      store.update('salesOrderLines', String(line.id), { shippedQuantity: add(dec(line.shippedQuantity), quantity) });
    }
    retotal(store, String(order.id));
    return head;
  });
}

export function deleteOrder(store: Store, id: string): void {
  store.run('delete from salesOrderLines where _parent = ?', id);
  store.remove('salesOrders', id);
}

/** "Copy Document": the copy keeps the external document number. */
export function copyOrder(store: Store, order: Row): Row {
  const number = store.draw('S-ORD', 101_001);
  return store.atomic(() => {
    const { id: _id, _seq, _company, _parent, _rev, _made, lastModifiedDateTime: _at, ...head } = order;
    const copy = store.insert('salesOrders', String(_company), {
      ...head,
      number,
      fullyShipped: 0,
      orderDate: today(),
    });
    for (const line of linesOf(store, 'salesOrderLines', String(order.id))) {
      const { id: _lineId, _seq: _s, _company: _c, _parent: _p, _rev: _r, _made: _m, ...rest } = line;
      store.insert(
        'salesOrderLines',
        String(_company),
        { ...rest, documentId: String(copy.id), shippedQuantity: '0', invoicedQuantity: '0' },
        String(copy.id),
      );
    }
    return copy;
  });
}
