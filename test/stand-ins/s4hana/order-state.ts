import { add, compare, type Decimal, subtract } from '@backroom/shared';
import { dateOf, dec, zero } from './amounts.ts';
import { creditStatus } from './credit.ts';
import type { Row, Store } from './database.ts';
import { unitFields } from './order-items.ts';
import { type Manual, priced } from './pricing.ts';
import { saleOf } from './sales-area.ts';
import { promisesFor } from './stock.ts';

/** Statuses of SAP: not relevant, not yet, partly, completely. */
type State = '' | 'A' | 'B' | 'C';
const state = (done: Decimal, wanted: Decimal): State =>
  compare(done, zero) <= 0 ? 'A' : compare(done, wanted) >= 0 ? 'C' : 'B';
const overall = (states: readonly State[]): State => {
  const relevant = states.filter((each) => each !== '');
  if (relevant.length === 0) return '';
  if (relevant.every((each) => each === 'C')) return 'C';
  return relevant.every((each) => each === 'A') ? 'A' : 'B';
};
export const itemsOf = (store: Store, order: string): Row[] => store.rows('A_SalesOrderItem', { SalesOrder: order });
export const deliveredOf = (store: Store, order: string, item: string): Decimal =>
  add(
    zero,
    ...store
      .rows('A_SalesOrderScheduleLine', { SalesOrder: order, SalesOrderItem: item })
      .map((line) => dec(line.DeliveredQtyInOrderQtyUnit)),
  );
export function billedOf(store: Store, order: string, item: string): Decimal {
  const rows = store.all(
    `select b.BillingQuantity as q from A_BillingDocumentItem b join A_BillingDocument h on h.BillingDocument = b.BillingDocument
     where b.SalesDocument = ? and b.SalesDocumentItem = ? and h.SDDocumentCategory = 'M' and h.BillingDocumentIsCancelled = 0`,
    order,
    item,
  );
  return add(zero, ...rows.map(({ q }) => dec(q)));
}

const manualIn = (rows: readonly Row[]): Manual[] =>
  rows
    .filter((row) => row.ConditionIsManuallyChanged === 1)
    .map((row) => ({
      ...{
        type: String(row.ConditionType),
        rate: dec(row.ConditionRateValue),
        currency: String(row.ConditionCurrency),
      },
      ...{ quantity: dec(row.ConditionQuantity), unit: String(row.ConditionQuantitySAPUnit) },
    }));
