import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import type { CustomerKeys } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatIdOf } from '../kit/vat.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { bodyOf } from '../transport/odata/v2-client.ts';
import {
  addressOf,
  emailsOf,
  nameOf,
  type PartnerRow,
  partnerRow,
  partnersPath,
  toCustomer,
  vatOf,
} from './customers.ts';
import { LENGTH } from './facts.ts';
import { conditions, type Session } from './session.ts';
import { key, keyOf } from './values.ts';

const FOUND_AT_MOST = 25;
/** Most partners read for one key. A name that more of them share needs another key. */
const READ_AT_MOST = 100;

/** How a VAT id may be stored: with its country, without, and as it was typed. Filters compare letters. */
function vatSpellings({ vatId, country }: CustomerKeys): string[] {
  const id = vatIdOf(vatId, country ?? null);
  if (!id) return [];
  const typed = (vatId ?? '').trim().toUpperCase();
  const all = [
    typed,
    typed.replace(/[^A-Z0-9]/g, ''),
    id.national,
    ...(id.country ? [`${id.country}${id.national}`] : []),
  ];
  if (id.country === 'AT') all.push(`ATU${id.national}`);
  if (id.country === 'CH') all.push(`CHE${id.national}`, `CHE-${id.national.replace(/(\d{3})(?=\d)/g, '$1.')}`);
  return [...new Set(all)].filter((each) => each !== '' && each.length <= LENGTH.taxNumber);
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** By the longest word, as names begin and as they stand in capitals: SAP compares letters, and keeps its search term in capitals. */
function nameFilter({ name }: CustomerKeys): string | null {
  const longest = longestWord(name);
  if (!longest) return null;
  const words = spellings(longest);
  const forms = [...new Set(words.flatMap((word) => [capital(word), word.toUpperCase(), word]))];
  return [
    ...forms.map((form) => `substringof(${text(form)},BusinessPartnerFullName)`),
    ...new Set(words.map((word) => `startswith(SearchTerm1,${text(word.toUpperCase().slice(0, LENGTH.searchEmail))})`)),
  ].join(' or ');
}
/** Of addresses and of contact persons. The first have a field for searches: in capitals, and the beginning only. */
function emailFilters(keys: CustomerKeys): { address: string; contact: string } | null {
  const [email, domain] = [emailKey(keys.email), companyDomain(keys.emailDomain)];
  const ofDomain = domain ? [`substringof(${text(`@${domain}`)},EmailAddress)`] : [];
  const typed = [...new Set([email, keys.email?.trim()])].filter((each) => each);
  if (!email && ofDomain.length === 0) return null;
  return {
    address: [
      ...(email ? [`SearchEmailAddress eq ${text(email.toUpperCase().slice(0, LENGTH.searchEmail))}`] : []),
      ...ofDomain,
    ].join(' or '),
    contact: [...(email ? typed.map((each) => `EmailAddress eq ${text(each ?? '')}`) : []), ...ofDomain].join(' or '),
  };
}

type Hit = { query: number; filter: string };
const taxRow = z.object({ BusinessPartner: key });
const mailRow = z.object({ AddressID: z.string() });
const contactRow = z.object({ BusinessPartnerCompany: key });
const ownerRow = z.object({ BusinessPartner: key, AddressID: z.string() });

/** Partners by what belongs to them: tax numbers and e-mail addresses have sets of their own. */
async function owners(session: Session, queries: readonly CustomerKeys[], signal: AbortSignal): Promise<Hit[]> {
  const partners = session.service('partners');
  const asked = queries.flatMap((keys, query) => {
    const [vat, email] = [conditions('BPTaxNumber', vatSpellings(keys)), emailFilters(keys)];
    const read = <Row extends z.ZodType>(row: Row, set: string, filter: string, fields: string[]) => ({
      query,
      row,
      path: `${set}${queryOf({ filter, select: fields, top: READ_AT_MOST })}`,
    });
    return [
      ...vat.map((filter) => read(taxRow, 'A_BusinessPartnerTaxNumber', filter, ['BusinessPartner'])),
      ...(email === null
        ? []
        : [
            read(mailRow, 'A_AddressEmailAddress', email.address, ['AddressID']),
            read(contactRow, 'A_BPContactToFuncAndDept', email.contact, ['BusinessPartnerCompany']),
          ]),
    ];
  });
  const reads = await partners.together(
    asked.map(({ path }) => path),
    signal,
  );
  const found = new Map<number, { partners: string[]; addresses: string[] }>();
  for (const [index, { query, row, path }] of asked.entries()) {
    const read = reads[index];
    if (!read) continue;
    const rows = await partners.rowsOf(
      row as z.ZodType<Record<string, string>>,
      bodyOf(read),
      path.replace(/\?.*/s, ''),
      signal,
    );
    const mine = found.get(query) ?? { partners: [], addresses: [] };
    found.set(query, mine);
    for (const each of rows) {
      if (each.AddressID !== undefined) mine.addresses.push(each.AddressID);
      else mine.partners.push(each.BusinessPartner ?? each.BusinessPartnerCompany ?? '');
    }
  }
  const addresses = conditions(
    'AddressID',
    [...found.values()].flatMap((each) => each.addresses),
  );
  const paths = addresses.map(
    (filter) => `A_BusinessPartnerAddress${queryOf({ filter, select: Object.keys(ownerRow.shape) })}`,
  );
  const rows = (await partners.lists(ownerRow, paths, signal)).flat();
  return [...found].flatMap(([query, mine]) => {
    const ofMail = rows
      .filter(({ AddressID }) => mine.addresses.includes(AddressID))
      .map(({ BusinessPartner }) => BusinessPartner);
    return conditions('BusinessPartner', [...mine.partners, ...ofMail].filter(Boolean)).map((filter) => ({
      query,
      filter,
    }));
  });
}

/** Each exact key is a query of its own: no number of similar names displaces the owner of a key. */
export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const byKey = await owners(session, queries, signal);
  const direct = queries.flatMap((keys, query): Hit[] => {
    const number = keyOf(keys.erpNumber ?? '');
    const filters = [number === null ? null : `Customer eq ${text(number)}`, nameFilter(keys)];
    return filters.flatMap((filter) => (filter === null ? [] : [{ query, filter }]));
  });
  const asked = [...byKey, ...direct];
  const paths = asked.map(({ filter }) => partnersPath(filter, { top: READ_AT_MOST }));
  const lists = await session.service('partners').lists(partnerRow, paths, signal);
  const found = queries.map(() => new Map<string, PartnerRow>());
  for (const [index, { query }] of asked.entries())
    for (const row of lists[index] ?? []) if (row.Customer !== '') found[query]?.set(row.Customer, row);
  return queries.map((keys, query) => rank(session, keys, [...(found[query]?.values() ?? [])]));
}
function rank(session: Session, keys: CustomerKeys, rows: readonly PartnerRow[]): ErpCustomer[] {
  const bare = keyOf(keys.erpNumber ?? '');
  const asked = bare === null ? keys : { ...keys, erpNumber: bare };
  return ranked(rows, (row) =>
    matchOf(asked, {
      number: row.Customer,
      name: nameOf(row),
      vatId: vatOf(row),
      country: addressOf(row)?.Country ?? null,
      emails: emailsOf(row),
    }),
  )
    .slice(0, FOUND_AT_MOST)
    .map((row) => toCustomer(row, session));
}
