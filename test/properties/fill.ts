import { add, decimal, parseDecimal, round, subtract } from '@backroom/shared';
import { propertyReader } from '../../extension/playground/server/hubspot/computed.ts';
import { quoteMoney } from '../../extension/playground/server/salesforce/money.ts';
import type { RandomRecord } from './record.ts';
import type { World } from './world.ts';

export type Crm = 'hubspot' | 'salesforce';
const COMPANY = '7001';
const ZERO = decimal('0');
const otherCurrency = 'CHF';
/** Salesforce keeps two decimals of a percentage, and a discount of nothing is none. */
const percentIn = (crm: Crm, text: string | null) =>
  text === null || crm === 'hubspot' ? text : Number(text).toFixed(2);

/** Puts the record into the stand-ins' data as deal `id`. `remove` takes all of it out again. */
export function fill({ crm, portal }: World, on: Crm, id: string, record: RandomRecord) {
  const put: [string, string][] = [];
  const keep = (type: string, own: string, properties: Record<string, string | null>) => {
    crm.put(type, own, properties);
    put.push([type, own]);
  };
  const currency = record.currency === 'none' ? null : record.currency;
  keep('deals', id, { dealname: `Deal ${id}`, deal_currency_code: currency });
  crm.associate(['deals', id], ['companies', COMPANY]);
  function lines(owner: [string, string]): void {
    for (const [nth, line] of record.lines.entries()) {
      const own = `${owner[1]}${String(nth + 1).padStart(3, '0')}`;
      keep('line_items', own, {
        name: line.code ?? 'ad hoc',
        hs_sku: line.code,
        quantity: line.quantity,
        price: line.price,
        hs_discount_percentage: percentIn(on, line.percent),
        discount: on === 'hubspot' ? line.off : null,
        hs_line_item_currency_code:
          line.currency === 'none' ? null : line.currency === 'own' ? currency : otherCurrency,
        hs_position_on_quote: String(nth),
        ...(line.recurring ? { recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' } : {}),
        ...(line.tiered
          ? { hs_pricing_model: 'graduated', hs_tier_ranges: '[5]', hs_tier_prices: `[${line.price ?? 1},1.25]` }
          : {}),
      });
      crm.associate(owner, ['line_items', own]);
    }
    if (record.unreadable)
      portal.unreadable.set(`line_items/${owner[1]}001`, Number(id) % 2 === 0 ? 'error' : 'missing');
  }
  function quote(own: string): void {
    keep('quotes', own, {
      hs_title: `Quote ${own}`,
      hs_status: 'ACCEPTED',
      hs_quote_number: `Q-${own}`,
      hs_currency: currency,
      hs_lastmodifieddate: new Date(1_800_000_000_000).toISOString(),
      sf_shipping: record.fee,
      sf_tax: record.tax,
    });
    crm.associate(['deals', id], ['quotes', own]);
    lines(['quotes', own]);
    const beside = (type: string, nth: number, properties: Record<string, string>) => {
      keep(type, `${own}${nth}`, properties);
      crm.associate(['quotes', own], [type, `${own}${nth}`]);
    };
    for (const [nth, { percent, value }] of record.discounts.entries())
      beside('discounts', nth, {
        hs_label: `Discount ${nth}`,
        hs_type: percent ? 'PERCENT' : 'FIXED',
        hs_value: value,
        hs_sort_order: String(nth),
      });
    if (record.fee) beside('fees', 1, { hs_label: 'Crate', hs_type: 'FIXED', hs_value: record.fee });
    if (record.tax) beside('taxes', 1, { hs_label: 'VAT', hs_type: 'FIXED', hs_value: record.tax });
  }
  if (record.quote === 'none') lines(['deals', id]);
  else quote(`8${id}1`);
  if (record.quote === 'two accepted') quote(`8${id}2`);

  const read = (type: string, own: string, name: string) => {
    const object = crm.get(type, own);
    return object ? propertyReader(crm, portal, object)(name) : null;
  };
  /** In whole cents, as a page shows it. */
  const number = (text: string | null) => round(parseDecimal(text ?? '0') ?? ZERO, 2);
  return {
    /** A fee or freight stands on a quote only. */
    fee: record.quote === 'none' ? ZERO : number(record.fee),
    /** What the CRM itself shows as net total: of the lines less discounts, before fees, shipping and tax. */
    total() {
      const owner: [string, string] = record.quote === 'none' ? ['deals', id] : ['quotes', `8${id}1`];
      const own = crm.associated(...owner, 'line_items');
      if (on === 'salesforce') {
        const object = crm.get(...owner);
        const objects = own.flatMap((each) => crm.get('line_items', each) ?? []);
        return object ? decimal(quoteMoney(object, objects).TotalPrice) : ZERO;
      }
      if (record.quote === 'none') return add(ZERO, ...own.map((each) => number(read('line_items', each, 'amount'))));
      const shown = number(read('quotes', owner[1], 'hs_quote_amount'));
      return subtract(subtract(shown, number(record.fee)), number(record.tax));
    },
    remove(): void {
      for (const [type, own] of put) {
        crm.remove(type, own);
        portal.unreadable.delete(`${type}/${own}`);
      }
    },
  };
}
