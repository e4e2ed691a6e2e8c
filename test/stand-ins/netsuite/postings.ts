import { address, type Columns, lower } from './columns.ts';
import type { Body, Rec, Store } from './database.ts';
import { dayOf, daysBetween } from './days.ts';
import { typeNamed } from './metadata.ts';
import { NAMES, nameOf, statusName } from './names.ts';
import { unitRate } from './pricing.ts';

/** Rows of a transaction: itself, its lines, its addresses, and its link to the one before. */
export function transactionsOf(store: Store, { put, ref, moments, unit }: Columns) {
  return function transaction(rec: Rec, source: string): void {
    const { body, id, type } = rec;
    const { kind } = typeNamed(type);
    const status = typeof body.status === 'string' ? body.status : body.status?.id;
    const sign = type === 'creditMemo' || type === 'customerPayment' ? -1 : 1;
    const entity = ref('entity', 'customer', body.entity ?? body.customer);
    const total = Number(body.total ?? 0);
    const unpaid = body.amountRemaining ?? (body.unapplied === undefined ? 0 : -body.unapplied);
    put('transaction', source, {
      ...lower(body),
      ...moments(rec),
      ...entity,
      id,
      externalid: rec.external,
      type: kind,
      type__df: NAMES[type],
      recordtype: type.toLowerCase(),
      voided: false,
      posting: type !== 'salesOrder' && type !== 'returnAuthorization',
      status,
      status__df: statusName(type, String(status)),
      source: body.source,
      source__df: body.source === 'restWebServices' ? 'REST Web Services' : '',
      foreigntotal: sign * total,
      foreignamountunpaid: unpaid,
      foreignpaymentamountunused: body.unapplied,
      foreignamountpaid: body.amountPaid ?? body.applied ?? 0,
      daysoverduesearch: body.dueDate && unpaid > 0 ? Math.max(0, daysBetween(body.dueDate, dayOf())) : null,
      exchangerate: body.exchangeRate,
      ...ref('currency', 'currency', body.currency),
      ...ref('terms', 'term', body.terms),
      billingaddress: body.billingAddress ? id * 2 : null,
      shippingaddress: body.shippingAddress ? id * 2 + 1 : null,
    });
    if (body.billingAddress)
      put('transactionbillingaddress', source, { nkey: id * 2, recordowner: id, ...address(body.billingAddress) });
    if (body.shippingAddress)
      put('transactionshippingaddress', source, {
        nkey: id * 2 + 1,
        recordowner: id,
        ...address(body.shippingAddress),
      });
    const common = { transaction: id, ...entity, ...ref('subsidiary', 'subsidiary', body.subsidiary) };
    const created = ref('createdfrom', 'transaction', body.createdFrom);
    put('transactionline', source, {
      ...common,
      ...created,
      id: 0,
      linesequencenumber: 0,
      uniquekey: id * 1000,
      mainline: true,
      taxline: false,
      isclosed: false,
      donotdisplayline: false,
      netamount: sign * total,
      foreignamount: sign * total,
    });
    // Sales are credits of the ledger: their quantities and amounts are negative.
    const turned = sign * (type === 'returnAuthorization' || type === 'purchaseOrder' ? 1 : -1);
    for (const line of (body.item?.items ?? []) as Body[]) {
      const rate = unitRate(store, line.units);
      put('transactionline', source, {
        ...common,
        ...created,
        ...ref('item', 'item', line.item),
        ...unit('units', line.units),
        ...ref('price', 'priceLevel', line.price),
        ...ref('location', 'location', line.location ?? body.location),
        id: line.line,
        linesequencenumber: line.line,
        uniquekey: line.lineUniqueKey,
        itemtype: line.itemType,
        memo: line.description,
        mainline: false,
        taxline: false,
        donotdisplayline: false,
        isclosed: line.isClosed ?? false,
        quantity: line.quantity === undefined ? null : turned * line.quantity * rate,
        rate: line.rate === undefined ? null : line.rate / rate,
        netamount: turned * line.amount,
        foreignamount: turned * line.amount,
        quantityshiprecv: (line.quantityFulfilled ?? line.quantityReceived ?? 0) * rate,
        quantitybilled: (line.quantityBilled ?? 0) * rate,
        expectedshipdate: line.expectedShipDate,
        requesteddate: line.requestedDate,
        expectedreceiptdate: type === 'purchaseOrder' ? line.expectedShipDate : null,
        iscogs: false,
      });
    }
    if (Number(body.taxTotal ?? 0) !== 0)
      put('transactionline', source, {
        ...common,
        id: 9000,
        linesequencenumber: 9000,
        uniquekey: id * 1000 + 900,
        mainline: false,
        taxline: true,
        isclosed: false,
        donotdisplayline: false,
        netamount: turned * body.taxTotal,
        foreignamount: turned * body.taxTotal,
      });
    if (!body.createdFrom) return;
    const from = store.inGroup('transaction', body.createdFrom.id);
    if (!from) return;
    const types = {
      previoustype: typeNamed(from.type).kind,
      nexttype: kind,
      linktype: type === 'itemFulfillment' ? 'ShipRcpt' : 'OrdBill',
    };
    const link = {
      ...ref('previousdoc', 'transaction', { id: from.id }),
      nextdoc: id,
      nextdoc__df: nameOf(rec),
      ...types,
      foreignamount: total,
    };
    for (const table of ['previoustransactionlink', 'nexttransactionlink']) put(table, source, link);
    for (const line of (body.item?.items ?? []) as Body[])
      for (const table of ['previoustransactionlinelink', 'nexttransactionlinelink'])
        put(table, source, { ...link, previousline: line.orderLine, nextline: line.line, foreignamount: line.amount });
  };
}
