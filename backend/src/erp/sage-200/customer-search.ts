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
  customersByEmails,
  customersQuery,
  customersWhere,
  emailsOf,
  toCustomer,
} from './customers.ts';
import { LENGTH } from './facts.ts';
import { alternatives, among, any, type Condition, containing, endingIn, equal } from './query.ts';
import type { Session } from './session.ts';
import { unique } from './values.ts';

const FOUND_AT_MOST = 25;
/** Most customers read for one key that many may share. A name that more of them have needs another key. */
const READ_AT_MOST = 100;
/** Shorter, and the number of a VAT id would be found within many others. */
const VAT_LEAST = 5;
/** The end of a VAT id as it is stored with blanks, dots or dashes: its last group has two characters at least, and stands at the end. */
const VAT_END = 2;

const vatConditions = ({ vatId, country }: CustomerKeys): Condition[] => {
  const national = vatIdOf(vatId, country ?? null)?.national ?? '';
  if (national.length < VAT_LEAST) return [];
  return [containing('vat_number', national), endingIn('vat_number', national.slice(-VAT_END))];
};
const byNumber = ({ erpNumber }: CustomerKeys): Condition[] => {
  const number = erpNumber?.trim() ?? '';
  return number === '' || number.length > LENGTH.account ? [] : [equal('reference', number)];
};
const byEmail = ({ email }: CustomerKeys): Condition[] => {
  const key = emailKey(email);
  return key === null ? [] : [equal('email', key)];
};
const byDomain = ({ emailDomain }: CustomerKeys): Condition[] => {
  const domain = companyDomain(emailDomain);
  return domain === null ? [] : [endingIn('email', `@${domain}`)];
};
const byName = ({ name }: CustomerKeys): Condition[] => {
  const longest = longestWord(name);
  return longest ? [any(...spellings(longest).map((each) => containing('name', each)))] : [];
};

export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const exact = alternatives(queries.flatMap((keys) => [...byNumber(keys), ...vatConditions(keys)]));
  const [certain, similar, emails] = await Promise.all([
    customersWhere(session, exact, signal),
    Promise.all(
      [...new Set(queries.flatMap(byName))].map((condition) =>
        session.client.first(customerRow, customersQuery(condition), READ_AT_MOST, signal),
      ),
    ),
    customersByEmails(session, alternatives(queries.flatMap((keys) => [...byEmail(keys), ...byDomain(keys)])), signal),
  ]);
  const employers = await customersWhere(session, among('id', [...emails.keys()]), signal);
  const rows = unique([...certain, ...similar.flatMap((each) => each.rows), ...employers]);
  return queries.map((keys) =>
    ranked(rows, (row) =>
      matchOf(keys, {
        number: row.reference.trim(),
        name: row.name ?? row.reference,
        vatId: row.vat_number,
        country: countryOf(row),
        emails: emailsOf(row, emails.get(row.id)),
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((row) => toCustomer(row, session)),
  );
}
