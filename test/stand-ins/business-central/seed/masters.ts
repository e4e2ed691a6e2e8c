/** Who buys, and what is sold. Invented; figures are round where a test counts on them. */
export type SeedCustomer = {
  number: string;
  name: string;
  city: string;
  country: string;
  vat?: string;
  email?: string;
  currency?: string;
  limit?: string;
  terms?: string;
  blocked?: 'Ship' | 'Invoice' | 'All';
  /** Percent off each line. */
  discount?: string;
  /** Prices of this customer's documents include VAT. */
  inclusive?: boolean;
  whole?: boolean;
};
const named: readonly SeedCustomer[] = [
  {
    number: '10000',
    name: 'Nordwerk Maschinenbau GmbH',
    city: 'Kiel',
    country: 'DE',
    vat: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
    limit: '250000',
    terms: '30 TAGE',
  },
  {
    number: '10010',
    name: 'Kessler Anlagenbau AG',
    city: 'Ulm',
    country: 'DE',
    vat: 'DE811071271',
    email: 'post@kessler-anlagen.example',
    limit: '40000',
    terms: '14 TAGE',
  },
  {
    number: '10020',
    name: 'Müller Metallbau GmbH',
    city: 'Köln',
    country: 'DE',
    vat: 'DE811047514',
    email: 'info@mueller-metall-koeln.example',
  },
  {
    number: '10021',
    name: 'Mueller Metallbau Köln KG',
    city: 'Köln',
    country: 'DE',
    email: 'kg@mueller-metall.example',
  },
  { number: '10022', name: 'Müller Metallbau AG', city: 'Bonn', country: 'DE' },
  { number: '10030', name: 'Doppelt GmbH', city: 'Essen', country: 'DE' },
  { number: '10031', name: 'Doppelt GmbH', city: 'Hamm', country: 'DE' },
  {
    number: '10040',
    name: 'Hafenkontor Lagerhaus GmbH',
    city: 'Husum',
    country: 'DE',
    blocked: 'All',
    email: 'kontor@hafenlager.example',
  },
  { number: '10041', name: 'Solling Forst KG', city: 'Uslar', country: 'DE', blocked: 'Ship' },
  { number: '10042', name: 'Elbtal Keramik GmbH', city: 'Meißen', country: 'DE', blocked: 'Invoice' },
  {
    number: '10050',
    name: 'Brightwater Pumps Inc.',
    city: 'Tacoma',
    country: 'US',
    currency: 'USD',
    limit: '90000',
    email: 'orders@brightwater-pumps.example',
  },
  {
    number: '10060',
    name: 'Rabattkontor Süd GmbH',
    city: 'Passau',
    country: 'DE',
    discount: '10',
    inclusive: true,
    vat: 'DE811060606',
  },
  { number: '10070', name: 'Ladenzeile Brutto e.K.', city: 'Trier', country: 'DE', inclusive: true },
  { number: '10080', name: 'Ganz oder gar nicht GmbH', city: 'Jena', country: 'DE', whole: true },
  { number: '10090', name: 'Freihof Obst e.K.', city: 'Jork', country: 'DE', email: 'freihof@web.de' },
  { number: '10100', name: 'Stille Wasser Stiftung', city: 'Plön', country: 'DE', vat: 'DE811010100' },
  {
    number: '10110',
    name: 'Vielbesteller Technik GmbH',
    city: 'Fulda',
    country: 'DE',
    email: 'bestellung@vielbesteller.example',
  },
  {
    number: '10120',
    name: "O'Brien & Söhne Ltd.",
    city: 'Cork',
    country: 'IE',
    vat: 'IE6388047V',
    email: "sean.o'brien+erp@obrien-sons.example",
  },
];
const trades = [
  'Pumpen',
  'Getriebe',
  'Ventile',
  'Fördertechnik',
  'Hydraulik',
  'Messtechnik',
  'Stahlbau',
  'Kältetechnik',
];
const towns = ['Aalen', 'Bremen', 'Celle', 'Dessau', 'Emden', 'Fürth', 'Gera', 'Halle'];
const others: readonly SeedCustomer[] = Array.from({ length: 24 }, (_, nth) => {
  const [trade = '', town = ''] = [trades[nth % 8], towns[(nth * 3 + Math.floor(nth / 8)) % 8]];
  const number = String(11_000 + nth * 10);
  return {
    number,
    name: `${trade} ${town} GmbH`,
    city: town,
    country: 'DE',
    vat: `DE812${String(nth * 37 + 1000).padStart(6, '0')}`,
    email: `einkauf@${trade.toLowerCase().replaceAll(/[^a-z]/g, '')}-${number}.example`,
    ...(nth % 3 === 0 ? { limit: String(20_000 + nth * 5000) } : {}),
    terms: nth % 2 === 0 ? '30 TAGE' : '14 TAGE',
  };
});
export const seedCustomers: readonly SeedCustomer[] = [...named, ...others];

