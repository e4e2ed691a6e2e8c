import { add, compare, type Decimal, decimal } from '@backroom/shared';
import { copied, dateOf, dec, factorOf, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { type Message, refused } from './errors.ts';
import { checkManual, type Manual } from './pricing.ts';
import { soldProduct } from './sales-area.ts';
import { isoOf } from './units.ts';
import type { Written } from './values.ts';

/** An item as an order or a simulation takes it, checked against the product's data. */
export type Item = {
  number: string;
  row: Row;
  product: Row;
  quantity: Decimal;
  unit: string;
  plant: string;
  requested: string;
  manual: readonly Manual[];
  texts: readonly Row[];
  partners: readonly Row[];
};
const first = (row: Row, names: readonly string[]) =>
  String(names.map((name) => row[name] ?? '').find((value) => value !== '') ?? '');
export const manualOf = (parts: readonly Written[] = [], header = false): Manual[] => {
  const all = parts.map(({ row }) => ({
    ...{
      type: String(row.ConditionType ?? ''),
      rate: dec(row.ConditionRateValue),
      currency: String(row.ConditionCurrency ?? ''),
    },
    quantity: dec(row.ConditionQuantity ?? '0'),
    unit: first(row, ['ConditionQuantitySAPUnit', 'ConditionQuantityISOUnit', 'ConditionQuantityUnit']),
  }));
  checkManual(all, header);
  return all;
};
/** The one quantity unit of a row, in whichever of three spellings it was sent. */
export const unitOf = (row: Row, prefix = 'RequestedQuantity'): string =>
  first(row, [`${prefix}SAPUnit`, `${prefix}ISOUnit`, `${prefix}Unit`]);
export const unitFields = (prefix: string, unit: string): Row => ({
  ...{ [`${prefix}Unit`]: unit, [`${prefix}SAPUnit`]: unit, [`${prefix}ISOUnit`]: isoOf(unit) },
});

export function itemFrom(store: Store, head: Row, { row, parts }: Written, nth: number, messages: Message[]): Item {
  const number = String(row.SalesOrderItem ?? '0') === '0' ? String((nth + 1) * 10) : String(row.SalesOrderItem);
  const material = materialOf(store, head, row);
  if (material === '')
    throw refused('SLS_LORD/024', {
      EN: `Enter a material in item ${number}`,
      DE: `Geben Sie in Position ${number} ein Material ein`,
    });
  const { product, sales, text } = soldProduct(store, head, material);
  const status = String(sales.ProductSalesStatus || product.CrossPlantStatus);
  if (status !== '')
    messages.push({
      code: 'V1/028',
      severity: 'warning',
      words: { EN: `Material ${material} has status ${status}`, DE: `Material ${material} hat den Status ${status}` },
    });
  const unit = unitOf(row) || String(sales.SalesMeasureUnit || product.BaseUnit);
  factorOf(store, material, unit);
  const schedule = parts.get('to_ScheduleLine')?.map((each) => each.row) ?? [];
  const quantity =
    row.RequestedQuantity === undefined
      ? add(zero, ...schedule.map((line) => dec(line.ScheduleLineOrderQuantity)))
      : dec(row.RequestedQuantity);
  if (compare(quantity, zero) <= 0)
    throw refused('V1/210', {
      EN: `Enter an order quantity in item ${number}`,
      DE: `Geben Sie in Position ${number} eine Auftragsmenge ein`,
    });
  const least = dec(sales.MinimumOrderQuantity);
  if (compare(quantity, least) < 0)
    messages.push({
      code: 'V1/215',
      severity: 'warning',
      words: {
        EN: `Minimum order quantity ${least} has not been reached`,
        DE: `Mindestauftragsmenge ${least} wurde nicht erreicht`,
      },
    });
  const plant = String(row.ProductionPlant || row.Plant || sales.SupplyingPlant || head.SupplyingPlant || '1010');
  if (!store.get('A_ProductPlant', { Product: material, Plant: plant }))
    throw refused('M3/351', {
      EN: `Material ${material} is not maintained in plant ${plant}`,
      DE: `Material ${material} ist im Werk ${plant} nicht gepflegt`,
    });
  const requested = String(schedule[0]?.RequestedDeliveryDate || head.RequestedDeliveryDate || dateOf(today())).slice(
    0,
    10,
  );
  return {
    ...{ number, product, quantity, unit, plant, requested, manual: manualOf(parts.get('to_PricingElement')) },
    row: {
      SalesOrderItemText: text.slice(0, 40),
      MaterialGroup: product.ProductGroup ?? '',
      ...row,
      Material: material,
    },
    texts: parts.get('to_Text')?.map((each) => each.row) ?? [],
    partners: parts.get('to_Partner')?.map((each) => each.row) ?? [],
  };
}
/** The product by its own number, or by the customer's. */
function materialOf(store: Store, head: Row, row: Row): string {
  if (row.Material || !row.MaterialByCustomer) return String(row.Material ?? '');
  const found = store.get('A_CustomerMaterial', {
    ...{
      Customer: head.SoldToParty ?? '',
      SalesOrganization: head.SalesOrganization ?? '',
      MaterialByCustomer: row.MaterialByCustomer,
    },
  });
  return String(found?.Material ?? '');
}
/** The fields of an item as the order stores them; amounts and statuses follow. */
export const storedItem = (item: Item, currency: string): Row => ({
  ...copied(item.row, [
    'SalesOrderItemText',
    'PurchaseOrderByCustomer',
    'PurchaseOrderByShipToParty',
    'UnderlyingPurchaseOrderItem',
    'MaterialByCustomer',
    'MaterialGroup',
    'StorageLocation',
    'CustomerPaymentTerms',
    'SalesDocumentRjcnReason',
    'HigherLevelItem',
    'Batch',
  ]),
  ...{ SalesOrderItem: item.number, Material: item.row.Material ?? '', RequestedQuantity: item.quantity },
  ...{
    SalesOrderItemCategory: item.product.ProductType === 'SERV' ? 'TAD' : 'TAN',
    ProductionPlant: item.plant,
    ShippingPoint: item.plant,
  },
  ...{
    ...unitFields('RequestedQuantity', item.unit),
    ...unitFields('OrderQuantity', item.unit),
    TransactionCurrency: currency,
  },
  ItemNetWeight: decimal('0'),
});
