import type { Call } from './call.ts';
import { at, type Body, placed, type Rec } from './database.ts';
import { round } from './definitions.ts';
import { type Detail, invalid, refused } from './errors.ts';
import { suggested } from './pricing.ts';
import type { Given } from './values.ts';

/** What lines share with their document. */
export type Header = {
  resource: string;
  documentType: string;
  customer: Rec;
  entity: number | null;
  baseCurrency: string;
  txnCurrency: string;
  rate: number;
  day: string;
};
const businessOf =
  (call: Call, { resource }: Header) =>
  (detail: Detail) =>
    refused(call.method, resource, 'Document', detail);

/** Inventory is kept of these alone. */
const isStocked = ({ body }: Rec): boolean => body.itemType === 'inventory' || body.itemType === 'stockableKit';
function factorOf(call: Call, header: Header, item: Rec, unit: string, quantity: string): number {
  const found = call.store
    .where('inventory-control/unit-of-measure', 'id', unit)
    .find(({ body }) => body.parent === item.body.unitOfMeasureGroup);
  if (!found)
    throw businessOf(
      call,
      header,
    )({ errorId: 'INV-1359', code: 'invalidReference', message: 'Missing unit', target: 'unit' });
  const places = quantity.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (places > Number(found.body.numberOfDecimalPlaces))
    throw businessOf(
      call,
      header,
    )({
      code: 'invalidValue',
      message: `The quantity ${quantity} has more decimal places than unit of measure ${unit} allows.`,
      target: 'unitQuantity',
    });
  return Number(found.body.conversionFactor);
}
function place(call: Call, header: Header, item: Rec, values: Body, nth: number): void {
  const { store } = call;
  const location = store.find('company-config/location', at(values, 'dimensions.location') as string);
  const entity = store.find('company-config/entity', location?.body.ofEntity);
  const refuse = businessOf(call, header);
  if (entity?.body.base !== header.baseCurrency || (header.entity !== null && entity?.key !== header.entity))
    throw refuse({
      code: 'invalidConfiguration',
      message: `Base Currency has to be the same as Location's Base Currency in line ${nth}`,
      target: 'dimensions.location',
    });
  const warehouse = store.find('inventory-control/warehouse', at(values, 'dimensions.warehouse') as string);
  if (!warehouse && isStocked(item))
    throw refuse({
      code: 'invalidValue',
      message: `Warehouse is required in line ${nth}`,
      target: 'dimensions.warehouse',
    });
  const home = store.find('company-config/location', warehouse?.body.location)?.body.ofEntity;
  if (warehouse && store.find('company-config/entity', home)?.body.base !== header.baseCurrency)
    throw refuse({
      code: 'invalidConfiguration',
      message: `The warehouse Location's currency has to be the same as document's currency in line ${nth}`,
      target: 'dimensions.warehouse',
    });
}
/** Percent of tax on an item for a customer: by the item's group, none for customers of a group without tax, none outside the tax solution. */
function taxRate({ store }: Pick<Call, 'store'>, { customer, entity, baseCurrency }: Header, item: Rec): number {
  if (baseCurrency !== 'EUR' && entity !== null) return 0;
  const contact = store.find('company-config/contact', at(customer.body, 'contacts.default') as string);
  const group = store.find('tax/contact-tax-group', at(contact?.body ?? {}, 'tax.group') as string);
  if (group?.body.taxed === false || at(item.body, 'sales.isTaxable') !== true) return 0;
  return Number(store.find('tax/item-tax-group', at(item.body, 'sales.taxGroup') as string)?.body.rate ?? 0);
}

type Wish = { values: Given['values']; source: Rec | null; before: Rec | null; nth: number };
/**
 * The body of a line: what was asked for, over what it was before or over the line that it is converted from, with quantity in base units and
 * prices that are net of the line's discount.
 */
export function lineBody(call: Call, header: Header, { values, source, before, nth }: Wish): Body {
  const { store } = call;
  const refuse = businessOf(call, header);
  const from = before?.body ?? source?.body ?? {};
  let body: Body = before
    ? before.body
    : { multiplier: 1, conversionType: 'quantity', status: 'active', costMethod: 'FIFO', isBillable: null };
  for (const name of [
    'dimensions.item',
    'dimensions.warehouse',
    'dimensions.location',
    'unit',
    'lineDescription',
    'requestedShippingDate',
  ])
    if (!before && at(from, name) !== undefined) body = placed(body, name, at(from, name));
  for (const [path, value] of values) if (path !== 'key') body = placed(body, path, value);
  const item = store.find('inventory-control/item', at(body, 'dimensions.item') as string);
  if (!item) throw invalid(`Required field lines.${nth - 1}.dimensions.item is missing`, 'dimensions.item');
  if (item.body.status !== 'active')
    throw refuse({
      code: 'invalidReference',
      message: `Item '${item.body.id}' is inactive.`,
      target: 'dimensions.item',
    });
  if (source && source.body.item !== String(item.key))
    throw refuse({ code: 'invalidReference', message: `Item does not match the source document line in line ${nth}` });
  place(call, header, item, body, nth);
  const wanted = String(body.unitQuantity ?? '');
  if (!(Number(wanted) > 0))
    throw refuse({
      code: 'invalidValue',
      message: `Quantity must be greater than zero in line ${nth}`,
      target: 'unitQuantity',
    });
  const group = store.find('inventory-control/unit-of-measure-group', item.body.unitOfMeasureGroup);
  const usual = store.find('inventory-control/unit-of-measure', at(group?.body ?? {}, 'defaults.orderEntry') as string);
  const unit = String(body.unit ?? usual?.body.id);
  const factor = factorOf(call, header, item, unit, wanted);
  const quantity = round(Number(wanted) * factor, 10);
  const list = suggested(store, {
    ...{
      item,
      customer: header.customer,
      quantity,
      currency: header.txnCurrency,
      base: header.baseCurrency,
      day: header.day,
    },
  });
  const precision = Number(at(item.body, 'precision.salesPrecision') ?? 2);
  const gross = round(grossPrice(values, from, header, list * factor), precision);
  const percent = Number(body.discountPercent ?? 0);
  if (percent < 0 || percent > 100)
    throw refuse({ code: 'invalidValue', message: `Invalid discount in line ${nth}`, target: 'discountPercent' });
  const net = round(gross * (1 - percent / 100), 10);
  const inBase = round(net * header.rate, 10);
  return {
    ...body,
    ...{ documentType: header.documentType, lineNumber: nth - 1, item: String(item.key), unit, quantity, gross },
    lineDescription: body.lineDescription ?? item.body.name,
    ...{ unitPrice: inBase, price: round(inBase / factor, 10), priceInTxnCurrency: net, retailPrice: list },
    quantityConverted: before?.body.quantityConverted ?? 0,
    quantityRemaining: round(quantity - Number(before?.body.quantityConverted ?? 0), 10),
    ...{ baseCurrency: header.baseCurrency, txnCurrency: header.txnCurrency, taxRate: taxRate(call, header, item) },
    discount: percent === 0 ? null : round((gross - net) * Number(wanted), 2),
  };
}
/** The price of a unit before discount: as given, as it was, else as suggested. `unitPrice` is in the company's currency. */
function grossPrice(values: Given['values'], from: Body, { rate }: Header, list: number): number {
  const inTxn = values.get('priceInTxnCurrency') ?? null;
  if (inTxn !== null) return Number(inTxn);
  const inBase = values.get('unitPrice') ?? null;
  if (inBase !== null) return Number(inBase) / rate;
  return typeof from.gross === 'number' ? from.gross : list;
}
