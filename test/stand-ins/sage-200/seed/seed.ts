import { amount } from '../amounts.ts';
import type { User } from '../call.ts';
import { dayOf, midnight } from '../days.ts';
import type { Desk } from '../desk.ts';
import type { NewRow, Row, Store } from '../store.ts';
import { bandPrices, breaks, multiples, seedCustomers, seedProducts } from './cast.ts';

const DAY = 86_400_000;
const money = (value: number): bigint => amount(String(value));
/** Currencies, countries, taxes, warehouses, bands, units and settings. */
function masters(store: Store, users: readonly User[]) {
  const keep = (table: string, row: NewRow): Row => store.table(table).save(row);
  const currencies = new Map<string, Row>();
  for (const [code, name, symbol, rate] of [
    ['GBP', 'Pound Sterling', '£', '1'],
    ['EUR', 'Euro', '€', '1.15'],
    ['USD', 'US Dollar', '$', '1.25'],
  ] as const) {
    const iso = keep('currency_iso_code', { code, name });
    currencies.set(
      code,
      keep('currency', {
        ...{
          name,
          symbol,
          core_currency_rate: amount(rate),
          currency_iso_code_id: iso.id,
          is_base_currency: code === 'GBP',
        },
        ...{ is_euro_currency: code === 'EUR', use_for_new_accounts: true, exchange_rate_type: 'ExchangeRateSingle' },
      }),
    );
  }
  const countries = new Map<string, Row>();
  for (const [code, name, eu_member] of [
    ['GB', 'Great Britain', false],
    ['IE', 'Ireland', true],
    ['DE', 'Germany', true],
    ['US', 'United States', false],
  ] as const)
    countries.set(code, keep('country_code', { code, name, eu_member }));
  const taxes = new Map<number, Row>();
  for (const [code, name, rate] of [
    [0, 'Zero Rate', 0],
    [1, 'Standard Rate', 20],
    [5, 'Lower Rate', 5],
  ] as const)
    taxes.set(code, keep('tax_code', { code, name, tax_rate: money(rate) }));
  const warehouses = [
    keep('warehouse', { name: 'HOME', description: 'Leeds', use_for_sales_trading: true }),
    keep('warehouse', { name: 'NORTH', description: 'Carlisle', use_for_sales_trading: true }),
  ] as const;
  const bands = new Map<string, Row>();
  for (const [name, currency] of [
    ['Standard', 'GBP'],
    ['TRADE', 'GBP'],
    ['US LIST', 'USD'],
  ] as const)
    bands.set(
      name,
      keep('price_band', {
        name,
        description: name,
        currency_id: currencies.get(currency)?.id ?? null,
        is_standard_band: name === 'Standard',
        is_active: true,
      }),
    );
  const groups = new Map<string, Row>();
  for (const [code, product_type] of [
    ['GOODS', 'EnumStockItemTypeStock'],
    ['LABOUR', 'EnumStockItemTypeServiceLabour'],
    ['MISC', 'EnumStockItemTypeMiscellaneous'],
  ] as const)
    groups.set(code, keep('product_group', { code, description: code, product_type }));
  const units = new Map<string, Row>();
  for (const [name, [multiple]] of Object.entries(multiples))
    units.set(name, keep('unit', { name, multiple_of_base_unit: money(multiple), each_value: name === 'Each' }));
  for (const [code, name, value] of [
    ['CARRIAGE', 'Carriage', 0],
    ['PACKING', 'Packing', 4.5],
  ] as const)
    keep('sop_additional_charge', { code, name, charge_value: money(value), tax_code_id: taxes.get(1)?.id ?? null });
  keep('company_details', {
    name: 'Hansa Apparatus Ltd',
    tax_registration_number: 'GB999999973',
    country_code_id: countries.get('GB')?.id ?? null,
  });
  keep('sop_settings', {
    ...{
      auto_generate_order_return_numbers: true,
      allocate_stock_on_order_entry: true,
      update_stock_on_despatch: true,
    },
    ...{ record_cancelled_order_lines: true, are_prices_tax_inclusive: false },
  });
  keep('sales_ledger_settings', {
    default_payment_terms_days: 30,
    default_tax_code_id: taxes.get(1)?.id ?? null,
    auto_generate_account_numbers: false,
  });
  for (const { id, name, overridesPrices, overridesHolds } of users)
    keep('sop_user_permission', {
      user_number: Number(id),
      user_name: name,
      override_credit_holds: overridesHolds,
      override_prices_discounts: overridesPrices,
    });
  return { currencies, countries, taxes, warehouses, bands, groups, units };
}
type Masters = ReturnType<typeof masters>;
const idIn = (map: ReadonlyMap<unknown, Row>, key: unknown): string => map.get(key)?.id ?? '';

