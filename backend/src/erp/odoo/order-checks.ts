import { compare, decimal, type OrderAddress } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput, Simulation } from '../contract/schemas.ts';
import { id, maybe, recordId, text } from '../transport/odoo/values.ts';
import { type Place, placeOf } from './addresses.ts';
import { type ChargeLine, chargeLines } from './charges.ts';
import { customCells } from './fields.ts';
import { type Terms, termsOf } from './preview.ts';
import { requireAllOrders } from './sales-right.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { fitsUnit, stepOf, unitRow, unitSpec } from './units.ts';

type Refusal = Simulation['refusals'][number];
const refusal = (field: string, words: string): Refusal => ({ field, words });

const productRow = z.object({
  id,
  active: z.boolean(),
  sale_ok: z.boolean(),
  display_name: z.string(),
  type: text,
  company_id: maybe(id),
  uom_id: maybe(unitRow),
});
type Product = z.output<typeof productRow>;
const productSpec: Spec = {
  active: {},
  sale_ok: {},
  display_name: {},
  type: {},
  company_id: {},
  uom_id: { fields: unitSpec },
};

/** Read each time: nothing that decides over an order may be older than its preview. */
async function productsFor(session: Session, ids: readonly number[], signal: AbortSignal): Promise<Product[]> {
  const domain = [['id', 'in', [...new Set(ids)]]];
  return (await readTree(session, productRow, { model: 'product.product', domain, spec: productSpec, signal })) ?? [];
}

export type Checked = {
  terms: Terms | null;
  refusals: Refusal[];
  names: string[];
  charges: ChargeLine[];
  /** Cells of mapped fields. */
  custom: (readonly [string, string])[];
  /** Null: Odoo's own choice. */
  deliverTo: Place | null;
  invoiceTo: Place | null;
};

/** What Odoo's order form would not let a person do, or would only warn of: `load` takes all of it without a word. */
export async function checkOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<Checked> {
  const wanted = input.lines.map(({ productId }) => recordId(productId) ?? 0);
  const refusals: Refusal[] = [];
  /** What cannot be is one of the refusals. */
  const placed = (asked: OrderAddress | undefined, field: 'deliverTo' | 'invoiceTo') =>
    asked
      ? placeOf(session, input, asked, field, signal).catch((error: unknown) => {
          if (!(error instanceof ErpError) || !['refused', 'not_found'].includes(error.kind)) throw error;
          if (error.kind === 'refused') refusals.push(refusal(error.field ?? field, error.words ?? error.message));
          return null;
        })
      : null;
  const [{ terms, stopped }, rows, deliverTo, invoiceTo, charged, custom] = await Promise.all([
    termsOf(session, input.customerId, signal).catch((error: unknown) => {
      // An unknown customer is one of the refusals, not the absence of what was asked for.
      if (error instanceof ErpError && error.kind === 'not_found') return { terms: null, stopped: null };
      throw error;
    }),
    productsFor(session, wanted, signal),
    placed(input.deliverTo, 'deliverTo'),
    placed(input.invoiceTo, 'invoiceTo'),
    chargeLines(session, input.charges ?? [], signal),
    customCells(session, 'order', input.custom, signal),
    requireAllOrders(session, signal, true),
  ]);
  refusals.push(...charged.refusals, ...custom.refusals);
  if (input.partialDelivery !== undefined && !(await session.fields('sale.order', signal))?.has('picking_policy'))
    refusals.push(
      refusal('partialDelivery', 'This Odoo keeps no shipping policy: module sale_stock is not installed.'),
    );
  if (!terms) refusals.push(refusal('customerId', 'Odoo has no such customer.'));
  if (stopped !== null) refusals.push(refusal('customerId', stopped || 'Odoo stops sales to this customer.'));
  const currency = terms && (await session.currency(terms.currency, signal));
  if (currency && currency.code !== input.currency)
    refusals.push(
      refusal(
        'currency',
        `Odoo would make this order in ${currency.code}, the price list of the customer, not in ${input.currency}.`,
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [index, line] of input.lines.entries())
    refusals.push(...lineRefusals(session, line, byId.get(wanted[index] ?? 0), { index, currency: input.currency }));
  const names = wanted.map((each) => byId.get(each)?.display_name ?? '');
  return { terms, refusals, names, charges: charged.lines, custom: custom.cells, deliverTo, invoiceTo };
}

function lineRefusals(
  session: Session,
  line: OrderInput['lines'][number],
  product: Product | undefined,
  { index, currency }: { index: number; currency: OrderInput['currency'] },
): Refusal[] {
  const at = (field: string) => `lines.${index}.${field}`;
  const found: Refusal[] = [];
  const say = (field: string, words: string) => void found.push(refusal(at(field), words));
  if (!product) say('productId', `Odoo has no product ${line.productId}.`);
  else if (!product.active) say('productId', `${product.display_name} is archived in Odoo.`);
  else if (!product.sale_ok) say('productId', `${product.display_name} is not for sale in Odoo.`);
  else if (product.company_id !== null && !session.company.own.includes(product.company_id))
    say('productId', `${product.display_name} belongs to another company in Odoo.`);
  else if (product.type === 'combo')
    say('productId', `${product.display_name} is a combo: what it consists of has to be chosen in Odoo.`);
  if (compare(line.quantity, decimal('0')) <= 0) say('quantity', 'The quantity must be above zero.');
  else if (product?.uom_id && !fitsUnit(line.quantity, product.uom_id))
    say('quantity', `Odoo keeps quantities in ${product.uom_id.name} in steps of ${stepOf(product.uom_id)}.`);
  const unit = product?.uom_id?.name;
  if (line.unit !== undefined && unit !== undefined && line.unit !== unit)
    say('unit', `Odoo sells it in ${unit}, not in ${line.unit}.`);
  if (line.unitPrice.currency !== currency) say('unitPrice', 'The price is in another currency than the order.');
  if (compare(line.unitPrice.amount, decimal('0')) < 0) say('unitPrice', 'The price is below zero.');
  return found;
}
