import { takes } from '../faults.ts';
import { pdfOf } from '../pdf.ts';
import { invoice } from './billing.ts';
import { createCustomer } from './customers.ts';
import { computed, etagOf, type Row, type Store } from './database.ts';
import {
  BcError,
  badRequest,
  changed,
  dialog,
  forbidden,
  methodNotAllowed,
  noToken,
  notImplemented,
  recordNotFound,
  segmentNotFound,
} from './errors.ts';
import type { Faults } from './faults.ts';
import { type EntitySet, setNamed, setOfEntity, sets } from './metadata.ts';
import { deleteOrder, ship } from './posting.ts';
import { optionsOf, pageOf, type Reading, rowsUnder, shown } from './read.ts';
import { addLine, createOrder, retotal } from './sales-orders.ts';
import type { App } from './tokens.ts';
import { keyOf, writtenBy } from './values.ts';

/** One request, of its own or within a batch. `path` is below the service's root. */
export type Asked = {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: string;
};
export type Answered = { status: number; headers: Record<string, string>; body: unknown };
export type Context = {
  store: Store;
  faults: Faults;
  app: App;
  root: string;
  /** Stores an order without its lines, as after a cut in the middle. */
  half?: boolean;
};

const json = (status: number, body: unknown, compatible: boolean, etag?: string): Answered => ({
  status,
  headers: {
    'content-type': `application/json; odata.metadata=minimal; odata.streaming=true${compatible ? '; IEEE754Compatible=true' : ''}`,
    'odata-version': '4.0',
    ...(etag ? { etag } : {}),
  },
  body,
});
const empty: Answered = { status: 204, headers: { 'odata-version': '4.0' }, body: '' };
/** Sets whose page asks for the right itself, in words of its own. */
const asksItself: Readonly<Record<string, string>> = {
  salesOrders: 'You do not have permissions to read Sales Orders.',
};

