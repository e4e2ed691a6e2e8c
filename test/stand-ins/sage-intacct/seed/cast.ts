/** Who buys and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  id: string;
  name: string;
  street?: string;
  city: string;
  zip?: string;
  country?: 'DE' | 'US' | 'AT' | 'CH';
  /** VAT id of the customer. */
  tax?: string;
  email?: string;
  currency?: 'USD';
  limit?: number;
  term?: 'Net 14';
  hold?: true;
  schedule?: 'Wholesale';
  list?: 'Kessler';
  inactive?: true;
  /** The entity that the customer is private to. */
  entity?: '200';
  people?: readonly (readonly [first: string, last: string, email: string])[];
};
export const seedCustomers: readonly SeedCustomer[] = [
  {
    id: 'C1001',
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
    id: 'C1002',
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    zip: '89073',
    tax: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: 40_000,
    term: 'Net 14',
    list: 'Kessler',
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
  { id: 'C1008', name: 'Hafenlager Kontor GmbH', city: 'Hamburg', zip: '20457', hold: true },
  { id: 'C1009', name: 'Zielzahler Technik GmbH', city: 'Bremen', zip: '28195', limit: 10_000 },
  {
    id: 'C1010',
    name: 'Prairie Tool & Supply Inc.',
    city: 'Omaha',
    country: 'US',
    email: 'ap@prairie-tool.example',
    currency: 'USD',
  },
  {
    id: 'C1011',
    name: 'Rabatt & Söhne OHG',
    city: 'Mainz',
    zip: '55116',
    email: 'einkauf@rabatt-soehne.example',
    schedule: 'Wholesale',
  },
  { id: 'C1012', name: 'Freier Postkasten e.K.', city: 'Hagen', zip: '58095', email: 'freier.postkasten@web.de' },
  { id: 'C1013', name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290' },
  { id: 'C1014', name: 'Vielbesteller Handels GmbH', city: 'Kassel', zip: '34117' },
  {
    id: 'C1015',
    name: 'Steirische Werkzeug KG',
    city: 'Graz',
    zip: '8010',
    country: 'AT',
    email: 'office@steirer-werkzeug.example',
  },
  { id: 'C1016', name: 'Aufgelöst Handels GmbH', city: 'Gera', zip: '07545', inactive: true },
  { id: 'C2001', name: 'Great Plains Fasteners LLC', city: 'Lincoln', country: 'US', currency: 'USD', entity: '200' },
];
type Unit = 'Each' | 'Dozen' | 'Kilogram' | 'Metre' | 'Hour' | 'Sack 10';
export type SeedItem = {
  id: string;
  name: string;
  price: number;
  group?: 'Count' | 'Count in dozens' | 'Weight' | 'Length' | 'Time' | 'Sacks';
  stock?: number;
  /** In the second warehouse. */
  elsewhere?: number;
  ordered?: number;
  tax?: 'Reduced rate' | 'Zero rate';
  type?: 'nonInventory' | 'salesOnlyNonInventory' | 'kit';
  /** Places of unit prices; the company's default is two. */
  places?: number;
  inactive?: true;
  upc?: string;
};
/** Units of a group with their factor to the base unit and the places that quantities may have. The first is the base unit. */
export const groups: readonly (readonly [
  name: string,
  sold: Unit,
  units: readonly (readonly [unit: Unit, factor: number, places: number])[],
])[] = [
  [
    'Count',
    'Each',
    [
      ['Each', 1, 0],
      ['Dozen', 12, 0],
    ],
  ],
  [
    'Count in dozens',
    'Dozen',
    [
      ['Each', 1, 0],
      ['Dozen', 12, 0],
    ],
  ],
  [
    'Weight',
    'Kilogram',
    [
      ['Kilogram', 1, 3],
      ['Sack 10', 10, 0],
    ],
  ],
  [
    'Sacks',
    'Sack 10',
    [
      ['Kilogram', 1, 3],
      ['Sack 10', 10, 0],
    ],
  ],
  ['Length', 'Metre', [['Metre', 1, 3]]],
  ['Time', 'Hour', [['Hour', 1, 2]]],
];
const named: readonly SeedItem[] = [
  { id: '1896-S', name: 'Werkbank ATLAS', price: 1000.8, stock: 400, elsewhere: 20, upc: '4006381333931' },
  { id: '1900-S', name: 'Montagehocker PISA', price: 192.8, stock: 900 },
  { id: 'D0001', name: 'Signalhupe 24 V', price: 17.55, stock: 900, ordered: 100 },
  {
    id: 'SALZ-10',
    name: 'Regeneriersalz, Sack zu 10 kg',
    price: 0.79,
    group: 'Sacks',
    stock: 8000,
    tax: 'Reduced rate',
  },
  { id: 'KABEL-25', name: 'Steuerleitung 5 x 2,5', price: 2.34567, group: 'Length', stock: 25_000.5, places: 5 },
  { id: 'STAFFEL-1', name: 'Rillenkugellager 6204', price: 9.9, stock: 700 },
  { id: 'DUTZEND-1', name: 'Sechskantmutter M8', price: 1, group: 'Count in dozens', stock: 2400 },
  { id: 'MONTAGE', name: 'Montage vor Ort', price: 98, group: 'Time', type: 'nonInventory' },
  { id: 'FRACHT', name: 'Frachtkosten', price: 0, type: 'salesOnlyNonInventory' },
  { id: '1850-ALT', name: 'Auslaufmodell LECCE', price: 310, stock: 3, inactive: true },
  { id: 'KNAPP-1', name: 'Dichtungssatz', price: 61.2, stock: 0, ordered: 25 },
  { id: 'SET-1', name: 'Werkbank mit zwei Hockern', price: 1300, type: 'kit' },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedItem[] = Array.from({ length: 30 }, (_, nth) => ({
  id: `T-${2000 + nth * 5}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: Number((12 + nth * 7.35).toFixed(2)),
  stock: 400 + nth * 25,
}));
export const seedItems: readonly SeedItem[] = [...named, ...more];
/** Entries of price lists: list, item, currency, least quantity in base units, kind, value. */
export const entries = [
  ['Base Price List', 'STAFFEL-1', null, 10, 'actual', 8.5],
  ['Base Price List', 'STAFFEL-1', null, 50, 'actual', 7.2],
  ['Base Price List', '1896-S', 'USD', 0, 'actual', 1099],
  ['Base Price List', 'D0001', 'USD', 0, 'actual', 19.3],
  ['Kessler', 'T-2000', null, 0, 'actual', 9.99],
  ['Kessler', 'T-2005', null, 0, 'discountPercent', 20],
] as const;
