import { canonical, type Decimal, multiply, type OrderCharge } from '@backroom/shared';
import { z } from 'zod';
import type { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { halfEven } from '../kit/half-even.ts';
import { type Place, placeOf } from './addresses.ts';
import type { Call } from './client.ts';
import { customValues } from './fields.ts';
import type { Installation } from './installation.ts';
import { namesOf } from './order-reference.ts';
import { type SaleHeader, saleHeader } from './sale-header.ts';
import { headProblems, lineProblem } from './sale-problems.ts';
import { archivedToo, idOf, idsOf, refused, type Tryton, unknownCustomer } from './support.ts';
import { lineTaxes } from './taxes.ts';
import { type Unit, unitFields, unitRow } from './units.ts';
import { servingOf, type Warehouse, warehousesOf } from './warehouses.ts';
import { toDate, toFloat, toNumeric } from './wire.ts';

const any = z.object({ id: z.number() });
const unit = unitRow.extend({ symbol: z.string() });
const productRow = z.object({
  id: z.number(),
  active: z.boolean(),
  'template.': z.object({ active: z.boolean(), 'components.': z.array(any).optional() }),
  salable: z.boolean(),
  type: z.string(),
  consumable: z.boolean(),
  'default_uom.': unit,
  'sale_uom.': unit.nullable(),
  code: z.string().nullable(),
  'components.': z.array(any).optional(),
  'account_category.': z.object({ customer_taxes_used: z.array(z.number()) }).nullish(),
});
export type DraftProduct = z.infer<typeof productRow>;
const productFields = [
  ...['active', 'template.active', 'salable', 'type', 'consumable', 'code', 'account_category.customer_taxes_used'],
  ...['default_uom', 'sale_uom'].flatMap((path) => [...unitFields(path), `${path}.symbol`]),
];
const partyRow = z.object({
  active: z.boolean(),
  customer_tax_rule: z.number().nullish(),
  name: z.string().nullable(),
  'replaced_by.': z.object({ rec_name: z.string() }).nullish(),
});
export type DraftParty = z.infer<typeof partyRow>;
const partyFields = ['active', 'name', 'customer_tax_rule', 'replaced_by.rec_name'];

export type DraftLine = {
  /** Its place in the order that was asked for. */
  index: number;
  product: DraftProduct;
  quantity: number;
  unit: Unit & { symbol: string };
  unitPrice: Decimal;
  taxes: readonly number[];
  description: string | null;
  amount: Decimal;
};
export type SaleDraft = {
  header: SaleHeader;
  currencyId: number;
  warehouse: Warehouse | null;
  /** The order's own lines, then its charges. */
  lines: DraftLine[];
  deliverTo: Place;
  invoiceTo: Place;
  /** Values of mapped fields. */
  custom: Readonly<Record<string, unknown>>;
};

/**
 * An order as Tryton would have it before it is written: head, units and taxes as its own form fills them in, all read now. `problems`: what
 * keeps it from being one, each with the field to mend. Tryton itself would refuse most of them only later, or not at all.
 */
export async function draftOf(
  tryton: Tryton,
  there: Installation,
  input: OrderInput,
  call: Call,
): Promise<{ draft: SaleDraft; problems: ErpError[] }> {
  const { id: currencyId, digits } = await there.currency(input.currency, call);
  const party = idOf(input.customerId);
  if (party === null) throw unknownCustomer(input.customerId);
  const [customer, own, products, charged, warehouses, deliver, invoice, custom] = await Promise.all([
    partyOf(tryton, party, call),
    saleHeader(tryton.client, there, input.customerId, currencyId, call),
    productsOf(tryton, there, [['id', 'in', idsOf(input.lines.map(({ productId }) => productId))]], call),
    chargesOf(tryton, there, input.charges ?? [], call),
    warehousesOf(tryton, call),
    placeOf(tryton, there, input.customerId, input.deliverTo, 'deliverTo', call),
    placeOf(tryton, there, input.customerId, input.invoiceTo, 'invoiceTo', call),
    customValues(tryton, 'order', input.custom, call),
  ]);
  // Taxes may depend on where the goods go.
  const header = {
    ...own,
    shipmentAddress: deliver.place.id ?? own.shipmentAddress,
    invoiceAddress: invoice.place.id ?? own.invoiceAddress,
  };
  if (!customer) throw unknownCustomer(input.customerId);
  const warehouse = servingOf(warehouses);
  const sold = [...products, ...charged.products.filter((each) => products.every(({ id }) => id !== each.id))];
  const taxed = sold.map((each) => ({ id: each.id, taxes: each['account_category.']?.customer_taxes_used ?? null }));
  const order = { ...header, warehouse: warehouse?.id ?? null };
  const taxes = await lineTaxes(tryton, there, order, customer.customer_tax_rule != null, taxed, call);
  const byId = new Map(products.map((each) => [each.id, each]));
  const problems = [
    ...headProblems(input, customer, header, there),
    ...charged.problems,
    ...custom.problems,
    ...[deliver.problem, invoice.problem].filter((each) => each !== null),
  ];
  const lines = input.lines.flatMap((line, index): DraftLine[] => {
    const product = byId.get(idOf(line.productId) ?? 0);
    const problem = lineProblem(line, index, product, input, there);
    if (problem) problems.push(problem);
    const quantity = toFloat(line.quantity);
    if (!product || quantity === null) return [];
    return [
      {
        index,
        product,
        quantity,
        unit: product['sale_uom.'] ?? product['default_uom.'],
        unitPrice: canonical(line.unitPrice.amount),
        taxes: taxes.get(product.id) ?? [],
        description: line.description,
        amount: halfEven(multiply(line.quantity, line.unitPrice.amount), digits),
      },
    ];
  });
  const charges = charged.lines.map(({ product, charge }, nth): DraftLine => {
    const { amount } = charge.amount;
    return {
      index: input.lines.length + nth,
      product,
      quantity: 1,
      unit: product['sale_uom.'] ?? product['default_uom.'],
      unitPrice: canonical(amount),
      taxes: taxes.get(product.id) ?? [],
      description: charge.name,
      amount: halfEven(amount, digits),
    };
  });
  const places = { deliverTo: deliver.place, invoiceTo: invoice.place, custom: custom.values };
  return { draft: { header, currencyId, warehouse, lines: [...lines, ...charges], ...places }, problems };
}

/** The draft with the addresses that come with the order, made now. */
export async function settled(draft: SaleDraft, call: Call): Promise<SaleDraft> {
  const { header, deliverTo, invoiceTo } = draft;
  const shipmentAddress = (await deliverTo.make?.(call)) ?? header.shipmentAddress;
  const invoiceAddress = (await invoiceTo.make?.(call)) ?? header.invoiceAddress;
  return { ...draft, header: { ...header, shipmentAddress, invoiceAddress } };
}

async function partyOf({ client }: Tryton, party: number, call: Call): Promise<DraftParty | undefined> {
  const asked = { domain: [['id', '=', party], archivedToo], fields: partyFields, row: partyRow };
  return (await client.search('party.party', asked, call))[0];
}
function productsOf({ client }: Tryton, there: Installation, wanted: readonly unknown[], call: Call) {
  const kits = there.hasModule('product_kit') ? ['components.id', 'template.components.id'] : [];
  const asked = { domain: [...wanted, archivedToo], fields: [...productFields, ...kits], row: productRow };
  return client.search('product.product', { ...asked, order: [['id', 'ASC']] }, call);
}

/** A line for each charge, of the product that the connection names for it; a problem where there is none. */
async function chargesOf(tryton: Tryton, there: Installation, charges: readonly OrderCharge[], call: Call) {
  const codeOf = ({ kind }: OrderCharge) => tryton.settings.charges[kind];
  const codes = [...new Set(charges.map(codeOf))].filter((code) => code !== null);
  const products = codes.length > 0 ? await productsOf(tryton, there, [['code', 'in', codes]], call) : [];
  const found = charges.map((charge) => ({
    charge,
    product: products.find(
      (each) => each.code === codeOf(charge) && each.active && each['template.'].active && each.salable,
    ),
  }));
  return {
    products,
    lines: found.flatMap(({ product, charge }) => (product ? [{ product, charge }] : [])),
    problems: found.flatMap(({ product, charge }, nth) =>
      product ? [] : [refused(`charges.${nth}`, `No Tryton product on sale is set for the charge "${charge.name}".`)],
    ),
  };
}

/** For `create`: nothing is filled in by Tryton over RPC, least of all the taxes. */
export const saleValues = (
  { header, currencyId, warehouse, lines, custom }: SaleDraft,
  there: Installation,
  input: OrderInput,
  today: string,
) => ({
  party: header.party,
  company: there.company.id,
  currency: currencyId,
  ...namesOf(input.reference, input.poNumber),
  sale_date: toDate(today),
  invoice_address: header.invoiceAddress,
  shipment_address: header.shipmentAddress,
  payment_term: header.paymentTerm,
  ...(warehouse === null ? {} : { warehouse: warehouse.id }),
  ...(header.priceList === null ? {} : { price_list: header.priceList }),
  ...(input.note === null ? {} : { comment: input.note }),
  ...(input.requestedDate === null ? {} : { shipping_date: toDate(input.requestedDate) }),
  ...custom,
  lines: [
    [
      'create',
      lines.map(({ product, quantity, unit: { id: unitId }, unitPrice, taxes, description }) => ({
        type: 'line',
        product: product.id,
        quantity,
        unit: unitId,
        unit_price: toNumeric(unitPrice),
        taxes: [['add', taxes]],
        description,
      })),
    ],
  ],
});

/** For `on_change`: the same lines as the form has them, so that Tryton adds up net, tax and total. */
export const formLines = ({ lines }: SaleDraft) =>
  lines.map(({ product, quantity, unit: { id: unitId }, unitPrice, taxes, amount }, index) => ({
    id: -2 - index,
    type: 'line',
    product: product.id,
    quantity,
    unit: unitId,
    unit_price: toNumeric(unitPrice),
    taxes,
    amount: toNumeric(amount),
  }));