/** Prices an order anew from its items and what was entered by hand. */
export function reprice(store: Store, order: Row): void {
  const SalesOrder = String(order.SalesOrder);
  const items = itemsOf(store, SalesOrder);
  const { SoldToParty = '', SalesOrganization = '', DistributionChannel = '', OrganizationDivision = '' } = order;
  const area =
    store.get('A_CustomerSalesArea', {
      Customer: SoldToParty,
      SalesOrganization,
      DistributionChannel,
      Division: OrganizationDivision,
    }) ?? {};
  const header = manualIn(store.rows('A_SalesOrderHeaderPrElement', { SalesOrder }));
  const prices = priced(
    store,
    saleOf(store, order, area, String(order.PricingDate), header),
    items.map((item) => ({
      ...{
        number: String(item.SalesOrderItem),
        quantity: dec(item.RequestedQuantity),
        unit: String(item.RequestedQuantitySAPUnit),
      },
      product: store.get('A_Product', { Product: item.Material ?? '' }) ?? {},
      manual: manualIn(
        store.rows('A_SalesOrderItemPrElement', { SalesOrder, SalesOrderItem: item.SalesOrderItem ?? '' }),
      ).filter(({ type }) => !header.some((each) => each.type === type)),
    })),
  );
  let total = zero;
  for (const [nth, item] of items.entries()) {
    const price = prices[nth];
    if (!price) continue;
    const keys = { SalesOrder, SalesOrderItem: item.SalesOrderItem ?? '' };
    store.remove('A_SalesOrderItemPrElement', keys);
    for (const element of price.elements) store.insert('A_SalesOrderItemPrElement', { ...element, ...keys });
    store.update('A_SalesOrderItem', keys, {
      NetAmount: price.net,
      TaxAmount: price.tax,
      Subtotal1Amount: price.gross,
      Subtotal3Amount: price.net,
    });
    if (item.SalesDocumentRjcnReason === '') total = add(total, price.net);
  }
  store.update('A_SalesOrder', { SalesOrder }, { TotalNetAmount: total });
}
/** Schedule lines of an item anew; what was delivered stays on the first one. */
export function reschedule(store: Store, order: Row, item: Row, requested: string): void {
  const SalesOrder = String(order.SalesOrder);
  const keys = { SalesOrder, SalesOrderItem: item.SalesOrderItem ?? '' };
  const delivered = deliveredOf(store, SalesOrder, String(item.SalesOrderItem));
  store.remove('A_SalesOrderScheduleLine', keys);
  const unit = String(item.RequestedQuantitySAPUnit);
  const product = store.get('A_Product', { Product: item.Material ?? '' }) ?? {};
  const open = subtract(dec(item.RequestedQuantity), delivered);
  const lines = promisesFor(store, {
    product,
    plant: String(item.ProductionPlant),
    quantity: open,
    unit,
    requested: requested.slice(0, 10),
    order: SalesOrder,
  });
  let left = delivered;
  for (const [nth, line] of lines.entries()) {
    const confirmed = add(line.quantity, left);
    store.insert('A_SalesOrderScheduleLine', {
      ...{
        ...keys,
        ScheduleLine: String(nth + 1),
        RequestedDeliveryDate: dateOf(line.requested),
        ConfirmedDeliveryDate: dateOf(line.confirmed),
      },
      ...{
        ...unitFields('OrderQuantity', unit),
        ScheduleLineOrderQuantity: add(line.ordered, left),
        ConfdOrderQtyByMatlAvailCheck: confirmed,
      },
      ...{
        DeliveredQtyInOrderQtyUnit: left,
        OpenConfdDelivQtyInOrdQtyUnit: line.quantity,
        CorrectedQtyInOrderQtyUnit: add(line.ordered, left),
      },
    });
    left = zero;
  }
  store.update('A_SalesOrderItem', keys, {
    ConfdDelivQtyInOrderQtyUnit: add(delivered, ...lines.map(({ quantity }) => quantity)),
  });
}
/** Statuses of items and header from what was delivered, invoiced and rejected; the credit check anew. */
export function restate(store: Store, SalesOrder: string): void {
  const order = store.get('A_SalesOrder', { SalesOrder });
  if (!order) return;
  const states = itemsOf(store, SalesOrder).map((item) => {
    const key = String(item.SalesOrderItem);
    const wanted = dec(item.RequestedQuantity);
    const rejected = item.SalesDocumentRjcnReason !== '';
    const delivered = deliveredOf(store, SalesOrder, key);
    const ships = item.SalesOrderItemCategory === 'TAN';
    const delivery: State = !ships ? '' : rejected ? 'C' : state(delivered, wanted);
    const billing: State = rejected ? 'C' : state(billedOf(store, SalesOrder, key), wanted);
    const process = overall([delivery, billing]);
    store.update(
      'A_SalesOrderItem',
      { SalesOrder, SalesOrderItem: key },
      { DeliveryStatus: delivery, OrderRelatedBillingStatus: billing, SDProcessStatus: process },
    );
    return { delivery, billing, process, rejected, item };
  });
  const rejected = states.filter((each) => each.rejected).length;
  const gross = add(
    zero,
    ...states.filter((each) => !each.rejected).flatMap(({ item }) => [dec(item.NetAmount), dec(item.TaxAmount)]),
  );
  const done = states.length > 0 && states.every(({ process }) => process === 'C');
  const credit = done
    ? String(order.TotalCreditCheckStatus)
    : creditStatus(store, String(order.SoldToParty), gross, String(order.TransactionCurrency), SalesOrder);
  const blocked = [order.DeliveryBlockReason, order.HeaderBillingBlockReason].some((reason) => reason !== '');
  store.update(
    'A_SalesOrder',
    { SalesOrder },
    {
      ...{
        OverallDeliveryStatus: overall(states.map(({ delivery }) => delivery)),
        OverallTotalDeliveryStatus: overall(states.map(({ delivery }) => delivery)),
      },
      ...{
        OverallOrdReltdBillgStatus: overall(states.map(({ billing }) => billing)),
        OverallSDProcessStatus: overall(states.map(({ process }) => process)),
      },
      ...{ OverallSDDocumentRejectionSts: rejected === 0 ? 'A' : rejected === states.length ? 'C' : 'B' },
      // Somebody's release outlasts a check that says the same as before.
      TotalCreditCheckStatus: order.TotalCreditCheckStatus === 'D' ? 'D' : credit,
      TotalBlockStatus: blocked ? 'C' : 'A',
    },
  );
}