export type SeedItem = {
  number: string;
  name: string;
  price: string;
  unit: string;
  /** Base units in another unit that the item is sold in. */
  also?: readonly (readonly [unit: string, quantity: string])[];
  tax?: 'VAT7' | 'NOVAT';
  type?: 'Service' | 'Non_x002D_Inventory';
  blocked?: boolean;
  stock: string;
  variants?: readonly string[];
};
const special: readonly SeedItem[] = [
  { number: '1896-S', name: 'Schreibtisch ATHEN', price: '1000.8', unit: 'STK', stock: '400' },
  {
    number: '1900-S',
    name: 'Gästestuhl PARIS',
    price: '192.8',
    unit: 'STK',
    stock: '900',
    variants: ['SCHWARZ', 'GRÜN'],
  },
  { number: '1928-S', name: 'Lampe AMSTERDAM', price: '54.9', unit: 'STK', stock: '1200', also: [['KARTON', '12']] },
  {
    number: 'KABEL-25',
    name: 'Steuerkabel 5 x 2,5',
    price: '2.34567',
    unit: 'M',
    stock: '25000.5',
    also: [['ROLLE', '100']],
  },
  { number: 'SALZ-10', name: 'Regeneriersalz', price: '0.79', unit: 'KG', stock: '8000', tax: 'VAT7' },
  { number: 'HANDBUCH', name: 'Handbuch Anlagenbau', price: '29.9', unit: 'STK', stock: '350', tax: 'VAT7' },
  { number: 'MONTAGE', name: 'Montage vor Ort', price: '98', unit: 'STD', stock: '0', type: 'Service' },
  { number: 'FRACHT', name: 'Frachtkosten', price: '0', unit: 'STK', stock: '0', type: 'Service' },
  { number: 'KLEINTEILE', name: 'Kleinteile', price: '4.5', unit: 'STK', stock: '0', type: 'Non_x002D_Inventory' },
  { number: '1850-ALT', name: 'Auslaufmodell TURIN', price: '310', unit: 'STK', stock: '3', blocked: true },
  { number: 'KNAPP-1', name: 'Dichtungssatz', price: '61.2', unit: 'STK', stock: '0' },
  { number: 'KNAPP-2', name: 'Wellenkupplung', price: '118.35', unit: 'STK', stock: '1' },
  { number: 'KNAPP-3', name: 'Drehgeber', price: '244', unit: 'STK', stock: '0' },
];
const kinds = ['Kugelhahn', 'Flansch', 'Filter', 'Rohrbogen', 'Manometer', 'Schieber', 'Motor', 'Lager'];
const more: readonly SeedItem[] = Array.from({ length: 48 }, (_, nth) => ({
  number: `T-${String(2000 + nth * 5)}`,
  name: `${kinds[nth % 8]} DN ${15 + Math.floor(nth / 8) * 10}`,
  price: (12 + nth * 7.35).toFixed(2),
  unit: 'STK',
  stock: String(400 + nth * 25),
}));
export const seedItems: readonly SeedItem[] = [...special, ...more];
