/** The company that is sold from. The application's user has another one as its default. */
export const COMPANY = 'usmf';
/** Who buys, and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  account: string;
  name: string;
  city: string;
  zip?: string;
  country?: string;
  vat?: string;
  email?: string;
  currency?: string;
  limit?: string;
  terms?: string;
  hold?: 'All' | 'Invoice';
  /** Line discount in percent that trade agreements give. */
  discount?: string;
};
export const seedCustomers: readonly SeedCustomer[] = [
  {
    account: 'US-001',
    name: 'Nordwerk Maschinenbau GmbH',
    city: 'Kiel',
    zip: '24103',
    vat: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
    limit: '250000',
    terms: 'Net30',
  },
  {
    account: 'US-002',
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    zip: '89073',
    vat: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: '40000',
    terms: 'Net14',
  },
  {
    account: 'US-003',
    name: 'Müller Metallbau GmbH',
    city: 'Köln',
    zip: '50667',
    vat: 'DE811047514',
    email: 'info@mueller-metall-koeln.example',
  },
  {
    account: 'US-004',
    name: 'Mueller Metallbau Köln KG',
    city: 'Köln',
    zip: '50667',
    email: 'kg@mueller-metall.example',
  },
  { account: 'US-005', name: 'Müller Metallbau AG', city: 'Bonn', zip: '53111' },
  { account: 'US-006', name: 'Doppelt GmbH', city: 'Essen', zip: '45127' },
  { account: 'US-007', name: 'Doppelt GmbH', city: 'Hamm', zip: '59065' },
  { account: 'US-008', name: 'Hafenkontor Lagerhaus GmbH', city: 'Hamburg', zip: '20457', hold: 'All' },
  {
    account: 'US-009',
    name: 'Zahlungsziel Technik GmbH',
    city: 'Bremen',
    zip: '28195',
    hold: 'Invoice',
    limit: '10000',
  },
  {
    account: 'US-010',
    name: 'Prairie Tool & Supply Inc.',
    city: 'Omaha',
    country: 'USA',
    email: 'ap@prairie-tool.example',
    currency: 'USD',
  },
  {
    account: 'US-011',
    name: 'Rabatt & Söhne OHG',
    city: 'Mainz',
    zip: '55116',
    email: 'einkauf@rabatt-soehne.example',
    discount: '15',
  },
  { account: 'US-012', name: 'Freier Postkasten e.K.', city: 'Hagen', zip: '58095', email: 'freier.postkasten@web.de' },
  { account: 'US-013', name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290' },
  { account: 'US-014', name: 'Vielbesteller Großhandel GmbH', city: 'Kassel', zip: '34117', terms: 'Net30' },
  // A blank in front belongs to the key.
  { account: ' US-015', name: 'Leerzeichen Handels GmbH', city: 'Jena', zip: '07743' },
];
export type SeedProduct = {
  number: string;
  name: string;
  price: string;
  unit: string;
  stock?: string;
  reserved?: string;
  ordered?: string;
  tax?: 'full' | 'reduced' | 'none';
  service?: boolean;
  stopped?: boolean;
};
const named: readonly SeedProduct[] = [
  { number: '1896-S', name: 'Schreibtisch ATHEN', price: '1000.8', unit: 'ea', stock: '400', reserved: '12' },
  { number: '1900-S', name: 'Gästestuhl PARIS', price: '192.8', unit: 'ea', stock: '900' },
  { number: 'D0001', name: 'Mittelklasse-Lautsprecher', price: '17.55', unit: 'ea', stock: '900', ordered: '100' },
  { number: 'SALZ-10', name: 'Regeneriersalz', price: '0.79', unit: 'kg', stock: '8000', tax: 'reduced' },
  { number: 'KABEL-25', name: 'Steuerkabel 5 x 2,5', price: '2.34567', unit: 'm', stock: '25000.5' },
  { number: 'STAFFEL-1', name: 'Kugellager 6204', price: '9.9', unit: 'ea', stock: '700' },
  { number: 'MONTAGE', name: 'Montage vor Ort', price: '98', unit: 'hr', service: true },
  { number: 'FRACHT', name: 'Frachtkosten', price: '0', unit: 'ea', service: true },
  { number: '1850-ALT', name: 'Auslaufmodell TURIN', price: '310', unit: 'ea', stock: '3', stopped: true },
  { number: 'KNAPP-1', name: 'Dichtungssatz', price: '61.2', unit: 'ea', stock: '0', ordered: '25' },
  // As recorded: a blank in front of a number.
  { number: ' RFI-1', name: 'Beratungspaket', price: '150', unit: 'ea', stock: '10' },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedProduct[] = Array.from({ length: 30 }, (_, nth) => ({
  number: `T-${2000 + nth * 5}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: (12 + nth * 7.35).toFixed(2),
  unit: 'ea',
  stock: String(400 + nth * 25),
}));
export const seedProducts: readonly SeedProduct[] = [...named, ...more];
/** Trade agreements: item, customer or all, from and to quantity, price, currency. */
export const agreements = [
  ['STAFFEL-1', '', '10', '50', '8.5', 'EUR'],
  ['STAFFEL-1', '', '50', '0', '7.2', 'EUR'],
  ['T-2000', 'US-002', '0', '0', '9.99', 'EUR'],
  ['1896-S', '', '0', '0', '1099', 'USD'],
] as const;
