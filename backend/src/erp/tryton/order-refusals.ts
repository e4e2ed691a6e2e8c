import { add, compare, type Decimal, decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { Simulation } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { blockedCustomers } from './reminders.ts';
import type { DraftLine, SaleDraft } from './sale-draft.ts';
import { archivedToo, type Tryton, todayOf, zero } from './support.ts';
import { convert, unitFields, unitRow } from './units.ts';
import { float, numeric, toDate } from './wire.ts';

type Refusal = Simulation['refusals'][number];
const forecastRow = z.object({ id: z.number(), forecast_quantity: float });
const quotedRow = z.object({ product: z.number(), quantity: float, 'unit.': unitRow });
const creditRow = z.object({ credit_limit_amount: numeric.nullable(), credit_amount: numeric });
const defaultsRow = z.looseObject({ shipment_method: z.string().nullish() });

/** What Tryton will say no to when the order is quoted and confirmed, by its own figures and its own rules. */
export async function refusalsOf(
  tryton: Tryton,
  there: Installation,
  draft: SaleDraft,
  net: Decimal,
  call: Call,
): Promise<Refusal[]> {
  const [stock, credit] = await Promise.all([
    stockRefusals(tryton, there, draft, call),
    creditRefusals(tryton, there, draft, net, call),
  ]);
  return [...credit, ...stock];
}

/**
 * The check of the module sale_stock_quantity: the forecast of the warehouse, less what other quotations hold. Modules that buy or make what is
 * missing let an order pass by rules of their own: then only Tryton knows.
 */
async function stockRefusals(
  { client }: Tryton,
  there: Installation,
  { warehouse, lines }: SaleDraft,
  call: Call,
): Promise<Refusal[]> {
  const supplied = ['purchase_request', 'sale_supply', 'production'].some((name) => there.hasModule(name));
  if (!there.hasModule('sale_stock_quantity') || supplied || warehouse === null) return [];
  const goods = lines.filter(({ product }) => product.type === 'goods' && !product.consumable);
  const ids = [...new Set(goods.map(({ product }) => product.id))];
  if (ids.length === 0) return [];
  const day = toDate(todayOf(there));
  const [forecasts, quoted] = await Promise.all([
    client.search(
      'product.product',
      {
        domain: [['id', 'in', ids], archivedToo],
        fields: ['forecast_quantity'],
        row: forecastRow,
        context: { locations: [warehouse.id], stock_date_end: day, stock_assign: true },
      },
      call,
    ),
    client.search(
      'sale.line',
      {
        domain: [
          ['sale.company', '=', there.company.id],
          ['sale.state', 'in', ['quotation', 'confirmed']],
          ['sale.warehouse', '=', warehouse.id],
          ['OR', ['sale.sale_date', '<=', day], ['sale.sale_date', '=', null]],
          ['product', 'in', ids],
          ['quantity', '>', 0],
        ],
        fields: ['product', 'quantity', ...unitFields('unit')],
        row: quotedRow,
      },
      call,
    ),
  ]);
  const left = new Map(forecasts.map((row) => [row.id, row.forecast_quantity]));
  const take = (product: DraftLine['product'], quantity: Decimal) =>
    left.set(product.id, subtract(left.get(product.id) ?? zero, quantity));
  for (const line of quoted) {
    const product = goods.find((each) => each.product.id === line.product)?.product;
    if (product) take(product, convert(line.quantity, line['unit.'], product['default_uom.']));
  }
  return goods.flatMap(({ index, product, quantity, unit }) => {
    const wanted = convert(decimal(String(quantity)), unit, product['default_uom.']);
    const forecast = left.get(product.id) ?? zero;
    take(product, wanted);
    if (compare(forecast, wanted) >= 0) return [];
    const { symbol } = product['default_uom.'];
    const words = `Line ${index + 1}: Tryton forecasts ${forecast} ${symbol} of ${product.code ?? product.id} in ${warehouse.name}, the order takes ${wanted} ${symbol}.`;
    return [{ field: `lines.${index}.quantity`, words }];
  });
}

/** The check of the module sale_credit_limit. Tryton compares the order's amount as it is, whatever its currency, and so does this. */
async function creditRefusals(
  { client }: Tryton,
  there: Installation,
  { header }: SaleDraft,
  net: Decimal,
  call: Call,
): Promise<Refusal[]> {
  if (!there.hasModule('sale_credit_limit')) return [];
  const [[row], method, reminded] = await Promise.all([
    client.search(
      'party.party',
      {
        domain: [['id', '=', header.party], archivedToo],
        fields: ['credit_limit_amount', 'credit_amount'],
        row: creditRow,
      },
      call,
    ),
    client.call('model.sale.sale.default_get', [['shipment_method']], call),
    blockedCustomers(client, there, [header.party], call),
  ]);
  const { shipment_method } = fit(defaultsRow, method, 'sale.sale');
  const limit = row?.credit_limit_amount ?? null;
  if (limit === null || !row || shipment_method !== 'order') return [];
  const { currency } = there.company;
  const level = reminded.get(header.party);
  const after = add(row.credit_amount, net);
  return [
    ...(compare(limit, after) < 0
      ? [
          {
            field: 'customerId',
            words: `The credit limit is ${limit} ${currency}; with this order it would be ${after}.`,
          },
        ]
      : []),
    ...(level ? [{ field: 'customerId', words: `A reminder stands against new orders: ${level}.` }] : []),
  ];
}
