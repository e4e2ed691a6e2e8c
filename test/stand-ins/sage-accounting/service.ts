import { readJson } from '../numbers.ts';
import { pdfOf } from '../pdf.ts';
import type { Answered, Call } from './call.ts';
import { changeContact, createContact, deleteContact, saveAddress, savePerson } from './contacts.ts';
import { type Body, kindOf, type Rec } from './database.ts';
import {
  changeInvoice,
  changeQuote,
  createInvoice,
  createQuote,
  deleteQuote,
  INVOICES,
  QUOTES,
  release,
  voidInvoice,
} from './documents.ts';
import {
  accessDenied,
  gap,
  invalid,
  malformed,
  needed,
  noEndpoint,
  noMedia,
  noMethod,
  noSubscription,
  recordNotFound,
  unknownParameter,
} from './errors.ts';
import { listed, wantedOf } from './listing.ts';
import { type Resource, resourceAt, singleAt } from './metadata.ts';
import { asked, shownRecord, shownSingle, titleOf } from './read.ts';
import { checked } from './values.ts';

/** Resources of the vendor that this double leaves out. */
const LEFT_OUT =
  /^(sales_(estimates|quick_entries|corrective_invoices)|purchase_|bank_|journal|other_payments|attachments|ledger_entries|transactions|unallocated_artefacts|business_settings|email_settings|default_messages|contact_opening|live_exchange|exchange_rates|hosted_|tax_|eu_|coa_|catalog_)/;

function payload({ body, headers }: Call): Body {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw noMedia();
  try {
    const read = readJson(body);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Body;
  } catch {
    // Said below.
  }
  throw malformed();
}
/** What stands under the entity's name; nothing may stand beside it. */
function entityOf(call: Call, { entity }: Resource): unknown {
  const body = payload(call);
  for (const name of Object.keys(body)) if (name !== entity) throw unknownParameter(name);
  if (!(entity in body)) throw needed(entity);
  return body[entity];
}
const shown = (call: Call, resource: Resource, rec: Rec, wanted: ReadonlySet<string> = new Set()): Body => {
  const { store, faults, query } = call;
  const text = query.get('attributes');
  const attributes = asked(text ?? 'all', resource.shown);
  const nested = asked(query.get('nested_attributes'), resource.shown);
  return shownRecord({ store, faults, attributes, nested, wanted }, resource, rec);
};

