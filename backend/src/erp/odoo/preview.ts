import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { id, link, maybe, momentOf, recordId, text } from '../transport/odoo/values.ts';
import { requireApp } from './apps.ts';
import type { Session } from './session.ts';
import { type Tax, taxesOf, taxRow, taxSpec } from './taxes.ts';
import { readTree } from './tree.ts';

/** What prices and taxes of an order follow from at the customer. */
export type Terms = { partner: number; pricelist: number | null; currency: number; paymentTerms: string | null };
const termsRow = z.object({
  id,
  active: z.boolean(),
  company_id: maybe(id),
  sale_warn: text.optional(),
  sale_warn_msg: text.optional(),
  property_payment_term_id: maybe(z.object({ name: text })).optional(),
  property_product_pricelist: maybe(z.object({ id, currency_id: id })).optional(),
});

export async function termsOf(session: Session, customerId: string, signal: AbortSignal) {
  await requireApp(session, 'sale.order', signal);
  const rows = await readTree(session, termsRow, {
    model: 'res.partner',
    domain: [['id', '=', recordId(customerId) ?? 0]],
    spec: {
      active: {},
      company_id: {},
      sale_warn: {},
      sale_warn_msg: {},
      property_payment_term_id: { fields: { name: {} } },
      property_product_pricelist: { fields: { currency_id: {} } },
    },
    signal,
  });
  const [row] = rows ?? [];
  if (!row)
    throw new ErpError('not_found', `no partner ${customerId}`, {
      field: 'customerId',
      words: 'Odoo has no such customer.',
    });
  const list = row.property_product_pricelist ?? null;
  const terms: Terms = {
    partner: row.id,
    pricelist: list?.id ?? null,
    currency: list?.currency_id ?? session.company.currency.id,
    paymentTerms: row.property_payment_term_id?.name ?? null,
  };
  return { terms, stopped: stopOf(session, row) };
}
/** Why Odoo takes no order for the customer; null where it does. */
function stopOf(
  session: Session,
  { active, company_id: company, sale_warn, sale_warn_msg }: z.output<typeof termsRow>,
) {
  if (!active) return 'The customer is archived in Odoo.';
  if (company !== null && !session.company.own.includes(company))
    return 'The customer belongs to another company in Odoo.';
  return sale_warn === 'block' ? (sale_warn_msg ?? '') : null;
}

export type PreviewLine = {
  product: number;
  quantity: number;
  /** Null: at the customer's price. */
  unitPrice: number | null;
  /** Percent off `unitPrice`. */
  discount?: number;
};
export type PricedLine = {
  unitPrice: number;
  discount: number;
  subtotal: number;
  /** The product's own, in the company's currency; null before 17, which would want a call more. */
  listPrice: number | null;
  /** The price list's rule that gave the price, and the quantity from which it holds. */
  rule: { id: number; from: number } | null;
  taxes: Tax[];
};
export type Priced = {
  net: number;
  tax: number;
  total: number;
  currency: number;
  expected: string | null;
  warning: string | null;
  lines: PricedLine[];
};

const amounts = {
  amount_untaxed: z.number(),
  amount_tax: z.number(),
  amount_total: z.number(),
  expected_date: text.optional(),
  partner_credit_warning: text.optional(),
};
const lineValues = {
  price_unit: z.number(),
  discount: z.number().default(0),
  price_subtotal: z.number(),
};
const command = z.tuple([z.number(), z.union([z.number(), z.string(), z.null()])]).rest(z.unknown());
/** 4 links a tax, and brings the fields that were asked for. */
const taxCommand = z.tuple([z.literal(4), id, taxRow]);

const orderSpec = {
  amount_untaxed: {},
  amount_tax: {},
  amount_total: {},
  currency_id: {},
  expected_date: {},
  partner_credit_warning: {},
} as const;

/**
 * What Odoo makes of an order that is never stored: its form's own "on change" on an empty record. No public method computes one price.
 * The price list has to be given: without it the lines are priced before the customer's list is set. One call for all lines.
 */
export async function preview(
  session: Session,
  terms: Terms,
  more: { date: string; lines: readonly PreviewLine[]; shipTo?: number | null },
  signal: AbortSignal,
): Promise<Priced> {
  const modern = session.transport.major >= 17;
  const values = {
    partner_id: terms.partner,
    company_id: session.company.id,
    ...(terms.pricelist === null ? {} : { pricelist_id: terms.pricelist }),
    // Taxes may depend on where the goods go.
    ...(more.shipTo ? { partner_shipping_id: more.shipTo } : {}),
    date_order: momentOf(more.date, session.timeZone, session.userTimeZone),
    // A line outside of every list is priced in the line's currency, which an empty record has not.
    currency_id: terms.currency,
    order_line: more.lines.map(({ product, quantity, unitPrice, discount = 0 }, index) => [
      0,
      `line${index}`,
      {
        product_id: product,
        product_uom_qty: quantity,
        currency_id: terms.currency,
        ...(unitPrice === null ? {} : { price_unit: unitPrice, discount }),
      },
    ]),
  };
  return modern
    ? onchange17(session, values, more.lines.length, signal)
    : onchange16(session, values, more.lines.length, signal);
}

