import { takes } from '../faults.ts';
import { numbered, type Row } from './database.ts';
import { infolog, mandatory, notRelated } from './errors.ts';

import type { Context } from './service.ts';

const TABLE = 'CustCustomerV3';
/** An account number of the sequence, unless one is sent; name and address make the party. */
export function createCustomer({ store, faults }: Context, row: Row): Row {
  const { dataAreaId = '' } = row;
  if (!store.get('CustomerGroups', { dataAreaId, CustomerGroupId: row.CustomerGroupId ?? '' }))
    throw row.CustomerGroupId
      ? notRelated(TABLE, String(row.CustomerGroupId), 'Customer group', 'Customer groups')
      : mandatory(TABLE, 'Customer group');
  const person = row.PartyType === 'Person';
  if (person ? !row.PersonFirstName : !row.OrganizationName)
    throw mandatory(TABLE, person ? 'First name' : 'Organization name');
  if (row.SalesCurrencyCode && !store.get('Currencies', { CurrencyCode: row.SalesCurrencyCode }))
    throw notRelated(TABLE, String(row.SalesCurrencyCode), 'Currency', 'Currencies');
  if (row.PaymentTerms && !store.get('PaymentTerms', { dataAreaId, Name: row.PaymentTerms }))
    throw notRelated(TABLE, String(row.PaymentTerms), 'Terms of payment', 'Terms of payment');
  const account = row.CustomerAccount ?? numbered(String(dataAreaId), drawn());
  function drawn(): number {
    if (takes(faults, 'numberSequence')) throw infolog(TABLE, 'Error: Number sequence Cust_1 has no more numbers');
    return store.draw(`${dataAreaId} customers`);
  }
  const group = store.get('CustomerGroups', { dataAreaId, CustomerGroupId: row.CustomerGroupId ?? '' });
  const name = person ? `${row.PersonFirstName} ${row.PersonLastName ?? ''}`.trim() : String(row.OrganizationName);
  return store.insert('CustomersV3', {
    PartyType: 'Organization',
    SalesCurrencyCode: 'EUR',
    PaymentTerms: group?.PaymentTermId ?? '',
    InvoiceAccount: account,
    NameAlias: name.slice(0, 20),
    PartyNumber: `PARTY${String(store.draw('parties')).padStart(6, '0')}`,
    ...row,
    OrganizationName: name,
    CustomerAccount: account,
  });
}
