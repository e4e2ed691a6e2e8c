import { type Amount, amount, per, percentOf, rounded, times } from './amounts.ts';
import { dec, type Row, type Store, text } from './store.ts';

type Price = { unitPrice: Amount; discount: Amount; percent: Amount };

/** The rate at which a customer's currency is worth the company's. */
const rateOf = (store: Store, currency: string): Amount =>
  dec(store.table('currency').find(currency), 'core_currency_rate');
const standardBand = (store: Store): Row | undefined =>
  [...store.table('price_band').all()].find((band) => band.is_standard_band === true);

export const unitOf = (store: Store, product: Row, unit: string): Row | undefined =>
  store
    .table('product_unit')
    .by('product_id', product.id)
    .find((each) => each.unit_id === unit);
/** How many base units a unit of the product is. */
const multipleOf = (store: Store, product: Row, unit: string): Amount => {
  const found = unitOf(store, product, unit);
  return found ? dec(found, 'multiple_of_base_unit') : amount('1');
};
/** How many stock units a unit of the product is. */
export const inStockUnits = (store: Store, product: Row, unit: string): Amount =>
  per(multipleOf(store, product, unit), multipleOf(store, product, text(product, 'stock_unit_id')));
/** The price of a stock unit in the customer's band, else in the standard band, in the customer's currency. */
function listPrice(store: Store, customer: Row, product: Row): Amount {
  const currency = text(customer, 'currency_id');
  const bands = store.table('product_price').by('product_id', product.id);
  const own = bands.find((price) => price.price_band_id === customer.price_band_id);
  const found = own ?? bands.find((price) => price.price_band_id === standardBand(store)?.id);
  if (!found) return 0n;
  const band = store.table('price_band').find(found.price_band_id as string);
  const value = dec(found, 'price');
  return text(band, 'currency_id') === currency ? value : rounded(times(value, rateOf(store, currency)), 5);
}
/** The discount on a unit: that of the customer's group for the product from a quantity on, else the customer's discount on lines. */
function discountPercent(store: Store, customer: Row, product: Row, quantity: Amount): Amount {
  const steps = store
    .table('product_discount')
    .by('product_id', product.id)
    .filter(
      (step) =>
        (step.group_id === null || step.group_id === customer.customer_discount_group_id) &&
        dec(step, 'from') <= quantity,
    )
    .sort((one, other) => (dec(one, 'from') < dec(other, 'from') ? 1 : -1));
  return steps[0] ? dec(steps[0], 'percent') : dec(customer, 'invoice_line_discount_percent');
}
/** What the price book asks for a selling unit. */
export function priceFor(store: Store, customer: Row, product: Row, quantity: Amount, sellingUnit: string): Price {
  const unitPrice = rounded(times(listPrice(store, customer, product), inStockUnits(store, product, sellingUnit)), 5);
  const percent = discountPercent(store, customer, product, quantity);
  return { unitPrice, percent, discount: rounded(percentOf(unitPrice, percent), 5) };
}
/** Answers a price enquiry. */
export function enquiry(store: Store, customer: Row, product: Row, quantity: Amount, unit: string): Row {
  const price = priceFor(store, customer, product, quantity, unit);
  const currency = store.table('currency').find(text(customer, 'currency_id'));
  const unitName = text(store.table('unit').find(unit), 'name');
  const multiple = inStockUnits(store, product, unit);
  const before = rounded(times(price.unitPrice, quantity), 2);
  const after = rounded(times(price.unitPrice - price.discount, quantity), 2);
  return {
    ...{ id: '0', created: '', updated: '' },
    ...{ customer_id: customer.id, product_id: product.id, product_type: text(product, 'product_type'), quantity },
    ...{ selling_unit_id: unit, selling_unit: unitName, selling_unit_multiple: multiple },
    ...{ pricing_unit_id: unit, pricing_unit: unitName, pricing_unit_multiple: multiple },
    ...{
      currency_id: currency?.id ?? null,
      currency_name: text(currency, 'name'),
      currency_symbol: text(currency, 'symbol'),
    },
    ...{ unit_price: price.unitPrice, discounted_unit_price: price.unitPrice - price.discount },
    ...{ total_price_before_discount: before, total_discount: before - after, total_discounted_price: after },
  };
}
