import { compare, decimal } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { dayOf } from './days.ts';

/** The price of a trade agreement: the customer's own first, then that for all; else the price of the released product. And the customer's line discount. */
export function agreedPrice(
  store: Store,
  order: Row,
  item: Row,
  quantity: string,
): { price: string; discount: string } {
  const { dataAreaId = '', OrderingCustomerAccountNumber: account = '', CurrencyCode: currency = '' } = order;
  const today = `${dayOf()}T12:00:00Z`;
  const rows = store
    .rows('SalesPriceAgreements', { dataAreaId, ItemNumber: item.ItemNumber ?? '', PriceCurrencyCode: currency })
    .filter((row) => String(row.PriceApplicableFromDate) <= today)
    .filter((row) => String(row.PriceApplicableToDate) >= today || String(row.PriceApplicableToDate).startsWith('1900'))
    .filter((row) => compare(decimal(String(row.FromQuantity)), decimal(quantity)) <= 0)
    .filter(
      (row) =>
        /^0*\.?0*$/.test(String(row.ToQuantity)) || compare(decimal(String(row.ToQuantity)), decimal(quantity)) > 0,
    )
    .filter((row) => row.CustomerAccountNumber === account || row.CustomerAccountNumber === '')
    .sort((left, right) => (left.CustomerAccountNumber === '' ? 1 : 0) - (right.CustomerAccountNumber === '' ? 1 : 0));
  const own = store.one('select discount from customer_setup where company = ? and account = ?', dataAreaId, account);
  return { price: String(rows[0]?.Price ?? item.SalesPrice ?? '0'), discount: String(own?.discount ?? '0') };
}
