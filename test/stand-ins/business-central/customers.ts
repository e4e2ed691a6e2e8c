import type { Row, Store } from './database.ts';
import { BcError, dialog } from './errors.ts';
import { NO_GUID } from './metadata.ts';
import { localCurrency } from './sales-orders.ts';
import type { Written } from './values.ts';

/** A new customer: its number comes from the series unless one is sent. Nothing but the number is unique. */
export function createCustomer(store: Store, company: string, { row }: Written): Row {
  if (row.displayName === undefined) throw dialog('A "displayName" must be provided.');
  if (row.displayName === '') throw dialog('The blank "displayName" is not allowed.');
  const number = row.number === undefined || row.number === '' ? store.draw('CUST', 20_001) : String(row.number);
  if (store.by('customers', company, 'number', number))
    throw new BcError(
      400,
      'Internal_EntityWithSameKeyExists',
      `The Customer already exists. Identification fields and values: No.='${number}'`,
    );
  const local = localCurrency(store, company);
  const code = String(row.currencyCode ?? local) || local;
  const currency = code === local ? null : store.by('currencies', company, 'code', code);
  if (code !== local && !currency) throw dialog('The "currencyCode" does not match to a Currency.');
  for (const [name, set, words] of [
    ['paymentTermsId', 'paymentTerms', 'The "paymentTermsId" does not match to a Payment Terms.'],
    ['shipmentMethodId', 'shipmentMethods', 'The "shipmentMethodId" does not match to a Shipment Method.'],
  ] as const)
    if (row[name] !== undefined && row[name] !== NO_GUID && !store.get(set, row[name])) throw dialog(words);
  return store.atomic(() => {
    const made = store.insert('customers', company, {
      ...row,
      number,
      currencyCode: code,
      currencyId: currency ? String(currency.id) : NO_GUID,
      taxLiable: row.taxLiable ?? 1,
    });
    store.run('insert into customer_setup (customer) values (?)', String(made.id));
    return made;
  });
}
