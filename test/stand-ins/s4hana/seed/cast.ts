/** Who buys, and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  number: string;
  name: string;
  /** A second line of the name: SAP cuts a name after 40 characters. */
  name2?: string;
  city: string;
  zip?: string;
  country: string;
  vat?: string;
  email?: string;
  currency?: string;
  limit?: string;
  /** The credit account is blocked. */
  held?: boolean;
  terms?: string;
  blocked?: 'orders' | 'deliveries';
  priceList?: string;
  /** Percent that the system takes off each item. */
  discount?: string;
  contact?: string;
  /** A sold-to party whose goods go elsewhere. */
  shipTo?: string;
  /** Sells in sales organization 1020 only. */
  other?: boolean;
};
const named: readonly SeedCustomer[] = [
  {
    number: '10100001',
    name: 'Nordwerk Maschinenbau GmbH',
    city: 'Kiel',
    zip: '24103',
    country: 'DE',
    vat: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
    limit: '250000',
    contact: 'Jördis Behrend',
  },
  {
    number: '10100002',
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    zip: '89073',
    country: 'DE',
    vat: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: '40000',
    terms: 'NT14',
    contact: 'Tilman Ruoff',
  },
  {
    number: '10100003',
    name: 'Müller Metallbau GmbH',
    city: 'Köln',
    zip: '50667',
    country: 'DE',
    vat: 'DE811047514',
    email: 'info@mueller-metall-koeln.example',
  },
  {
    number: '10100004',
    name: 'Mueller Metallbau Köln KG',
    city: 'Köln',
    zip: '50667',
    country: 'DE',
    email: 'kg@mueller-metall.example',
  },
  { number: '10100005', name: 'Müller Metallbau AG', city: 'Bonn', zip: '53111', country: 'DE' },
  { number: '10100006', name: 'Doppelt GmbH', city: 'Essen', zip: '45127', country: 'DE' },
  { number: '10100007', name: 'Doppelt GmbH', city: 'Hamm', zip: '59065', country: 'DE' },
  {
    number: '10100008',
    name: 'Hafenkontor Lagerhaus GmbH',
    city: 'Hamburg',
    zip: '20457',
    country: 'DE',
    vat: 'DE811090011',
    blocked: 'orders',
  },
  {
    number: '10100009',
    name: 'Lieferstopp Technik GmbH',
    city: 'Bremen',
    zip: '28195',
    country: 'DE',
    blocked: 'deliveries',
    limit: '10000',
  },
  {
    number: '10100010',
    name: 'Prairie Tool & Supply Inc.',
    city: 'Omaha',
    country: 'US',
    email: 'ap@prairie-tool.example',
    currency: 'USD',
    terms: 'NT30',
  },
  {
    number: '10100011',
    name: 'Rabatt & Söhne OHG',
    city: 'Mainz',
    zip: '55116',
    country: 'DE',
    email: 'einkauf@rabatt-soehne.example',
    discount: '-15',
  },
  { number: '10100012', name: 'Listenkunde Handels GmbH', city: 'Jena', zip: '07743', country: 'DE', priceList: '01' },
  { number: '10100013', name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290', country: 'DE' },
  {
    number: '10100014',
    name: 'Vielbesteller Großhandel GmbH',
    city: 'Kassel',
    zip: '34117',
    country: 'DE',
    terms: 'NT30',
  },
  {
    number: '10100015',
    name: 'Kreditsperre Bau GmbH',
    city: 'Gera',
    zip: '07545',
    country: 'DE',
    limit: '5000',
    held: true,
  },
  {
    number: '10100016',
    name: 'Freier Postkasten e.K.',
    city: 'Hagen',
    zip: '58095',
    country: 'DE',
    email: 'freier.postkasten@web.de',
  },
  {
    number: '10100017',
    name: 'Vereinigte Hüttenwerke Niederrhein und',
    name2: 'Ruhrtal Beteiligungsgesellschaft mbH',
    city: 'Duisburg',
    zip: '47051',
    country: 'DE',
    vat: 'DE811090029',
    shipTo: '10100001',
  },
  { number: '10100018', name: 'Nur Zwanzig Vertrieb GmbH', city: 'Celle', zip: '29221', country: 'DE', other: true },
];
const trades = [
  'Fördertechnik',
  'Apparatebau',
  'Armaturen',
  'Pumpen',
  'Stahlbau',
  'Messtechnik',
  'Kälteanlagen',
  'Hydraulik',
];
const towns = ['Aalen', 'Lübeck', 'Gotha', 'Siegen'];
const others: readonly SeedCustomer[] = Array.from({ length: 16 }, (_, nth) => {
  const trade = trades[nth % trades.length] ?? '';
  const number = String(10_101_000 + nth * 10);
  return {
    ...{
      number,
      name: `${trade} ${towns[nth % 4] ?? ''} GmbH`,
      city: towns[nth % 4] ?? '',
      zip: '10115',
      country: 'DE',
    },
    ...{
      vat: `DE812${String(nth * 41 + 2000).padStart(6, '0')}`,
      email: `einkauf@${trade.toLowerCase().replaceAll(/[^a-z]/g, '')}-${number}.example`,
    },
    ...(nth % 3 === 0 ? { limit: String(20_000 + nth * 5000) } : {}),
    terms: nth % 2 === 0 ? 'NT30' : 'NT14',
  };
});
export const seedCustomers: readonly SeedCustomer[] = [...named, ...others];

export type SeedProduct = {
  number: string;
  name: string;
  /** EUR; none: no price is maintained. */
  price?: string;
  /** Units that the price is for. */
  per?: string;
  /** Prices from a quantity on. */
  scale?: readonly (readonly [from: string, price: string])[];
  unit: string;
  /** Other units: how many base units one is. */
  also?: readonly (readonly [unit: string, quantity: string])[];
  sales?: string;
  tax?: '1' | '2' | '0';
  service?: boolean;
  status?: string;
  deleted?: boolean;
  /** Has no sales view. */
  unsold?: boolean;
  /** An order of it misses data that its form demands. */
  incomplete?: boolean;
  stock: string;
  elsewhere?: string;
  days?: number;
  gtin?: string;
};
const special: readonly SeedProduct[] = [
  {
    number: 'TG11',
    name: 'Handelsware 11, Lagerfertigung',
    price: '17.55',
    unit: 'ST',
    stock: '900',
    gtin: '4012345000115',
  },
  { number: '1896-S', name: 'Schreibtisch ATHEN', price: '1000.8', unit: 'ST', stock: '400', elsewhere: '25' },
  { number: '1900-S', name: 'Gästestuhl PARIS', price: '192.8', unit: 'ST', stock: '900' },
  { number: '1928-S', name: 'Lampe AMSTERDAM', price: '54.9', unit: 'ST', stock: '1200', also: [['KAR', '12']] },
  { number: '4711', name: 'Dichtring 40 x 3', price: '3.8', unit: 'ST', stock: '5000' },
  {
    number: 'SCHRAUBE-M8',
    name: 'Sechskantschraube M8 x 40',
    price: '23.45',
    per: '100',
    unit: 'ST',
    also: [['KAR', '500']],
    stock: '80000',
  },
  {
    number: 'STAFFEL-1',
    name: 'Kugellager 6204',
    price: '9.9',
    scale: [
      ['0', '9.9'],
      ['10', '8.5'],
      ['50', '7.2'],
    ],
    unit: 'ST',
    stock: '700',
  },
  {
    number: 'KABEL-25',
    name: 'Steuerkabel 5 x 2,5',
    price: '2.34567',
    unit: 'M',
    also: [['ROL', '100']],
    stock: '25000.5',
  },
  { number: 'SALZ-10', name: 'Regeneriersalz', price: '0.79', unit: 'KG', stock: '8000', tax: '2' },
  { number: 'HANDBUCH', name: 'Handbuch Anlagenbau', price: '29.9', unit: 'ST', stock: '350', tax: '2' },
  { number: 'MONTAGE', name: 'Montage vor Ort', price: '98', unit: 'STD', stock: '0', service: true },
  { number: 'FRACHT', name: 'Frachtkosten', unit: 'ST', stock: '0', service: true },
  { number: 'OHNE-PREIS', name: 'Sonderteil nach Zeichnung', unit: 'ST', stock: '12' },
  { number: '1850-ALT', name: 'Auslaufmodell TURIN', price: '310', unit: 'ST', stock: '3', status: '01' },
  { number: '1851-ALT', name: 'Auslaufmodell BARI', price: '280', unit: 'ST', stock: '9', status: '02' },
  { number: '1852-ALT', name: 'Gelöschtes Modell', price: '1', unit: 'ST', stock: '0', deleted: true },
  { number: 'EINKAUF-1', name: 'Hilfsstoff ohne Vertriebssicht', unit: 'KG', stock: '100', unsold: true },
  { number: 'UNVOLL-1', name: 'Teil mit Pflichtangaben', price: '40', unit: 'ST', stock: '10', incomplete: true },
  { number: 'KNAPP-1', name: 'Dichtungssatz', price: '61.2', unit: 'ST', stock: '0', days: 5 },
  { number: 'KNAPP-2', name: 'Wellenkupplung', price: '118.35', unit: 'ST', stock: '1', days: 12 },
  { number: 'KNAPP-3', name: 'Drehgeber', price: '244', unit: 'ST', stock: '0', elsewhere: '4', days: 20 },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedProduct[] = Array.from({ length: 48 }, (_, nth) => ({
  ...{ number: `T-${String(2000 + nth * 5)}`, name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}` },
  ...{ price: (12 + nth * 7.35).toFixed(2), unit: 'ST', stock: String(400 + nth * 25) },
}));
export const seedProducts: readonly SeedProduct[] = [...special, ...more];
/** Customers' own numbers of products. */
export const customerMaterials = [['10100001', 'TG11', 'NW-0815']] as const;
/** Prices agreed with one customer. */
export const customerPrices = [
  ['10100002', 'T-2000', '9.99', 'EUR'],
  ['10100010', '1896-S', '1099', 'USD'],
] as const;
export const listPrices = [['01', 'T-2005', '15']] as const;
