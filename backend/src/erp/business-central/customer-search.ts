import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { text } from '../transport/odata/query.ts';
import { customersPath, termsOf, termsPath, toCustomer } from './customers.ts';
import { LENGTH, NESTED_FUNCTIONS } from './facts.ts';
import { type CustomerRow, customerRow } from './rows.ts';
import { conditions, type Session } from './session.ts';
import { customersWithVat } from './vat-index.ts';

const FOUND_AT_MOST = 25;
/** Most customers read for one key. A name that more of them share needs another key. */
const READ_AT_MOST = 100;

const contains = (field: string, words: readonly string[]): string =>
  words.map((word) => `contains(tolower(${field}),${text(word)})`).join(' or ');
const byNumber = ({ erpNumber }: CustomerKeys): string | null => {
  const number = erpNumber?.trim();
  return number && number.length <= LENGTH.code ? `number eq ${text(number)}` : null;
};
const byEmail = ({ email }: CustomerKeys): string | null => {
  const key = emailKey(email);
  return key ? contains('email', [key]) : null;
};
const byDomain = ({ emailDomain }: CustomerKeys): string | null => {
  const domain = companyDomain(emailDomain);
  return domain ? contains('email', [`@${domain}`]) : null;
};
const byName = ({ name }: CustomerKeys): string | null => {
  const longest = longestWord(name);
  return longest ? contains('displayName', spellings(longest)) : null;
};

/** Each exact key is a query of its own, and all of them one request: no number of similar names displaces the owner of a key. */
export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const numbered = queries.flatMap(({ vatId, country = null }, query) => (vatId ? [{ query, vatId, country }] : []));
  const owners = await customersWithVat(session, numbered, signal);
  const ofVat = new Map(numbered.map(({ query }, index) => [query, owners[index] ?? []]));
  const asked = queries.flatMap((keys, query) =>
    [
      ...conditions('id', ofVat.get(query) ?? []),
      ...[byNumber, byEmail, byDomain, byName].map((by) => by(keys)),
    ].flatMap((filter) =>
      filter === null ? [] : [{ query, path: customersPath(filter, { top: READ_AT_MOST, more: NESTED_FUNCTIONS }) }],
    ),
  );
  if (asked.length === 0) return queries.map(() => []);
  const [terms, ...reads] = await session.together([termsPath, ...asked.map(({ path }) => path)], signal);
  const known = termsOf(session, terms);
  const found = queries.map(() => new Map<string, CustomerRow>());
  for (const [index, { query }] of asked.entries())
    for (const row of session.rows(customerRow, reads[index], 'customers').rows) found[query]?.set(row.id, row);
  return queries.map((keys, query) =>
    ranked(found[query]?.values() ?? [], (row) =>
      matchOf(keys, {
        number: row.number,
        name: row.displayName,
        vatId: row.taxRegistrationNumber,
        country: row.country,
        emails: row.email ? row.email.split(/[;,]/) : [],
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((row) => toCustomer(row, known, session)),
  );
}
