import { randomUUID } from 'node:crypto';
import { add, compare, type Decimal, decimal, multiply, negate, round, subtract } from '@backroom/shared';
import { dateOf, dec, time, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';
import { deliveredOf, itemsOf, restate } from './order-state.ts';
import { inBase, isStocked, moveStock, unrestricted } from './stock.ts';

export const orderNumbered = (store: Store, number: string): Row => {
  const order = store.get('A_SalesOrder', { SalesOrder: number });
  if (!order)
    throw refused('V1/302', {
      EN: `Sales document ${number} does not exist`,
      DE: `Verkaufsbeleg ${number} ist nicht vorhanden`,
    });
  return order;
};
/** A document that follows the order, in the document flow of the header and of the item. */
export function follow(
  store: Store,
  order: string,
  item: string,
  document: string,
  documentItem: string,
  category: string,
): void {
  const common = {
    SubsequentDocument: document,
    SubsequentDocumentCategory: category,
    CreationDate: dateOf(today()),
    CreationTime: time(),
    LastChangeDate: dateOf(today()),
  };
  store.insert('A_SalesOrderItmSubsqntProcFlow', {
    ...{
      ...common,
      SalesOrder: order,
      SalesOrderItem: item,
      DocRelationshipUUID: randomUUID(),
      SubsequentDocumentItem: documentItem,
      SDProcessStatus: 'C',
    },
  });
  if (!store.get('A_SalesOrderSubsqntProcFlow', { SalesOrder: order, SubsequentDocument: document }))
    store.insert('A_SalesOrderSubsqntProcFlow', {
      ...common,
      SalesOrder: order,
      DocRelationshipUUID: randomUUID(),
      OverallSDProcessStatus: 'C',
    });
}
/** Delivers what is open of each item, or the share of it that is asked for, and posts the goods issue. */
export function deliver(store: Store, order: Row, share: Decimal = decimal('1'), only: string | null = null): Row {
  const SalesOrder = String(order.SalesOrder);
  if (order.DeliveryBlockReason !== '' || order.TotalCreditCheckStatus === 'B' || order.SalesDocApprovalStatus === 'A')
    throw refused('VL/051', {
      EN: `Order ${SalesOrder} is blocked for delivery`,
      DE: `Auftrag ${SalesOrder} ist zur Lieferung gesperrt`,
    });
  return store.atomic(() => {
    const DeliveryDocument = store.draw('RV_VEKP', 80_000_001);
    const head = store.insert('A_OutbDeliveryHeader', {
      ...{
        DeliveryDocument,
        DeliveryDocumentType: 'LF',
        SDDocumentCategory: 'J',
        SoldToParty: order.SoldToParty ?? '',
        SalesOrganization: order.SalesOrganization ?? '',
      },
      ...{
        ShipToParty: shipTo(store, SalesOrder) || (order.SoldToParty ?? ''),
        CreationDate: dateOf(today()),
        CreationTime: time(),
        DocumentDate: dateOf(today()),
      },
      ...{
        PlannedGoodsIssueDate: dateOf(today()),
        ActualGoodsMovementDate: dateOf(today()),
        DeliveryDate: dateOf(today()),
        OverallGoodsMovementStatus: 'C',
      },
      ...{
        OverallSDProcessStatus: 'B',
        OverallPickingStatus: 'C',
        OverallDelivReltdBillgStatus: 'A',
        LastChangeDate: dateOf(today()),
        DeliveryVersion: '0001',
      },
      ...{ BillOfLading: `TRK${DeliveryDocument}`, ShippingPoint: '1010' },
    });
    let nth = 0;
    for (const item of itemsOf(store, SalesOrder)) {
      const key = String(item.SalesOrderItem);
      if (
        item.SalesOrderItemCategory !== 'TAN' ||
        item.SalesDocumentRjcnReason !== '' ||
        (only !== null && only !== key)
      )
        continue;
      const open = subtract(dec(item.RequestedQuantity), deliveredOf(store, SalesOrder, key));
      const quantity = round(multiply(open, share), 3);
      if (compare(quantity, zero) <= 0) continue;
      const material = String(item.Material);
      const unit = String(item.RequestedQuantitySAPUnit);
      const product = store.get('A_Product', { Product: material }) ?? {};
      const base = inBase(store, material, quantity, unit);
      const plant = String(item.ProductionPlant);
      if (isStocked(product) && compare(unrestricted(store, material, plant), base) < 0)
        throw refused('M7/021', {
          EN: `Deficit of unrestricted-use stock for material ${material}`,
          DE: `Fehlmenge frei verwendbarer Bestand für Material ${material}`,
        });
      if (isStocked(product)) moveStock(store, material, plant, negate(base));
      nth += 1;
      const DeliveryDocumentItem = String(nth * 10);
      store.insert('A_OutbDeliveryItem', {
        ...{
          DeliveryDocument,
          DeliveryDocumentItem,
          Material: material,
          ActualDeliveryQuantity: quantity,
          DeliveryQuantityUnit: unit,
        },
        ...{
          ActualDeliveredQtyInBaseUnit: base,
          BaseUnit: product.BaseUnit ?? '',
          ReferenceSDDocument: SalesOrder,
          ReferenceSDDocumentItem: key,
        },
        ...{
          ReferenceSDDocumentCategory: 'C',
          SDDocumentCategory: 'J',
          Plant: plant,
          GoodsMovementStatus: 'C',
          DeliveryVersion: '0001',
        },
        ...{
          DeliveryRelatedBillingStatus: 'A',
          DeliveryDocumentItemText: item.SalesOrderItemText ?? '',
          CreationDate: dateOf(today()),
        },
      });
      addDelivered(store, SalesOrder, key, quantity);
      follow(store, SalesOrder, key, DeliveryDocument, DeliveryDocumentItem, 'J');
    }
    if (nth === 0)
      throw refused('VL/461', {
        EN: 'No items are due for delivery',
        DE: 'Es sind keine Positionen zur Lieferung fällig',
      });
    restate(store, SalesOrder);
    return head;
  });
}
const shipTo = (store: Store, SalesOrder: string) =>
  String(store.get('A_SalesOrderHeaderPartner', { SalesOrder, PartnerFunction: 'WE' })?.Customer ?? '');
function addDelivered(store: Store, SalesOrder: string, SalesOrderItem: string, quantity: Decimal): void {
  let left = quantity;
  for (const line of store.rows('A_SalesOrderScheduleLine', { SalesOrder, SalesOrderItem })) {
    const open = dec(line.OpenConfdDelivQtyInOrdQtyUnit);
    const isLast =
      line.ScheduleLine === store.rows('A_SalesOrderScheduleLine', { SalesOrder, SalesOrderItem }).at(-1)?.ScheduleLine;
    const part = isLast || compare(left, open) < 0 ? left : open;
    if (compare(part, zero) <= 0) continue;
    const rest = subtract(open, part);
    store.update(
      'A_SalesOrderScheduleLine',
      { SalesOrder, SalesOrderItem, ScheduleLine: line.ScheduleLine ?? '' },
      {
        DeliveredQtyInOrderQtyUnit: add(dec(line.DeliveredQtyInOrderQtyUnit), part),
        OpenConfdDelivQtyInOrdQtyUnit: compare(rest, zero) > 0 ? rest : zero,
      },
    );
    left = subtract(left, part);
  }
}
