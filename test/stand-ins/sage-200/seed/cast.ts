/** Who buys and what is sold. Invented; figures are round where a test counts on them. */
type SeedCustomer = {
  reference: string;
  name: string;
  street?: string;
  city: string;
  postcode?: string;
  country?: 'GB' | 'US' | 'DE' | 'IE';
  vat?: string;
  currency?: 'USD' | 'EUR';
  limit?: number;
  terms?: number;
  hold?: true;
  hidden?: true;
  band?: 'TRADE';
  /** Percent off every line. */
  discount?: number;
  people?: readonly (readonly [first: string, last: string, email: string])[];
};
export const seedCustomers: readonly SeedCustomer[] = [
  {
    ...{
      reference: 'NOR001',
      name: 'Northlight Fabrication Ltd',
      street: '12 Dock Street',
      city: 'Leeds',
      postcode: 'LS10 1NE',
    },
    ...{ vat: 'GB123456782', limit: 250_000 },
    people: [
      ['Una', 'Brand', 'una.brand@northlight-fab.example'],
      ['Accounts', 'Office', 'accounts@northlight-fab.example'],
    ],
  },
  {
    ...{
      reference: 'KES001',
      name: 'Kessler Engineering plc',
      city: 'Sheffield',
      postcode: 'S1 2HE',
      vat: 'GB222333470',
      limit: 40_000,
    },
    ...{ terms: 14, band: 'TRADE', people: [['Karl', 'Kessler', 'post@kessler-eng.example']] },
  },
  {
    ...{ reference: 'MUR001', name: 'Murray Metalwork Ltd', city: 'Glasgow', postcode: 'G1 1XQ', vat: 'GB811047570' },
    people: [['Mhairi', 'Murray', 'info@murray-metalwork.example']],
  },
  {
    ...{ reference: 'MUR002', name: 'Murray Metalwork (Glasgow) LLP', city: 'Glasgow', postcode: 'G1 1XQ' },
    people: [['Liam', 'Low', 'llp@murray-metalwork-llp.example']],
  },
  { reference: 'MUR003', name: 'Murray Metalwork plc', city: 'Bristol', postcode: 'BS1 4DJ' },
  { reference: 'DOU001', name: 'Double Ltd', city: 'Derby', postcode: 'DE1 2GU' },
  { reference: 'DOU002', name: 'Double Ltd', city: 'Dover', postcode: 'CT16 1JR' },
  { reference: 'HOL001', name: 'Harbour Stores Ltd', city: 'Hull', postcode: 'HU1 3DR', hold: true },
  { reference: 'LIM001', name: 'Thin Ice Technics Ltd', city: 'Bath', postcode: 'BA1 5AW', limit: 10_000 },
  {
    ...{
      reference: 'PRA001',
      name: 'Prairie Tool & Supply Inc.',
      city: 'Omaha',
      postcode: '68102',
      country: 'US',
      currency: 'USD',
    },
    people: [['Pat', 'Prairie', 'ap@prairie-tool.example']],
  },
  {
    ...{ reference: 'REB001', name: 'Rebate & Sons Ltd', city: 'Norwich', postcode: 'NR1 3JU', discount: 15 },
    people: [['Rita', 'Rebate', 'buying@rebate-sons.example']],
  },
  {
    reference: 'FRE001',
    name: 'Open Postbox Traders',
    city: 'York',
    postcode: 'YO1 7HH',
    people: [['Fred', 'Free', 'open.postbox@gmail.com']],
  },
  { reference: 'EMP001', name: 'Without Papers Ltd', city: 'Truro', postcode: 'TR1 2HE' },
  { reference: 'BUS001', name: 'Busy Orders Ltd', city: 'Kendal', postcode: 'LA9 4ND' },
  {
    ...{
      reference: 'RHE001',
      name: 'Rheinwerk Apparatebau GmbH',
      city: 'Köln',
      postcode: '50667',
      country: 'DE',
      currency: 'EUR',
    },
    ...{ vat: 'DE811200015', people: [['Jörg', 'Müller', 'einkauf@rheinwerk.example']] },
  },
  { reference: 'HID001', name: 'Dissolved Trading Ltd', city: 'Crewe', postcode: 'CW1 2DA', hidden: true },
];
type Unit = 'Each' | 'Dozen' | 'Kilogram' | 'Sack 10' | 'Metre' | 'Hour';
type SeedProduct = {
  code: string;
  name: string;
  /** Of a stock unit. */
  price: number;
  units?: { base: Unit; stock: Unit; sold: Unit };
  group?: 'GOODS' | 'LABOUR' | 'MISC';
  stock?: number;
  /** In the second warehouse. */
  elsewhere?: number;
  ordered?: number;
  tax?: 0 | 1 | 5;
  inactive?: true;
  barcode?: string;
};
/** Units by how many base units they are, and the places of their quantities. */
export const multiples: Readonly<Record<Unit, readonly [multiple: number, places: number]>> = {
  Each: [1, 0],
  Dozen: [12, 0],
  Kilogram: [1, 3],
  'Sack 10': [10, 0],
  Metre: [1, 3],
  Hour: [1, 2],
};
const named: readonly SeedProduct[] = [
  { code: 'BENCH-1', name: 'Workbench ATLAS', price: 1000.8, stock: 400, elsewhere: 20, barcode: '4006381333931' },
  { code: 'STOOL-1', name: 'Assembly stool PISA', price: 192.8, stock: 900 },
  { code: 'HORN-24', name: 'Signal horn 24 V', price: 17.55, stock: 900, ordered: 100 },
  {
    code: 'SALT-10',
    name: 'Softener salt, sack of 10 kg',
    price: 0.79,
    units: { base: 'Kilogram', stock: 'Kilogram', sold: 'Sack 10' },
    stock: 8000,
    tax: 5,
  },
  {
    code: 'CABLE-25',
    name: 'Control cable 5 x 2.5',
    price: 2.34567,
    units: { base: 'Metre', stock: 'Metre', sold: 'Metre' },
    stock: 25_000.5,
  },
  { code: 'BEARING-1', name: 'Ball bearing 6204', price: 9.9, stock: 700 },
  {
    code: 'NUT-DZ',
    name: 'Hexagon nut M8',
    price: 1,
    units: { base: 'Each', stock: 'Each', sold: 'Dozen' },
    stock: 2400,
  },
  {
    code: 'FITTING',
    name: 'Fitting on site',
    price: 98,
    units: { base: 'Hour', stock: 'Hour', sold: 'Hour' },
    group: 'LABOUR',
  },
  { code: 'CRATE', name: 'Returnable crate', price: 25, group: 'MISC' },
  { code: 'OLD-1850', name: 'Discontinued bench LECCE', price: 310, stock: 3, inactive: true },
  { code: 'SEAL-1', name: 'Seal kit', price: 61.2, stock: 0, ordered: 25 },
];
const kinds = ['Ball valve', 'Flange', 'Filter', 'Pipe bend', 'Gauge', 'Gate valve', 'Motor', 'Bearing'];
const more: readonly SeedProduct[] = Array.from({ length: 30 }, (_, nth) => ({
  code: `T-${2000 + nth * 5}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: Number((12 + nth * 7.35).toFixed(2)),
  stock: 400 + nth * 25,
}));
export const seedProducts: readonly SeedProduct[] = [...named, ...more];
/** Prices of bands other than the standard one. */
export const bandPrices = [
  ['TRADE', 'T-2000', 9.99],
  ['US LIST', 'BENCH-1', 1299],
  ['US LIST', 'HORN-24', 19.3],
] as const;
/** Percent off for everybody from a quantity on. */
export const breaks = [
  ['BEARING-1', 10, 5],
  ['BEARING-1', 50, 12.5],
] as const;
