import type { DatabaseSync } from 'node:sqlite';
import type { CustomerKeys } from '@backroom/backend/erp/contract/schemas';
import { nameKey } from '@backroom/backend/erp/kit/company-name';
import { type KnownCustomer, matchOf, ranked } from '@backroom/backend/erp/kit/customer-match';
import { companyDomain, emailKey } from '@backroom/backend/erp/kit/email';
import { registrationKey } from '@backroom/backend/erp/kit/registration';
import { vatIdOf } from '@backroom/backend/erp/kit/vat';
import { distance } from 'fastest-levenshtein';
import { transaction } from '../database.ts';
import { type CustomerDoc, customerById, customerDoc } from './catalogue.ts';

/** Answers of one query. */
const FOUND = 25;
/** Names that are compared closely; the rest of the customers is left out by a rough look. */
const CLOSE = 200;

type Kind = 'number' | 'vat' | 'registration' | 'email' | 'domain' | 'name';
const emailsOf = ({ email, contacts }: CustomerDoc): string[] =>
  [email, ...contacts.map((each) => each.email)].filter((each) => each !== null);
const known = (doc: CustomerDoc): KnownCustomer => ({ ...doc, emails: emailsOf(doc) });

function keysOf(doc: CustomerDoc): [Kind, string | null | undefined][] {
  return [
    ['number', doc.number.trim().toLowerCase()],
    ['vat', vatIdOf(doc.vatId, doc.country)?.national],
    ['registration', registrationKey(doc.registrationNumber)],
    ...emailsOf(doc).map((each): [Kind, string | null] => ['email', emailKey(each)]),
    ['domain', companyDomain(emailKey(doc.email))],
    ['name', nameKey(doc.name)],
  ];
}
/** Notes the keys of customers that have none noted: those of the seed, of an import, of an older data folder. */
function index(db: DatabaseSync): void {
  const rows = db.prepare('select doc from customers where id not in (select customer from customer_keys)').all();
  if (rows.length === 0) return;
  const put = db.prepare('insert into customer_keys (customer, kind, key) values (?, ?, ?)');
  transaction(db, () => {
    for (const row of rows) {
      const doc = customerDoc.parse(JSON.parse(String(row.doc)));
      for (const [kind, key] of keysOf(doc)) if (key) put.run(doc.id, kind, key);
    }
  });
}

function alike(db: DatabaseSync, name: string): string[] {
  const wanted = nameKey(name);
  if (wanted === '') return [];
  const words = new Set(wanted.split(' '));
  return db
    .prepare("select customer, key from customer_keys where kind = 'name'")
    .all()
    .map((row) => {
      const key = String(row.key);
      const shared = key.split(' ').filter((word) => words.has(word)).length / words.size;
      const letters = 1 - distance(key, wanted) / Math.max(key.length, wanted.length);
      return { id: String(row.customer), rough: Math.max(shared, letters) };
    })
    .filter(({ rough }) => rough >= 0.5)
    .sort((left, right) => right.rough - left.rough)
    .slice(0, CLOSE)
    .map(({ id }) => id);
}

/** Everything that could be the company, the likeliest first: each exact key by itself, then the names. */
export function searchCustomers(db: DatabaseSync, keys: CustomerKeys): CustomerDoc[] {
  index(db);
  const by = db.prepare('select customer from customer_keys where kind = ? and key = ?');
  const exact: [Kind, string | null | undefined][] = [
    ['number', keys.erpNumber?.trim().toLowerCase()],
    ['vat', vatIdOf(keys.vatId, keys.country)?.national],
    ['registration', registrationKey(keys.registrationNumber)],
    ['email', emailKey(keys.email)],
    ['domain', companyDomain(keys.emailDomain)],
  ];
  const ids = new Set(
    exact.flatMap(([kind, key]) => (key ? by.all(kind, key).map((row) => String(row.customer)) : [])),
  );
  for (const id of keys.name ? alike(db, keys.name) : []) ids.add(id);
  const customers = [...ids].flatMap((id) => customerById(db, id) ?? []);
  return ranked(customers, (doc) => matchOf(keys, known(doc))).slice(0, FOUND);
}
