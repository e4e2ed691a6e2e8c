import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';
import { isPartner } from './units.ts';
import type { Written } from './values.ts';

export type Partner = { row: Row; address: Row | null };
/** The partners of a document: those of the customer's sales area, with those that were sent in their place. */
export function partnersFor(store: Store, area: Row, sent: readonly Written[]): Partner[] {
  const { Customer = '', SalesOrganization = '', DistributionChannel = '', Division = '' } = area;
  const found = new Map<string, Partner>();
  for (const each of store.rows('A_CustSalesPartnerFunc', {
    Customer,
    SalesOrganization,
    DistributionChannel,
    Division,
  })) {
    const own = String(each.PartnerFunction);
    if (found.has(own)) continue;
    found.set(own, {
      row: { PartnerFunction: own, PartnerFunctionInternalCode: own, Customer: each.BPCustomerNumber ?? '' },
      address: null,
    });
  }
  for (const { row, parts } of sent) {
    const own = String(row.PartnerFunction ?? '');
    if (!isPartner(own))
      throw refused('VP/105', {
        EN: `Partner function ${own.replace('?', '')} is not defined`,
        DE: `Partnerrolle ${own.replace('?', '')} ist nicht vorgesehen`,
        TR: `${own.replace('?', '')} muhatap işlevi tanımlı değil`,
      });
    if (own === 'AP') {
      const contact = store.get('A_BusinessPartnerContact', {
        BusinessPartnerCompany: Customer,
        BusinessPartnerPerson: row.ContactPerson ?? '',
      });
      if (!contact)
        throw refused('VP/221', {
          EN: `Contact person ${row.ContactPerson ?? ''} is not assigned to customer ${Customer}`,
          DE: `Ansprechpartner ${row.ContactPerson ?? ''} gehört nicht zum Kunden ${Customer}`,
        });
    } else if (!store.get('A_Customer', { Customer: row.Customer ?? '' }))
      throw refused('VP/199', {
        EN: `Partner ${row.Customer ?? ''} does not exist for partner function ${own}`,
        DE: `Partner ${row.Customer ?? ''} ist zur Rolle ${own} nicht vorhanden`,
      });
    const [address] = parts.get('to_Address') ?? [];
    found.set(own, {
      row: { ...row, PartnerFunctionInternalCode: own },
      address: address ? { AddressRepresentationCode: '', ...address.row } : null,
    });
  }
  return [...found.values()];
}
