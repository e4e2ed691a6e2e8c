import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatIdOf } from '../kit/vat.ts';
import { type CustomerRow, customerRow, customersQuery, peopleAt, toCustomer } from './customers.ts';
import type { Session } from './session.ts';
import { containing, type Has, parts, texts } from './sql.ts';
import { unique } from './values.ts';

const FOUND_AT_MOST = 25;
/** Most customers read for one key that many may share. A name that more of them have needs another key. */
const READ_AT_MOST = 100;
/** Keys asked for in one query. */
const KEYS_MOST = 100;
/** Shorter, and the number of a VAT id would be found within many others. */
const VAT_LEAST = 5;

const like = (column: string, words: readonly string[]): string =>
  `(${words.map((word) => `LOWER(${column}) LIKE ${containing(word.toLowerCase())}`).join(' OR ')})`;
/** The number of a VAT id as it is stored with blanks, dots or dashes, or with its country before it. */
const bare = "REPLACE(REPLACE(REPLACE(REPLACE(UPPER(c.vatregnumber),' ',''),'.',''),'-',''),'/','')";

type Exact = { numbers: string[]; emails: string[]; external: string[]; vat: string[] };
const exactKeys = (queries: readonly CustomerKeys[]): Exact => ({
  numbers: queries.flatMap(({ erpNumber }) => erpNumber?.trim().toLowerCase() || []),
  emails: queries.flatMap(({ email }) => emailKey(email) ?? []),
  external: queries.flatMap(({ externalId }) => externalId?.trim().toLowerCase() || []),
  vat: queries.flatMap(({ vatId, country = null }) => {
    const national = vatIdOf(vatId, country)?.national ?? '';
    return national.length >= VAT_LEAST ? [national] : [];
  }),
});
/** Customers that have one of the keys. They come before customers that are only similar. */
const ofExact =
  ({ numbers, emails, external, vat }: Exact) =>
  (has: Has): string =>
    [
      ...parts(numbers).map((some) => `LOWER(c.entityid) IN (${texts(some)})`),
      ...parts(external).map((some) => `LOWER(c.externalid) IN (${texts(some)})`),
      ...parts(emails).flatMap((some) => [
        `LOWER(c.email) IN (${texts(some)})`,
        `c.id IN (SELECT p.company FROM contact p WHERE LOWER(p.email) IN (${texts(some)}))`,
      ]),
      ...(has('vatregnumber') ? vat.map((national) => `${bare} LIKE ${containing(national)}`) : []),
    ].join(' OR ') || '1 = 0';
const byDomain = ({ emailDomain }: CustomerKeys): string | null => {
  const domain = companyDomain(emailDomain);
  if (!domain) return null;
  const ends = containing(`@${domain}`).replace(/%' ESCAPE/, "' ESCAPE");
  return `(LOWER(c.email) LIKE ${ends} OR c.id IN (SELECT p.company FROM contact p WHERE LOWER(p.email) LIKE ${ends}))`;
};
const byName = ({ name }: CustomerKeys): string | null => {
  const longest = longestWord(name);
  return longest ? like('COALESCE(c.companyname, c.altname)', spellings(longest)) : null;
};

export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const some = `ORDER BY c.id FETCH FIRST ${READ_AT_MOST} ROWS ONLY`;
  const alike = queries.flatMap((keys) => [byDomain(keys), byName(keys)].filter((each) => each !== null));
  const lists = await Promise.all([
    ...parts([...queries], KEYS_MOST).map((each) => {
      const keys = exactKeys(each);
      return Object.values(keys).flat().length === 0
        ? []
        : session.rows(customerRow, customersQuery(ofExact(keys)), signal);
    }),
    ...[...new Set(alike)].map((condition) => session.rows(customerRow, customersQuery(condition, some), signal)),
  ]);
  const rows = unique(lists.flat());
  const people = await peopleAt(
    session,
    rows.map((row) => row.id),
    signal,
  );
  const emailsOf = (row: CustomerRow): string[] =>
    [row.email, ...(people.get(row.id) ?? []).map(({ email }) => email)].filter((each) => each !== null);
  return queries.map((keys) =>
    ranked(rows, (row) =>
      matchOf(keys, {
        number: row.entityid,
        name: row.name ?? row.entityid,
        vatId: row.vatregnumber,
        country: row.country,
        emails: emailsOf(row),
        externalId: row.externalid,
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((row) => toCustomer(row, session)),
  );
}
