import type { Store } from '../database.ts';

const from = Date.parse('2024-02-01T09:00:00Z');
const named = (store: Store, kind: string, rows: Readonly<Record<string, string>>): void => {
  for (const [id, displayed_as] of Object.entries(rows)) store.insert(kind, { displayed_as }, { id, at: from });
};
const taxRates = [
  ['IE_STANDARD', 'Standard 23.00%', '23'],
  ['IE_REDUCED', 'Reduced 13.50%', '13.5'],
  ['IE_ZERO', 'Zero Rated 0.00%', '0'],
  ['IE_EXEMPT', 'Exempt 0.00%', '0'],
  ['IE_NO_TAX', 'No VAT', '0'],
] as const;
const ledgers = [
  ['4000', 'Sales Type A', 'SALES', ['sales', 'other_receipts', 'journals', 'reporting']],
  ['4900', 'Other income', 'OTHER_INCOME', ['sales', 'other_receipts', 'journals', 'reporting']],
  ['5000', 'Cost of sales - goods', 'DIRECT_EXPENSES', ['expenses', 'other_payments', 'journals', 'reporting']],
] as const;

/** What every business has: types, statuses, currencies, tax rates, ledger accounts and settings. */
export function constants(store: Store): void {
  named(store, 'contact_types', { CUSTOMER: 'Customer', VENDOR: 'Vendor' });
  named(store, 'contact_person_types', {
    ACCOUNTS: 'Accounts',
    SALES: 'Sales',
    DELIVERY: 'Delivery',
    PURCHASING: 'Purchasing',
  });
  named(store, 'address_types', {
    DELIVERY: 'Delivery',
    SALES: 'Sales',
    PURCHASING: 'Purchasing',
    ACCOUNTS: 'Accounts',
  });
  named(store, 'countries', {
    ...{ IE: 'Ireland (IE)', GB: 'United Kingdom (GB)', DE: 'Germany (DE)', AT: 'Austria (AT)', FR: 'France (FR)' },
    ...{ NL: 'Netherlands (NL)', BE: 'Belgium (BE)', ES: 'Spain (ES)', IT: 'Italy (IT)', US: 'United States (US)' },
    ...{ CH: 'Switzerland (CH)', DK: 'Denmark (DK)', PL: 'Poland (PL)' },
  });
  named(store, 'currencies', {
    ...{ EUR: 'Euro (EUR)', USD: 'US Dollar (USD)', GBP: 'Pound Sterling (GBP)', CHF: 'Swiss Franc (CHF)' },
    ...{ CAD: 'Canadian Dollar (CAD)', DKK: 'Danish Krone (DKK)', SEK: 'Swedish Krona (SEK)' },
  });
  named(store, 'artefact_statuses', {
    ...{ UNPAID: 'Unpaid', PART_PAID: 'Part Paid', PAID: 'Paid', VOID: 'Void', DRAFT: 'Draft' },
    ...{ DISPUTED: 'Disputed', DECLINED: 'Declined', PRO_FORMA: 'Pro Forma' },
  });
  for (const [id, displayed_as, percentage] of taxRates)
    store.insert(
      'tax_rates',
      {
        ...{ displayed_as, name: id.replace('IE_', ''), percentage, is_visible: true, is_combined_rate: false },
        ...{ editable: false, deletable: false, percentages: [{ percentage, from_date: '1900-01-01', to_date: null }] },
      },
      { id, at: from },
    );
  for (const [code, name, type, scopes] of ledgers)
    store.insert(
      'ledger_accounts',
      {
        ...{ displayed_as: `${name} (${code})`, name, display_name: name, nominal_code: Number(code) },
        ...{
          ledger_account_type: type,
          visible_scopes: scopes,
          visible_in_sales: scopes.some((each) => each === 'sales'),
        },
        ...{ included_in_chart: true, is_control_account: false, tax_rate: 'IE_STANDARD', fixed_tax_rate: false },
      },
      { id: ledgerOf(code), at: from },
    );
  for (const [nth, name] of ['Sales Price', 'Trade', 'Wholesale'].entries())
    store.insert(
      'product_sales_price_types',
      { displayed_as: name, name, active: true },
      { id: priceType(nth), at: from },
    );
  store.insert('service_rate_types', { displayed_as: 'Rate', name: 'Rate', active: true }, { id: RATE_TYPE, at: from });
  for (const [currency, rate, inverse_rate] of [
    ['USD', '1.25', '0.8'],
    ['GBP', '0.8', '1.25'],
  ] as const)
    store.insert(
      'business_exchange_rates',
      { displayed_as: currency, rate, inverse_rate, base_currency: 'EUR', currency },
      { id: currency, at: from },
    );
  store.insert(
    'settings',
    {
      ...{
        base_currency: 'EUR',
        multi_currency_enabled: true,
        use_live_exchange_rates: false,
        accounting_type: 'accrual',
      },
      ...{ accounts_start_date: '2024-01-01', year_end_date: '2026-12-31', tax_number: 'IE6388047V' },
    },
    { id: 'financial', at: from },
  );
  store.insert(
    'settings',
    {
      ...{ sales_invoice_number_prefix: 'SI-', quote_number_prefix: 'SQ-', sales_credit_note_number_prefix: 'SCN-' },
      ...{ quote_default_days_to_expiry: 30, customer_credit_days: 30, vendor_credit_days: 30 },
      ...{ customer_credit_terms: 'date_from_invoice', separate_invoice_credit_note_numbering: true },
    },
    { id: 'invoices', at: from },
  );
}
const hex = (text: string): string => Buffer.from(text).toString('hex').padEnd(32, '0').slice(0, 32);
export const ledgerOf = (code: string): string => hex(`ledger${code}`);
export const priceType = (nth: number): string => hex(`price${nth}`);
export const RATE_TYPE = hex('rate');
