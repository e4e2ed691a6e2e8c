/**
 * Who and what plays in the demonstration, as plain data: the demo ERP is seeded with it, and the stand-in of the CRM with the same
 * customers and deals, so that the two sides fit together (or, in some deals, deliberately do not).
 */
import { decimal, multiply, round } from '@backroom/shared';

type Country = 'DE' | 'FR' | 'CH';

export type CastCustomer = {
  number: string;
  name: string;
  country: Country;
  city: string;
  street: string;
  postalCode: string;
  vatId: string | null;
  email: string;
  currency: 'EUR' | 'CHF' | 'USD';
  creditLimit: string | null;
  paymentTerms: string;
  blocked: string | null;
  /** Where goods may go beside its own address. */
  site?: { name: string; street: string; postalCode: string; city: string };
};

const named: readonly [name: string, country: Country, city: string, postalCode: string][] = [
  ['Nordwind Maschinenbau GmbH', 'DE', 'Hamburg', '20095'],
  ['Atelier Lumière SARL', 'FR', 'Lyon', '69002'],
  ['Bergmann Antriebstechnik GmbH', 'DE', 'Stuttgart', '70173'],
  ['Kessler Anlagenbau AG', 'DE', 'Leipzig', '04109'],
  ['Duval Équipements SAS', 'FR', 'Nantes', '44000'],
  ['Hafenlogistik Weser GmbH', 'DE', 'Bremen', '28195'],
  ['Müller Metallbau GmbH', 'DE', 'Köln', '50667'],
  ['Müller Metallbau Köln GmbH & Co. KG', 'DE', 'Köln', '50668'],
  ['Müller Metallbau West GmbH', 'DE', 'Aachen', '52062'],
  ['Alpina Präzision AG', 'CH', 'Zürich', '8001'],
  ['Transatlantic Marine SA', 'FR', 'Le Havre', '76600'],
  ['Ziegler Förderanlagen GmbH', 'DE', 'Kassel', '34117'],
  ['Lac Bleu Instruments SA', 'CH', 'Genève', '1204'],
  ['Rheintal Pumpen GmbH', 'DE', 'Mainz', '55116'],
  ['Savoie Hydraulique SARL', 'FR', 'Chambéry', '73000'],
  ['Oberland Sägewerk AG', 'CH', 'Thun', '3600'],
];
const more = ['Hydro', 'Metall', 'Solar', 'Klima', 'Vital', 'Terra'] as const;
const kinds: readonly [suffix: string, country: Country, city: string, postalCode: string][] = [
  ['technik GmbH', 'DE', 'Dresden', '01067'],
  ['systèmes SAS', 'FR', 'Lille', '59000'],
  ['werk AG', 'CH', 'Bern', '3011'],
  ['service GmbH', 'DE', 'Nürnberg', '90402'],
];
const rest = more.flatMap((stem) => kinds.map(([suffix, ...where]) => [`${stem}${suffix}`, ...where] as const));

const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/^-|-$/g, '');
const special: Readonly<Record<string, Partial<CastCustomer>>> = {
  'C-1001': {
    site: { name: 'Nordwind Werk 2', street: 'Kanalweg 18', postalCode: '21107', city: 'Hamburg' },
  },
  'C-1002': {
    site: { name: 'Entrepôt Sud', street: '12 quai du Lazaret', postalCode: '13002', city: 'Marseille' },
  },
  'C-1004': { creditLimit: '5000.00', paymentTerms: '14 days net' },
  'C-1010': { creditLimit: '80000.00' },
  'C-1011': { currency: 'USD', creditLimit: '120000.00' },
  'C-1012': { blocked: 'Payment dispute since spring; ask accounting' },
  'C-1014': { creditLimit: '20000.00' },
  'C-1016': { creditLimit: null },
};

/** Forty customers in three countries, numbers C-1001 to C-1040. */
export const customers: readonly CastCustomer[] = [...named, ...rest].map(
  ([name, country, city, postalCode], index) => {
    const number = `C-${1001 + index}`;
    return {
      number,
      name,
      country,
      city,
      postalCode,
      street: `${country === 'FR' ? 'Rue du Port' : 'Hauptstraße'} ${3 + index}`,
      vatId: `${country === 'CH' ? 'CHE' : country}${811_000_000 + index * 7919}`,
      email: `orders@${slug(name)}.example`,
      currency: country === 'CH' ? 'CHF' : 'EUR',
      creditLimit: '50000.00',
      paymentTerms: '30 days net',
      blocked: null,
      ...special[number],
    };
  },
);

