import { add, compare, type Decimal, divide, multiply, round, subtract } from '@backroom/shared';
import { takes } from '../faults.ts';
import { dateOf, dec, today, zero } from './amounts.ts';
import { creditMemo } from './billing.ts';
import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';
import type { Faults } from './faults.ts';
import { setNamed } from './metadata.ts';
import { unitOf } from './order-items.ts';
import { priced } from './pricing.ts';
import { buyerOf, saleOf, soldProduct } from './sales-area.ts';
import type { Context, Made } from './service.ts';
import { inBase, isStocked, moveStock } from './stock.ts';
import type { Written } from './values.ts';

type Kind = {
  set: 'A_CustomerReturn' | 'A_CreditMemoRequest';
  own: 'CustomerReturn' | 'CreditMemoRequest';
  types: ReadonlySet<string>;
  first: number;
};
const returns: Kind = {
  set: 'A_CustomerReturn',
  own: 'CustomerReturn',
  types: new Set(['RE', 'CBRE']),
  first: 60_000_001,
};
const requests: Kind = {
  set: 'A_CreditMemoRequest',
  own: 'CreditMemoRequest',
  types: new Set(['G2']),
  first: 60_500_001,
};
const reasons = /^(001|002|003|005|10[0-4])$/;

type Source = { net: Decimal; quantity: Decimal; unit: string; customer: string; category: 'M' | 'C' };
/** The item that a return or a credit is about: of an invoice, or of an order. */
function sourceOf(store: Store, document: string, item: string): Source | null {
  const bill = store.get('A_BillingDocument', { BillingDocument: document });
  const line = bill && store.get('A_BillingDocumentItem', { BillingDocument: document, BillingDocumentItem: item });
  if (bill && line)
    return {
      net: dec(line.NetAmount),
      quantity: dec(line.BillingQuantity),
      unit: String(line.BillingQuantityUnit),
      customer: String(bill.SoldToParty),
      category: 'M',
    };
  const order = store.get('A_SalesOrder', { SalesOrder: document });
  const ordered = order && store.get('A_SalesOrderItem', { SalesOrder: document, SalesOrderItem: item });
  if (!order || !ordered) return null;
  return {
    net: dec(ordered.NetAmount),
    quantity: dec(ordered.RequestedQuantity),
    unit: String(ordered.RequestedQuantitySAPUnit),
    customer: String(order.SoldToParty),
    category: 'C',
  };
}
const claimed = (store: Store, { set }: Kind, document: string, item: string): Decimal =>
  add(
    zero,
    ...store
      .rows(`${set}Item`, { ReferenceSDDocument: document, ReferenceSDDocumentItem: item })
      .filter(({ SalesDocumentRjcnReason }) => SalesDocumentRjcnReason === '')
      .map(({ RequestedQuantity }) => dec(RequestedQuantity)),
  );

