import type { Pipedrive } from '../../../../test/stand-ins/pipedrive/service.ts';
import type { Crm } from '../hubspot/database.ts';
import { companySpec, salesOf } from '../sales.ts';

/** The deals of the playground as Pipedrive has them, which knows no quotes. Ids are the same at each start. */
export function copyDeals(crm: Crm, { desk, company }: Pipedrive) {
  const organizations = new Map<string, number>();
  const deals = new Map<number, string>();
  function organizationOf(id: string): number {
    const known = organizations.get(id) ?? desk.organization(companySpec(crm, id));
    organizations.set(id, known);
    return known;
  }
  for (const { name, currency, lines, buyer, situation } of salesOf(crm)) {
    const deal = desk.deal({ name, currency, lines });
    if (buyer) company.change('deal', deal, { org_id: organizationOf(buyer) });
    deals.set(deal, situation);
  }
  return { organizations, deals };
}
