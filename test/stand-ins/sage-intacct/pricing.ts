import { at, type Rec, type Store } from './database.ts';
import { dailyRate } from './definitions.ts';

type Wanted = { item: Rec; customer: Rec; quantity: number; currency: string; base: string; day: string };
const BASE_LIST = 'Base Price List';

function entryOf(store: Store, list: number, { item, quantity, currency, day }: Wanted): Rec | undefined {
  return store
    .where('order-entry/price-list-entry', 'item', String(item.key))
    .filter(({ body }) => Number(body.priceList) === list && body.status === 'active')
    .filter(({ body }) => body.currency === null || body.currency === currency)
    .filter(({ body }) => (body.startDate ?? '0') <= day && (body.endDate ?? '9') >= day)
    .filter(({ body }) => Number(body.minimumQuantity ?? 0) <= quantity)
    .filter(({ body }) => body.maximumQuantity === null || Number(body.maximumQuantity) >= quantity)
    .sort((one, other) => Number(other.body.minimumQuantity ?? 0) - Number(one.body.minimumQuantity ?? 0))[0];
}
/** What an entry makes of the price that was found before it. */
function applied({ body }: Rec, before: number): number {
  const value = Number(body.value);
  switch (body.valueType) {
    case 'dollarMarkup':
      return before + value;
    case 'dollarDiscount':
      return before - value;
    case 'markupPercent':
      return before * (1 + value / 100);
    case 'discountPercent':
      return before * (1 - value / 100);
    default:
      return value;
  }
}
/**
 * The price that Intacct suggests for one base unit, in the currency of the document: the customer's own list before the company's, else the
 * item's base price; less the discount of the customer's price schedule.
 */
export function suggested(store: Store, wanted: Wanted): number {
  const { item, customer, currency, base } = wanted;
  const company = store.byId('order-entry/price-list', BASE_LIST);
  const schedule = store.find('order-entry/price-schedule', customer.body.priceSchedule);
  const toCurrency = dailyRate(base, currency) ?? 1;
  const general = company ? entryOf(store, company.key, wanted) : undefined;
  let price = Number(at(item.body, 'sales.basePrice') ?? 0) * toCurrency;
  if (general) price = applied(general, price);
  const own = entryOf(store, Number(customer.body.priceList ?? schedule?.body.priceList ?? 0), wanted);
  if (own) price = applied(own, price);
  return price * (1 - Number(schedule?.body.discountPercent ?? 0) / 100);
}