function createDocument({ store, faults, user }: Context, written: Written, kind: Kind): Made {
  const { row, parts } = written;
  const type = String(row[`${kind.own}Type`] ?? '');
  if (!kind.types.has(type))
    throw refused('V1/104', {
      EN: `Sales document type ${type.replace('?', '')} is not defined`,
      DE: `Verkaufsbelegart ${type} ist nicht vorgesehen`,
    });
  const { area } = buyerOf(store, row);
  if (!reasons.test(String(row.SDDocumentReason ?? '')))
    throw refused(
      'V1/053',
      {
        EN: 'Please enter an order reason',
        DE: 'Bitte geben Sie einen Auftragsgrund ein',
        TR: 'Lütfen sipariş nedeni girin',
      },
      'SDDocumentReason',
    );
  const wanted = parts.get('to_Item') ?? [];
  if (wanted.length === 0)
    throw refused('SLS_LORD/009', { EN: 'Document is incomplete', DE: 'Der Beleg ist unvollständig' });
  if (takes(faults, 'numberRange'))
    throw refused('NR/751', {
      EN: 'For object RV_BELEG, number range interval 19 does not exist in subobject',
      DE: 'Zum Objekt RV_BELEG existiert kein Nummernkreisintervall 19',
    });
  const number = store.draw(`RV_BELEG_${kind.own}`, kind.first);
  const currency = String(row.TransactionCurrency || area.Currency);
  const reference = String(row.ReferenceSDDocument ?? '');
  const process = kind === returns ? store.draw('MSR_PROCESS', 5_000_001) : '';
  let total = zero;
  const items = wanted.map(({ row: sent, parts: inner }, nth) => {
    const own =
      String(sent[`${kind.own}Item`] ?? '0') === '0' ? String((nth + 1) * 10) : String(sent[`${kind.own}Item`]);
    const { product, text } = soldProduct(store, row, String(sent.Material ?? ''));
    const document = String(sent.ReferenceSDDocument ?? '');
    const item = String(sent.ReferenceSDDocumentItem ?? '0');
    const source = document === '' ? null : sourceOf(store, document, item);
    if (document !== '' && (!source || source.customer !== row.SoldToParty))
      throw refused('V1/302', {
        EN: `Reference document ${document} item ${item} does not exist for this customer`,
        DE: `Referenzbeleg ${document} Position ${item} ist zu diesem Kunden nicht vorhanden`,
      });
    const unit = unitOf(sent) || source?.unit || String(product.BaseUnit);
    const quantity = dec(sent.RequestedQuantity);
    if (compare(quantity, zero) <= 0)
      throw refused('V1/210', {
        EN: `Enter an order quantity in item ${own}`,
        DE: `Geben Sie in Position ${own} eine Auftragsmenge ein`,
      });
    const left = source && subtract(source.quantity, claimed(store, kind, document, item));
    if (left && compare(quantity, left) > 0)
      throw refused('V1/462', {
        EN: `Quantity ${quantity} exceeds the quantity ${left} of the reference`,
        DE: `Menge ${quantity} überschreitet die Menge ${left} der Referenz`,
      });
    const net = source
      ? round(divide(multiply(source.net, quantity), source.quantity), 2)
      : (priced(store, saleOf(store, { ...row, TransactionCurrency: currency }, area, today(), []), [
          { number: own, product, quantity, unit, manual: [] },
        ])[0]?.net ?? zero);
    total = add(total, net);

    const more: Row =
      kind === returns
        ? {
            ReferenceSDDocumentCategory: source?.category ?? '',
            RetsMgmtProcess: process,
            RetsMgmtProcessItem: own,
            RetsMgmtItmProcgStatus: 'A',
            ReturnsRefundExtent: sent.ReturnsRefundExtent || '100',
          }
        : {};
    return {
      texts: inner.get('to_Text') ?? [],
      row: {
        [`${kind.own}ItemText`]: text.slice(0, 40),
        ...sent,
        ...{
          [kind.own]: number,
          [`${kind.own}Item`]: own,
          RequestedQuantity: quantity,
          RequestedQuantityUnit: unit,
          NetAmount: net,
          TransactionCurrency: currency,
        },
        ...{ SDProcessStatus: 'A', ...more },
      } as Row,
    };
  });
  const stored = store.insert(kind.set, {
    ...row,
    ...{
      [kind.own]: number,
      TransactionCurrency: currency,
      TotalNetAmount: total,
      CreationDate: dateOf(today()),
      CreatedByUser: user.name,
    },
    ...{
      LastChangeDate: dateOf(today()),
      OverallSDProcessStatus: 'A',
      HeaderBillingBlockReason: row.HeaderBillingBlockReason || '08',
    },
    ReferenceSDDocumentCategory:
      reference === '' ? '' : store.get('A_BillingDocument', { BillingDocument: reference }) ? 'M' : 'C',
    ...(kind === returns
      ? {
          RetsMgmtProcess: process,
          RetsMgmtProcessingStatus: 'A',
          RetsMgmtLogProcgStatus: 'A',
          RetsMgmtCompnProcgStatus: 'A',
          CustomerReturnDate: row.CustomerReturnDate || dateOf(today()),
        }
      : {}),
  });
  for (const { row: item, texts } of items) {
    store.insert(`${kind.set}Item`, item);
    if (kind === returns)
      for (const { row: text } of texts)
        store.insert('A_CustomerReturnItemText', {
          ...text,
          CustomerReturn: number,
          CustomerReturnItem: item.CustomerReturnItem ?? '',
        });
  }
  for (const { row: text } of parts.get('to_Text') ?? [])
    store.insert(kind === returns ? 'A_CustomerReturnText' : 'A_CreditMemoReqText', { ...text, [kind.own]: number });
  return { set: setNamed(kind.set), row: stored, expand: [...parts.keys()], messages: [] };
}
export const createReturn = (context: Context, written: Written): Made => createDocument(context, written, returns);
export const createRequest = (context: Context, written: Written): Made => createDocument(context, written, requests);

