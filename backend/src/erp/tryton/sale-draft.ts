import { canonical, compare, type Decimal, isNegative, isZero, multiply } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { type SaleHeader, saleHeader } from './sale-header.ts';
import { archivedToo, idOf, idsOf, refused, type Tryton, unknownCustomer } from './support.ts';
import { lineTaxes } from './taxes.ts';
import { halfEven, toDate, toFloat, toNumeric } from './wire.ts';

const productRow = z.object({
  id: z.number(),
  active: z.boolean(),
  salable: z.boolean(),
  default_uom: z.number(),
  sale_uom: z.number().nullable(),
  code: z.string().nullable(),
  'account_category.': z.object({ customer_taxes_used: z.array(z.number()) }).nullish(),
});
const productFields = ['active', 'salable', 'default_uom', 'sale_uom', 'code'];
const partyRow = z.object({ active: z.boolean(), customer_tax_rule: z.number().nullish(), name: z.string() });

type DraftLine = {
  product: number;
  quantity: number;
  unit: number;
  unitPrice: Decimal;
  taxes: readonly number[];
  description: string | null;
  amount: Decimal;
};
export type SaleDraft = { header: SaleHeader; currencyId: number; lines: DraftLine[] };

/** How long what a preview has read may stand for the order that it leads to. */
const RECENT_MS = 60_000;
type Customer = { row: z.infer<typeof partyRow>; header: SaleHeader };

/**
 * What an order's draft is made of, as Tryton has it now. `recent`: or as it was within the last minute, so that the order which follows a preview,
 * and the fifty that go out together after a night, do not ask for the same again.
 */
export function draftFacts({ client }: Tryton) {
  const products = new LRUCache<number, z.infer<typeof productRow>>({ max: 5000, ttl: RECENT_MS });
  const customers = new LRUCache<string, Customer>({ max: 1000, ttl: RECENT_MS });
  return {
    async products(there: Installation, ids: readonly number[], recent: boolean, call: Call) {
      const known = recent ? ids.flatMap((id) => products.get(id) ?? []) : [];
      const missing = ids.filter((id) => !known.some((each) => each.id === id));
      if (missing.length === 0) return known;
      const fields = [...productFields, ...(there.may('account.tax') ? ['account_category.customer_taxes_used'] : [])];
      const domain = [['id', 'in', missing], archivedToo];
      const rows = await client.search('product.product', { domain, fields, row: productRow }, call);
      for (const row of rows) products.set(row.id, row);
      return [...known, ...rows];
    },
    async customer(there: Installation, input: OrderInput, currencyId: number, recent: boolean, call: Call) {
      const key = `${input.customerId}|${currencyId}`;
      const known = recent ? customers.get(key) : undefined;
      if (known) return known;
      const fields = ['active', 'name', ...(there.may('account.tax') ? ['customer_tax_rule'] : [])];
      const domain = [['id', '=', idOf(input.customerId)], archivedToo];
      const [[row], header] = await Promise.all([
        client.search('party.party', { domain, fields, row: partyRow }, call),
        saleHeader(client, there, input.customerId, currencyId, call),
      ]);
      if (!row) throw unknownCustomer(input.customerId);
      customers.set(key, { row, header });
      return { row, header };
    },
  };
}
export type DraftFacts = ReturnType<typeof draftFacts>;

/**
 * An order as Tryton would have it before it is written: head, units and taxes as its own form fills them in. `problems`: what keeps it from
 * being one, each with the field to mend. Tryton itself would refuse most of them only later, or not at all.
 */
