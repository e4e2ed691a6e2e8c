/** Who buys and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  id: string;
  name: string;
  street?: string;
  city: string;
  zip?: string;
  country?: 'DE' | 'US' | 'AT';
  /** VAT id of the customer. */
  tax?: string;
  email?: string;
  currency?: 'USD';
  limit?: number;
  term?: 'NET14';
  hold?: true;
  inactive?: true;
  people?: readonly (readonly [first: string, last: string, email: string])[];
};
/** Customers and products that a run over this folder can name, by what they show. */
export const seedIds = {
  ...{ known: 'C1001', limited: 'C1002', double: ['C1006', 'C1007'], onHold: 'C1008', foreign: 'C1010' },
  ...{ discounted: 'C1011', freeMail: 'C1012', empty: 'C1013', busy: 'C1014', inactive: 'C1016' },
  ...{ service: 'MONTAGE', charge: 'FRACHT', archived: '1850-ALT', packed: 'DUTZEND-1', precise: 'KABEL-25' },
  products: ['1896-S', '1900-S', 'STAFFEL-1', 'T-2000', 'SALZ-10', 'DUTZEND-1'],
} as const;
export const seedCustomers: readonly SeedCustomer[] = [
  {
    id: seedIds.known,
    name: 'Nordlicht Apparatebau GmbH',
    street: 'Werftstraße 12',
    city: 'Kiel',
    zip: '24143',
    tax: 'DE811200015',
    email: 'einkauf@nordlicht-apparate.example',
    limit: 250_000,
    people: [['Uta', 'Brandt', 'uta.brandt@nordlicht-apparate.example']],
  },
  {
    id: seedIds.limited,
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    zip: '89073',
    tax: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: 40_000,
    term: 'NET14',
  },
  {
    id: 'C1003',
    name: 'Müller Metallbau GmbH',
    city: 'Köln',
    zip: '50667',
    tax: 'DE811047514',
    email: 'info@mueller-metall-koeln.example',
  },
  { id: 'C1004', name: 'Mueller Metallbau Köln KG', city: 'Köln', zip: '50667', email: 'kg@mueller-metall.example' },
  { id: 'C1005', name: 'Müller Metallbau AG', city: 'Bonn', zip: '53111' },
  { id: 'C1006', name: 'Doppelt GmbH', city: 'Essen', zip: '45127' },
  { id: 'C1007', name: 'Doppelt GmbH', city: 'Hamm', zip: '59065' },
  { id: seedIds.onHold, name: 'Hafenlager Kontor GmbH', city: 'Hamburg', zip: '20457', hold: true },
  { id: 'C1009', name: 'Zielzahler Technik GmbH', city: 'Bremen', zip: '28195', limit: 10_000 },
  {
    id: seedIds.foreign,
    name: 'Prairie Tool & Supply Inc.',
    city: 'Omaha',
    zip: '68102',
    country: 'US',
    email: 'ap@prairie-tool.example',
    currency: 'USD',
  },
  {
    id: seedIds.discounted,
    name: 'Rabatt & Söhne OHG',
    city: 'Mainz',
    zip: '55116',
    email: 'einkauf@rabatt-soehne.example',
  },
  { id: seedIds.freeMail, name: 'Freier Postkasten e.K.', city: 'Hagen', zip: '58095', email: 'postkasten@web.de' },
  { id: seedIds.empty, name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290' },
  { id: seedIds.busy, name: 'Vielbesteller Handels GmbH', city: 'Kassel', zip: '34117' },
  {
    id: 'C1015',
    name: 'Steirische Werkzeug KG',
    city: 'Graz',
    zip: '8010',
    country: 'AT',
    tax: 'ATU33333304',
    email: 'office@steirer-werkzeug.example',
  },
  { id: seedIds.inactive, name: 'Aufgelöst Handels GmbH', city: 'Gera', zip: '07545', inactive: true },
];
type SeedItem = {
  id: string;
  name: string;
  /** For the sales unit. */
  price: number;
  unit?: 'KG' | 'M' | 'H';
  /** The unit that it is sold in, and how many stock units that is. */
  sold?: readonly [unit: 'DZN' | 'SAC', count: number];
  stock?: number;
  elsewhere?: number;
  ordered?: number;
  tax?: 'RED' | 'NIL';
  notStocked?: true;
  archived?: true;
  ean?: string;
};
const named: readonly SeedItem[] = [
  { id: '1896-S', name: 'Werkbank ATLAS', price: 1000.8, stock: 400, elsewhere: 20, ean: '4006381333931' },
  { id: '1900-S', name: 'Montagehocker PISA', price: 192.8, stock: 900 },
  { id: 'D0001', name: 'Signalhupe 24 V', price: 17.55, stock: 900, ordered: 100 },
  {
    id: 'SALZ-10',
    name: 'Regeneriersalz, Sack zu 10 kg',
    price: 7.9,
    unit: 'KG',
    sold: ['SAC', 10],
    stock: 80_000,
    tax: 'RED',
  },
  { id: seedIds.precise, name: 'Steuerleitung 5 x 2,5', price: 2.34567, unit: 'M', stock: 25_000.5 },
  { id: 'STAFFEL-1', name: 'Rillenkugellager 6204', price: 9.9, stock: 700 },
  { id: seedIds.packed, name: 'Sechskantmutter M8', price: 12, sold: ['DZN', 12], stock: 2400 },
  { id: seedIds.service, name: 'Montage vor Ort', price: 98, unit: 'H', notStocked: true },
  { id: seedIds.charge, name: 'Frachtkosten', price: 0, notStocked: true },
  { id: seedIds.archived, name: 'Auslaufmodell LECCE', price: 310, stock: 3, archived: true },
  { id: 'KNAPP-1', name: 'Dichtungssatz', price: 61.2, stock: 0, ordered: 25 },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedItem[] = Array.from({ length: 30 }, (_, nth) => ({
  id: `T-${2000 + nth * 5}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: Number((12 + nth * 7.35).toFixed(2)),
  stock: 400 + nth * 25,
}));
export const seedItems: readonly SeedItem[] = [...named, ...more];
/** Price lists: list, first and second criterion, currency, least and most quantity of the unit, price, discount in percent. */
export const priceLines = [
  ['T11', 'STAFFEL-1', '', 'EUR', 'UN', 10, 50, 8.5, 0],
  ['T11', 'STAFFEL-1', '', 'EUR', 'UN', 50, 0, 7.2, 0],
  ['T11', '1896-S', '', 'USD', 'UN', 0, 0, 1099, 0],
  ['T11', 'D0001', '', 'USD', 'UN', 0, 0, 19.3, 0],
  ['T20', 'C1002', 'T-2000', 'EUR', 'UN', 0, 0, 9.99, 0],
  ['T21', 'C1011', '', '', '', 0, 0, 0, 15],
] as const;
