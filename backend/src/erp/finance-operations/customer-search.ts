import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatIdOf } from '../kit/vat.ts';
import { oneOf, text } from '../transport/odata/query.ts';
import { nameOf, termsOf, toCustomer } from './customers.ts';
import { LENGTH, withBlank } from './facts.ts';
import { type CustomerRow, customerRow } from './rows.ts';
import type { Session } from './session.ts';

const FOUND_AT_MOST = 25;
/** Most customers read for one key. A name that more of them share needs another key. */
const READ_AT_MOST = 100;
const contains = (field: string, word: string) => `contains(${field},${text(word)})`;

const byNumber = ({ erpNumber }: CustomerKeys): string | null => {
  const number = erpNumber?.trim();
  if (!number || number.length > LENGTH.account) return null;
  return oneOf('CustomerAccount', withBlank(number).map(text));
};
const byEmail = ({ email }: CustomerKeys): string | null => {
  const key = emailKey(email);
  return key ? `PrimaryContactEmail eq ${text(key)}` : null;
};
const byDomain = ({ emailDomain }: CustomerKeys): string | null => {
  const domain = companyDomain(emailDomain);
  return domain ? contains('PrimaryContactEmail', `@${domain}`) : null;
};
/** In the spellings in which it is kept: with and without the country, and as it was written. */
const byVat = ({ vatId, country }: CustomerKeys): string | null => {
  const id = vatIdOf(vatId, country);
  if (!id) return null;
  const written = new Set([vatId?.trim() ?? '', id.national, ...(id.country ? [`${id.country}${id.national}`] : [])]);
  return [...written]
    .filter((each) => each !== '')
    .map((each) => `TaxExemptNumber eq ${text(each)}`)
    .join(' or ');
};
const byName = ({ name }: CustomerKeys): string | null => {
  const longest = longestWord(name);
  return longest
    ? spellings(longest)
        .map((word) => contains('OrganizationName', word))
        .join(' or ')
    : null;
};

/** Each exact key is a query of its own: no number of similar names displaces the owner of a key. */
export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  if (queries.length === 0) return [];
  const terms = termsOf(session);
  return Promise.all(
    queries.map(async (keys) => {
      const filters = [byNumber, byVat, byEmail, byDomain, byName]
        .map((by) => by(keys))
        .filter((filter) => filter !== null);
      const reads = filters.map((filter) =>
        session.rows(customerRow, 'CustomersV3', `(${filter})`, signal, { top: READ_AT_MOST }),
      );
      const [known, ...found] = await Promise.all([terms, ...reads]);
      const rows = new Map<string, CustomerRow>(found.flat().map((row) => [row.CustomerAccount, row]));
      return ranked(rows.values(), (row) =>
        matchOf(keys, {
          number: row.CustomerAccount.trim(),
          name: nameOf(row),
          vatId: row.TaxExemptNumber,
          country: row.AddressCountryRegionISOCode,
          emails: row.PrimaryContactEmail ? [row.PrimaryContactEmail] : [],
        }),
      )
        .slice(0, FOUND_AT_MOST)
        .map((row) => toCustomer(row, known, session));
    }),
  );
}
