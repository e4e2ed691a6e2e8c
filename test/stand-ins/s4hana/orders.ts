import { takes } from '../faults.ts';
import { copied, dateOf, dec, time, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { type Message, refused, SapError } from './errors.ts';

import { setNamed } from './metadata.ts';
import { type Item, itemFrom, manualOf, storedItem } from './order-items.ts';
import { itemsOf, reprice, reschedule, restate } from './order-state.ts';
import { partnersFor } from './partner-functions.ts';
import { buyerOf } from './sales-area.ts';
import type { Context, Made } from './service.ts';
import type { Written } from './values.ts';

const orderTypes = new Set(['TA', 'KLN']);
const header = [
  ...[
    'SalesOrganization',
    'DistributionChannel',
    'OrganizationDivision',
    'SalesGroup',
    'SalesOffice',
    'SalesDistrict',
    'SoldToParty',
  ],
  ...[
    'PurchaseOrderByCustomer',
    'PurchaseOrderByShipToParty',
    'CustomerPurchaseOrderType',
    'CustomerPurchaseOrderDate',
    'RequestedDeliveryDate',
  ],
  ...[
    'ShippingCondition',
    'CompleteDeliveryIsDefined',
    'ShippingType',
    'HeaderBillingBlockReason',
    'DeliveryBlockReason',
    'SDDocumentReason',
  ],
  ...[
    'IncotermsClassification',
    'IncotermsTransferLocation',
    'IncotermsLocation1',
    'IncotermsLocation2',
    'IncotermsVersion',
    'PriceListType',
  ],
  ...[
    'CustomerPriceGroup',
    'CustomerPaymentTerms',
    'PaymentMethod',
    'AssignmentReference',
    'AccountingDocExternalReference',
    'CustomerGroup',
  ],
  ...['CustomerPurchaseOrderSuplmnt', 'PricingDate', 'SalesOrderDate'],
];
const textIds = /^(TX0[1-9]|0001|0002)$/;
/** A text of a header or an item: its language and kind must exist. */
export function checkText(row: Row): Row {
  if (!/^(EN|DE|FR|ES|NL|TR)$/.test(String(row.Language ?? '')))
    throw refused('TD/011', {
      EN: `Language ${row.Language ?? ''} is not defined`,
      DE: `Sprache ${row.Language ?? ''} ist nicht definiert`,
    });
  if (!textIds.test(String(row.LongTextID ?? '')))
    throw refused('TD/602', {
      EN: `Text object VBBK has no ID ${row.LongTextID ?? ''}`,
      DE: `Textobjekt VBBK hat keine ID ${row.LongTextID ?? ''}`,
    });
  return row;
}
const incomplete = () =>
  new SapError(400, [
    {
      code: 'SLS_LORD/033',
      words: {
        EN: 'The document  cannot be saved.',
        DE: 'Der Beleg kann nicht gesichert werden.',
        TR: 'Belge kaydedilemiyor.',
      },
    },
    {
      code: 'SLS_LORD/009',
      words: { EN: 'Document is incomplete', DE: 'Der Beleg ist unvollständig', TR: 'Belge eksik' },
    },
  ]);
const exhausted = () =>
  refused('NR/751', {
    EN: 'For object RV_BELEG, number range interval 19 does not exist in subobject',
    DE: 'Zum Objekt RV_BELEG existiert kein Nummernkreisintervall 19',
    TR: 'RV_BELEG nesnesi için 19 numara aralığı mevcut değil',
  });

/** What an order and a simulation have in common: who buys, in which area, which items. */
export function prepared(store: Store, written: Written, messages: Message[]) {
  const { row, parts } = written;
  const type = String(row.SalesOrderType ?? '');
  if (type === '')
    throw refused('V1/043', { EN: 'Enter a sales document type', DE: 'Geben Sie eine Verkaufsbelegart ein' });
  if (!orderTypes.has(type))
    throw refused('V1/104', {
      EN: `Sales document type ${type.slice(1)} is not defined`,
      DE: `Verkaufsbelegart ${type} ist nicht vorgesehen`,
    });
  const { customer, area } = buyerOf(store, row);
  const currency = String(row.TransactionCurrency || area.Currency);
  if (!store.one('select 1 from currencies where code = ?', currency))
    throw refused('V1/345', {
      EN: `Currency ${currency} is not defined`,
      DE: `Währung ${currency} ist nicht definiert`,
    });
  const head: Row = {
    ...{
      CustomerPaymentTerms: area.CustomerPaymentTerms ?? '',
      ShippingCondition: area.ShippingCondition ?? '',
      PriceListType: area.PriceListType ?? '',
    },
    ...{
      IncotermsClassification: area.IncotermsClassification ?? '',
      CompleteDeliveryIsDefined: area.CompleteDeliveryIsDefined ?? 0,
    },
    ...{ PricingDate: dateOf(today()), SalesOrderDate: dateOf(today()), RequestedDeliveryDate: dateOf(today()) },
    ...copied(row, header),
    ...{ SalesOrderType: type, TransactionCurrency: currency },
  };
  if (!store.one('select 1 from terms where code = ?', String(head.CustomerPaymentTerms)))
    throw refused('V1/520', {
      EN: `Terms of payment ${head.CustomerPaymentTerms} are not defined`,
      DE: `Zahlungsbedingung ${head.CustomerPaymentTerms} ist nicht definiert`,
    });
  if (String(head.RequestedDeliveryDate).slice(0, 10) < today())
    messages.push({
      code: 'V1/153',
      severity: 'warning',
      words: { EN: 'Requested delivery date is in the past', DE: 'Wunschlieferdatum liegt in der Vergangenheit' },
    });
  const wanted = parts.get('to_Item') ?? [];
  const seen = new Set<string>();
  const items = wanted.map((each, nth) =>
    itemFrom(store, { ...head, SupplyingPlant: area.SupplyingPlant ?? '' }, each, nth, messages),
  );
  for (const { number } of items) {
    if (seen.has(number))
      throw refused('V1/042', { EN: `Item ${number} exists already`, DE: `Position ${number} ist bereits vorhanden` });
    seen.add(number);
  }
  return { head, customer, area, items, manual: manualOf(parts.get('to_PricingElement'), true) };
}

/** A new order in one step: header, partners, texts, items, prices, schedule lines, statuses. */
export function createOrder(context: Context, written: Written): Made {
  const { store, faults, user } = context;
  const messages: Message[] = [];
  const { row, parts } = written;
  if (row.SalesOrder)
    throw refused('V1/089', {
      EN: 'External number assignment is not allowed',
      DE: 'Externe Nummernvergabe ist nicht erlaubt',
    });
  const { head, customer, area, items, manual } = prepared(store, written, messages);
  const partners = partnersFor(store, area, parts.get('to_Partner') ?? []);
  if (
    items.length === 0 ||
    takes(faults, 'incomplete') ||
    items.some(({ row: item }) => store.one('select 1 from incomplete where material = ?', item.Material ?? ''))
  )
    throw incomplete();
  if (takes(faults, 'numberRange')) throw exhausted();
  if (
    head.PurchaseOrderByCustomer &&
    store.get('A_SalesOrder', {
      SoldToParty: head.SoldToParty ?? '',
      PurchaseOrderByCustomer: head.PurchaseOrderByCustomer,
    })
  )
    messages.push({
      code: 'V4/115',
      severity: 'warning',
      words: {
        EN: 'Purchase order number already exists in another document',
        DE: 'Bestellnummer ist bereits in einem anderen Beleg vorhanden',
      },
    });
  const SalesOrder = store.draw('RV_BELEG', 10_001);
  store.insert('A_SalesOrder', {
    ...head,
    ...{
      SalesOrder,
      SalesOrderTypeInternalCode: head.SalesOrderType ?? '',
      CreationDate: dateOf(today()),
      CreatedByUser: user.name,
    },
    ...{
      LastChangeDate: dateOf(today()),
      DeliveryBlockReason: head.DeliveryBlockReason || (customer.DeliveryIsBlocked ?? ''),
    },
    SalesDocApprovalStatus: faults.approval ? 'A' : '',
  });
  for (const partner of partners) store.insert('A_SalesOrderHeaderPartner', { ...partner.row, SalesOrder });
  for (const { row: own, address } of partners)
    if (address)
      store.insert('A_SalesOrderPartnerAddress', {
        ...address,
        SalesOrder,
        PartnerFunction: own.PartnerFunction ?? '',
      });
  for (const { row: text } of parts.get('to_Text') ?? [])
    store.insert('A_SalesOrderText', { ...checkText(text), SalesOrder });
  for (const [nth, each] of manual.entries())
    store.insert('A_SalesOrderHeaderPrElement', {
      ...{
        SalesOrder,
        PricingProcedureStep: String(150 + nth),
        PricingProcedureCounter: '1',
        ConditionType: each.type,
      },
      ...{
        ConditionRateValue: each.rate,
        ConditionCurrency: each.currency,
        ConditionIsManuallyChanged: 1,
        TransactionCurrency: head.TransactionCurrency ?? '',
      },
    });
  for (const item of items) storeItem(store, SalesOrder, item, String(head.TransactionCurrency));
  const order = { ...head, SalesOrder };
  reprice(store, order);
  for (const item of itemsOf(store, SalesOrder))
    reschedule(store, order, item, items.find(({ number }) => number === item.SalesOrderItem)?.requested ?? today());
  restate(store, SalesOrder);
  const stored = store.get('A_SalesOrder', { SalesOrder }) ?? {};
  if (stored.TotalCreditCheckStatus === 'B')
    messages.push({
      code: 'VU/010',
      severity: 'warning',
      words: {
        EN: 'Credit limit of the customer was exceeded: document is blocked',
        DE: 'Kreditlimit des Kunden überschritten: Beleg ist gesperrt',
        TR: 'Müşterinin kredi limiti aşıldı',
      },
    });
  for (const item of itemsOf(store, SalesOrder))
    if (dec(item.NetAmount) === zero)
      messages.push({
        code: 'V1/802',
        severity: 'warning',
        words: {
          EN: `Item ${item.SalesOrderItem} has no price`,
          DE: `Position ${item.SalesOrderItem} hat keinen Preis`,
        },
      });
  if (takes(faults, 'updateAborts'))
    throw new SapError(500, [
      {
        code: '00/671',
        words: { EN: 'Update was terminated', DE: 'Verbuchung wurde abgebrochen', TR: 'Güncelleme sonlandırıldı' },
      },
    ]);
  return { set: setNamed('A_SalesOrder'), row: stored, expand: [...parts.keys()], messages };
}
export function storeItem(store: Store, SalesOrder: string, item: Item, currency: string): void {
  store.insert('A_SalesOrderItem', { ...storedItem(item, currency), SalesOrder });
  const keys = { SalesOrder, SalesOrderItem: item.number };
  for (const text of item.texts) store.insert('A_SalesOrderItemText', { ...checkText(text), ...keys });
  for (const partner of item.partners) store.insert('A_SalesOrderItemPartner', { ...partner, ...keys });
  for (const [nth, each] of item.manual.entries())
    store.insert('A_SalesOrderItemPrElement', {
      ...{
        ...keys,
        PricingProcedureStep: '990',
        PricingProcedureCounter: String(nth + 1),
        ConditionType: each.type,
        ConditionRateValue: each.rate,
      },
      ...{
        ConditionCurrency: each.currency,
        ConditionQuantity: each.quantity,
        ConditionQuantitySAPUnit: each.unit,
        ConditionIsManuallyChanged: 1,
      },
    });
}
/** An order copied as people do it with "Create with reference": the copy keeps both references. */
export function copyOrder(context: Context, order: Row): Row {
  const { store } = context;
  const SalesOrder = String(order.SalesOrder);
  const part = (row: Row) => ({ row, parts: new Map<string, Written[]>() });
  const items = itemsOf(store, SalesOrder).map((item) => {
    const own = copied(item, [
      'SalesOrderItem',
      'Material',
      'RequestedQuantity',
      'RequestedQuantitySAPUnit',
      'SalesOrderItemText',
      'ProductionPlant',
    ]);
    const prices = store
      .rows('A_SalesOrderItemPrElement', {
        SalesOrder,
        SalesOrderItem: item.SalesOrderItem ?? '',
        ConditionIsManuallyChanged: 1,
      })
      .map((row) =>
        part(
          copied(row, [
            'ConditionType',
            'ConditionRateValue',
            'ConditionCurrency',
            'ConditionQuantity',
            'ConditionQuantitySAPUnit',
          ]),
        ),
      );
    return { row: own, parts: new Map([['to_PricingElement', prices]]) };
  });
  const row = {
    ...copied(order, header),
    SalesOrderType: order.SalesOrderType ?? 'TA',
    TransactionCurrency: order.TransactionCurrency ?? '',
  };
  const {
    DeliveryBlockReason: _d,
    HeaderBillingBlockReason: _b,
    PricingDate: _p,
    SalesOrderDate: _s,
    ...head
  } = row as Row;
  const copy = createOrder(context, { row: head, parts: new Map([['to_Item', items]]) }).row;
  store.insert('A_SalesOrderPrecdgProcFlow', {
    ...{
      SalesOrder: copy.SalesOrder ?? '',
      DocRelationshipUUID: crypto.randomUUID(),
      PrecedingDocument: SalesOrder,
      PrecedingDocumentCategory: 'C',
    },
    ...{ CreationDate: dateOf(today()), CreationTime: time(), LastChangeDate: dateOf(today()) },
  });
  return copy;
}
