import type { Rec, Store } from './database.ts';
import { round, subtotalKinds } from './definitions.ts';

const LINE = 'order-entry/document-line';
const SUBTOTAL = 'order-entry/document-subtotal';
const LINE_SUBTOTAL = 'order-entry/document-line-subtotal';

/** Amounts of a document from its lines, discounts and charges: these share the rates of the lines in proportion. */
export function retotal(store: Store, doc: Rec, at = Date.now()): Rec {
  const rate = Number(doc.body.exchangeRate.rate);
  const lines = store.children(LINE, doc.key);
  const extended = (line: Rec) => round(Number(line.body.unitQuantity) * Number(line.body.priceInTxnCurrency), 2);
  const subtotal = round(
    lines.reduce((sum, line) => sum + extended(line), 0),
    2,
  );
  let adjusted = 0;
  for (const each of store.children(SUBTOTAL, doc.key)) {
    const sign = subtotalKinds[each.body.description];
    if (sign === undefined) continue;
    const { percentValue, given } = each.body;
    const amount =
      percentValue === null ? round(Number(given ?? 0), 2) : round((subtotal * Number(percentValue)) / 100, 2);
    adjusted = round(adjusted + sign * amount, 2);
    // The amount stands without its sign, as in the vendor's example: a discount of 7.5 of 750 shows 7.5.
    const amounts = {
      txnAbsoluteValue: amount,
      txnTotal: amount,
      absoluteValue: round(amount * rate, 2),
      total: round(amount * rate, 2),
    };
    store.save({ ...each, body: { ...each.body, ...amounts } }, each.modified);
  }
  const share = subtotal === 0 ? 1 : 1 + adjusted / subtotal;
  let tax = 0;
  for (const line of lines) {
    const own = round((extended(line) * share * Number(line.body.taxRate)) / 100, 2);
    tax = round(tax + own, 2);
    const inBase = round(own * rate, 2);
    store.save({ ...line, body: { ...line.body, taxInTxnCurrency: own, taxInBaseCurrency: inBase } }, line.modified);
    for (const old of store.children(LINE_SUBTOTAL, line.key)) store.remove(old);
    if (Number(line.body.taxRate) === 0) continue;
    const common = { documentLine: String(line.key), txnAbsoluteValue: own, absoluteValue: inBase };
    const keep = (more: object) =>
      store.save({ object: LINE_SUBTOTAL, parent: line.key, entity: doc.entity, body: { ...common, ...more } });
    keep({ description: 'VAT', percentValue: null, total: inBase, txnTotal: own });
    keep({ description: '1) Standard Rate Output', percentValue: line.body.taxRate, total: null, txnTotal: null });
  }
  const total = round(subtotal + adjusted + tax, 2);
  return store.save(
    {
      ...doc,
      body: {
        ...doc.body,
        ...{ subtotalInTxnCurrency: subtotal, totalInTxnCurrency: total },
        ...{ subtotal: round(subtotal * rate, 2), total: round(total * rate, 2), taxInTxnCurrency: tax, adjusted },
      },
    },
    at,
  );
}
