/** Who buys, and what is sold. Invented; figures are round where a test counts on them. Ids are given in this order, from 1 on. */
export type SeedCustomer = {
  name: string;
  city: string;
  zip?: string;
  country?: 'DE' | 'US' | 'AT';
  vat?: string;
  email?: string;
  currency?: 'USD';
  /** Further currencies that this customer may be sold to in. */
  also?: 'USD';
  limit?: number;
  terms?: '14 Tage';
  hold?: true;
  level?: 'Großhandel';
  /** A price of its own for an item. */
  own?: readonly [item: string, price: number];
  person?: readonly [first: string, last: string];
  inactive?: true;
};
export const seedCustomers: readonly SeedCustomer[] = [
  {
    name: 'Nordwerk Maschinenbau GmbH',
    city: 'Kiel',
    zip: '24103',
    vat: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
    limit: 250_000,
  },
  {
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    zip: '89073',
    vat: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: 40_000,
    terms: '14 Tage',
    own: ['T-2000', 9.99],
  },
  {
    name: 'Müller Metallbau GmbH',
    city: 'Köln',
    zip: '50667',
    vat: 'DE811047514',
    email: 'info@mueller-metall-koeln.example',
  },
  { name: 'Mueller Metallbau Köln KG', city: 'Köln', zip: '50667', email: 'kg@mueller-metall.example' },
  { name: 'Müller Metallbau AG', city: 'Bonn', zip: '53111' },
  { name: 'Doppelt GmbH', city: 'Essen', zip: '45127' },
  { name: 'Doppelt GmbH', city: 'Hamm', zip: '59065' },
  { name: 'Hafenkontor Lagerhaus GmbH', city: 'Hamburg', zip: '20457', hold: true },
  { name: 'Zahlungsziel Technik GmbH', city: 'Bremen', zip: '28195', limit: 10_000 },
  {
    name: 'Prairie Tool & Supply Inc.',
    city: 'Omaha',
    country: 'US',
    email: 'ap@prairie-tool.example',
    currency: 'USD',
  },
  {
    name: 'Rabatt & Söhne OHG',
    city: 'Mainz',
    zip: '55116',
    email: 'einkauf@rabatt-soehne.example',
    level: 'Großhandel',
  },
  { name: 'Freier Postkasten e.K.', city: 'Hagen', zip: '58095', email: 'freier.postkasten@web.de' },
  { name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290' },
  { name: 'Vielbesteller Großhandel GmbH', city: 'Kassel', zip: '34117' },
  { name: 'Zweiwährung Handels GmbH', city: 'Jena', zip: '07743', also: 'USD' },
  {
    name: '',
    city: 'Graz',
    zip: '8010',
    country: 'AT',
    person: ['Jana', 'Horn'],
    email: 'jana.horn@horn-werkzeug.example',
  },
  { name: 'Aufgelöst Handels GmbH', city: 'Gera', zip: '07545', inactive: true },
];
export type SeedItem = {
  number: string;
  name: string;
  price: number;
  unit?: 'kg' | 'm' | 'hr' | 'ea' | 'dz';
  stock?: number;
  /** At the second location. */
  elsewhere?: number;
  ordered?: number;
  tax?: 'Reduced' | 'None';
  kind?: 'serviceSaleItem' | 'otherChargeSaleItem' | 'nonInventorySaleItem' | 'discountItem';
  inactive?: true;
  barcode?: string;
};
const named: readonly SeedItem[] = [
  { number: '1896-S', name: 'Schreibtisch ATHEN', price: 1000.8, stock: 400, elsewhere: 20, barcode: '4006381333931' },
  { number: '1900-S', name: 'Gästestuhl PARIS', price: 192.8, stock: 900 },
  { number: 'D0001', name: 'Mittelklasse-Lautsprecher', price: 17.55, stock: 900, ordered: 100 },
  { number: 'SALZ-10', name: 'Regeneriersalz', price: 0.79, unit: 'kg', stock: 8000, tax: 'Reduced' },
  { number: 'KABEL-25', name: 'Steuerkabel 5 x 2,5', price: 2.34567, unit: 'm', stock: 25_000.5 },
  { number: 'STAFFEL-1', name: 'Kugellager 6204', price: 9.9, stock: 700 },
  { number: 'DUTZEND-1', name: 'Sechskantmutter M8, im Dutzend', price: 12, unit: 'dz', stock: 2400 },
  { number: 'MONTAGE', name: 'Montage vor Ort', price: 98, unit: 'hr', kind: 'serviceSaleItem' },
  { number: 'FRACHT', name: 'Frachtkosten', price: 0, kind: 'otherChargeSaleItem' },
  { number: 'RABATT', name: 'Rabatt', price: 0, kind: 'discountItem' },
  { number: '1850-ALT', name: 'Auslaufmodell TURIN', price: 310, stock: 3, inactive: true },
  { number: 'KNAPP-1', name: 'Dichtungssatz', price: 61.2, stock: 0, ordered: 25 },
  { number: 'STRECKE-1', name: 'Streckenware Rohr', price: 44, kind: 'nonInventorySaleItem' },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedItem[] = Array.from({ length: 30 }, (_, nth) => ({
  number: `T-${2000 + nth * 5}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: Number((12 + nth * 7.35).toFixed(2)),
  stock: 400 + nth * 25,
}));
export const seedItems: readonly SeedItem[] = [...named, ...more];
/** Item, level, currency, from this quantity on, price. */
export const breaks = [
  ['STAFFEL-1', 1, 1, 10, 8.5],
  ['STAFFEL-1', 1, 1, 50, 7.2],
  ['1896-S', 1, 2, 0, 1099],
  ['D0001', 1, 2, 0, 19.3],
] as const;
