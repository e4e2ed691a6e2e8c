import { amount, per, percentOf, rounded, times, zero } from './amounts.ts';
import { bad } from './errors.ts';
import { entityOf } from './metadata.ts';
import { priceFor, unitOf } from './prices.ts';
import { holdingOf } from './stock.ts';
import { dec, type NewRow, of, type Row, type Store, text, type Value } from './store.ts';
import { type Body, checked } from './write.ts';

const letters: Readonly<Record<string, string>> = {
  EnumLineTypeStandard: 'S',
  EnumLineTypeFreeText: 'F',
  EnumLineTypeCharge: 'C',
  EnumLineTypeComment: 'M',
};
/** What of a line's prices follows from what people or clients entered, and what from the price book. */
type Entered = Record<string, unknown>;

/** Refuses what the type of line does not have. */
function checkType(type: string, given: Entered, entered: Entered, at: string): void {
  const letter = letters[type] ?? '';
  for (const [name, value] of Object.entries(given)) {
    const { lineTypes = '' } = entityOf('sop_order_line').fields.get(name) ?? {};
    if (lineTypes !== '' && !lineTypes.includes(letter) && value !== null && value !== false)
      throw bad(`'${at}${name}' cannot be set for lines of type ${type}.`);
  }
  if (type !== 'EnumLineTypeStandard' && type !== 'EnumLineTypeCharge' && !entered.description)
    throw bad(`'${at}description' is required for lines of type ${type}.`);
  if (type === 'EnumLineTypeCharge' && !entered.description && !entered.code)
    throw bad(`'${at}code' or '${at}description' is required for lines of type ${type}.`);
}
function productFor(store: Store, entered: Entered, at: string): Row {
  if (!entered.product_id) throw bad(`'${at}product_id' is required for lines of type EnumLineTypeStandard.`);
  const product = store.table('product').find(entered.product_id as string);
  if (!product) throw bad(`The product with the Id ${String(entered.product_id)} does not exist.`);
  if (product.product_status_type === 'Inactive') throw bad(`The product ${text(product, 'code')} is inactive.`);
  if (product.allow_sales_order === false)
    throw bad(`The product ${text(product, 'code')} is not allowed on sales orders.`);
  return product;
}
/** Prices of a line. A price or discount that is not marked as entered by hand gives way to the price book. */
function prices(store: Store, customer: Row, product: Row, entered: Entered): Record<string, Value> {
  const quantity = (entered.line_quantity as bigint | undefined) ?? zero;
  const unit = String(entered.selling_unit_id);
  const book = priceFor(store, customer, product, quantity, unit);
  const isPriced = entered.selling_unit_price_overridden === true && typeof entered.selling_unit_price === 'bigint';
  const price = isPriced ? (entered.selling_unit_price as bigint) : book.unitPrice;
  const isDiscounted = entered.unit_discount_overridden === true;
  const value = entered.unit_discount_value;
  // Where both are given, the value counts and the percentage follows.
  if (isDiscounted && typeof value === 'bigint' && entered.discount_percent_specified !== true)
    return {
      selling_unit_price: price,
      unit_discount_value: value,
      unit_discount_percent: rounded(per(value * 100n, price), 2),
    };
  const percent = isDiscounted ? ((entered.unit_discount_percent as bigint | undefined) ?? zero) : book.percent;
  return {
    selling_unit_price: price,
    unit_discount_percent: percent,
    unit_discount_value: rounded(percentOf(price, percent), 5),
  };
}
const freePrices = (entered: Entered): Record<string, Value> => {
  const price = (entered.selling_unit_price as bigint | undefined) ?? zero;
  const percent = (entered.unit_discount_percent as bigint | undefined) ?? zero;
  const value = (entered.unit_discount_value as bigint | undefined) ?? rounded(percentOf(price, percent), 5);
  return { selling_unit_price: price, unit_discount_percent: percent, unit_discount_value: value };
};
/** The additional charge that a line names by its code; a line may have words of its own instead. */
function chargeFor(store: Store, entered: Entered): Row | null {
  if (!entered.code) return null;
  const [charge] = store.table('sop_additional_charge').by('code', String(entered.code));
  if (!charge) throw bad(`The additional charge ${String(entered.code)} does not exist.`);
  return charge;
}
/** The tax of an item is that of the product, unless the customer's own code comes first. */
const taxCode = (customer: Row, product: Row | null, entered: Entered): Value =>
  (entered.tax_code_id as Value | undefined) ??
  (customer.use_tax_code_as_default === true || !product
    ? (customer.default_tax_code_id as Value)
    : (product.tax_code_id as Value));

