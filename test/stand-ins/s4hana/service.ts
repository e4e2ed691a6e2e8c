import { takes } from '../faults.ts';
import type { Row, Store } from './database.ts';
import { metadataOf } from './edmx.ts';
import {
  badBody,
  badUri,
  type Language,
  type Message,
  messageHeader,
  noAuthority,
  noEntity,
  noMatch,
  noSegment,
  noService,
  notAllowed,
  SapError,
  stale,
  unsupportedType,
} from './errors.ts';
import type { Faults } from './faults.ts';
import { functionAnswer } from './functions.ts';
import { type EntitySet, services, setNamed } from './metadata.ts';
import { checked, optionsOf, pageOf, type Reading, rowsUnder, shown } from './read.ts';
import type { User } from './sessions.ts';
import { etagOf, keyOf, keyText, valueOut, type Written, writtenBy } from './values.ts';
import { changers, creators, removers } from './writers.ts';

/** One request, of its own or within a batch. `path` is below `/sap/opu/odata/sap/`. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: string;
};
export type Answered = { status: number; headers: Record<string, string>; body: string | object };
export type Context = { store: Store; faults: Faults; user: User; language: Language; root: string };
/** What a write left: a stored row, or an entity that exists in the answer only; with SAP's messages. */
export type Made = {
  set: EntitySet;
  row: Row;
  expand: readonly string[];
  entity?: object;
  messages: readonly Message[];
};

const json = (status: number, body: object, more: Record<string, string> = {}): Answered => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', dataserviceversion: '2.0', ...more },
  body,
});
const empty = (more: Record<string, string> = {}): Answered => ({
  status: 204,
  headers: { dataserviceversion: '2.0', ...more },
  body: '',
});
/** SAP answers in Atom unless JSON is asked for. */
const atom = (status: number, type: 'feed' | 'entry'): Answered => ({
  status,
  headers: { 'content-type': `application/atom+xml;type=${type}; charset=utf-8`, dataserviceversion: '2.0' },
  body: `<?xml version="1.0" encoding="utf-8"?><${type} xmlns="http://www.w3.org/2005/Atom"/>`,
});
export const methodOf = ({ method, headers }: Pick<Asked, 'method' | 'headers'>): string =>
  method === 'POST' && headers['x-http-method'] ? headers['x-http-method'].toUpperCase() : method;
const serviceName = (path: string) => decodeURIComponent(path.split('/')[0] ?? '');
/** Whether a request makes or changes a document, as opposed to a simulation or a question. */
export const isWrite = (asked: Pick<Asked, 'method' | 'headers' | 'path'>): boolean =>
  !/^(GET|HEAD)$/.test(methodOf(asked)) && !asked.path.startsWith('API_SALES_ORDER_SIMULATION_SRV');

