import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatIdOf } from '../kit/vat.ts';
import {
  addressesWhere,
  completed,
  customersAmong,
  customersWhere,
  emailsOf,
  partnersWhere,
  peopleWhere,
  toCustomer,
  usualAddress,
} from './customers.ts';
import { CONDITIONS_MOST } from './facts.ts';
import type { Session } from './session.ts';
import { keysOf, parts } from './values.ts';
import { any, type Condition, containing, endingIn, equal, same } from './where.ts';

const FOUND_AT_MOST = 25;
/** Most records read for keys that many may share. A name that more of them have needs another key. */
const READ_AT_MOST = 200;
/** Shorter, and the number of a VAT id would be found within many others. */
const VAT_LEAST = 5;
/** The end of a VAT id as it is stored with blanks, dots or dashes. */
const VAT_END = 3;

const vatConditions = ({ vatId, country }: CustomerKeys): Condition[] => {
  const national = vatIdOf(vatId, country ?? null)?.national ?? '';
  return national.length < VAT_LEAST
    ? []
    : [containing('EECNUM', national), endingIn('EECNUM', national.slice(-VAT_END))];
};
const registrationConditions = ({ registrationNumber }: CustomerKeys): Condition[] =>
  registrationNumber?.trim() ? [same('CRN', registrationNumber.trim())] : [];
/** Of an address or a person: the field has the same name at both. */
const emailConditions = ({ email, emailDomain }: CustomerKeys): Condition[] => {
  const address = emailKey(email);
  const domain = companyDomain(emailDomain);
  return [
    ...(address === null ? [] : [same('WEB', address)]),
    ...(domain === null ? [] : [endingIn('WEB', `@${domain}`)]),
  ];
};
const nameConditions = ({ name }: CustomerKeys): Condition[] => {
  const longest = longestWord(name);
  return longest ? spellings(longest).map((each) => containing('BPCNAM', each)) : [];
};
/** Conditions of all questions, each once, as few requests as they fit in. */
const asked = (queries: readonly CustomerKeys[], of: (keys: CustomerKeys) => Condition[]): Condition[] =>
  parts([...new Set(queries.flatMap(of))], CONDITIONS_MOST).map((some) => any(...some));

export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const byNumber = keysOf(queries.flatMap(({ erpNumber }) => erpNumber?.trim() || [])).map((each) =>
    equal('BPCNUM', each),
  );
  const [partners, addresses, people, named, numbered] = await Promise.all([
    Promise.all(
      asked(queries, (keys) => [...vatConditions(keys), ...registrationConditions(keys)]).map((where) =>
        partnersWhere(session, where, READ_AT_MOST, signal),
      ),
    ),
    Promise.all(asked(queries, emailConditions).map((where) => addressesWhere(session, where, READ_AT_MOST, signal))),
    Promise.all(asked(queries, emailConditions).map((where) => peopleWhere(session, where, READ_AT_MOST, signal))),
    Promise.all(asked(queries, nameConditions).map((where) => customersWhere(session, where, READ_AT_MOST, signal))),
    Promise.all(
      parts(byNumber, CONDITIONS_MOST).map((some) => customersWhere(session, any(...some), READ_AT_MOST, signal)),
    ),
  ]);
  const known = [...numbered, ...named].flatMap(({ rows }) => rows);
  const there = new Set(known.map((row) => row.BPCNUM));
  const missing = [
    ...partners.flatMap(({ rows }) => rows.map((row) => row.BPRNUM)),
    ...[...addresses, ...people].flatMap(({ rows }) => rows.map((row: { BPANUM: string }) => row.BPANUM)),
  ].filter((number) => !there.has(number));
  const rows = [...known, ...(await customersAmong(session, missing, signal))];
  const unique = [...new Map(rows.map((row) => [row.BPCNUM, row])).values()];
  const customers = await completed(session, unique, signal);
  return queries.map((keys) =>
    ranked(customers, (customer) =>
      matchOf(keys, {
        number: customer.row.BPCNUM,
        name: customer.row.BPCNAM ?? customer.row.BPCNUM,
        vatId: customer.vatId,
        country: usualAddress(customer)?.CRY ?? customer.country,
        emails: emailsOf(customer),
        registrationNumber: customer.registrationNumber,
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((customer) => toCustomer(customer, session)),
  );
}
