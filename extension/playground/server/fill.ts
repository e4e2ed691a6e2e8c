import type {
  AdjustmentSpec,
  CompanySpec,
  DealSpec,
  LineSpec,
  QuoteSpec,
} from '@backroom/backend/crm/conformance/subject';
import type { Crm } from './hubspot/database.ts';
import { won } from './hubspot/won.ts';

const statusOf: Readonly<Record<QuoteSpec['status'], string>> = {
  accepted: 'ACCEPTED',
  approved: 'APPROVED',
  shown: 'PENDING_APPROVAL',
  draft: 'DRAFT',
  rejected: 'REJECTED',
};

const recurring = (payments: number) => ({
  recurringbillingfrequency: 'monthly',
  hs_recurring_billing_period: `P${payments}M`,
  hs_recurring_billing_number_of_payments: String(payments),
});
const tiered = ({ price, tiers = [] }: LineSpec) => ({
  hs_pricing_model: 'volume',
  hs_tier_ranges: JSON.stringify(tiers.map(({ from }) => String(Number(from) - 1))),
  hs_tier_prices: JSON.stringify([price, ...tiers.map((tier) => tier.price)]),
});
/** HubSpot keeps each on its own object, and has no freight beside fees; Salesforce has a field for freight and one for tax. */
const typeOf = { discount: 'discounts', fee: 'fees', shipping: 'fees', tax: 'taxes' } as const;
const amountOf = (adjustments: readonly AdjustmentSpec[], wanted: AdjustmentSpec['kind']) =>
  adjustments.find(({ kind }) => kind === wanted)?.amount ?? null;

/** Puts what a case asks for into the data that both stand-ins show; gives the ids there. */
export function filler(crm: Crm) {
  let next = 900;
  const putLines = (owner: [string, string], lines: readonly LineSpec[], currency: string) => {
    for (const [nth, line] of lines.entries()) {
      const id = `${owner[1]}${String(nth + 1).padStart(5, '0')}`;
      crm.put('line_items', id, {
        name: line.name,
        quantity: line.quantity,
        price: line.price,
        hs_sku: line.code,
        hs_discount_percentage: line.discountPercent ?? null,
        hs_line_item_currency_code: line.currency ?? currency,
        hs_position_on_quote: String(nth),
        discount: line.discountAmount ?? null,
        ...(line.payments ? recurring(line.payments) : {}),
        ...(line.tiers ? tiered(line) : {}),
      });
      crm.associate(owner, ['line_items', id]);
    }
  };
  function putAdjustments(quoteId: string, adjustments: readonly AdjustmentSpec[]): void {
    for (const [nth, { kind, name, percent, amount }] of adjustments.entries()) {
      const id = `4${quoteId}${nth}`;
      crm.put(typeOf[kind], id, {
        hs_label: name,
        hs_type: percent ? 'PERCENT' : 'FIXED',
        hs_value: percent ?? amount ?? null,
        hs_sort_order: String(nth),
      });
      crm.associate(['quotes', quoteId], [typeOf[kind], id]);
    }
  }
  function company(spec: CompanySpec): string {
    next += 1;
    const id = `7${next}`;
    crm.put('companies', id, {
      name: spec.name,
      domain: spec.domain ?? null,
      backroom_vat_id: spec.vatId ?? null,
      address: spec.street ?? null,
      zip: spec.postalCode ?? null,
      city: spec.city ?? null,
      country: spec.country ?? null,
      phone: spec.phone ?? null,
      sf_person_email: spec.person ? (spec.contactEmail ?? null) : null,
    });
    if (spec.contactEmail && !spec.person) {
      crm.put('contacts', `6${id}`, { firstname: 'Alex', lastname: 'Moreau', email: spec.contactEmail });
      crm.associate(['companies', id], ['contacts', `6${id}`]);
    }
    return id;
  }
  function deal(spec: DealSpec): string {
    next += 1;
    const id = `5${next}`;
    const closed = spec.wonAt ?? (spec.wonOn ? `${spec.wonOn}T10:00:00Z` : null);
    crm.put('deals', id, {
      dealname: spec.name,
      deal_currency_code: spec.currency,
      amount: spec.amount ?? null,
      ...(closed ? won(new Date(closed)) : {}),
    });
    // Older than the customer, so that a list by id has them first.
    const partners = (spec.partners ?? []).map(company);
    if (spec.company) {
      const buyer = company(spec.company);
      crm.associate(['deals', id], ['companies', buyer]);
      if (crm.get('contacts', `6${buyer}`)) crm.associate(['deals', id], ['contacts', `6${buyer}`]);
    }
    for (const partner of partners) crm.associate(['deals', id], ['companies', partner]);
    putLines(['deals', id], spec.lines ?? [], spec.currency);
    for (const [nth, quote] of (spec.quotes ?? []).entries()) {
      const quoteId = `8${id}${nth + 1}`;
      const currency = quote.currency ?? spec.currency;
      crm.put('quotes', quoteId, {
        hs_title: spec.name,
        hs_status: statusOf[quote.status],
        hs_quote_number: `Q-${quoteId}`,
        hs_currency: currency,
        hs_expiration_date: quote.expiresOn ?? null,
        hs_lastmodifieddate: new Date(1_800_000_000_000 + nth * 1000).toISOString(),
        sf_shipping: amountOf(quote.adjustments ?? [], 'shipping'),
        sf_tax: amountOf(quote.adjustments ?? [], 'tax'),
        ...(quote.synced === undefined ? {} : { sf_synced: quote.synced ? 'yes' : 'no' }),
      });
      crm.associate(['deals', id], ['quotes', quoteId]);
      putAdjustments(quoteId, quote.adjustments ?? []);
      putLines(['quotes', quoteId], quote.lines, currency);
    }
    return id;
  }
  return { company, deal };
}
