import type { Change } from '../erp/contract/schemas.ts';
import { customerFigures, customerKey, stockKey } from '../flows/figure-keys.ts';

/**
 * What a page of changes touches. `everybody`: a rate or a rule that changes the position of any customer. `figures` are keys; `groups` are names of
 * figures of which every one is due, because the ERP does not say which.
 */
export type Touched = {
  customers: Set<string>;
  /** Customers with a return that is new or moved on. Their orders that are over are touched too: goods come back after they were paid. */
  returning: Set<string>;
  orders: Set<string>;
  everybody: boolean;
  figures: Set<string>;
  groups: Set<string>;
};

export function touchedBy(changes: readonly Change[]): Touched {
  const touched: Touched = {
    customers: new Set(),
    returning: new Set(),
    orders: new Set(),
    everybody: false,
    figures: new Set(),
    groups: new Set(),
  };
  const ofCustomer = (id: string, names: readonly string[]) => {
    touched.customers.add(id);
    for (const name of names) touched.figures.add(customerKey(name, id));
  };
  for (const { kind, id, customerId } of changes) {
    switch (kind) {
      case 'customer':
        touched.customers.add(customerId ?? id);
        for (const key of customerFigures([customerId ?? id])) touched.figures.add(key);
        // Another price list or tax status.
        touched.groups.add('price');
        break;
      case 'order':
        touched.orders.add(id);
        if (customerId !== null) ofCustomer(customerId, ['orders', 'credit']);
        break;
      case 'invoice':
        if (customerId !== null) ofCustomer(customerId, ['invoices', 'credit']);
        break;
      case 'credit':
        if (customerId === null) {
          touched.everybody = true;
          touched.groups.add('credit');
        } else ofCustomer(customerId, ['credit', 'invoices']);
        break;
      case 'return':
        if (customerId === null) break;
        ofCustomer(customerId, ['returns']);
        touched.returning.add(customerId);
        break;
      case 'stock':
        touched.figures.add(stockKey(id));
        break;
      case 'product':
        // Products are kept by their code, which the ERP does not tell here.
        touched.groups.add('product');
        touched.figures.add(stockKey(id));
        break;
      case 'price':
        touched.groups.add('price');
        break;
    }
  }
  return touched;
}
