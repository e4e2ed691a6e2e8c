import { takes } from '../faults.ts';
import { listed, pageBody, pagingOf } from './collection.ts';
import { changeEntity, createEntity } from './customers.ts';
import type { Body, Rec, Store } from './database.ts';
import { changeOrder, createOrder, removeRecord, transform } from './documents.ts';
import { alreadyExists, enterValue, noInstance, noPermission, Refusal, userError } from './errors.ts';
import type { Faults } from './faults.ts';
import { type RecordType, recordType } from './metadata.ts';
import { below, shown, type Viewing } from './read.ts';
import { suiteql } from './suiteql.ts';
import type { App } from './tokens.ts';
import { labelOf, type NameCheck, read } from './values.ts';

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: string;
};
export type Answered = { status: number; headers: Record<string, string>; body: unknown };
export type Context = { store: Store; faults: Faults; app: App; root: string; follow: () => void };

const json = (body: unknown, type = 'singular'): Answered => ({
  status: 200,
  headers: { 'content-type': `application/vnd.oracle.resource+json; type=${type}; charset=UTF-8` },
  body,
});
const noContent = (location?: string): Answered => ({
  status: 204,
  headers: location === undefined ? {} : { location },
  body: '',
});
const notAllowed = () => new Refusal(405, 'INVALID_REQUEST', 'The requested method is not allowed for this resource.');
/** What a plain REST client may make of each record. The rest is read only here. */
const WRITTEN = new Set(['customer', 'contact', 'salesOrder']);
const FORM = /type=(create|edit)-form/;

