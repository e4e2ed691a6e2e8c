import { cleanText, type Decimal, decimal, divide, multiply } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { type Product, productSchema } from '../contract/schemas.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { blank, expanded } from '../transport/odata/v2-values.ts';
import { LENGTH, WITHOUT_STOCK } from './facts.ts';
import { refused } from './faults.ts';
import { conditions, type Session } from './session.ts';
import { amount, bareKey, flag, key, keyOf } from './values.ts';

const salesRow = z.object({
  ProductSalesOrg: z.string(),
  ProductDistributionChnl: z.string(),
  SupplyingPlant: blank,
  SalesMeasureUnit: blank,
  IsMarkedForDeletion: flag,
});
const unitRow = z.object({ AlternativeUnit: z.string(), QuantityNumerator: amount, QuantityDenominator: amount });
export const productRow = z.object({
  Product: key,
  ProductType: z.string(),
  BaseUnit: z.string(),
  IsMarkedForDeletion: flag,
  to_Description: expanded(z.object({ Language: z.string(), ProductDescription: blank })),
  to_SalesDelivery: expanded(salesRow),
  to_ProductUnitsOfMeasure: expanded(unitRow),
  to_Plant: expanded(z.object({ Plant: z.string() })),
});
export type ProductRow = z.output<typeof productRow>;

const query = {
  expand: 'to_Description,to_SalesDelivery,to_ProductUnitsOfMeasure,to_Plant',
  select: [
    'Product',
    'ProductType',
    'BaseUnit',
    'IsMarkedForDeletion',
    'to_Description/Language',
    'to_Description/ProductDescription',
    ...Object.keys(salesRow.shape).map((name) => `to_SalesDelivery/${name}`),
    ...Object.keys(unitRow.shape).map((name) => `to_ProductUnitsOfMeasure/${name}`),
    'to_Plant/Plant',
  ],
};
export const salesViewOf = (row: ProductRow, { area }: Session) =>
  row.to_SalesDelivery.find(
    (view) => view.ProductSalesOrg === area.organization && view.ProductDistributionChnl === area.channel,
  ) ?? null;
/** The unit in which it is sold: an order without a unit is in it. */
export const unitOf = (row: ProductRow, session: Session): string =>
  salesViewOf(row, session)?.SalesMeasureUnit ?? row.BaseUnit;
export const isStocked = ({ ProductType }: ProductRow): boolean => !WITHOUT_STOCK.has(ProductType);
/** A quantity of its base unit in the unit in which it is sold. Null where SAP has no conversion. */
export function inSalesUnit(row: ProductRow, session: Session, quantity: Decimal): Decimal | null {
  const unit = unitOf(row, session);
  if (unit === row.BaseUnit) return quantity;
  const conversion = row.to_ProductUnitsOfMeasure.find(({ AlternativeUnit }) => AlternativeUnit === unit);
  if (!conversion || /^0*\.?0*$/.test(conversion.QuantityNumerator)) return null;
  return decimal(divide(multiply(quantity, conversion.QuantityDenominator), conversion.QuantityNumerator));
}

/** Its name in the language of the connection, else in English, else in any. */
function nameOf({ Product, to_Description: names }: ProductRow, { language }: Session): string {
  const named = (wanted: string) => names.find((each) => each.Language === wanted && each.ProductDescription !== null);
  return (named(language) ?? named('EN') ?? names[0])?.ProductDescription ?? Product;
}
const toProduct = (row: ProductRow, session: Session): Product =>
  fit(
    productSchema,
    {
      id: row.Product,
      code: row.Product,
      name: nameOf(row, session),
      unit: unitOf(row, session),
      stocked: isStocked(row),
      archived: row.IsMarkedForDeletion || (salesViewOf(row, session)?.IsMarkedForDeletion ?? false),
    },
    'A_Product',
  );

/** By key. What was read is kept for the other panels of a page. */
export async function productsOf(
  session: Session,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ProductRow>> {
  const kept = await session.remember('products', async () => new Map<string, ProductRow | null>());
  const missing = [...new Set(keys)].filter((each) => !kept.has(each));
  const paths = conditions('Product', missing).map((filter) => `A_Product${queryOf({ ...query, filter })}`);
  const rows = (await session.service('products').lists(productRow, paths, signal)).flat();
  for (const row of rows) kept.set(row.Product, row);
  for (const each of missing) if (!kept.has(each)) kept.set(each, null);
  return new Map(
    keys.flatMap((each) => {
      const row = kept.get(each);
      return row ? [[each, row] as const] : [];
    }),
  );
}

export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  // Its codes have capitals only, and numbers among them no zeros in front.
  const clean = codes.map((code) => bareKey(cleanText(code)));
  const spelled = clean.flatMap((code) => codeSpellings(code).flatMap((each) => [each, each.toUpperCase()]));
  const asked = [...new Set(spelled)].filter((code) => keyOf(code, LENGTH.product) === code);
  if (asked.length === 0) return { results: codes.map(() => null) };
  session.forget('products');
  const rows = await productsOf(session, asked, signal);
  const products = [...new Map([...rows.values()].map((row) => [row.Product, toProduct(row, session)])).values()];
  const picked = clean.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

/** Some servers send fewer than asked for: only an empty page is the end. */
const PAGE = 200;
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  if (cursor !== null && !/^\d{1,9}$/.test(cursor)) throw refused('cursor', 'This is no cursor of this list.');
  const from = Number(cursor ?? 0);
  const path = `A_Product${queryOf({
    ...query,
    filter: 'IsMarkedForDeletion eq false',
    orderby: 'Product',
    top: PAGE,
    more: { $skip: String(from) },
  })}`;
  const rows = (await session.service('products').lists(productRow, [path], signal)).flat();
  // One without a view of this sales area cannot be sold here.
  const sold = rows.filter((row) => salesViewOf(row, session) !== null);
  const products = sold.map((row) => toProduct(row, session)).filter(({ archived }) => !archived);
  return { products, cursor: rows.length === 0 ? null : String(from + rows.length) };
}
