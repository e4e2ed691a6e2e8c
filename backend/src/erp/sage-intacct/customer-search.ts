import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatIdOf } from '../kit/vat.ts';
import {
  countryOf,
  customerRow,
  customersQuery,
  customersWhere,
  emailsOf,
  peopleAt,
  peopleWhere,
  toCustomer,
} from './customers.ts';
import { IN_MOST } from './facts.ts';
import { among, any, type Condition, containing, endingIn } from './query.ts';
import type { Session } from './session.ts';
import { parts, unique } from './values.ts';

const FOUND_AT_MOST = 25;
/** Most customers read for one key that many may share. A name that more of them have needs another key. */
const READ_AT_MOST = 100;
/** Conditions in one query. */
const CONDITIONS_MOST = 50;
/** Shorter, and the number of a VAT id would be found within many others. */
const VAT_LEAST = 5;
/** The end of a VAT id as it is stored with blanks, dots or dashes: its last group has three characters at least, and mostly stands at the end. */
const VAT_END = 3;

const EMAIL = 'contacts.default.email1';
const vatConditions = ({ vatId, country }: CustomerKeys): Condition[] => {
  const national = vatIdOf(vatId, country ?? null)?.national ?? '';
  if (national.length < VAT_LEAST) return [];
  return [containing('taxId', national), endingIn('taxId', national.slice(-VAT_END))];
};
const lists = (field: string, values: readonly string[]): Condition[] =>
  parts([...new Set(values)], IN_MOST).map((some) => among(field, some));
/** Customers that have one of the keys. They come before customers that are only similar. */
const ofExact = (queries: readonly CustomerKeys[]): Condition[] => [
  ...lists(
    'id',
    queries.flatMap(({ erpNumber }) => erpNumber?.trim() || []),
  ),
  ...lists(
    EMAIL,
    queries.flatMap(({ email }) => emailKey(email) ?? []),
  ),
  ...queries.flatMap(vatConditions),
];
const domainsIn = (queries: readonly CustomerKeys[]): string[] => [
  ...new Set(queries.flatMap(({ emailDomain }) => companyDomain(emailDomain) ?? [])),
];
const byName = ({ name }: CustomerKeys): Condition[] => {
  const longest = longestWord(name);
  return longest ? [any(...spellings(longest).map((each) => containing('name', each)))] : [];
};

/** Keys of customers whose people have one of the addresses, or write from one of the domains. */
async function keysByPeople(session: Session, queries: readonly CustomerKeys[], signal: AbortSignal) {
  const conditions = [
    ...lists(
      'contact.email1',
      queries.flatMap(({ email }) => emailKey(email) ?? []),
    ),
    ...domainsIn(queries).map((domain) => endingIn('contact.email1', `@${domain}`)),
  ];
  const some = parts(conditions, CONDITIONS_MOST).map((each) => any(...each));
  const people = await peopleWhere(session, some, signal);
  return [...new Set(people.flatMap((row) => row['customer.key'] ?? []))];
}

export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const exact = parts(ofExact(queries), CONDITIONS_MOST).map((some) => any(...some));
  const alike = [
    ...domainsIn(queries).map((domain) => endingIn(EMAIL, `@${domain}`)),
    ...new Map(queries.flatMap(byName).map((each) => [JSON.stringify(each), each])).values(),
  ];
  const [certain, similar, people] = await Promise.all([
    customersWhere(session, exact, signal),
    Promise.all(
      alike.map((condition) => session.client.first(customerRow, customersQuery(condition), READ_AT_MOST, signal)),
    ),
    keysByPeople(session, queries, signal),
  ]);
  const employers = await customersWhere(session, lists('key', people), signal);
  const rows = unique([...certain, ...similar.flatMap((each) => each.rows), ...employers]);
  const contacts = await peopleAt(session, rows, signal);
  return queries.map((keys) =>
    ranked(rows, (row) =>
      matchOf(keys, {
        number: row.id,
        name: row.name ?? row.id,
        vatId: row.taxId,
        country: countryOf(row),
        emails: emailsOf(row, contacts.get(row.key)),
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((row) => toCustomer(row, session)),
  );
}