/** Answers as Business Central does; a `BcError` is a refusal. Nothing here waits, so each request is one step. */
export function answer({ store, faults, app, root, half }: Context, asked: Asked): Answered {
  const compatible = /IEEE754Compatible=true/i.test(asked.headers.accept ?? '');
  const options = optionsOf(asked.query);
  const segments = asked.path
    .split('/')
    .filter((each) => each !== '')
    .map((each) => decodeURIComponent(each));
  const mayRead = ({ name, table }: EntitySet) => {
    if (!app.denied.includes(name)) return;
    throw asksItself[name] ? dialog(asksItself[name]) : forbidden(table);
  };
  const preferred = /odata\.maxpagesize=(\d+)/.exec(asked.headers.prefer ?? '')?.[1];
  const replica = asked.method === 'GET' && /^readonly$/i.test(asked.headers['data-access-intent'] ?? '');
  const [first = '', ...rest] = segments;
  const [, head = first, key] = /^(\w+)(?:\((.*)\))?$/.exec(first) ?? [];
  if (head !== 'companies') throw segmentNotFound(head);
  const reading = (company: string): Reading => ({
    store,
    company,
    root,
    compatible,
    mayRead,
    rules: { modern: options.raw.get('$schemaversion') === '2.1', variables: faults.variableFilters },
    until: replica ? Date.now() - faults.replicaLagMs : Number.MAX_SAFE_INTEGER,
    pageSize: Math.min(faults.pageSize, preferred ? Number(preferred) : 20_000),
    asked: `${root}${asked.path}?${asked.query}`,
    strange: faults.strangeStatus,
  });
  const companies = setNamed('companies');
  if (key === undefined) {
    if (asked.method !== 'GET') throw methodNotAllowed(asked.method, 'companies');
    const { rows } = pageOf(reading(''), companies, null, options);
    return json(
      200,
      {
        '@odata.context': `${root}$metadata#companies`,
        value: rows.map((row) => shown(reading(''), companies, row, options)),
      },
      compatible,
    );
  }
  const company = keyOf(key);
  if (!store.get('companies', company))
    throw new BcError(404, 'Internal_CompanyNotFound', 'The company does not exist.');
  const at = reading(company);
  if (rest.length === 0) return one(at, companies, store.get('companies', company) ?? {});

  const [own = '', ...below] = rest;
  const [, name = own, id] = /^(\w+)(?:\((.*)\))?$/.exec(own) ?? [];
  const set = sets.get(name);
  if (!set || name === 'companies' || name === 'pdfDocument') throw segmentNotFound(name);
  mayRead(set);
  if (id === undefined) {
    if (below.length > 0) throw segmentNotFound(below[0] ?? '');
    return asked.method === 'GET' ? list(at, set, null) : made(set, null);
  }
  const row = rowOf(set, keyOf(id));
  const [part, ...deeper] = below;
  if (part === undefined) return record(set, row);
  if (part.startsWith('Microsoft.NAV.')) return act(set, row, part.slice('Microsoft.NAV.'.length));
  const [, partName = part, partId] = /^(\w+)(?:\((.*)\))?$/.exec(part) ?? [];
  const relation = set.relations.get(partName);
  if (relation)
    return one(
      at,
      setNamed(relation.set),
      store.get(relation.set, String(row[relation.by])) ?? missing(relation.set, String(row[relation.by])),
    );
  const described = set.parts.get(partName);
  const under = described && setOfEntity(described.entity);
  if (!described || !under) throw segmentNotFound(partName);
  mayRead(under);
  if (under.name === 'pdfDocument' && deeper[0] === 'pdfDocumentContent')
    return { status: 200, headers: { 'content-type': 'application/pdf' }, body: pdfOf(`${set.entity} ${row.number}`) };
  if (!described.many) return one(at, under, rowsUnder(at, set, row, under)[0] ?? missing(under.name, String(row.id)));
  if (partId === undefined) return asked.method === 'GET' ? list(at, under, row) : made(under, row);
  return record(under, rowOf(under, keyOf(partId)));

  function missing(of: string, which: string): never {
    throw recordNotFound(setNamed(of).table, which);
  }
  function rowOf(of: EntitySet, which: string): Row {
    const all = computed.has(of.name)
      ? pageOf(at, of, null, { ...options, filter: null, top: null, skip: 0, from: 0, orderby: null }, 100_000).rows
      : null;
    const found = all ? all.find((each) => each.id === which || each.customerId === which) : store.get(of.name, which);
    if (!found || (!all && (found._company !== company || Number(found._made) > at.until)))
      return missing(of.name, which);
    return found;
  }
  function one(reads: Reading, of: EntitySet, found: Row): Answered {
    const body = {
      '@odata.context': `${root}$metadata#companies(${reads.company})/${of.name}/$entity`,
      ...shown(reads, of, found, options),
    };
    return json(200, body, compatible, found._rev === undefined ? undefined : etagOf(found));
  }
  function list(reads: Reading, of: EntitySet, parent: Row | null): Answered {
    const stored = parent && of.name !== 'itemVariants' ? String(parent.id) : null;
    const { rows, total, next } = pageOf(reads, of, stored, options);
    const link = next === null ? {} : { '@odata.nextLink': linkTo(next) };
    const context = { '@odata.context': `${root}$metadata#companies(${reads.company})/${of.name}` };
    const counted = options.count ? { '@odata.count': total } : {};
    return json(
      200,
      { ...context, ...counted, value: rows.map((each) => shown(reads, of, each, options)), ...link },
      compatible,
    );
  }
  /** Absolute, with all that was asked, and where to go on. */
  function linkTo(next: number): string {
    const kept = asked.query.split('&').filter((pair) => pair !== '' && !/^(\$|%24)skiptoken=/i.test(pair));
    return `${root}${asked.path}?${[...kept, `$skiptoken=${next}`].join('&')}`;
  }
  function record(of: EntitySet, found: Row): Answered {
    if (asked.method === 'GET') return one(at, of, found);
    const tag = asked.headers['if-match'];
    if (asked.method === 'PATCH') {
      if (!of.can('m')) throw methodNotAllowed('PATCH', of.name);
      if (tag === undefined) throw noToken();
      refuseStale(found, tag);
      return changedBy(of, found);
    }
    if (asked.method !== 'DELETE' || !of.can('d')) throw methodNotAllowed(asked.method, of.name);
    if (tag !== undefined) refuseStale(found, tag);
    if (of.name !== 'salesOrders') throw notImplemented(`This double deletes no ${of.name}.`);
    if (
      store.one(
        'select 1 from salesOrderLines where _parent = ? and cast(shippedQuantity as real) > cast(invoicedQuantity as real)',
        String(found.id),
      )
    )
      throw dialog('You cannot delete the order because at least one line is shipped and not invoiced.');
    store.atomic(() => deleteOrder(store, String(found.id)));
    return empty;
  }
  function refuseStale(found: Row, tag: string): void {
    if (takes(faults, 'changed')) throw changed();
    if (tag === '*') return;
    if (!/^W\/"[^"]+"$/.test(tag)) throw noToken();
    if (tag !== etagOf(found)) throw changed();
  }
  function written(of: EntitySet) {
    const type = asked.headers['content-type'] ?? '';
    if (!/^application\/json/i.test(type)) throw new BcError(415, 'BadRequest', 'Unsupported Media Type');
    let body: unknown;
    try {
      body = JSON.parse(asked.body);
    } catch {
      throw badRequest('Invalid Request Body');
    }
    return writtenBy(body, of, /IEEE754Compatible=true/i.test(type));
  }
  function changedBy(of: EntitySet, found: Row): Answered {
    const { row: changes } = written(of);
    if (!['salesOrders', 'customers'].includes(of.name)) throw notImplemented(`This double changes no ${of.name}.`);
    store.atomic(() => {
      store.update(of.name, String(found.id), changes);
      if (of.name === 'salesOrders') retotal(store, String(found.id));
    });
    return one(at, of, store.get(of.name, String(found.id)) ?? found);
  }
  function made(of: EntitySet, parent: Row | null): Answered {
    if (asked.method !== 'POST' || !of.can('i')) throw methodNotAllowed(asked.method, of.name);
    const body = written(of);
    if (takes(faults, 'changed')) throw changed();
    const created =
      of.name === 'salesOrders'
        ? createOrder(store, company, body, store.draw('S-ORD', 101_001), !half)
        : of.name === 'customers'
          ? createCustomer(store, company, body)
          : of.name === 'salesOrderLines' && parent
            ? addLine(store, parent, body)
            : null;
    if (!created) throw notImplemented(`This double makes no ${of.name}.`);
    if (/return-no-content/.test(asked.headers.prefer ?? '')) return empty;
    return { ...one(at, of, store.get(of.name, String(created.id)) ?? created), status: 201 };
  }
  function act(of: EntitySet, found: Row, action: string): Answered {
    if (asked.method !== 'POST' || !of.actions.some((each) => each.toLowerCase() === action.toLowerCase()))
      throw segmentNotFound(`Microsoft.NAV.${action}`);
    if (of.name !== 'salesOrders') throw notImplemented(`This double has no ${action}.`);
    ship(store, found);
    invoice(store, store.get('salesOrders', String(found.id)) ?? found);
    return empty;
  }
}

const refusalOf = (error: unknown): Answered => {
  if (!(error instanceof BcError)) throw error;
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal' },
    body: JSON.parse(error.body),
  };
};
export const safely = (work: () => Answered): Answered => {
  try {
    return work();
  } catch (error) {
    return refusalOf(error);
  }
};
