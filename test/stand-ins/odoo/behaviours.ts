import { add, type Decimal, decimal, divide, multiply, parseDecimal, round, subtract } from '@backroom/shared';
import type { Behaviour, Database, Row } from './database.ts';

const zero = decimal('0');
const hundred = decimal('100');
const exact = (value: unknown): Decimal => parseDecimal(String(value)) ?? zero;
const number = (value: Decimal): number => Number(value);
/** Rounded to the currency's places, after the discount. */
function subtotalOf({ product_uom_qty, price_unit, discount }: Row): Decimal {
  const full = multiply(exact(price_unit), exact(product_uom_qty));
  return round(subtract(full, divide(multiply(full, exact(discount ?? 0)), hundred)), 2);
}

/** What Odoo reckons. Prices hold no tax, and there is none: the sales of the stand-in have no taxes. */
export function behavioursOf(database: () => Database): Readonly<Record<string, Behaviour>> {
  const linesOf = (order: Row) =>
    database()
      .all('sale.order.line')
      .filter(({ order_id }) => order_id === order.id);
  const untaxed = (order: Row) => number(add(zero, ...linesOf(order).map(subtotalOf)));
  const productOf = (line: Row): Row | null =>
    typeof line.product_id === 'number' ? database().get('product.product', line.product_id) : null;
  const euro = () =>
    database()
      .all('res.currency')
      .find(({ name }) => name === 'EUR')?.id ?? false;
  /** The company above a contact, or itself. */
  function commercial(partner: Row): number {
    const above = typeof partner.parent_id === 'number' ? database().get('res.partner', partner.parent_id) : null;
    return partner.is_company === true || !above ? partner.id : commercial(above);
  }
  const merged = (model: string) => (row: Row) => {
    const lost = database()
      .all('backroom.merge')
      .filter((each) => each.model === model && each.into_id === row.id);
    return lost.map(({ lost_id }) => lost_id).join(',') || false;
  };
  const onLead = (name: string) => (order: Row) =>
    typeof order.opportunity_id === 'number' ? database().get('crm.lead', order.opportunity_id)[name] : false;
  return {
    'crm.lead': {
      computed: {
        company_currency: euro,
        backroom_quotations: (lead) =>
          database()
            .all('sale.order')
            .filter(({ opportunity_id }) => opportunity_id === lead.id).length,
        backroom_merged_ids: merged('crm.lead'),
      },
      defaults: () => ({ type: 'opportunity', active: true, company_id: 1, stage_id: 1 }),
    },
    'sale.order': {
      computed: {
        currency_id: ({ pricelist_id }) => database().get('product.pricelist', Number(pricelist_id)).currency_id,
        amount_untaxed: untaxed,
        amount_tax: () => 0,
        amount_total: untaxed,
        order_line: (order) => linesOf(order).map(({ id }) => id),
        backroom_order_number: onLead('backroom_order_number'),
        backroom_order_status: onLead('backroom_order_status'),
      },
      defaults: (id, { partner_id }) => ({
        ...{ name: `S${String(id).padStart(5, '0')}`, state: 'draft', company_id: 1 },
        ...{ partner_invoice_id: partner_id, partner_shipping_id: partner_id },
      }),
    },
    'sale.order.line': {
      computed: {
        price_subtotal: (line) => number(subtotalOf(line)),
        product_type: (line) => productOf(line)?.type,
        currency_id: ({ order_id }) =>
          database().value('sale.order', database().get('sale.order', Number(order_id)), 'currency_id'),
      },
      defaults: () => ({ sequence: 10, product_uom_qty: 1, product_uom_id: 1, discount: 0 }),
    },
    'res.partner': {
      computed: {
        commercial_partner_id: commercial,
        country_code: ({ country_id }) =>
          typeof country_id === 'number' ? database().get('res.country', country_id).code : false,
        partner_share: () => true,
        backroom_merged_ids: merged('res.partner'),
      },
      defaults: () => ({ active: true, type: 'contact', lang: 'en_US' }),
    },
    'product.product': { defaults: () => ({ active: true, uom_id: 1, type: 'consu' }) },
  };
}
