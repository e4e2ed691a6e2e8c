import { add, compare, type Decimal, decimal, divide, multiply, round, subtract } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { dialog, tableRelation, testField } from './errors.ts';
import { NO_DATE, NO_GUID } from './metadata.ts';
import type { Written } from './values.ts';

const hundred = decimal('100');
const zero = decimal('0');
const dec = (value: string | number | undefined): Decimal => decimal(String(value ?? '0'));
/** Percent of VAT by where the customer's goods go and by the tax group of the item. */
const vat: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DE: { VAT19: '19', VAT7: '7', NOVAT: '0' },
  ABROAD: {},
};
export type Document = { row: Row; setup: Row; company: string; factor: Decimal };

const unknown = (field: string, value: string, table: string) =>
  tableRelation(
    `The field ${field} of table Sales Line contains a value (${value}) that cannot be found in the related table (${table}).`,
  );

function itemOf(store: Store, document: Document, line: Row): Row | null {
  const { itemId, lineObjectNumber, lineType } = line;
  if (itemId !== undefined && itemId !== NO_GUID) {
    if (line.accountId !== undefined && line.accountId !== NO_GUID)
      throw dialog('Both "itemId" and "accountId" are specified. Specify only one of them.');
    const item = store.get('items', itemId);
    if (!item || item._company !== document.company) throw dialog('Item does not exist.');
    if (lineObjectNumber !== undefined && lineObjectNumber !== item.number)
      throw dialog('The value for "lineObjectNumber" cannot be modified.');
    return item;
  }
  if (lineObjectNumber === undefined || lineObjectNumber === '') return null;
  // Without a type the number is looked for among standard texts.
  if (lineType !== 'Item') throw unknown('No.', String(lineObjectNumber), 'Standard Text');
  const item = store.by('items', document.company, 'number', lineObjectNumber);
  if (!item) throw dialog('Item does not exist.');
  return item;
}

/** A line as it is stored: what was sent, what the item says, and what follows from them. Amounts are settled by `settle`. */
export function lineOf(store: Store, document: Document, written: Written, nth: number): Row {
  const given = written.row;
  if (given.sequence !== undefined)
    throw Object.assign(dialog(''), {
      status: 500,
      code: 'Internal_ServerError',
      message: `You cannot change the value of the SystemId field to ${NO_GUID} because of the change in the primary key. Table: Sales Line`,
    });
  if (given.lineType !== undefined && !['Comment', 'Item'].includes(String(given.lineType)))
    throw dialog('Account does not exist.');
  const item = itemOf(store, document, given);
  const base: Row = { ...given, documentId: String(document.row.id), sequence: nth * 10_000 };
  if (!item) {
    if (given.quantity !== undefined && compare(dec(given.quantity), zero) !== 0)
      throw testField('Type must not be   in Sales Line: Document Type=Order, Line No.=10000.');
    return { ...base, lineType: 'Comment', quantity: '0', unitPrice: '0' };
  }
  if (item.blocked === 1)
    throw testField(`Blocked must be equal to 'No'  in Item: No.=${item.number}. Current value is 'Yes'.`);
  const unit = unitOf(store, item, given);
  const setup = document.setup;
  const quantity = round(dec(given.quantity), 5);
  const percent = taxPercent(setup, item);
  const listed = divide(multiply(dec(item.unitPrice), unit.per), document.factor);
  const inclusive = document.row.pricesIncludeTax === 1;
  const unitPrice =
    given.unitPrice === undefined
      ? round(inclusive ? multiply(listed, add(decimal('1'), divide(percent, hundred))) : listed, 5)
      : round(dec(given.unitPrice), 5);
  const gross = round(multiply(quantity, unitPrice), 2);
  // A discount of the customer applies unless one is sent, whatever price is sent.
  const sent = given.discountPercent ?? (given.discountAmount === undefined ? setup.line_discount : undefined);
  const discountAmount =
    sent === undefined ? round(dec(given.discountAmount), 2) : round(multiply(gross, divide(dec(sent), hundred)), 2);
  const discountPercent =
    sent === undefined
      ? compare(gross, zero) === 0
        ? zero
        : round(multiply(divide(discountAmount, gross), hundred), 5)
      : dec(sent);
  if (given.itemVariantId !== undefined && given.itemVariantId !== NO_GUID) {
    const variant = store.get('itemVariants', given.itemVariantId);
    if (variant?.itemId !== item.id) throw unknown('Variant Code', String(given.itemVariantId), 'Item Variant');
  }
  return {
    ...base,
    lineType: 'Item',
    itemId: String(item.id),
    lineObjectNumber: String(item.number),
    description: given.description ?? String(item.displayName),
    unitOfMeasureId: unit.id,
    unitOfMeasureCode: unit.code,
    quantity,
    unitPrice,
    discountAmount,
    discountPercent,
    discountAppliedBeforeTax: 1,
    taxCode: String(item.taxGroupCode),
    taxPercent: percent,
    shipmentDate:
      given.shipmentDate ??
      (document.row.requestedDeliveryDate === NO_DATE
        ? String(document.row.orderDate)
        : String(document.row.requestedDeliveryDate)),
    shippedQuantity: '0',
    invoicedQuantity: '0',
    shipQuantity: quantity,
    invoiceQuantity: quantity,
  };
}
const taxPercent = (setup: Row, item: Row): Decimal =>
  dec(vat[String(setup.tax_area)]?.[String(item.taxGroupCode)] ?? '0');

