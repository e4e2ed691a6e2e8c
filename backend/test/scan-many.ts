import type { ListedCompany } from '../src/crm/contract/index.ts';
import type { ListedCustomer } from '../src/erp/contract/schemas.ts';
import { randomOf } from './scan-companies.ts';
import { listedCompany, listedCustomer } from './scan-world.ts';

const syllables =
  'ba bel bra dor dra er fal fri gar gel han hol ing jan kel kes kor lan lin mar mer mon nel nor ort pal ram ren ros sal sen sol tan tel tor ul van vel wal wer win zan zel'.split(
    ' ',
  );
const trades =
  'Anlagenbau Logistik Maschinen Elektrotechnik Backwaren Pumpen Verpackung Möbel Metallbau Gebäudetechnik Druck Software Handel Energie Bau Kunststoff Werkzeuge Optik Chemie Textil'.split(
    ' ',
  );
const cities = Array.from(
  { length: 400 },
  (_, nth) => [`Stadt ${syllables[nth % 43]}${syllables[(nth * 7) % 43]}`, String(10_000 + nth * 173)] as const,
);

/**
 * Companies and customers of which each is made when it is asked for, so that no list of them takes memory. Three in four are on both sides; of those, two
 * in three share an exact key and one in ten has a typing error.
 */
export function endlessCompanies(count: number) {
  const numberOf = (nth: number) => String(100_000 + nth);
  const base = (nth: number) => {
    const random = randomOf(nth + 1);
    const stem = Array.from({ length: 2 + random.upTo(2) }, () => random.pick(syllables)).join('');
    const name = `${stem[0]?.toUpperCase()}${stem.slice(1)} ${random.pick(trades)}`;
    const [city, postalCode] = random.pick(cities);
    const domain = `${stem}${nth}.example`;
    return {
      random,
      name,
      city,
      postalCode,
      domain,
      vatId: `DE${String(100_000_000 + nth * 31)}`,
      street: `Weg ${1 + random.upTo(200)}`,
    };
  };
  const company = (nth: number): ListedCompany => {
    const { random, name, city, postalCode, domain, vatId, street } = base(nth);
    const key = random.next();
    const written = random.chance(0.1) ? name.slice(0, 3) + name.slice(4) : name;
    return listedCompany(`c${String(nth).padStart(7, '0')}`, `${written} GmbH`, {
      city,
      postalCode,
      street,
      country: 'DE',
      domain: random.chance(0.7) ? domain : null,
      erpNumber: key < 0.4 ? numberOf(nth) : null,
      vatId: key >= 0.4 && key < 0.67 ? vatId : null,
    });
  };
  // The first quarter of the companies is nobody's customer, the last quarter of the customers is in no CRM.
  const customer = (at: number): ListedCustomer => {
    const nth = at + Math.floor(count / 4);
    const { name, city, postalCode, domain, vatId, street } = base(nth);
    return listedCustomer(`k${String(nth).padStart(7, '0')}`, `${name} Gesellschaft mbH`, {
      number: numberOf(nth),
      city,
      postalCode,
      street,
      country: 'DE',
      vatId,
      emails: [`info@${domain}`],
    });
  };
  const pageOf =
    <Item>(make: (nth: number) => Item, size: number) =>
    (cursor: string | null) => {
      const from = Number(cursor ?? 0);
      const to = Math.min(count, from + size);
      const items = Array.from({ length: to - from }, (_, nth) => make(from + nth));
      return { items, cursor: to < count ? String(to) : null };
    };
  return { companies: pageOf(company, 100), customers: pageOf(customer, 500) };
}
