import type { ListedCompany } from '../src/crm/contract/index.ts';
import type { ListedCustomer } from '../src/erp/contract/schemas.ts';
import { listedCompany, listedCustomer } from './scan-world.ts';

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  return { next, pick, chance: (share: number) => next() < share, upTo: (most: number) => Math.floor(next() * most) };
}
type Random = ReturnType<typeof randomOf>;

const stems =
  'Kessler Möller Nordwind Brandt Grün Schäfer Jörgensen Weiß Lefèvre Dubois García Peeters Vogt Hübner Krüger Zöller Falk Rode Sander Thiele Ahlers Bähr Clasen Dreyer Ebel Fröhlich Göbel Haas Immel Jahn'.split(
    ' ',
  );
const trades =
  'Anlagenbau Logistik Maschinen Elektrotechnik Bäckerei Pumpen Verpackung Möbel Metallbau Gebäudetechnik Druck Software Handel Energie Bau Kunststoff Werkzeuge Optik Chemie Textil'.split(
    ' ',
  );
const cities = [
  ['Berlin', '10115'],
  ['Hamburg', '20095'],
  ['München', '80331'],
  ['Köln', '50667'],
  ['Düsseldorf', '40210'],
  ['Nürnberg', '90402'],
  ['Kiel', '24103'],
  ['Ulm', '89073'],
  ['Hof', '95028'],
  ['Trier', '54290'],
  ['Bonn', '53111'],
  ['Lübeck', '23552'],
] as const;
const forms = [
  ['GmbH', 'Gesellschaft mit beschränkter Haftung', 'G.m.b.H.'],
  ['AG', 'Aktiengesellschaft', 'AG'],
  ['GmbH & Co. KG', 'GmbH und Co KG', 'GmbH & Co KG'],
  ['KG', 'Kommanditgesellschaft', 'KG'],
] as const;
const freeMail = ['gmail.com', 'gmx.de', 'web.de', 't-online.de'];

function mistyped(random: Random, text: string): string {
  const at = 1 + random.upTo(Math.max(1, text.length - 2));
  if (random.chance(0.5)) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
const withoutUmlauts = (text: string) =>
  text.replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter);
const plain = (text: string) => withoutUmlauts(text.toLowerCase()).replace(/[^a-z0-9]/g, '');

type Place = { city: string; postalCode: string; street: string; country: string };
type Identity = {
  name: string;
  form: number;
  vatId: string;
  place: Place;
  domain: string | null;
  email: string | null;
  number: string;
};

/**
 * Companies as they are in life: groups with one VAT id and domain for several companies, branches of one name in several cities, several companies of one
 * name, customers with free mail only; each may be in the CRM, in the ERP, in both, or twice in one. `identityOf` is the truth.
 */
export function inventCompanies(count: number, seed: number) {
  const random = randomOf(seed);
  const companies: ListedCompany[] = [];
  const customers: ListedCustomer[] = [];
  const identityOf = new Map<string, string>();
  const place = (): Place => {
    const [city, postalCode] = random.pick(cities);
    return {
      city,
      postalCode,
      street: `${random.pick(['Hauptstraße', 'Am Markt', 'Ringweg'])} ${1 + random.upTo(90)}`,
      country: 'DE',
    };
  };
  const vat = (nth: number) => `DE${String(100_000_000 + seed * 7_000_000 + nth * 97)}`;
  const identities: Identity[] = [];
  for (let nth = 0; identities.length < count; nth += 1) {
    const middle = `${random.pick(['', 'Nord', 'Süd', 'Euro', 'Tec', 'Pro'])}${nth % 7 === 0 ? '' : nth}`;
    const name = [random.pick(stems), middle, random.pick(trades)].filter(Boolean).join(' ');
    const domain = random.chance(0.75) ? `${plain(name)}${nth}.example` : null;
    const base = {
      name,
      form: random.upTo(forms.length),
      vatId: vat(nth),
      place: place(),
      domain,
      email: domain ? `info@${domain}` : `${plain(name)}${nth}@${random.pick(freeMail)}`,
      number: '',
    };
    identities.push(base);
    // A group: other companies under the same VAT id, domain and often roof.
    if (random.chance(0.08))
      for (const trade of ['Service', 'Holding', 'Immobilien'].slice(0, 1 + random.upTo(3)))
        identities.push({
          ...base,
          name: `${name.split(' ')[0]} ${trade}`,
          place: random.chance(0.5) ? base.place : place(),
          email: domain && `${plain(trade)}@${domain}`,
        });
    // Branches: the same name, VAT id and domain elsewhere.
    if (random.chance(0.05)) identities.push({ ...base, place: place() });
    // Numbered companies at one address.
    if (random.chance(0.03)) identities.push({ ...base, name: `${name} 1` }, { ...base, name: `${name} 2` });
    // The same firm in another legal form, as a general partner is.
    if (random.chance(0.03)) identities.push({ ...base, form: (base.form + 1) % forms.length });
    // Another company of just this name.
    if (random.chance(0.03))
      identities.push({ ...base, vatId: vat(nth + 50_000), place: place(), domain: null, email: null });
  }
  for (const [nth, each] of identities.slice(0, count).entries()) {
    const { place: at } = each;
    const identity = `i${nth}`;
    const number = String(10_000 + nth);
    const share = random.next();
    const [inCrm, inErp] = [share < 0.8, share > 0.25];
    const written = (side: number) => {
      const form = forms[each.form]?.[random.upTo(3)] ?? '';
      let name = each.name;
      if (random.chance(0.3)) name = withoutUmlauts(name);
      if (random.chance(0.12)) name = mistyped(random, name);
      if (random.chance(0.1)) name = name.toUpperCase();
      return random.chance(side === 0 ? 0.25 : 0.05) ? name : `${name} ${form}`;
    };
    for (let copy = 0; inCrm && copy < (random.chance(0.05) ? 2 : 1); copy += 1) {
      const id = `c${String(nth).padStart(6, '0')}-${copy}`;
      identityOf.set(id, identity);
      const typo = random.chance(0.02) ? String(10_000 + random.upTo(count)) : number;
      companies.push(
        listedCompany(id, written(0), {
          domain: random.chance(0.7) ? each.domain : null,
          vatId: random.chance(0.4) ? each.vatId : null,
          erpNumber: inErp && random.chance(0.35) ? typo : null,
          ...(random.chance(0.8) ? at : { country: 'Germany' }),
          emails: random.chance(0.3) && each.email ? [each.email] : [],
        }),
      );
    }
    for (let copy = 0; inErp && copy < (random.chance(0.03) ? 2 : 1); copy += 1) {
      const id = `k${String(nth).padStart(6, '0')}-${copy}`;
      identityOf.set(id, identity);
      const { country, ...rest } = at;
      customers.push(
        listedCustomer(id, written(1), {
          number: copy === 0 ? number : `${number}9`,
          vatId: random.chance(0.85) ? (random.chance(0.3) ? each.vatId.slice(2) : each.vatId) : null,
          country,
          ...(random.chance(0.9) ? rest : {}),
          emails: each.email && random.chance(0.8) ? [each.email] : [],
        }),
      );
    }
  }
  const customerIdentities = new Set(customers.map(({ id }) => identityOf.get(id) ?? ''));
  return { companies, customers, identityOf, customerIdentities };
}