function bodyOf({ body }: Asked): Body {
  try {
    const parsed: unknown = JSON.parse(body === '' ? '{}' : body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Body;
  } catch {}
  throw new Refusal(
    400,
    'INVALID_CONTENT',
    'Invalid content in the request body. The request body must be a valid JSON object.',
  );
}
function queried(context: Context, asked: Asked): Answered {
  const { store, faults, app, root, follow } = context;
  if (asked.method !== 'POST') throw notAllowed();
  if (!/\btransient\b/.test(asked.headers.prefer ?? ''))
    throw new Refusal(400, 'INVALID_HEADER', "Invalid value for the header 'Prefer'. Provide the value 'transient'.", {
      'o:errorHeader': 'Prefer',
    });
  const { q } = bodyOf(asked);
  if (typeof q !== 'string' || q.trim() === '')
    throw new Refusal(400, 'INVALID_CONTENT', "Invalid content in the request body. Missing property 'q'.", {
      'o:errorPath': 'q',
    });
  if (takes(faults, 'queryFails'))
    throw new Refusal(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: m3c7qg8x1k9fz2v5t0ah');
  for (const hidden of [...faults.withoutColumns, ...app.denied.filter((name) => !name.includes('.'))]) {
    const [table = '', column] = hidden.toLowerCase().split('.');
    const uses = new RegExp(`\\b(?:from|join|,)\\s+${table}\\b`, 'i').test(q);
    if (uses && column === undefined)
      throw new Refusal(
        400,
        'INVALID_PARAMETER',
        `Invalid search query. Detailed unprocessed description follows. Search error occurred: Record ‘${table}’ was not found.`,
        { 'o:errorQueryParam': 'q' },
      );
    if (uses && new RegExp(`\\b${column}\\b`, 'i').test(q))
      throw new Refusal(
        400,
        'INVALID_PARAMETER',
        `Invalid search query. Detailed unprocessed description follows. Search error occurred: Unknown identifier '${column}'. Available identifiers are: {${table}=${table}}`,
        { 'o:errorQueryParam': 'q' },
      );
  }
  follow();
  const paging = pagingOf(asked.query);
  const limit = Math.min(paging.limit, faults.pageSize);
  const { items, total } = suiteql(store, q, { ...paging, limit });
  return json(pageBody(`${root}/query/v1/suiteql`, { ...paging, limit }, items, total), 'collection');
}
/** Answers as the REST web services do; a `Refusal` is an error of theirs. Nothing here waits, so each request is one step. */
export function answer(context: Context, asked: Asked): Answered {
  const { store, faults, app, root } = context;
  if (asked.path === 'query/v1/suiteql') return queried(context, asked);
  const [area, version, name = '', key, ...rest] = asked.path.split('/').map(decodeURIComponent);
  if (area === 'system' && asked.path === 'system/v1/governanceLimits')
    return json({
      accountConcurrencyLimit: faults.concurrency,
      accountUnallocatedConcurrencyLimit: faults.concurrency,
      limitType: 'accountConcurrencyLimit',
    });
  const type = area === 'record' && version === 'v1' ? recordType(name) : undefined;
  if (!type)
    throw new Refusal(404, 'INVALID_URL', `Record type '${name}' does not exist. Provide a valid record type.`);
  if (app.denied.includes(type.name)) throw noPermission(labelOf(type.name));
  const fields = asked.query.get('fields');
  const view: Viewing = {
    store,
    root,
    expand: asked.query.get('expandSubResources') === 'true' || asked.query.get('expand') !== null,
    fields: fields === null ? null : fields.split(','),
    hidden: app.hidden,
  };
  const names = (asked.headers['x-netsuite-propertynamevalidation'] ?? 'Warning') as NameCheck;
  const taken = (partial: boolean) =>
    read({ store, names }, type.fields, without(bodyOf(asked), type, app), { partial });
  if (key === undefined)
    return asked.method === 'GET' ? list() : asked.method === 'POST' ? made(taken(false), null) : refuse();
  const external = /^eid:([\s\S]+)$/i.exec(key)?.[1];
  const found = external === undefined ? byId(store, type, key) : store.byExternal(type.name, external);
  if (asked.method === 'PUT' && external !== undefined && rest.length === 0) {
    if (found) return changed(found, { ...taken(true), externalId: external });
    return made({ ...taken(false), externalId: external }, external);
  }
  if (!found) throw noInstance();
  const [verb, target] = rest;
  if (verb === '!transform' && asked.method === 'POST') {
    const to = recordType(target ?? '');
    if (!to || app.denied.includes(to.name))
      throw to ? noPermission(labelOf(to.name)) : userError('That is not a valid record transformation.');
    const body = read({ store, names }, to.fields, bodyOf(asked), { partial: true });
    demanded(to, body);
    return stored(to, () => transform(store, found, to.name, body, replaces('item')));
  }
  if (asked.method === 'GET')
    return json(rest.length === 0 ? shown(view, type, found) : below(view, type, found, rest));
  if (rest.length > 0) return refuse();
  if (asked.method === 'PATCH') return changed(found, taken(true));
  if (asked.method === 'DELETE') {
    writable();
    if (takes(faults, 'locked')) throw changedByOther();
    store.atomic(() => removeRecord(store, found));
    return noContent();
  }
  return refuse();

  function list(): Answered {
    const ids = asked.query.get('ids');
    if (ids !== null) {
      const recs = ids.split(',').flatMap((each) => {
        const one = /^eid:/i.test(each)
          ? store.byExternal((type as RecordType).name, each.slice(4))
          : byId(store, type as RecordType, each);
        return one ? [one] : [];
      });
      const items = recs.map((rec) =>
        asked.query.get('expandRecords') === 'true' ? shown(view, type as RecordType, rec) : link(rec),
      );
      return json(pageBody(`${root}/record/v1/${name}`, { limit: 1000, offset: 0 }, items, items.length), 'collection');
    }
    const paging = pagingOf(asked.query);
    const all = listed(store, type as RecordType, asked.query.get('q'));
    const page = all.slice(paging.offset, paging.offset + paging.limit).map(link);
    return json(pageBody(`${root}/record/v1/${name}`, paging, page, all.length), 'collection');
  }
  function link(rec: Rec): Body {
    return { links: [{ rel: 'self', href: `${root}/record/v1/${rec.type}/${rec.id}` }], id: String(rec.id) };
  }
  function writable(): void {
    if (!WRITTEN.has((type as RecordType).name)) throw notAllowed();
    if (app.denied.includes(`${(type as RecordType).name}:write`))
      throw noPermission(labelOf((type as RecordType).name));
  }
  function made(body: Body, external: string | null): Answered {
    const known = type as RecordType;
    writable();
    demanded(known, body);
    const id = body.externalId ?? external;
    if (id && store.isTaken(known.name, id)) throw alreadyExists();
    return stored(known, () =>
      known.name === 'salesOrder' ? createOrder(store, body) : createEntity(store, known.name, body),
    );
  }
  function changed(rec: Rec, changes: Body): Answered {
    writable();
    if (takes(faults, 'locked')) throw changedByOther();
    return stored(type as RecordType, () =>
      rec.type === 'salesOrder'
        ? changeOrder(store, rec, changes, replaces('item'))
        : changeEntity(store, rec, changes, replaces('addressBook')),
    );
  }
  /** Saves, or with the media type of a form only shows what would be saved. */
  function stored(kind: RecordType, work: () => Rec): Answered {
    const isForm = FORM.test(asked.headers.accept ?? '');
    const { scriptRefuses } = faults;
    if (!isForm && scriptRefuses && scriptRefuses.times > 0) {
      scriptRefuses.times -= 1;
      throw userError(scriptRefuses.words);
    }
    if (isForm) return json(store.atomic(() => shown(view, kind, work()), false));
    const rec = store.atomic(work);
    return noContent(`${root}/record/v1/${kind.name}/${rec.id}`);
  }
  function replaces(sublist: string): boolean {
    return (asked.query.get('replace') ?? '').split(',').includes(sublist);
  }
  function demanded(kind: RecordType, body: Body): void {
    for (const each of faults.mandatory) {
      const [record, field = ''] = each.split('.');
      if (record === kind.name && (body[field] === undefined || body[field] === null)) throw enterValue(labelOf(field));
    }
  }
  function refuse(): never {
    throw notAllowed();
  }
}
const changedByOther = () =>
  new Refusal(400, 'USER_ERROR', 'Error while accessing a resource. Record has been changed.');
/** What the role may not see is ignored on a write. */
const without = (body: Body, type: RecordType, app: App): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !app.hidden.includes(`${type.name}.${name}`)));
function byId(store: Store, type: RecordType, key: string): Rec | null {
  if (!/^\d+$/.test(key))
    throw new Refusal(400, 'INVALID_ID', `The ID '${key}' is not valid. Provide a valid record instance ID.`, {
      'o:errorUrl': '',
    });
  return store.find(type.name, key);
}