function inOrder<Line>(
  commands: readonly (readonly unknown[])[],
  parse: (value: unknown) => Line,
  count: number,
): Line[] {
  const named = new Map(commands.map((each) => [each[1], each[2]]));
  return Array.from({ length: count }, (_, index) => parse(named.get(`line${index}`)));
}

async function onchange17(session: Session, values: object, count: number, signal: AbortSignal): Promise<Priced> {
  const lines = await session.fields('sale.order.line', signal);
  const order = await session.fields('sale.order', signal);
  const taxField = lines?.has('tax_ids') ? 'tax_ids' : 'tax_id';
  const lineSchema = z.object({
    ...lineValues,
    product_id: maybe(z.object({ lst_price: z.number() })),
    pricelist_item_id: maybe(z.object({ id, min_quantity: z.number() })).optional(),
    tax_id: z.array(taxCommand).optional(),
    tax_ids: z.array(taxCommand).optional(),
  });
  const answer = z.object({
    value: z.object({ ...amounts, currency_id: maybe(id), order_line: z.array(command) }),
  });
  const { value } = await session.ask(answer, {
    model: 'sale.order',
    method: 'onchange',
    ids: [],
    args: {
      values,
      field_names: [],
      fields_spec: {
        ...Object.fromEntries(Object.entries(orderSpec).filter(([name]) => order?.has(name))),
        order_line: {
          fields: {
            product_id: { fields: { lst_price: {} } },
            price_unit: {},
            ...(lines?.has('discount') ? { discount: {} } : {}),
            price_subtotal: {},
            ...(lines?.has('pricelist_item_id') ? { pricelist_item_id: { fields: { min_quantity: {} } } } : {}),
            [taxField]: { fields: taxSpec },
          },
        },
      },
    },
    signal,
  });
  const read = (each: unknown) => lineSchema.parse(each);
  const rows = checked(() => inOrder(value.order_line, read, count));
  return {
    ...totals(value, value.currency_id ?? session.company.currency.id),
    lines: rows.map((row) => ({
      unitPrice: row.price_unit,
      discount: row.discount,
      subtotal: row.price_subtotal,
      listPrice: row.product_id?.lst_price ?? null,
      rule: row.pricelist_item_id ? { id: row.pricelist_item_id.id, from: row.pricelist_item_id.min_quantity } : null,
      taxes: taxesOf((row.tax_ids ?? row.tax_id ?? []).map(([, , tax]) => tax)),
    })),
  };
}

/** The signature before 17: the fields of the form as a flat map, links come with their names, a rule without its quantity. */
async function onchange16(session: Session, values: object, count: number, signal: AbortSignal): Promise<Priced> {
  const lineSchema = z.object({
    ...lineValues,
    pricelist_item_id: link.optional(),
    tax_id: z.array(command).optional(),
  });
  const answer = z.object({ value: z.object({ ...amounts, currency_id: link, order_line: z.array(command) }) });
  const form = [
    ...Object.keys(orderSpec),
    'partner_id',
    'company_id',
    'pricelist_id',
    'order_line',
    'order_line.product_id',
    'order_line.product_uom_qty',
    'order_line.currency_id',
    'order_line.price_unit',
    'order_line.discount',
    'order_line.price_subtotal',
    'order_line.pricelist_item_id',
    'order_line.tax_id',
  ];
  const { value } = await session.ask(answer, {
    model: 'sale.order',
    method: 'onchange',
    ids: [],
    args: { values, field_name: [], field_onchange: Object.fromEntries(form.map((name) => [name, '1'])) },
    signal,
  });
  const rows = checked(() => inOrder(value.order_line, (each) => lineSchema.parse(each), count));
  const ids = [...new Set(rows.flatMap((row) => linked(row.tax_id)))];
  const domain = [['id', 'in', ids]];
  const taxes =
    ids.length > 0
      ? ((await readTree(session, taxRow, { model: 'account.tax', domain, spec: taxSpec, signal })) ?? [])
      : [];
  return {
    ...totals(value, value.currency_id?.[0] ?? session.company.currency.id),
    lines: rows.map((row) => ({
      unitPrice: row.price_unit,
      discount: row.discount,
      subtotal: row.price_subtotal,
      listPrice: null,
      rule: row.pricelist_item_id ? { id: row.pricelist_item_id[0], from: 0 } : null,
      taxes: taxesOf(taxes.filter((tax) => linked(row.tax_id).includes(tax.id))),
    })),
  };
}

const totals = (
  value: { amount_untaxed: number; amount_tax: number; amount_total: number } & {
    expected_date?: string | null | undefined;
    partner_credit_warning?: string | null | undefined;
  },
  currency: number,
) => ({
  net: value.amount_untaxed,
  tax: value.amount_tax,
  total: value.amount_total,
  currency,
  expected: value.expected_date ?? null,
  warning: value.partner_credit_warning || null,
});
/** The ids of x2many commands: 4 links one, 6 sets them all. */
function linked(commands: readonly (readonly unknown[])[] | undefined): number[] {
  return (commands ?? []).flatMap((each) =>
    each[0] === 4 && typeof each[1] === 'number' ? [each[1]] : each[0] === 6 && Array.isArray(each[2]) ? each[2] : [],
  );
}
function checked<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new ErpError('drift', 'sale.order.onchange: a line does not fit', {
      field: 'sale.order.onchange.order_line',
      cause: error,
    });
  }
}
