export type Country = 'DE' | 'FR' | 'CH';

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
    .replace(/\p{M}/gu, '')
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