export async function draftOf(
  tryton: Tryton,
  facts: DraftFacts,
  there: Installation,
  input: OrderInput,
  { recent, ...call }: Call & { recent: boolean },
): Promise<{ draft: SaleDraft; problems: ErpError[] }> {
  const currencyId = there.currencyId(input.currency);
  const party = idOf(input.customerId);
  if (party === null) throw unknownCustomer(input.customerId);
  const ids = idsOf(input.lines.map(({ productId }) => productId));
  const [{ row: customer, header }, products] = await Promise.all([
    facts.customer(there, input, currencyId, recent, call),
    facts.products(there, ids, recent, call),
  ]);
  const problems: ErpError[] = [];
  if (!customer.active) problems.push(refused('customerId', `${customer.name} is archived in Tryton.`));
  if (header.invoiceAddress === null || header.shipmentAddress === null)
    problems.push(refused('customerId', `${customer.name} has no address in Tryton.`));
  const own = products.map((each) => ({ id: each.id, taxes: each['account_category.']?.customer_taxes_used ?? [] }));
  const taxes = await lineTaxes(tryton, there, party, customer.customer_tax_rule != null, own, call);
  const byId = new Map(products.map((each) => [each.id, each]));
  const lines = input.lines.flatMap((line, index) => {
    const product = byId.get(idOf(line.productId) ?? 0);
    const problem = problemOf(line, index, product, input, there);
    if (problem) problems.push(problem);
    const quantity = toFloat(line.quantity);
    if (!product || quantity === null) return [];
    const amount = halfEven(multiply(line.quantity, line.unitPrice.amount), there.placesOf(input.currency));
    return [
      {
        product: product.id,
        quantity,
        unit: product.sale_uom ?? product.default_uom,
        unitPrice: canonical(line.unitPrice.amount),
        taxes: taxes.get(product.id) ?? [],
        description: line.description,
        amount,
      },
    ];
  });
  return { draft: { header, currencyId, lines }, problems };
}

function problemOf(
  line: OrderInput['lines'][number],
  index: number,
  product: z.infer<typeof productRow> | undefined,
  { currency }: OrderInput,
  { pricePlaces }: Installation,
): ErpError | null {
  const at = (field: string) => `lines.${index}.${field}`;
  const nth = `Line ${index + 1}`;
  if (!product) return refused(at('productId'), `${nth}: Tryton has no product ${line.productId}.`);
  if (!product.active || !product.salable)
    return refused(at('productId'), `${nth}: ${product.code ?? line.productId} is no longer sold.`);
  if (isZero(line.quantity) || isNegative(line.quantity))
    return refused(at('quantity'), `${nth}: the quantity must be above zero.`);
  if (toFloat(line.quantity) === null)
    return refused(at('quantity'), `${nth}: Tryton cannot keep the quantity ${line.quantity} exactly.`);
  if (line.unitPrice.currency !== currency) return refused(at('unitPrice'), `${nth}: an order has one currency.`);
  if (compare(halfEven(line.unitPrice.amount, pricePlaces), line.unitPrice.amount) !== 0)
    return refused(at('unitPrice'), `${nth}: Tryton keeps ${pricePlaces} places of a price.`);
  return null;
}

/** For `create`: nothing is filled in by Tryton over RPC, least of all the taxes. */
export const saleValues = (
  { header, currencyId, lines }: SaleDraft,
  there: Installation,
  input: OrderInput,
  more: { warehouse: number | null; today: string },
) => ({
  party: header.party,
  company: there.company.id,
  currency: currencyId,
  reference: input.reference,
  sale_date: toDate(more.today),
  invoice_address: header.invoiceAddress,
  shipment_address: header.shipmentAddress,
  payment_term: header.paymentTerm,
  ...(more.warehouse === null ? {} : { warehouse: more.warehouse }),
  ...(header.priceList === null ? {} : { price_list: header.priceList }),
  ...(input.note === null ? {} : { comment: input.note }),
  ...(input.requestedDate === null ? {} : { shipping_date: toDate(input.requestedDate) }),
  lines: [
    [
      'create',
      lines.map(({ product, quantity, unit, unitPrice, taxes, description }) => ({
        type: 'line',
        product,
        quantity,
        unit,
        unit_price: toNumeric(unitPrice),
        taxes: [['add', taxes]],
        description,
      })),
    ],
  ],
});

/** For `on_change`: the same lines as the form has them, so that Tryton adds up net, tax and total. */
export const formLines = ({ lines }: SaleDraft) =>
  lines.map(({ product, quantity, unit, unitPrice, taxes, amount }, index) => ({
    id: -2 - index,
    type: 'line',
    product,
    quantity,
    unit,
    unit_price: toNumeric(unitPrice),
    taxes,
    amount: toNumeric(amount),
  }));
