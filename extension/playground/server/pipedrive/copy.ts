import type { Pipedrive } from '../../../../test/stand-ins/pipedrive/service.ts';
import type { Crm } from '../hubspot/database.ts';

/** A load test has thousands, and shows them in HubSpot. */
const MOST = 100;

/** The deals of the playground as Pipedrive has them: one set of sales behind every CRM. Ids are the same at each start. */
export function copyDeals(crm: Crm, { desk, company }: Pipedrive) {
  const organizations = new Map<string, number>();
  const deals = new Map<number, string>();
  function organizationOf(id: string): number {
    const known = organizations.get(id);
    if (known !== undefined) return known;
    const p = crm.get('companies', id)?.properties ?? {};
    const [contact] = crm.associated('companies', id, 'contacts');
    const email = contact && crm.get('contacts', contact)?.properties.email;
    const made = desk.organization({
      name: p.name ?? '',
      ...(p.domain ? { domain: p.domain } : {}),
      ...(p.backroom_vat_id ? { vatId: p.backroom_vat_id } : {}),
      ...(p.address ? { street: p.address } : {}),
      ...(p.zip ? { postalCode: p.zip } : {}),
      ...(p.city ? { city: p.city } : {}),
      ...(p.country ? { country: p.country } : {}),
      ...(email ? { contactEmail: email } : {}),
    });
    organizations.set(id, made);
    return made;
  }
  for (const { id, properties: p } of crm.all('deals').slice(0, MOST)) {
    const [quote] = crm.associated('deals', id, 'quotes');
    const [buyer] = crm.associated('deals', id, 'companies');
    const rows = quote ? crm.associated('quotes', quote, 'line_items') : crm.associated('deals', id, 'line_items');
    const lines = rows.flatMap((line) => {
      const found = crm.get('line_items', line)?.properties;
      return found ? [found] : [];
    });
    const deal = desk.deal({
      name: p.dealname ?? '',
      currency: p.deal_currency_code ?? 'EUR',
      lines: lines.map((line) => ({
        ...{
          code: line.hs_sku ?? null,
          name: line.name ?? '',
          quantity: line.quantity ?? '1',
          price: line.price ?? '0',
        },
        ...(line.hs_discount_percentage ? { discountPercent: line.hs_discount_percentage } : {}),
      })),
    });
    if (buyer) company.change('deal', deal, { org_id: organizationOf(buyer) });
    deals.set(deal, p.backroom_situation ?? '');
  }
  return { organizations, deals };
}