const KEYS = 'idempotency';
/** The record that the same key made before. */
function madeBefore({ store, faults }: Call, { path }: Resource, key: string | null): Rec | null {
  if (key === null || faults.noIdempotency) return null;
  if (!/^[0-9a-f]{32}$/i.test(key)) throw invalid('is invalid', 'idempotency_id');
  const [id = '', at = '0'] = store.named(`${KEYS} ${path} ${key}`)?.split(' ') ?? [];
  if (Number(at) + faults.idempotencySeconds * 1000 < Date.now()) return null;
  return store.find(kindOf(path), id);
}
function made({ store, faults }: Call, path: string, input: Body): Rec {
  switch (path) {
    case QUOTES:
      return createQuote(store, faults, input);
    case INVOICES:
      return createInvoice(store, faults, input);
    case 'contacts':
      return createContact(store, input);
    case 'addresses':
      return saveAddress(store, input, null);
    case 'contact_persons':
      return savePerson(store, input, null);
    default:
      throw gap(`creation of ${path}`);
  }
}
function create(call: Call, resource: Resource): Answered {
  const { store } = call;
  const { idempotency_id: given, ...input } = checked(store, entityOf(call, resource), resource.post, '');
  const key: string | null = given ?? null;
  const before = madeBefore(call, resource, key);
  if (before) return { status: 201, body: shown(call, resource, before) };
  const rec = made(call, resource.path, input);
  if (key !== null) store.name(`${KEYS} ${resource.path} ${key}`, `${rec.id} ${Date.now()}`);
  return { status: 201, body: shown(call, resource, store.find(rec.kind, rec.id) ?? rec) };
}
function change(call: Call, resource: Resource, rec: Rec): Answered {
  const { store } = call;
  const fields = new Map([...resource.post].filter(([name]) => name !== 'idempotency_id'));
  const input = checked(store, entityOf(call, resource), fields, '', false);
  const changes: Readonly<Record<string, () => Rec>> = {
    [QUOTES]: () => changeQuote(store, call.faults, rec, input),
    [INVOICES]: () => changeInvoice(store, call.faults, rec, input),
    contacts: () => changeContact(store, rec, input),
    addresses: () => saveAddress(store, input, rec),
    contact_persons: () => savePerson(store, input, rec),
  };
  const work = changes[resource.path];
  if (!work) throw gap(`changes of ${resource.path}`);
  return { status: 200, body: shown(call, resource, work()) };
}
/** The guide has it in the body, the vendor's file in the query. */
function reasonOf(call: Call): string | null {
  wantedOf(call.query, ['void_reason']);
  const given: unknown = call.body === '' ? call.query.get('void_reason') : payload(call).void_reason;
  return typeof given === 'string' && given !== '' ? given : null;
}
function remove(call: Call, resource: Resource, rec: Rec): Answered {
  const { store } = call;
  if (resource.path === INVOICES) {
    return { status: 200, body: shown(call, resource, voidInvoice(store, rec, reasonOf(call))) };
  }
  if (resource.path === QUOTES) deleteQuote(store, rec);
  else if (resource.path === 'contacts') deleteContact(store, rec);
  else store.remove(rec);
  return { status: 204, body: '' };
}
/** The printed document, at the same path. Who reads it marks it as sent, unless he says otherwise. */
function printed(call: Call, resource: Resource, rec: Rec): Answered {
  const { store, query } = call;
  wantedOf(query, resource.get);
  if (query.get('mark_as_sent') !== 'false' && resource.get.includes('mark_as_sent'))
    store.save({ ...rec, body: { ...rec.body, sent: true } });
  const number = titleOf(rec);
  const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${number}.pdf"` };
  return { status: 200, headers, body: pdfOf(number) };
}
function one(call: Call, resource: Resource, id: string, verb: string | undefined): Answered {
  const { store, method, headers } = call;
  const rec = store.find(kindOf(resource.path), id);
  const isThere = rec && (resource.path !== 'stock_items' || rec.body.quantity_in_stock !== undefined);
  if (!isThere) throw recordNotFound();
  if (verb !== undefined) {
    if (verb !== 'release' || !resource.may.includes('release')) throw noEndpoint();
    if (method !== 'POST') throw noMethod();
    return { status: 201, body: shown(call, resource, release(store, rec)) };
  }
  if (method === 'GET') {
    if (/application\/pdf/.test(headers.accept ?? '') && resource.path.startsWith('sales_'))
      return printed(call, resource, rec);
    const wanted = wantedOf(call.query, resource.get);
    return { status: 200, body: shown(call, resource, rec, wanted) };
  }
  if (rec.deleted !== null) throw recordNotFound();
  if (method === 'PUT' && resource.may.includes('put')) return change(call, resource, rec);
  if (method === 'DELETE' && resource.may.includes('delete')) return remove(call, resource, rec);
  throw method === 'PUT' || method === 'DELETE' ? gap(`${method} of ${resource.path}`) : noMethod();
}
/** Contacts can be read by everybody: documents need them. */
function checkRights({ user, faults, method }: Call, area: string): void {
  if (faults.noSubscription) throw noSubscription();
  const isDenied = user.denied.includes(area) || faults.denied.includes(area);
  if (isDenied && !(area === 'contacts' && method === 'GET')) throw accessDenied();
}
const SETTINGS: Readonly<Record<string, string>> = { financial_settings: 'financial', invoice_settings: 'invoices' };
/** Everything below `/v3.1/` that is about one business. */
export function answer(call: Call): Answered {
  const { store, faults, path, method } = call;
  const [name = '', id, verb, ...more] = path.split('/').map(decodeURIComponent);
  const single = singleAt(name);
  if (single && id === undefined) {
    checkRights(call, 'settings');
    if (method !== 'GET') throw gap(`${method} of ${name}`);
    wantedOf(call.query, []);
    const { body } = store.find('settings', SETTINGS[name]) ?? { body: {} };
    const numbers = { next_quote_number: Number(store.named(`number ${QUOTES}`) ?? 0) + 1 };
    return { status: 200, body: shownSingle(store, faults, single, { ...body, ...numbers, $path: `/${name}` }) };
  }
  const resource = resourceAt(name);
  if (!resource) throw LEFT_OUT.test(name) ? gap(name) : noEndpoint();
  if (more.length > 0) throw noEndpoint();
  checkRights(call, resource.area);
  if (id !== undefined) return store.atomic(() => one(call, resource, id, verb));
  if (method === 'GET') return { status: 200, body: listed(call, resource) };
  if (method !== 'POST') throw noMethod();
  if (!resource.may.includes('post')) throw gap(`POST of ${name}`);
  return store.atomic(() => create(call, resource));
}
