import { add, compare, subtract } from '@backroom/shared';
import { takes } from '../faults.ts';
import { dec, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { type Message, refused, SapError } from './errors.ts';

import { setNamed } from './metadata.ts';
import { itemFrom, manualOf, unitFields, unitOf } from './order-items.ts';
import { deliveredOf, itemsOf, reprice, reschedule, restate } from './order-state.ts';
import { checkText, storeItem } from './orders.ts';
import { partnersFor } from './partner-functions.ts';
import type { Context, Made } from './service.ts';
import type { Written } from './values.ts';

const orderOf = (store: Store, row: Row): Row => store.get('A_SalesOrder', { SalesOrder: row.SalesOrder ?? '' }) ?? {};
/** A document that somebody has open, or that waits for an approval, takes no change. */
function unlocked({ faults }: Context, order: Row): void {
  if (takes(faults, 'locked'))
    throw refused('V1/042', {
      EN: `Sales document ${order.SalesOrder} is currently being processed by user HMEYER`,
      DE: `Verkaufsbeleg ${order.SalesOrder} wird gerade durch Benutzer HMEYER bearbeitet`,
      TR: `${order.SalesOrder} satış belgesi HMEYER kullanıcısı tarafından işleniyor`,
    });
  if (order.SalesDocApprovalStatus === 'A')
    throw refused('V2/468', {
      EN: 'Sales document is locked by the approval workflow',
      DE: 'Verkaufsbeleg ist durch den Genehmigungsworkflow gesperrt',
    });
}
const tooLate = (order: Row) =>
  refused('V1/112', {
    EN: `Document ${order.SalesOrder} has subsequent documents: it cannot be changed in this way`,
    DE: `Beleg ${order.SalesOrder} hat Folgebelege: so kann er nicht geändert werden`,
    TR: `${order.SalesOrder} belgesinin sonraki belgeleri var`,
  });
const hasFollowers = (store: Store, SalesOrder: string) =>
  store.get('A_SalesOrderSubsqntProcFlow', { SalesOrder }) !== null;
const noise: Message = {
  code: 'SLS_LORD/025',
  severity: 'warning',
  words: { EN: 'Field SLINE_DATE is not an input field', DE: 'Feld SLINE_DATE ist kein Eingabefeld' },
};

export function changeOrder(context: Context, row: Row, { row: changes }: Written): Message[] {
  const { store } = context;
  unlocked(context, row);
  const SalesOrder = String(row.SalesOrder);
  for (const fixed of [
    'SalesOrganization',
    'DistributionChannel',
    'OrganizationDivision',
    'SalesOrderType',
    'SoldToParty',
  ] as const)
    if (changes[fixed] !== undefined && changes[fixed] !== row[fixed])
      throw refused('V1/250', {
        EN: `Field ${fixed} cannot be changed any more`,
        DE: `Feld ${fixed} kann nicht mehr geändert werden`,
      });
  const { SalesOrder: _own, ...own } = changes;
  store.update('A_SalesOrder', { SalesOrder }, own);
  const changed = orderOf(store, row);
  const messages: Message[] = [];
  if (changes.RequestedDeliveryDate !== undefined) {
    for (const item of itemsOf(store, SalesOrder))
      reschedule(store, changed, item, String(changes.RequestedDeliveryDate));
    messages.push(noise);
  }
  if (
    changes.TransactionCurrency !== undefined ||
    changes.PricingDate !== undefined ||
    changes.PriceListType !== undefined
  )
    reprice(store, changed);
  restate(store, SalesOrder);
  return messages;
}
export function removeOrder(context: Context, row: Row): Message[] {
  const { store } = context;
  unlocked(context, row);
  const SalesOrder = String(row.SalesOrder);
  if (hasFollowers(store, SalesOrder)) throw tooLate(row);
  for (const set of [
    'A_SalesOrder',
    'A_SalesOrderItem',
    'A_SalesOrderScheduleLine',
    'A_SalesOrderItemPrElement',
    'A_SalesOrderHeaderPrElement',
    'A_SalesOrderHeaderPartner',
    'A_SalesOrderPartnerAddress',
    'A_SalesOrderText',
    'A_SalesOrderItemText',
  ])
    store.remove(set, { SalesOrder });
  return [];
}

const settled = (store: Store, order: Row): void => {
  reprice(store, order);
  restate(store, String(order.SalesOrder));
};
export function addItem(context: Context, written: Written, parent: Row | null): Made {
  const { store } = context;
  const order = orderOf(store, parent ?? written.row);
  unlocked(context, order);
  const SalesOrder = String(order.SalesOrder);
  const last = Math.max(0, ...itemsOf(store, SalesOrder).map(({ SalesOrderItem }) => Number(SalesOrderItem)));
  const messages: Message[] = [];
  const item = itemFrom(store, order, written, Math.floor(last / 10), messages);
  if (store.get('A_SalesOrderItem', { SalesOrder, SalesOrderItem: item.number }))
    throw refused('V1/042', {
      EN: `Item ${item.number} exists already`,
      DE: `Position ${item.number} ist bereits vorhanden`,
    });
  storeItem(store, SalesOrder, item, String(order.TransactionCurrency));
  reprice(store, order);
  const stored = store.get('A_SalesOrderItem', { SalesOrder, SalesOrderItem: item.number }) ?? {};
  reschedule(store, order, stored, item.requested);
  restate(store, SalesOrder);
  return { set: setNamed('A_SalesOrderItem'), row: stored, expand: [...written.parts.keys()], messages };
}
export function changeItem(context: Context, row: Row, { row: changes }: Written): Message[] {
  const { store } = context;
  const order = orderOf(store, row);
  unlocked(context, order);
  const keys = { SalesOrder: row.SalesOrder ?? '', SalesOrderItem: row.SalesOrderItem ?? '' };
  const delivered = deliveredOf(store, String(row.SalesOrder), String(row.SalesOrderItem));
  if (changes.Material !== undefined && changes.Material !== row.Material) {
    if (compare(delivered, zero) > 0) throw tooLate(order);
    itemFrom(store, order, { row: { ...row, ...changes }, parts: new Map() }, 0, []);
  }
  if (changes.RequestedQuantity !== undefined && compare(dec(changes.RequestedQuantity), delivered) < 0)
    throw refused('V1/111', {
      EN: `Quantity ${changes.RequestedQuantity} is less than the quantity already delivered`,
      DE: `Menge ${changes.RequestedQuantity} ist kleiner als die bereits gelieferte Menge`,
    });
  const reason = changes.SalesDocumentRjcnReason;
  if (reason !== undefined && !/^(|0[0-9]|5[0-9])$/.test(String(reason)))
    throw refused('V1/340', {
      EN: `Reason for rejection ${reason} is not defined`,
      DE: `Absagegrund ${reason} ist nicht definiert`,
    });
  if (reason && compare(delivered, zero) > 0) throw tooLate(order);
  const unit = unitOf(changes);
  const {
    RequestedQuantityUnit: _u,
    RequestedQuantitySAPUnit: _s,
    RequestedQuantityISOUnit: _i,
    SalesOrderItem: _n,
    ...rest
  } = changes;
  store.update('A_SalesOrderItem', keys, {
    ...rest,
    ...(unit ? { ...unitFields('RequestedQuantity', unit), ...unitFields('OrderQuantity', unit) } : {}),
  });
  const item = store.get('A_SalesOrderItem', keys) ?? row;
  itemFrom(store, order, { row: item, parts: new Map() }, 0, []);
  const [line] = store.rows('A_SalesOrderScheduleLine', keys);
  if (
    reason !== undefined ||
    changes.RequestedQuantity !== undefined ||
    unit ||
    changes.ProductionPlant !== undefined
  ) {
    if (reason) store.remove('A_SalesOrderScheduleLine', keys);
    else reschedule(store, order, item, String(line?.RequestedDeliveryDate ?? order.RequestedDeliveryDate));
  }
  settled(store, order);
  return [];
}
export function removeItem(context: Context, row: Row): Message[] {
  const { store } = context;
  const order = orderOf(store, row);
  unlocked(context, order);
  const keys = { SalesOrder: row.SalesOrder ?? '', SalesOrderItem: row.SalesOrderItem ?? '' };
  if (compare(deliveredOf(store, String(row.SalesOrder), String(row.SalesOrderItem)), zero) > 0) throw tooLate(order);
  for (const set of [
    'A_SalesOrderItem',
    'A_SalesOrderScheduleLine',
    'A_SalesOrderItemPrElement',
    'A_SalesOrderItemText',
  ])
    store.remove(set, keys);
  settled(store, order);
  return [];
}
/** A new day or quantity of a schedule line. */
export function changeScheduleLine(context: Context, row: Row, { row: changes }: Written): Message[] {
  const { store } = context;
  const order = orderOf(store, row);
  unlocked(context, order);
  const keys = { SalesOrder: row.SalesOrder ?? '', SalesOrderItem: row.SalesOrderItem ?? '' };
  const item = store.get('A_SalesOrderItem', keys) ?? {};
  if (changes.ScheduleLineOrderQuantity !== undefined) {
    const others = subtract(dec(item.RequestedQuantity), dec(row.ScheduleLineOrderQuantity));
    store.update('A_SalesOrderItem', keys, { RequestedQuantity: add(others, dec(changes.ScheduleLineOrderQuantity)) });
  }
  reschedule(
    store,
    order,
    store.get('A_SalesOrderItem', keys) ?? item,
    String(changes.RequestedDeliveryDate ?? row.RequestedDeliveryDate),
  );
  settled(store, order);
  return changes.RequestedDeliveryDate === undefined ? [] : [noise];
}
export function addText(context: Context, { row }: Written, parent: Row | null): Made {
  const SalesOrder = parent?.SalesOrder ?? '';
  unlocked(context, orderOf(context.store, { SalesOrder }));
  const stored = context.store.insert('A_SalesOrderText', { ...checkText(row), SalesOrder });
  return { set: setNamed('A_SalesOrderText'), row: stored, expand: [], messages: [] };
}
export function changePartner(context: Context, row: Row, { row: changes }: Written): Message[] {
  const { store } = context;
  const order = orderOf(store, row);
  unlocked(context, order);
  const { SoldToParty: Customer = '' } = order;
  partnersFor(store, { Customer }, [{ row: { ...row, ...changes }, parts: new Map() }]);
  store.update(
    'A_SalesOrderHeaderPartner',
    { SalesOrder: row.SalesOrder ?? '', PartnerFunction: row.PartnerFunction ?? '' },
    changes,
  );
  restate(store, String(order.SalesOrder));
  return [];
}
/** A condition entered or changed by hand on an item. */
export function addCondition(context: Context, written: Written, parent: Row | null): Made {
  const { store } = context;
  const order = orderOf(store, parent ?? {});
  unlocked(context, order);
  const [manual] = manualOf([written]);
  const keys = { SalesOrder: parent?.SalesOrder ?? '', SalesOrderItem: parent?.SalesOrderItem ?? '' };
  store.insert('A_SalesOrderItemPrElement', {
    ...{
      ...keys,
      PricingProcedureStep: '990',
      PricingProcedureCounter: '1',
      ConditionType: manual?.type ?? '',
      ConditionRateValue: manual?.rate ?? '0',
    },
    ...{
      ConditionCurrency: manual?.currency ?? '',
      ConditionQuantity: manual?.quantity ?? '0',
      ConditionQuantitySAPUnit: manual?.unit ?? '',
      ConditionIsManuallyChanged: 1,
    },
  });
  settled(store, order);
  const stored =
    store.get('A_SalesOrderItemPrElement', {
      ...keys,
      ConditionType: manual?.type ?? '',
      ConditionIsManuallyChanged: 1,
    }) ?? {};
  return { set: setNamed('A_SalesOrderItemPrElement'), row: stored, expand: [], messages: [] };
}
export function changeCondition(context: Context, row: Row, { row: changes }: Written): Message[] {
  const { store } = context;
  const order = orderOf(store, row);
  unlocked(context, order);
  if (row.ConditionType === '' || row.ConditionClass === 'D')
    throw refused('V1/254', {
      EN: 'This condition cannot be changed',
      DE: 'Diese Kondition kann nicht geändert werden',
    });
  store.update('A_SalesOrderItemPrElement', keysOfCondition(row), { ...changes, ConditionIsManuallyChanged: 1 });
  settled(store, order);
  return [];
}
export function removeCondition(context: Context, row: Row): Message[] {
  const order = orderOf(context.store, row);
  unlocked(context, order);
  if (row.ConditionIsManuallyChanged !== 1) throw new SapError(400, tooLate(order).messages);
  context.store.remove('A_SalesOrderItemPrElement', keysOfCondition(row));
  settled(context.store, order);
  return [];
}
const keysOfCondition = (row: Row): Row => ({
  ...{ SalesOrder: row.SalesOrder ?? '', SalesOrderItem: row.SalesOrderItem ?? '' },
  ...{
    PricingProcedureStep: row.PricingProcedureStep ?? '',
    PricingProcedureCounter: row.PricingProcedureCounter ?? '',
  },
});