function unitOf(store: Store, item: Row, given: Row): { id: string; code: string; per: Decimal } {
  const byId =
    given.unitOfMeasureId === undefined || given.unitOfMeasureId === NO_GUID
      ? null
      : store.get('unitsOfMeasure', given.unitOfMeasureId);
  if (given.unitOfMeasureId !== undefined && given.unitOfMeasureId !== NO_GUID && !byId)
    throw dialog('The "unitOfMeasureId" does not match to a Unit of Measure.');
  const code =
    String(given.unitOfMeasureCode ?? byId?.code ?? item.baseUnitOfMeasureCode) || String(item.baseUnitOfMeasureCode);
  const found = store.one(
    'select u.id, i.quantity from item_units i join unitsOfMeasure u on u.code = i.unit where i.item = ? and i.unit = ?',
    String(item.id),
    code,
  );
  if (!found) throw unknown('Unit of Measure Code', code, 'Item Unit of Measure');
  return { id: String(found.id), code, per: dec(found.quantity) };
}

/** Amounts of all lines of a document: rounded line by line, tax with the rest of the lines before, as VAT amount lines do. */
export function settle(
  lines: readonly Row[],
  inclusive: boolean,
): { lines: Row[]; net: Decimal; tax: Decimal; gross: Decimal } {
  const sums = new Map<string, { base: Decimal; tax: Decimal }>();
  const settled = lines.map((line) => {
    if (line.lineType === 'Comment') return line;
    const amount = subtract(round(multiply(dec(line.quantity), dec(line.unitPrice)), 2), dec(line.discountAmount));
    const percent = dec(line.taxPercent);
    const before = sums.get(percent) ?? { base: zero, tax: zero };
    const base = add(before.base, amount);
    const whole = inclusive
      ? round(subtract(base, divide(base, add(decimal('1'), divide(percent, hundred)))), 2)
      : round(multiply(base, divide(percent, hundred)), 2);
    const tax = subtract(whole, before.tax);
    sums.set(percent, { base, tax: whole });
    const net = inclusive ? subtract(amount, tax) : amount;
    return {
      ...line,
      amountExcludingTax: net,
      totalTaxAmount: tax,
      amountIncludingTax: add(net, tax),
      invoiceDiscountAllocation: '0',
      netAmount: net,
      netTaxAmount: tax,
      netAmountIncludingTax: add(net, tax),
    };
  });
  const of = (name: string) => add(zero, ...settled.map((line) => dec((line as Row)[name])));
  return { lines: settled, net: of('netAmount'), tax: of('netTaxAmount'), gross: of('netAmountIncludingTax') };
}
