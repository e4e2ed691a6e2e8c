import { pdfOf } from '../pdf.ts';
import type { Call } from './call.ts';
import { changeDocument, deleteDocument, documentOf } from './changes.ts';
import { CONTACT, CUSTOMER, changeContact, changeCustomer, createContact, createCustomer } from './customers.ts';
import type { Body, Rec } from './database.ts';
import { hasDefinition } from './definitions.ts';
import { createDocument, DOCUMENT } from './documents.ts';
import { gap, invalid, malformed, noPayload, notFound, Refusal } from './errors.ts';
import { type ObjectType, objectType } from './metadata.ts';
import { modelOf } from './model.ts';
import { listed, runQuery } from './query.ts';
import { hrefOf, shownRecord } from './read.ts';
import { mayUse, sees } from './rights.ts';

export type Answered = { status: number; body: unknown; headers?: Record<string, string> };
const single = { totalCount: 1, totalSuccess: 1, totalError: 0 };
const result = (status: number, value: unknown): Answered => ({
  status,
  body: { 'ia::result': value, 'ia::meta': single },
});
const readable =
  ({ faults }: Call) =>
  (path: string): boolean =>
    faults.withoutFields.includes(path);

function payload({ method, body }: Call): Body {
  if (body.trim() === '') throw noPayload(method);
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    throw malformed();
  }
  if (Array.isArray(read)) throw gap('requests for several records');
  if (typeof read !== 'object' || read === null) throw invalid('The payload must be an object');
  return read as Body;
}
/** The answer to a write says where the record is, and nothing of what became of it. */
const reference = (status: number, rec: Rec): Answered =>
  result(status, {
    ...{ key: String(rec.key), id: rec.object === DOCUMENT ? String(rec.key) : String(rec.body.id ?? rec.key) },
    ...(rec.object === DOCUMENT ? { documentType: rec.body.documentType } : {}),
    href: hrefOf(rec),
  });
const notAllowed = ({ method, path }: Call): Refusal =>
  new Refusal(405, 'methodNotAllowed', `${method} is not supported for ${path}`, { shape: 'top' });

/**
 * A key that the same user sent before is refused: the first request may be done or still under way. One that was refused leaves its key
 * unused.
 */
function once({ store, faults, user, headers, inFlight, holds }: Call, work: () => Answered): Answered {
  const key = headers['idempotency-key'];
  if (!key || faults.noIdempotency) return work();
  const now = Date.now();
  const name = `${user.id} ${key}`;
  store.run('delete from idempotency where at <= ?', now - faults.idempotencySeconds * 1000);
  const isUsed = store.one('select 1 as x from idempotency where user = ? and key = ?', user.id, key) !== null;
  if (isUsed || (inFlight.has(name) && holds !== name))
    throw new Refusal(409, 'conflict', 'Two requests from the same user have the same idempotency key', {
      shape: 'top',
    });
  const said = work();
  store.run('insert into idempotency values (?, ?, ?)', user.id, key, now);
  return said;
}
function recordOf(call: Call, type: ObjectType, key: string): Rec {
  const rec = call.store.find(type.name, /^\d+$/.test(key) ? key : null);
  if (!rec || !sees(call, rec, false)) throw notFound(`objects/${type.name}/${key}`);
  return rec;
}
function write(call: Call, type: ObjectType, named: string, key: string): Answered {
  const { method, store } = call;
  const create = method === 'POST';
  if (create ? !type.creatable || key !== '' : !type.updatable || key === '') throw notAllowed(call);
  const body = payload(call);
  const work = (): Answered => {
    if (type.name === DOCUMENT)
      return reference(
        create ? 201 : 200,
        create ? createDocument(call, named, body) : changeDocument(call, named, key, body),
      );
    if (type.name === CUSTOMER)
      return reference(create ? 201 : 200, create ? createCustomer(call, body) : changeCustomer(call, key, body));
    if (type.name === CONTACT)
      return reference(create ? 201 : 200, create ? createContact(call, body) : changeContact(call, key, body));
    throw gap(`${method} of ${type.name}`);
  };
  return store.atomic(() => once(call, work));
}
function objects(call: Call, path: string): Answered {
  const [app = '', last = '', key = ''] = path.split('/').map(decodeURIComponent);
  const [name = '', named = ''] = last.split('::');
  const type = objectType(`${app}/${name}`);
  if (!type) throw notFound(`objects/${path}`);
  mayUse(call, type.name);
  if (named !== '' && !hasDefinition(type.name, named)) throw notFound(`objects/${path}`);
  switch (call.method) {
    case 'GET': {
      if (key === '') return { status: 200, body: listed(call, type.name, named || null) };
      const rec = named && type.name === DOCUMENT ? documentOf(call, named, key) : recordOf(call, type, key);
      return result(200, shownRecord(call.store, rec, readable(call)));
    }
    case 'POST':
    case 'PATCH':
      if (type.typed && named === '') throw notAllowed(call);
      // The vendor's file has writes of single lines; clients found that they are refused and send them within the document.
      if (type.owned) throw notAllowed(call);
      return write(call, type, named, key);
    case 'DELETE':
      if (type.name === DOCUMENT && named !== '' && key !== '') return deleteDocument(call, named, key);
      throw notAllowed(call);
    default:
      throw notAllowed(call);
  }
}
/** Printed documents: a workflow makes one, the answer says where it can be fetched. */
function printed(call: Call, object: string): Answered {
  mayUse(call, object);
  const { key } = payload(call);
  const type = objectType(object);
  if (!type || typeof key !== 'string') throw invalid('key is required', 'key');
  const rec = recordOf(call, type, key);
  const downloadURL = `/services/core/content/download?key=${rec.key}&resource=objects/${object}&field=/downloadURL`;
  return result(200, { key: String(rec.key), id: String(rec.key), href: hrefOf(rec), downloadURL });
}
function download(call: Call): Answered {
  const object = (call.query.get('resource') ?? '').replace(/^objects\//, '');
  const type = objectType(object);
  if (!type?.fields.has('downloadURL') || call.query.get('field') !== '/downloadURL')
    throw notFound('services/core/content/download');
  mayUse(call, object);
  const { body } = recordOf(call, type, call.query.get('key') ?? '');
  const number = body.documentNumber ?? body.invoiceNumber;
  const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${number}.pdf"` };
  return { status: 200, headers, body: pdfOf(String(number)) };
}
/** Everything below `/ia/api/v1/`, except for the token endpoint. */
export function answer(call: Call): Answered {
  const { path, method } = call;
  if (path.startsWith('objects/')) return objects(call, path.slice('objects/'.length));
  if (path === 'services/core/query')
    return method === 'POST'
      ? { status: 200, body: call.store.reading(() => runQuery(call, payload(call))) }
      : refuse(notAllowed(call));
  if (path === 'services/core/model' && method === 'GET') return result(200, modelOf(call.query.get('name') ?? ''));
  if (path === 'services/core/content/download' && method === 'GET') return download(call);
  const [, object = ''] =
    /^workflows\/(order-entry\/document|accounts-receivable\/invoice)\/generate-pdf$/.exec(path) ?? [];
  if (object !== '') return method === 'POST' ? printed(call, object) : refuse(notAllowed(call));
  if (/^services\/(core\/(composite|export|view)|bulk)/.test(path)) throw gap(path);
  throw notFound(path);
}
const refuse = (refusal: Refusal): never => {
  throw refusal;
};