export type CastProduct = {
  code: string;
  name: string;
  unit: string;
  price: string;
  stocked: boolean;
  archived: boolean;
};
const families: readonly [prefix: string, name: string, price: number][] = [
  ['PMP', 'Centrifugal pump', 480],
  ['VLV', 'Ball valve', 36],
  ['MTR', 'Electric motor', 620],
  ['SNS', 'Pressure sensor', 89],
  ['FLT', 'Filter cartridge', 14],
  ['HSE', 'Hydraulic hose', 22],
  ['BRG', 'Ball bearing', 9],
  ['GBX', 'Gearbox', 1150],
  ['CTL', 'Control unit', 760],
  ['SEA', 'Seal kit', 27],
];
/** Three hundred products, ten families of thirty: PMP-001 … SEA-030. The last of SEA is archived, SVC-001 is a service. */
export const products: readonly CastProduct[] = [
  ...families
    .flatMap(([prefix, name, base]) =>
      Array.from({ length: 30 }, (_, index) => ({
        code: `${prefix}-${String(index + 1).padStart(3, '0')}`,
        name: `${name} ${prefix}${index + 1}`,
        unit: prefix === 'HSE' ? 'm' : 'pcs',
        price: (base + index * Math.ceil(base / 40) + 0.5).toFixed(2),
        stocked: true,
        archived: prefix === 'SEA' && index === 29,
      })),
    )
    .slice(0, 299),
  { code: 'SVC-001', name: 'Commissioning on site', unit: 'h', price: '118.00', stocked: false, archived: false },
].map((product) => (product.code === 'SEA-029' ? { ...product, archived: true } : product));

/** Nothing on hand and nothing planned; nothing on hand and a purchase order on its way; little on hand. */
export const stockSpecial: Readonly<Record<string, 'none' | 'coming' | 'little'>> = {
  'GBX-007': 'none',
  'MTR-012': 'coming',
  'CTL-005': 'little',
};

export type CastLine = { code: string | null; name: string; quantity: string; price: string; discount?: string };
export type CastDeal = {
  id: string;
  name: string;
  /** What the deal shows, in words for the list of deals. */
  situation: string;
  companyId: string;
  currency: string;
  quote: 'accepted' | 'draft' | 'none';
  lines: readonly CastLine[];
};
export type CastCompany = {
  id: string;
  customer: string | null;
  name: string;
  domain: string;
  vatId: string | null;
  city: string;
  country: Country;
  linked: boolean;
};

const product = (code: string): CastProduct => {
  const found = products.find((each) => each.code === code);
  if (!found) throw new Error(`no product ${code} in the cast`);
  return found;
};
/** What one euro is in the price lists of the demonstration. */
export const rates: Readonly<Record<string, string>> = { EUR: '1', CHF: '0.95', USD: '1.08' };
const line = (code: string, quantity: string, price = product(code).price): CastLine => ({
  code,
  name: product(code).name,
  quantity,
  price,
});

/** Companies of the CRM. Most are linked to their ERP customer; 7006 to 7008 are not, each in its own way. */
export const companies: readonly CastCompany[] = Array.from({ length: 16 }, (_, index) => {
  const customer = customers[index];
  if (!customer) throw new Error('the cast has too few customers');
  const base = {
    id: String(7001 + index),
    customer: customer.number,
    name: customer.name,
    domain: customer.email.split('@')[1] ?? '',
    vatId: customer.vatId,
    city: customer.city,
    country: customer.country,
    linked: true,
  };
  if (base.id === '7006') return { ...base, name: 'Hafenlogistik Weser', linked: false };
  if (base.id === '7007')
    return {
      ...base,
      customer: null,
      name: 'Müller Metallbau',
      domain: 'mueller-metall.example',
      vatId: null,
      linked: false,
    };
  if (base.id === '7008')
    return {
      id: '7008',
      customer: null,
      name: 'Quellwasser Genossenschaft eG',
      domain: 'quellwasser.example',
      vatId: 'DE299123456',
      city: 'Freiburg',
      country: 'DE',
      linked: false,
    };
  return base;
});

