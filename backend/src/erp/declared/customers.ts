import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { CustomerKeys, NewCustomer, Out } from '../contract/schemas.ts';
import { longestWord } from '../kit/company-name.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { vatKey } from '../kit/vat.ts';
import { afterWrite } from '../transport/after-write.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import { written } from './results.ts';
import { pageAt, type Row, rowsForEach } from './rows.ts';

const FOUND_AT_MOST = 25;
type Known = { customer: ErpCustomer; emails: string[] };

async function toCustomer(client: Client, row: Row): Promise<Known> {
  const { fields } = client.document.customers;
  const place = (name: string) => client.place(`customers.fields.${name}`, null);
  const text = (name: keyof typeof fields) => coerced<string>(fields[name], row, 'text', place(name));
  const orNull = async (name: keyof typeof fields) => (await text(name)) || null;
  const customer = {
    id: await needed(fields.id, row, 'text', place('id')),
    number: await needed(fields.number, row, 'text', place('number')),
    name: await needed(fields.name, row, 'text', place('name')),
    city: await orNull('city'),
    country: await orNull('country'),
    vatId: await orNull('vatId'),
    currency: await orNull('currency'),
    paymentTerms: await orNull('paymentTerms'),
    blocked: (await coerced<boolean>(fields.blocked, row, 'boolean', place('blocked'))) ?? false,
  };
  const email = await text('email');
  return { customer: fit(erpCustomerSchema, customer, 'customers.fields'), emails: email ? email.split(/[;,]/) : [] };
}
const known = (client: Client, rows: readonly Row[]): Promise<Known[]> =>
  Promise.all(rows.map((row) => toCustomer(client, row)));

/** What is asked for each key: in the spellings under which an ERP may hold it. */
const asked: Readonly<
  Record<'number' | 'vatId' | 'email' | 'emailDomain' | 'name', (keys: CustomerKeys) => (string | null | undefined)[]>
> = {
  number: ({ erpNumber }) => [erpNumber?.trim()],
  vatId: ({ vatId, country }) => (vatId ? [vatKey(vatId, country ?? null), vatId.trim()] : []),
  email: ({ email }) => [emailKey(email)],
  emailDomain: ({ emailDomain }) => [companyDomain(emailDomain)],
  name: ({ name }) => {
    const word = longestWord(name);
    return word ? spellings(word) : [];
  },
};
/** Each key is a question of its own: no number of similar names displaces the owner of an exact one. */
export async function searchCustomers(
  client: Client,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const { search } = client.document.customers;
  return Promise.all(
    queries.map(async (keys) => {
      const found = await Promise.all(
        (Object.keys(asked) as (keyof typeof asked)[]).map((key) => {
          const read = search[key];
          const values = asked[key](keys).filter((value): value is string => Boolean(value));
          return read && values.length > 0
            ? rowsForEach(client, { ...read, each: true }, values, { at: `customers.search.${key}`, signal })
            : [];
        }),
      );
      const all = new Map((await known(client, found.flat())).map((each) => [each.customer.id, each]));
      return ranked(all.values(), ({ customer, emails }) => matchOf(keys, { ...customer, emails }))
        .slice(0, FOUND_AT_MOST)
        .map(({ customer }) => customer);
    }),
  );
}
export async function customersById(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const rows = await rowsForEach(client, client.document.customers.get, ids, { at: 'customers.get', signal });
  const byId = new Map((await known(client, rows)).map(({ customer }) => [customer.id as string, customer]));
  return ids.map((id) => byId.get(id) ?? null);
}
/** Throws where the ERP has no such customer: an empty list would say something else. */
export async function sureOf(client: Client, customerId: string, signal: AbortSignal): Promise<ErpCustomer> {
  const [customer] = await customersById(client, [customerId], signal);
  if (customer) return customer;
  throw new ErpError('not_found', 'no such customer', {
    field: 'customerId',
    words: `${client.document.name} has no customer ${customerId}.`,
  });
}
export async function listCustomers(
  client: Client,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const read = client.document.customers.list;
  if (!read) throw new ErpError('unsupported', 'customers.list', { words: 'customers.list' });
  const { rows, next } = await pageAt(client, read, { at: 'customers.list', input: {}, signal }, cursor);
  const customers = (await known(client, rows)).map(({ customer, emails }) => ({ ...customer, emails }));
  return { customers, cursor: next };
}
export async function customersByReference(
  client: Client,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const read = client.document.customers.byReference;
  if (!read) throw new ErpError('unsupported', 'customers.findByReference', { words: 'customers.findByReference' });
  return Promise.all(
    references.map(async (reference) => {
      const [row] = await rowsForEach(client, { ...read, each: true }, [reference], {
        at: 'customers.byReference',
        signal,
      });
      return row ? (await toCustomer(client, row)).customer : null;
    }),
  );
}
export async function createCustomer(client: Client, input: NewCustomer, signal: AbortSignal): Promise<ErpCustomer> {
  const { create } = client.document.customers;
  if (!create) throw new ErpError('unsupported', 'customers.create', { words: 'customers.create' });
  const [before] = await customersByReference(client, [input.reference], signal);
  if (before) return before;
  const said = await client.send(create, { at: 'customers.create', input, signal, write: true });
  return afterWrite(async () => {
    const id = await written(client, 'customers.create.id', create.id, said.body);
    const [made] = await customersById(client, [id], signal);
    if (!made) throw new ErpError('uncertain', `customer ${id} is not there after it was made`);
    return made;
  });
}