const returnNumbered = (store: Store, CustomerReturn: string): Row => {
  const found = store.get('A_CustomerReturn', { CustomerReturn });
  if (!found)
    throw refused('V1/302', {
      EN: `Sales document ${CustomerReturn} does not exist`,
      DE: `Verkaufsbeleg ${CustomerReturn} ist nicht vorhanden`,
    });
  return found;
};
/** The goods of a return come in: stock grows, the return is partly done. */
export function receiveReturn(store: Store, CustomerReturn: string): void {
  const head = returnNumbered(store, CustomerReturn);
  store.atomic(() => {
    const document = store.draw('RV_VEKP_RETURN', 84_000_001);
    for (const item of store.rows('A_CustomerReturnItem', { CustomerReturn })) {
      const material = String(item.Material);
      const product = store.get('A_Product', { Product: material }) ?? {};
      if (isStocked(product))
        moveStock(
          store,
          material,
          String(item.ProductionPlant || '1010'),
          inBase(store, material, dec(item.RequestedQuantity), String(item.RequestedQuantityUnit)),
        );
      step(store, item, '0005', document);
      const keys = { CustomerReturn, CustomerReturnItem: item.CustomerReturnItem ?? '' };
      store.update('A_CustomerReturnItem', keys, {
        SDProcessStatus: 'B',
        RetsMgmtItmProcgStatus: 'B',
        RetsMgmtItmLogProcgStatus: 'C',
        ReturnsMaterialHasBeenReceived: 'X',
      });
    }
    store.update(
      'A_CustomerReturn',
      { CustomerReturn: head.CustomerReturn ?? '' },
      {
        OverallSDProcessStatus: 'B',
        RetsMgmtProcessingStatus: 'B',
        RetsMgmtLogProcgStatus: 'C',
        LastChangeDate: dateOf(today()),
      },
    );
  });
}
/** Takes the billing block away and credits the return. */
export function creditReturn(store: Store, faults: Faults, CustomerReturn: string): Row {
  const head = returnNumbered(store, CustomerReturn);
  return store.atomic(() => {
    const items = store.rows('A_CustomerReturnItem', { CustomerReturn });
    const made = creditMemo(store, faults, head, items, 'return');
    for (const item of items) {
      step(store, item, '0020', String(made.BillingDocument));
      const keys = { CustomerReturn, CustomerReturnItem: item.CustomerReturnItem ?? '' };
      store.update('A_CustomerReturnItem', keys, {
        SDProcessStatus: 'C',
        RetsMgmtItmProcgStatus: 'C',
        RetsMgmtItmCompnProcgStatus: 'C',
      });
    }
    store.update(
      'A_CustomerReturn',
      { CustomerReturn },
      {
        ...{
          HeaderBillingBlockReason: '',
          OverallSDProcessStatus: 'C',
          RetsMgmtProcessingStatus: 'C',
          RetsMgmtCompnProcgStatus: 'C',
          LastChangeDate: dateOf(today()),
        },
      },
    );
    return made;
  });
}
function step(store: Store, item: Row, RetsMgmtProcessStep: string, document: string): void {
  store.insert('A_CustomerReturnProcessStep', {
    ...{
      RetsMgmtProcess: item.RetsMgmtProcess ?? '',
      RetsMgmtProcessItem: item.RetsMgmtProcessItem ?? '',
      RetsMgmtProcItmQtySplit: '1',
      RetsMgmtProcessStep,
    },
    ...{
      ReturnsDocumentType: RetsMgmtProcessStep === '0020' ? '02' : '01',
      ReturnsDocument: document,
      ReturnsDocumentItem: item.CustomerReturnItem ?? '',
      RetsMgmtProcStepExecStatus: 'C',
    },
  });
}
/** Releases a credit memo request and bills it. */
export function creditRequest(store: Store, faults: Faults, CreditMemoRequest: string): Row {
  const head = store.get('A_CreditMemoRequest', { CreditMemoRequest });
  if (!head)
    throw refused('V1/302', {
      EN: `Sales document ${CreditMemoRequest} does not exist`,
      DE: `Verkaufsbeleg ${CreditMemoRequest} ist nicht vorhanden`,
    });
  return store.atomic(() => {
    const items = store.rows('A_CreditMemoRequestItem', { CreditMemoRequest });
    const made = creditMemo(store, faults, head, items, 'request');
    store.insert('A_CreditMemoReqSubsqntProcFlow', {
      ...{
        CreditMemoRequest,
        SubsequentDocument: made.BillingDocument ?? '',
        SubsequentDocumentCategory: 'O',
        CreationDate: dateOf(today()),
      },
    });
    store.update(
      'A_CreditMemoRequest',
      { CreditMemoRequest },
      { HeaderBillingBlockReason: '', OverallSDProcessStatus: 'C' },
    );
    for (const item of items)
      store.update(
        'A_CreditMemoRequestItem',
        { CreditMemoRequest, CreditMemoRequestItem: item.CreditMemoRequestItem ?? '' },
        { SDProcessStatus: 'C' },
      );
    return made;
  });
}
export const changeReturn = ({ store }: Context, row: Row, { row: changes }: Written) => {
  store.update('A_CustomerReturn', { CustomerReturn: row.CustomerReturn ?? '' }, changes);
  return [];
};
export const changeReturnItem = ({ store }: Context, row: Row, { row: changes }: Written) => {
  if (row.SDProcessStatus !== 'A')
    throw refused('V1/112', {
      EN: `Document ${row.CustomerReturn} has subsequent documents: it cannot be changed in this way`,
      DE: `Beleg ${row.CustomerReturn} hat Folgebelege`,
    });
  store.update(
    'A_CustomerReturnItem',
    { CustomerReturn: row.CustomerReturn ?? '', CustomerReturnItem: row.CustomerReturnItem ?? '' },
    changes,
  );
  return [];
};