/** Answers as SAP does; an `SapError` is a refusal. Nothing here waits, so each request is one step. */
export function answer(context: Context, asked: Asked): Answered {
  const { store, faults, user, language, root } = context;
  const name = serviceName(asked.path);
  const service = services.get(name);
  if (!service || faults.withoutServices.includes(name)) throw noService(name);
  if (user.denied.includes(name)) throw noAuthority(name);
  const method = methodOf(asked);
  const options = optionsOf(asked.query);
  const wantsJson = options.json || /application\/json/.test(asked.headers.accept ?? '');
  const lagging = name === 'API_OPLACCTGDOCITEMCUBE_SRV' || name === 'API_BILLING_DOCUMENT_SRV';
  const reading: Reading = {
    ...{ store, root, language, hidden: new Set(faults.withoutFields), pageSize: faults.pageSize },
    ...{ strange: faults.strangeStatus, areas: user.areas },
    until: lagging ? Date.now() - faults.replicaLagMs : Number.MAX_SAFE_INTEGER,
  };
  const segments = asked.path.split('/').slice(1).filter(Boolean).map(decodeURIComponent);
  const [first] = segments;
  if (first === undefined)
    return wantsJson || method === 'HEAD'
      ? json(200, { d: { EntitySets: [...service.sets.keys()] } })
      : atom(200, 'feed');
  if (first === '$metadata')
    return {
      status: 200,
      headers: { 'content-type': 'application/xml', dataserviceversion: '2.0' },
      body: metadataOf(service, reading.hidden),
    };
  const [, head = first, predicate] = /^(\w+)(?:\((.*)\))?$/.exec(first) ?? [];
  const call = service.functions.get(head);
  if (call) {
    if (method !== call.method) throw notAllowed(method, head);
    return json(200, functionAnswer(context, service, call, asked.query));
  }
  const set = service.sets.get(head);
  if (!set || (!set.addressable && predicate === undefined)) throw noSegment(head);
  if (predicate === undefined) {
    if (segments[1] === '$count') return counted(set, null);
    if (segments.length > 1) throw noSegment(segments[1] ?? '');
    return method === 'GET' ? list(set, null) : made(set, null, null);
  }
  return at(set, rowOf(set, keyOf(set, predicate, language)), segments.slice(1));

  function rowOf(of: EntitySet, keys: Row): Row | null {
    const found = store.get(of.name, keys);
    const hiddenArea =
      reading.areas &&
      found?.SalesOrganization !== undefined &&
      !reading.areas.includes(String(found.SalesOrganization));
    return found && !hiddenArea && Number(found._made) <= reading.until ? found : null;
  }
  /** What is behind an entity: itself, a navigation, a property. */
  function at(of: EntitySet, row: Row | null, rest: readonly string[]): Answered {
    if (row === null) throw noEntity(of.type);
    const [step, ...deeper] = rest;
    if (step === undefined) return record(of, row);
    const [, own = step, key] = /^(\$?\w+)(?:\((.*)\))?$/.exec(step) ?? [];
    const navigation = of.navigations.get(own);
    const field = of.fields.get(own);
    if (field) return json(200, { d: { [own]: valueOut(field, row, language) } });
    if (!navigation) throw noSegment(own);
    const target = setNamed(navigation.set);
    if (!navigation.many) return at(target, rowsUnder(reading, of, row, own)[0] ?? null, deeper);
    if (key !== undefined)
      return at(target, rowsUnder(reading, of, row, own, keyOf(target, key, language))[0] ?? null, deeper);
    if (deeper[0] === '$count') return counted(target, rowsUnder(reading, of, row, own));
    return method === 'GET' ? list(target, rowsUnder(reading, of, row, own)) : made(target, of, row);
  }
  function counted(of: EntitySet, within: Row[] | null): Answered {
    const { total } = pageOf(reading, of, { ...options, top: 0 }, within);
    return {
      status: 200,
      headers: { 'content-type': 'text/plain;charset=utf-8', dataserviceversion: '2.0' },
      body: String(total),
    };
  }
  function list(of: EntitySet, within: Row[] | null): Answered {
    const { rows, total, next } = pageOf(reading, of, options, within);
    if (!wantsJson) return atom(200, 'feed');
    const query = new URLSearchParams(asked.query);
    query.set('$skiptoken', String(next));
    const body = {
      ...(options.count ? { __count: String(total) } : {}),
      results: rows.map((row) => shown(reading, of, row, options)),
      ...(next === null ? {} : { __next: `${root}${asked.path}?${query}` }),
    };
    return json(200, { d: body });
  }
  function record(of: EntitySet, row: Row): Answered {
    if (method === 'GET') {
      for (const wrong of ['$filter', '$orderby', '$top', '$skip', '$inlinecount'])
        if (asked.query.has(wrong)) throw badUri(`System query option '${wrong}' is not allowed for a single entity`);
      checked(reading, of, options);
      const etag = etagOf(of, row);
      return wantsJson ? json(200, { d: shown(reading, of, row, options) }, etag ? { etag } : {}) : atom(200, 'entry');
    }
    const changes = /^(PATCH|MERGE|PUT)$/.test(method);
    if (!changes && method !== 'DELETE') throw notAllowed(method, of.name);
    if (!of.can.includes(changes ? 'u' : 'd')) throw notAllowed(method, of.name);
    matched(of, row);
    const written = changes ? bodyFor(of, 'u') : null;
    const work = written ? changers[of.name] : removers[of.name];
    if (!work)
      throw new SapError(501, badBody(`This double ${changes ? 'changes' : 'deletes'} no ${of.name}`).messages);
    const messages = store.atomic(() => work(context, row, written ?? { row: {}, parts: new Map() })) ?? [];
    return empty(messageHeader(messages, language));
  }
  /** An update needs the tag of what was read; an entity without one takes any. */
  function matched(of: EntitySet, row: Row): void {
    const tag = etagOf(of, row);
    if (tag === null) return;
    const given = asked.headers['if-match'];
    if (given === undefined) throw noMatch();
    if (takes(faults, 'changed') || (given !== '*' && given !== tag)) throw stale();
  }
  function bodyFor(of: EntitySet, how: 'c' | 'u'): Written {
    const type = asked.headers['content-type'] ?? '';
    if (!/^application\/json/.test(type)) throw unsupportedType(type);
    let body: unknown;
    try {
      body = JSON.parse(asked.body);
    } catch {
      throw badBody('Malformed JSON in the request body');
    }
    return writtenBy(body, of, how, language, reading.hidden);
  }
  function made(of: EntitySet, parent: EntitySet | null, parentRow: Row | null): Answered {
    if (method !== 'POST' || !of.can.includes('c')) throw notAllowed(method, of.name);
    if (asked.query.has('$expand')) throw badUri("System query option '$expand' is not allowed for a POST");
    if (parent?.etag && parentRow && asked.headers['if-match'] !== undefined) matched(parent, parentRow);
    const written = bodyFor(of, 'c');
    const create = creators[of.name];
    if (!create) throw new SapError(501, badBody(`This double makes no ${of.name}`).messages);
    const { set: kind, row, expand, entity, messages } = store.atomic(() => create(context, written, parentRow));
    const body =
      entity ?? shown(reading, kind, store.get(kind.name, keysOf(kind, row)) ?? row, { select: null, expand });
    if (takes(faults, 'emptyItems') && 'to_Item' in body) body.to_Item = { results: [] };
    const etag = etagOf(kind, row);
    const more = {
      location: `${root}${kind.service}/${kind.name}(${keyText(kind, row)})`,
      ...messageHeader(messages, language),
      ...(etag ? { etag } : {}),
    };
    return wantsJson
      ? json(201, { d: body }, more)
      : { ...atom(201, 'entry'), headers: { ...atom(201, 'entry').headers, ...more } };
  }
}
const keysOf = (set: EntitySet, row: Row): Row => Object.fromEntries(set.keys.map((key) => [key, row[key] ?? '']));

const refusalOf = (error: unknown, language: Language, service: string): Answered => {
  if (!(error instanceof SapError)) throw error;
  return json(error.status, error.body(language, service), error.headers);
};
export function safely(
  { language }: Pick<Context, 'language'>,
  asked: Pick<Asked, 'path'>,
  work: () => Answered,
): Answered {
  try {
    return work();
  } catch (error) {
    return refusalOf(error, language, serviceName(asked.path));
  }
}