/** Values of the line: what it is worth before and after tax. */
function totals(store: Store, line: NewRow): Record<string, Value> {
  const quantity = line.line_quantity as bigint;
  const net = (line.selling_unit_price as bigint) - (line.unit_discount_value as bigint);
  const total = rounded(times(net, quantity), 2);
  const rate = dec(store.table('tax_code').find(line.tax_code_id), 'tax_rate');
  return { discounted_unit_price: net, line_total_value: total, line_tax_value: rounded(percentOf(total, rate), 2) };
}
/**
 * A line as it is kept. `before`: the line that is changed; what the body does not name stays as it was. `at`: where it stands in the
 * request, for refusals.
 */
export function lineFrom(store: Store, customer: Row, given: Body, before: Row | null, at: string): NewRow {
  const { values } = checked('sop_order_line', given, at);
  const type = String(values.line_type ?? before?.line_type ?? '');
  if (type === '') throw bad(`'${at}line_type' is required.`);
  if (before && before.line_type !== type) throw bad(`'${at}line_type' cannot be changed.`);
  const entered: Entered = { ...(before ?? {}), ...values };
  checkType(type, values, entered, at);
  const isPriced = type !== 'EnumLineTypeComment';
  const isCounted = type === 'EnumLineTypeStandard' || type === 'EnumLineTypeFreeText';
  if (isCounted && typeof entered.line_quantity !== 'bigint') throw bad(`'${at}line_quantity' is required.`);
  if (isCounted && (entered.line_quantity as bigint) <= 0n)
    throw bad(`'${at}line_quantity' must be greater than zero.`);
  if (before && (entered.line_quantity as bigint) < dec(before, 'despatch_receipt_quantity'))
    throw bad(`'${at}line_quantity' cannot be less than the quantity already despatched.`);
  if (entered.tax_code_id && !store.table('tax_code').find(entered.tax_code_id as string))
    throw bad(`The tax code with the Id ${String(entered.tax_code_id)} does not exist.`);
  const line: NewRow = {
    ...(before ?? { allocated_quantity: zero, despatch_receipt_quantity: zero, invoice_credit_quantity: zero }),
    ...values,
    line_type: type,
    line_quantity: isCounted ? (entered.line_quantity as bigint) : isPriced ? amount('1') : zero,
  };
  if (type !== 'EnumLineTypeStandard') {
    const charge = type === 'EnumLineTypeCharge' ? chargeFor(store, entered) : null;
    if (charge) Object.assign(line, { description: entered.description || text(charge, 'name') });
    const usual = charge ? { selling_unit_price: dec(charge, 'charge_value'), tax_code_id: charge.tax_code_id } : {};
    const told = { ...usual, ...Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== null)) };
    Object.assign(
      line,
      { tax_code_id: isPriced ? taxCode(customer, null, told) : null },
      freePrices(isPriced ? told : {}),
    );
    return { ...line, ...totals(store, line) };
  }
  const product = productFor(store, entered, at);
  if (!entered.warehouse_id) throw bad(`'${at}warehouse_id' is required for lines of type EnumLineTypeStandard.`);
  if (!holdingOf(store, product.id, String(entered.warehouse_id)))
    throw bad(
      `The product ${text(product, 'code')} is not held in the warehouse with the Id ${String(entered.warehouse_id)}.`,
    );
  const unit = String(entered.selling_unit_id ?? product.selling_unit_id);
  if (!unitOf(store, product, unit))
    throw bad(`The unit with the Id ${unit} is not a unit of the product ${text(product, 'code')}.`);
  const unitName = of(store, 'unit', unit, 'name');
  Object.assign(line, {
    ...{ code: text(product, 'code'), selling_unit_id: unit, pricing_unit_id: unit },
    ...{
      selling_unit_description: unitName,
      pricing_unit_description: unitName,
      tax_code_id: taxCode(customer, product, entered),
    },
    description:
      entered.use_description === true && entered.description ? String(entered.description) : text(product, 'name'),
    ...prices(store, customer, product, { ...entered, selling_unit_id: unit }),
  });
  return { ...line, ...totals(store, line) };
}