function products(store: Store, { taxes, warehouses, bands, groups, units }: Masters): void {
  for (const {
    code,
    name,
    price,
    units: used,
    group = 'GOODS',
    stock = 0,
    elsewhere,
    ordered = 0,
    tax = 1,
    inactive,
    barcode = '',
  } of seedProducts) {
    const { base, stock: kept, sold } = used ?? { base: 'Each', stock: 'Each', sold: 'Each' };
    const product = store.table('product').save({
      ...{
        code,
        name,
        description: name,
        barcode,
        allow_sales_order: true,
        product_status_type: inactive ? 'Inactive' : 'Active',
      },
      ...{
        product_group_id: idIn(groups, group),
        product_type: String(groups.get(group)?.product_type),
        tax_code_id: idIn(taxes, tax),
      },
      ...{
        base_unit_id: idIn(units, base),
        stock_unit_id: idIn(units, kept),
        selling_unit_id: idIn(units, sold),
        weight: amount('1.5'),
      },
    });
    for (const unit of new Set([base, kept, sold])) {
      const [multiple, places] = multiples[unit as keyof typeof multiples];
      const unit_type = unit === sold ? 'Selling' : 'Stock';
      store.table('product_unit').save({
        ...{
          product_id: product.id,
          unit_id: idIn(units, unit),
          unit_type,
          multiple_of_base_unit: money(multiple),
          unit_precision: amount(String(places)),
        },
      });
    }
    store
      .table('product_price')
      .save({ product_id: product.id, price_band_id: idIn(bands, 'Standard'), price: money(price) });
    for (const [nth, warehouse] of warehouses.entries())
      if (nth === 0 || elsewhere !== undefined)
        store.table('warehouse_holding').save({
          ...{
            product_id: product.id,
            warehouse_id: warehouse.id,
            confirmed_qty_in_stock: money(nth === 0 ? stock : (elsewhere ?? 0)),
          },
          ...{ quantity_on_order: money(nth === 0 ? ordered : 0) },
        });
  }
  const byCode = (code: string): string => store.table('product').by('code', code)[0]?.id ?? '';
  for (const [band, code, price] of bandPrices)
    store
      .table('product_price')
      .save({ product_id: byCode(code), price_band_id: idIn(bands, band), price: money(price) });
  for (const [code, from, percent] of breaks)
    store
      .table('product_discount')
      .save({ product_id: byCode(code), group_id: null, from: money(from), percent: money(percent) });
}
function customers(store: Store, { currencies, countries, taxes, bands }: Masters): void {
  for (const {
    reference,
    name,
    street = '3 Mill Lane',
    city,
    postcode = '',
    country = 'GB',
    vat = '',
    currency = 'GBP',
    limit = 0,
    terms = 30,
    hold,
    hidden,
    band,
    discount = 0,
    people = [],
  } of seedCustomers) {
    const usual = currency === 'USD' ? 'US LIST' : (band ?? 'Standard');
    const land = countries.get(country);
    const isHome = country === 'GB';
    const customer = store.table('customer').save({
      ...{
        reference,
        name,
        short_name: name.slice(0, 8).trim(),
        vat_number: vat,
        on_hold: hold === true,
        credit_limit: money(limit),
      },
      ...{
        account_status_type: hidden ? 'AccountStatusHidden' : 'AccountStatusActive',
        currency_id: idIn(currencies, currency),
      },
      ...{
        country_code_id: land?.id ?? null,
        default_tax_code_id: idIn(taxes, isHome ? 1 : 0),
        use_tax_code_as_default: !isHome,
      },
      ...{
        payment_terms_days: terms,
        payment_terms_basis: 'PaymentDueFromDocumentDate',
        price_band_id: idIn(bands, usual),
      },
      ...{
        invoice_line_discount_percent: money(discount),
        invoice_discount_percent: 0n,
        customer_discount_group_id: null,
        terms_agreed: true,
      },
      main_address: {
        ...{
          address_1: street,
          address_2: '',
          city,
          postcode,
          county: '',
          country: String(land?.name),
          address_country_code_id: land?.id ?? null,
        },
      },
    });
    for (const [nth, [first_name, last_name, email]] of people.entries()) {
      const contact = store
        .table('customer_contact')
        .save({ customer_id: customer.id, first_name, last_name, is_default: nth === 0 });
      store.table('customer_email').save({ customer_contact_id: contact.id, email, is_default: true });
    }
    store.table('customer_delivery_address').save({
      ...{
        customer_id: customer.id,
        description: 'Works',
        postal_name: name,
        address_1: '9 Works Yard',
        city,
        postcode,
        is_default: true,
      },
      ...{
        tax_code_id: idIn(taxes, isHome ? 1 : 0),
        address_country_code_id: land?.id ?? null,
        country: String(land?.name),
      },
    });
  }
}
/** Kessler's account: invoices overdue, paid and part paid, and an open order. Days count back from today. */
function history(desk: Desk): void {
  const now = Date.now();
  const invoiced = (daysAgo: number, lines: readonly (readonly [string, number])[], customer = 'KES001'): string => {
    const at = now - daysAgo * DAY;
    const { document_no } = desk.enter(
      { customer, lines, customer_document_no: `KE-${daysAgo}`, document_date: midnight(dayOf(at)) },
      at,
    );
    desk.deliver(String(document_no), 1, at);
    return String(desk.invoice(String(document_no), dayOf(at), at).reference);
  };
  invoiced(75, [['BENCH-1', 2]]);
  invoiced(40, [['STOOL-1', 5]]);
  desk.pay(invoiced(35, [['T-2000', 10]]));
  desk.pay(invoiced(30, [['T-2005', 20]]), 100);
  invoiced(5, [['HORN-24', 10]]);
  desk.enter({ customer: 'KES001', lines: [['BENCH-1', 1]], customer_document_no: 'KE-OPEN' });
  invoiced(20, [['BENCH-1', 1]], 'PRA001');
  const open = desk.enter(
    { customer: 'NOR001', lines: [['BENCH-1', 10]], customer_document_no: 'NL-1001' },
    now - 3 * DAY,
  );
  desk.deliver(String(open.document_no), 0.5);
}
/** Fills a company. `isEmpty`: only what every new company has. */
export function seed(store: Store, desk: Desk, users: readonly User[], isEmpty = false): void {
  const made = masters(store, users);
  if (isEmpty) return;
  products(store, made);
  customers(store, made);
  history(desk);
}
