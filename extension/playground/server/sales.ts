import type { CompanySpec, DealSpec, LineSpec } from '@backroom/backend/crm/conformance/subject';
import type { Crm } from './hubspot/database.ts';

/** A load test has thousands, and shows them in HubSpot. */
const MOST = 100;
export type Sale = {
  situation: string;
  /** Id of the company in the demonstration. */
  buyer: string | null;
  name: string;
  currency: string;
  lines: LineSpec[];
  /** Whose lines they are: an accepted quote's, or the deal's own. */
  isQuoted: boolean;
};

/** The deals of the playground, for CRMs beside HubSpot and Salesforce: one set of sales behind every one. */
export function salesOf(crm: Crm): Sale[] {
  return crm
    .all('deals')
    .slice(0, MOST)
    .map(({ id, properties: p }) => {
      const [quote] = crm.associated('deals', id, 'quotes');
      const [buyer] = crm.associated('deals', id, 'companies');
      const rows = quote ? crm.associated('quotes', quote, 'line_items') : crm.associated('deals', id, 'line_items');
      const lines = rows.flatMap((row): LineSpec[] => {
        const line = crm.get('line_items', row)?.properties;
        if (!line) return [];
        return [
          {
            ...{ code: line.hs_sku ?? null, name: line.name ?? '' },
            ...{ quantity: line.quantity ?? '1', price: line.price ?? '0' },
            ...(line.hs_discount_percentage ? { discountPercent: line.hs_discount_percentage } : {}),
          },
        ];
      });
      return {
        ...{ situation: p.backroom_situation ?? '', buyer: buyer ?? null, name: p.dealname ?? '', lines },
        ...{ currency: p.deal_currency_code ?? 'EUR' },
        isQuoted: quote !== undefined && crm.get('quotes', quote)?.properties.hs_status !== 'DRAFT',
      };
    });
}
/** As a CRM's filler takes it. */
export const specOf = ({ name, currency, lines, isQuoted }: Sale): DealSpec => ({
  ...{ name, currency },
  ...(isQuoted ? { quotes: [{ status: 'accepted', lines }] } : { lines }),
});
export function companySpec(crm: Crm, id: string): CompanySpec {
  const p = crm.get('companies', id)?.properties ?? {};
  const [contact] = crm.associated('companies', id, 'contacts');
  const email = contact && crm.get('contacts', contact)?.properties.email;
  return {
    name: p.name ?? '',
    ...(p.domain ? { domain: p.domain } : {}),
    ...(p.backroom_vat_id ? { vatId: p.backroom_vat_id } : {}),
    ...(p.address ? { street: p.address } : {}),
    ...(p.zip ? { postalCode: p.zip } : {}),
    ...(p.city ? { city: p.city } : {}),
    ...(p.country ? { country: p.country } : {}),
    ...(email ? { contactEmail: email } : {}),
  };
}
/** Ids of a stand-in that keeps nothing, the same at each start: what the backend has kept of them is still about the same records. */
export function stableIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${last.toString(16).padStart(12, '0')}`;
  };
}
