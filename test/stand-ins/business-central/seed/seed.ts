import { decimal } from '@backroom/shared';
import type { Row, Store } from '../database.ts';
import { NO_GUID } from '../metadata.ts';
import { moveStock } from '../posting.ts';
import { documents } from './documents.ts';
import { seedCustomers, seedItems } from './masters.ts';

const units = ['STK', 'KARTON', 'M', 'ROLLE', 'KG', 'STD'];

/** Two companies, so that a name is needed; all that is sold is in the first. Does nothing where it was done before. */
export function seed(store: Store): void {
  if (store.one('select 1 from companies')) return;
  const [first] = ['CRONUS DE', 'CRONUS AT'].map((name) =>
    store.insert('companies', '', { name, displayName: `${name} GmbH`, systemVersion: '28.0.46665.48010' }),
  );
  const company = String(first?.id);
  for (const { id, name } of store.all('select id, name from companies'))
    store.insert('companyInformation', String(id), {
      displayName: `${name} GmbH`,
      currencyCode: 'EUR',
      country: 'DE',
      city: 'Kiel',
    });
  store.atomic(() => masters(store, company));
  documents(store, company);
}

function masters(store: Store, company: string): void {
  const put = (set: string, row: Row) => store.insert(set, company, row);
  for (const code of units) put('unitsOfMeasure', { code, displayName: code, internationalStandardCode: code });
  for (const [code, days] of [
    ['14 TAGE', '14D'],
    ['30 TAGE', '30D'],
    ['SOFORT', '0D'],
  ] as const)
    put('paymentTerms', { code, displayName: `Zahlbar in ${days.slice(0, -1)} Tagen netto`, dueDateCalculation: days });
  put('shipmentMethods', { code: 'EXW', displayName: 'Ab Werk' });
  put('locations', { code: 'BLAU', displayName: 'Lager Blau' });
  put('countriesRegions', { code: 'DE', displayName: 'Deutschland' });
  put('customerReturnReasons', { code: 'DEFEKT', description: 'Ware defekt' });
  for (const [code, rate] of [
    ['USD', '0.92'],
    ['CHF', '1.05'],
  ] as const) {
    put('currencies', { code, displayName: code, amountRoundingPrecision: '0.01' });
    put('currencyExchangeRates', {
      currencyCode: code,
      startingDate: '2025-01-01',
      exchangeRateAmount: '1',
      relationalExchangeRateAmount: rate,
    });
  }
  const idOf = (set: string, code: string) => String(store.by(set, company, 'code', code)?.id ?? NO_GUID);
  for (const each of seedCustomers) {
    const {
      number,
      name,
      city,
      country,
      vat = '',
      email = '',
      currency = 'EUR',
      limit = '0',
      terms = '30 TAGE',
      blocked,
    } = each;
    const made = put('customers', {
      ...{
        number,
        displayName: name,
        type: 'Company',
        addressLine1: 'Werkstraße 1',
        city,
        country,
        postalCode: '24103',
        email,
      },
      ...{
        taxRegistrationNumber: vat,
        currencyCode: currency,
        creditLimit: limit,
        taxLiable: 1,
        blocked: blocked ?? '_x0020_',
      },
      ...{
        currencyId: currency === 'EUR' ? NO_GUID : idOf('currencies', currency),
        paymentTermsId: idOf('paymentTerms', terms),
      },
      shipmentMethodId: idOf('shipmentMethods', 'EXW'),
    });
    const { discount = '0', inclusive = false, whole = false } = each;
    store.run(
      'insert into customer_setup (customer, partial, prices_include_tax, line_discount, tax_area) values (?, ?, ?, ?, ?)',
      ...[String(made.id), whole ? 0 : 1, inclusive ? 1 : 0, discount, country === 'DE' ? 'DE' : 'ABROAD'],
    );
    if (email)
      put('contacts', {
        number: `KT${number}`,
        type: 'Person',
        displayName: 'Jördis Behrend',
        companyNumber: `KT${number}`,
        companyName: name,
        email,
      });
  }
  for (const item of seedItems) {
    const {
      number,
      name,
      price,
      unit,
      also = [],
      tax = 'VAT19',
      type = 'Inventory',
      blocked = false,
      stock,
      variants = [],
    } = item;
    const made = put('items', {
      ...{
        number,
        displayName: name,
        type,
        blocked: blocked ? 1 : 0,
        unitPrice: price,
        unitCost: '1',
        taxGroupCode: tax,
      },
      ...{ baseUnitOfMeasureId: idOf('unitsOfMeasure', unit), baseUnitOfMeasureCode: unit },
    });
    const id = String(made.id);
    for (const [code, quantity] of [[unit, '1'] as const, ...also])
      store.run('insert into item_units (item, unit, quantity) values (?, ?, ?)', id, code, quantity);
    for (const code of variants)
      put('itemVariants', { itemId: id, itemNumber: number, code, description: `${name} ${code}` });
    if (Number(stock) > 0) moveStock(store, company, id, decimal(stock), 'START');
  }
}
