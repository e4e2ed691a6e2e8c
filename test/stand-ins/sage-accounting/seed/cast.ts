/** Who buys and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  reference: string;
  name: string;
  street?: string;
  city: string;
  zip?: string;
  country?: 'IE' | 'DE' | 'US' | 'GB' | 'AT';
  tax?: string;
  email?: string;
  /** Name and e-mail of the main person. */
  person?: readonly [name: string, email: string];
  currency?: 'USD';
  limit?: string;
  days?: number;
  price?: 'Trade' | 'Wholesale';
  inactive?: true;
  vendor?: true;
};
export const seedCustomers: readonly SeedCustomer[] = [
  {
    ...{
      reference: 'NORD01',
      name: 'Nordlicht Apparatebau GmbH',
      street: 'Werftstraße 12',
      city: 'Kiel',
      zip: '24143',
    },
    ...{ country: 'DE', tax: 'DE811200015', person: ['Uta Brandt', 'uta.brandt@nordlicht-apparate.example'] },
    limit: '250000',
  },
  {
    ...{ reference: 'KESS01', name: 'Kessler Anlagenbau AG', city: 'Ulm', zip: '89073', country: 'DE' },
    ...{ tax: 'DE811071271', email: 'post@kessler-anlagen.example', limit: '40000', days: 14, price: 'Trade' },
  },
  {
    ...{ reference: 'MUEL01', name: 'Müller Metallbau GmbH', city: 'Köln', zip: '50667', country: 'DE' },
    ...{ tax: 'DE811047514', email: 'info@mueller-metall-koeln.example' },
  },
  {
    ...{ reference: 'MUEL02', name: 'Mueller Metallbau Köln KG', city: 'Köln', zip: '50667', country: 'DE' },
    email: 'kg@mueller-metall.example',
  },
  { reference: 'MUEL03', name: 'Müller Metallbau AG', city: 'Bonn', zip: '53111', country: 'DE' },
  { reference: 'DOPP01', name: 'Doppelt Ltd', city: 'Cork', zip: 'T12 X70A' },
  { reference: 'DOPP02', name: 'Doppelt Ltd', city: 'Galway', zip: 'H91 E2K3' },
  { reference: 'STILL01', name: 'Stillgelegt Handels GmbH', city: 'Gera', zip: '07545', country: 'DE', inactive: true },
  {
    reference: 'LIFFEY1',
    name: 'Liffey Tooling Ltd',
    city: 'Dublin',
    zip: 'D08 X9Y2',
    tax: 'IE6388047V',
    limit: '10000',
  },
  {
    ...{ reference: 'PRAIR01', name: 'Prairie Tool & Supply Inc.', city: 'Omaha', country: 'US' },
    ...{ email: 'ap@prairie-tool.example', currency: 'USD' },
  },
  {
    ...{ reference: 'RABA01', name: 'Rabatt & Söhne OHG', city: 'Mainz', zip: '55116', country: 'DE' },
    ...{ email: 'einkauf@rabatt-soehne.example', price: 'Wholesale' },
  },
  {
    reference: 'POST01',
    name: 'Freier Postkasten e.K.',
    city: 'Hagen',
    country: 'DE',
    email: 'freier.postkasten@web.de',
  },
  { reference: 'LEER01', name: 'Ohne Belege GmbH', city: 'Trier', zip: '54290', country: 'DE' },
  { reference: 'VIEL01', name: 'Vielbesteller Handels GmbH', city: 'Kassel', zip: '34117', country: 'DE' },
  { reference: 'GUSS01', name: 'Gusswerk Lieferanten GmbH', city: 'Siegen', country: 'DE', vendor: true },
];
export type SeedItem = {
  code: string;
  name: string;
  price: string;
  trade?: string;
  wholesale?: string;
  stock?: string;
  tax?: 'IE_REDUCED' | 'IE_ZERO';
  service?: true;
  inactive?: true;
};
const numbered: readonly SeedItem[] = Array.from({ length: 24 }, (_, nth) => ({
  ...{ code: `T-${2000 + nth * 5}`, name: `Connector ${2000 + nth * 5}`, price: `${12 + nth}.5` },
  ...{ trade: `${11 + nth}`, wholesale: `${10 + nth}.25`, stock: String(2000 + nth * 10) },
}));
export const seedItems: readonly SeedItem[] = [
  { code: '1896-S', name: 'Desk ATHENS', price: '1000', trade: '950', wholesale: '900', stock: '400' },
  { code: '1900-S', name: 'Chair PARIS', price: '192.8', trade: '180', wholesale: '170', stock: '900' },
  { code: 'SALZ-10', name: 'Salt, 10 kg', price: '9.9', trade: '9', stock: '20000', tax: 'IE_REDUCED' },
  { code: 'KABEL-25', name: 'Cable per metre', price: '37.10551', stock: '5000' },
  { code: 'HANDBUCH', name: 'Printed manual', price: '25', tax: 'IE_ZERO' },
  { code: 'GRAVUR', name: 'Engraving plate', price: '14' },
  { code: '1850-ALT', name: 'Lamp, no longer sold', price: '80', stock: '3', inactive: true },
  { code: 'KNAPP-1', name: 'Rare valve', price: '640', stock: '2' },
  { code: 'MONTAGE', name: 'Assembly, per hour', price: '85', service: true },
  { code: 'FRACHT', name: 'Carriage', price: '20', service: true },
  ...numbered,
];
