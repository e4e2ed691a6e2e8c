import { handsOf } from '../../../../test/odoo-crm/hands.ts';
import type { StandInOdoo } from '../../../../test/stand-ins/odoo/service.ts';
import type { Crm } from '../hubspot/database.ts';
import { companySpec, type Sale, salesOf } from '../sales.ts';

/** An opportunity has no lines of its own, so that a sale without an accepted quote has a draft. Odoo makes no quotation without a customer. */
const quotesOf = ({ buyer, isQuoted, lines }: Sale) =>
  buyer === null ? [] : [{ status: isQuoted ? ('accepted' as const) : ('draft' as const), lines }];

/** The deals of the playground as opportunities with their quotations. Ids are the same at each start. */
export function copyDeals(crm: Crm, { ask }: StandInOdoo) {
  const hands = handsOf({ ask, close: async () => {} });
  const partners = new Map<string, number>();
  const opportunities = new Map<number, string>();
  function partnerOf(id: string): number {
    const known = partners.get(id) ?? hands.company(companySpec(crm, id));
    partners.set(id, known);
    return known;
  }
  const proposition = hands.search('crm.stage', [['name', '=', 'Proposition']], [])[0]?.id;
  for (const sale of salesOf(crm)) {
    const { name, currency, situation, buyer } = sale;
    const partner = buyer === null ? null : partnerOf(buyer);
    const id = hands.deal({ name, currency, quotes: quotesOf(sale) }, partner);
    hands.write('crm.lead', id, { stage_id: proposition });
    opportunities.set(id, situation);
  }
  return { partners, opportunities };
}
