import { type Decimal, decimal } from '@backroom/shared';
import type { Row, Store } from './database.ts';

/** What posted documents share: amounts, lines, and what they take over from the document before. */
export const zero = decimal('0');
export const dec = (value: string | number | undefined): Decimal => decimal(String(value ?? '0'));
export const linesOf = (store: Store, set: string, parent: string) =>
  store.all(`select * from "${set}" where _parent = ? order by _seq`, parent);
/** What a posted document takes over from the order, by name. */
export const copied = (from: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Row;
export const heads = [
  'customerId',
  'customerNumber',
  'customerName',
  'billToName',
  'billToCustomerId',
  'billToCustomerNumber',
  'externalDocumentNumber',
  'shipToName',
  'shipToContact',
  'shipToAddressLine1',
  'shipToAddressLine2',
  'shipToCity',
  'shipToCountry',
  'shipToState',
  'shipToPostCode',
  'sellToAddressLine1',
  'sellToAddressLine2',
  'sellToCity',
  'sellToCountry',
  'sellToState',
  'sellToPostCode',
  'billToAddressLine1',
  'billToAddressLine2',
  'billToCity',
  'billToCountry',
  'billToState',
  'billToPostCode',
  'currencyCode',
  'pricesIncludeTax',
  'salesperson',
  'phoneNumber',
  'email',
];
export const lineNames = [
  'itemId',
  'lineType',
  'lineObjectNumber',
  'description',
  'description2',
  'unitOfMeasureId',
  'unitOfMeasureCode',
  'unitPrice',
  'discountPercent',
  'taxCode',
  'taxPercent',
  'shipmentDate',
  'itemVariantId',
  'locationId',
];

export const perUnit = (store: Store, line: Row): Decimal =>
  dec(
    store.one(
      'select quantity from item_units where item = ? and unit = ?',
      String(line.itemId),
      String(line.unitOfMeasureCode),
    )?.quantity ?? '1',
  );