const big = products
  .filter(({ archived, stocked }) => stocked && !archived)
  .filter((_, index) => index % 5 === 0)
  .slice(0, 50);

const written: readonly CastDeal[] = [
  {
    id: '5001',
    name: 'Pump line upgrade',
    situation: 'All well',
    companyId: '7001',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-003', '4'), line('VLV-010', '20'), line('SNS-003', '6'), line('SVC-001', '8')],
  },
  {
    id: '5002',
    name: 'Conveyor drives',
    situation: 'Short stock',
    companyId: '7003',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('GBX-007', '3'), line('MTR-012', '10'), line('CTL-005', '6'), line('BRG-004', '40')],
  },
  {
    id: '5003',
    name: 'Spare parts contract',
    situation: 'Price below the ERP’s',
    companyId: '7005',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('FLT-001', '120', '9.90'), line('SEA-004', '50'), line('PMP-009', '2', '350.00')],
  },
  {
    id: '5004',
    name: 'Plant extension',
    situation: 'Over the limit and overdue',
    companyId: '7004',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('GBX-002', '4'), line('MTR-003', '4')],
  },
  {
    id: '5005',
    name: 'Retrofit package',
    situation: 'Unknown product',
    companyId: '7002',
    currency: 'EUR',
    quote: 'accepted',
    lines: [
      line('VLV-003', '12'),
      { code: 'XYZ-999', name: 'Adapter plate', quantity: '2', price: '75.00' },
      { code: null, name: 'Travel expenses', quantity: '1', price: '240.00' },
    ],
  },
  {
    id: '5006',
    name: 'Crane hydraulics',
    situation: 'Customer not linked: one match',
    companyId: '7006',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('HSE-011', '80'), line('PMP-015', '1')],
  },
  {
    id: '5007',
    name: 'Workshop equipment',
    situation: 'Customer not linked: several matches',
    companyId: '7007',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('VLV-001', '10')],
  },
  {
    id: '5008',
    name: 'Spring water plant',
    situation: 'Customer not linked: none, can be created',
    companyId: '7008',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-001', '2'), line('FLT-010', '30')],
  },
  {
    id: '5009',
    name: 'Replacement motors',
    situation: 'Already converted',
    companyId: '7013',
    currency: 'CHF',
    quote: 'accepted',
    lines: [line('MTR-001', '2'), line('BRG-001', '20')],
  },
  {
    id: '5010',
    name: 'New production hall',
    situation: 'Big deal, 50 lines',
    companyId: '7010',
    currency: 'CHF',
    quote: 'accepted',
    lines: big.map(({ code }, index) => line(code, String((index % 6) + 1))),
  },
  {
    id: '5011',
    name: 'Engine room spares',
    situation: 'Foreign currency',
    companyId: '7011',
    currency: 'USD',
    quote: 'accepted',
    lines: [line('PMP-020', '3'), line('SEA-011', '24')],
  },
  {
    id: '5012',
    name: 'Sorter modernisation',
    situation: 'Customer blocked',
    companyId: '7012',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('CTL-002', '1')],
  },
  {
    id: '5013',
    name: 'First talk',
    situation: 'Quote without lines',
    companyId: '7015',
    currency: 'EUR',
    quote: 'draft',
    lines: [],
  },
  {
    id: '5014',
    name: 'Pump station Mainz',
    situation: 'Near the limit, return under way',
    companyId: '7014',
    currency: 'EUR',
    quote: 'accepted',
    lines: [line('PMP-005', '3'), line('VLV-002', '12')],
  },
];

/** The deal that is an order from the start, and the number that the ERP's seed gives it (the seed refuses to run when it would give another). */
export const converted = { dealId: '5009', orderNumber: 'SO-100143' } as const;

/** Ids in the CRM that both sides must agree on for the deal that is already an order. */
export const quoteIdOf = (dealId: string): string => `8${dealId}`;

/** The deals, their list prices in the deal's own currency, as a rep with the price list would quote them. */
export const deals: readonly CastDeal[] = written.map((deal) => ({
  ...deal,
  lines: deal.lines.map((each) => ({
    ...each,
    price: round(multiply(decimal(each.price), decimal(rates[deal.currency] ?? '1')), 2),
  })),
}));
