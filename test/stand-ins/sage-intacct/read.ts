import { computed } from './computed.ts';
import { at, type Body, type Rec, type Store } from './database.ts';
import { type Field, type ObjectType, typeOf } from './metadata.ts';

const seconds = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
/** Path of a record. Those of documents name their type. */
export function hrefOf({ object, key, body }: Rec): string {
  const named = /^(order-entry|purchasing)\/document(-line)?$/.test(object)
    ? `::${encodeURIComponent(body.documentType)}`
    : '';
  return `/objects/${object}${named}/${key}`;
}
/** How references name a record: documents by type and number, all others by their own id. */
export const idOf = ({ object, key, body }: Rec): string =>
  /^(order-entry|purchasing)\/document$/.test(object) ? String(body.documentId) : String(body.id ?? key);

/** The value of a field that is neither a reference nor a list, before it is written as the vendor does. */
function raw(store: Store, rec: Rec, { path }: Field): unknown {
  const { key, body, created, modified } = rec;
  switch (path) {
    case 'key':
      return String(key);
    case 'id':
      return /^(order-entry|purchasing)\/document$/.test(rec.object) ? String(key) : String(body.id ?? key);
    case 'href':
      return hrefOf(rec);
    case 'audit.createdDateTime':
      return seconds(created);
    case 'audit.modifiedDateTime':
      return seconds(modified);
    case 'audit.createdBy':
    case 'audit.modifiedBy':
      return body.enteredBy ?? '1';
    case 'webURL':
      return `https://www.intacct.com/ia/acct/ur.phtml?.r=${Buffer.from(`${rec.object}/${key}`).toString('base64url')}`;
    default: {
      const own = computed(store, rec, path);
      return own === undefined ? at(body, path) : own;
    }
  }
}
function written({ kind, places }: Field, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (kind === 'dec') return Number(value).toFixed(places);
  if (kind === 'num' || kind === 'int') return Number(value);
  return kind === 'bool' ? value === true : String(value);
}
/** The record that a reference means. */
function target(store: Store, rec: Rec, field: Field): Rec | null {
  if (field.path === 'entity') return store.find(field.object, rec.entity);
  const key = computed(store, rec, field.path) ?? at(rec.body, field.path);
  return store.find(field.object, key as string | null);
}
function reference(store: Store, rec: Rec, field: Field): Body {
  const found = target(store, rec, field);
  const { shown, named, withoutHref } = field;
  if (!found) return { key: null, id: null, ...Object.fromEntries(shown.map((name) => [name, null])) };
  return {
    key: String(found.key),
    id: named ? `${idOf(found)}--${found.body.name}` : idOf(found),
    ...Object.fromEntries(shown.map((name) => [name, found.body[name] ?? null])),
    ...(withoutHref ? {} : { href: hrefOf(found) }),
  };
}
function put(into: Body, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let here = into;
  for (const name of names) {
    here[name] ??= {};
    here = here[name];
  }
  here[last] = value;
}
/** A record as a GET shows it: every field, null where there is nothing, with what it owns. */
export function shownRecord(store: Store, rec: Rec, hidden: (path: string) => boolean): Body {
  const type = typeOf(rec.object);
  const body: Body = {};
  for (const field of type.fields.values()) {
    if (field.kind === 'gap' || hidden(`${rec.object}.${field.path}`)) continue;
    if (field.kind === 'list')
      put(
        body,
        field.path,
        owned(store, rec, field).map((each) => shownRecord(store, each, hidden)),
      );
    else if (field.kind === 'ref') put(body, field.path, reference(store, rec, field));
    else put(body, field.path, written(field, raw(store, rec, field)));
  }
  return body;
}
/** What a record owns. Lines of invoices that are subtotals or tax are left out, as a GET of the vendor's leaves them out. */
function owned(store: Store, rec: Rec, { object }: Field): Rec[] {
  if (object === 'order-entry/document-history') return historyOf(store, rec);
  const all = store.children(object, rec.key);
  return object === 'accounts-receivable/invoice-line' ? all.filter(({ body }) => !body.isSubtotal) : all;
}
/** Conversions before and after a document: of its sources, up to the first, and to what it was converted to. */
function historyOf(store: Store, { key, body }: Rec): Rec[] {
  const all = new Map<number, Rec>();
  const keep = (found: readonly Rec[]) => {
    for (const each of found) all.set(each.key, each);
  };
  const seen = new Set<number>();
  const up = (at: number, sources: readonly number[]): void => {
    if (seen.has(at)) return;
    seen.add(at);
    keep(store.where('order-entry/document-history', 'convertedTo', at));
    for (const source of sources) {
      const found = store.find('order-entry/document', source);
      if (found) up(found.key, found.body.sources ?? []);
    }
  };
  up(key, body.sources ?? []);
  keep(store.where('order-entry/document-history', 'convertedFrom', key));
  return [...all.values()].sort((one, other) => other.key - one.key);
}

export type Path = { field: Field; through: readonly Field[]; rest: 'key' | 'id' | 'href' | null };
/** Where a dotted path of a query leads: through references from one object to another. Null where a name is unknown. */
export function resolve(type: ObjectType, path: string, through: readonly Field[] = []): Path | 'list' | null {
  const exact = type.fields.get(path);
  if (exact) {
    if (exact.kind === 'list') return 'list';
    return exact.kind === 'ref' || exact.kind === 'gap' ? null : { field: exact, through, rest: null };
  }
  const names = path.split('.');
  for (let length = names.length - 1; length > 0; length -= 1) {
    const field = type.fields.get(names.slice(0, length).join('.'));
    if (field?.kind === 'list') return 'list';
    if (field?.kind !== 'ref') continue;
    const rest = names.slice(length).join('.');
    if (rest === 'key' || rest === 'id' || rest === 'href') return { field, through, rest };
    return resolve(typeOf(field.object), rest, [...through, field]);
  }
  return null;
}
/** The value at the end of a path, as a row of a query has it. */
export function valueAt(store: Store, rec: Rec, { field, through, rest }: Path): unknown {
  let here: Rec | null = rec;
  for (const each of through) {
    if (!here) return null;
    here = target(store, here, each);
  }
  if (!here) return null;
  return rest === null ? written(field, raw(store, here, field)) : reference(store, here, field)[rest];
}
