import { takes } from '../faults.ts';
import { readJson } from '../numbers.ts';
import {
  badBody,
  businessRule,
  forbidden,
  noCondition,
  noPath,
  notFound,
  notServed,
  stale,
  wrongType,
} from './errors.ts';
import type { Faults } from './faults.ts';
import { UUID } from './filter.ts';
import { type Entity, entities } from './metadata.ts';
import { oneOf, pageOf } from './query.ts';
import { etagOf, type Row, type Tenant } from './tenant.ts';
import { checkBody, merged } from './values.ts';

export const BASE = '/sap/c4c/api/v1/';
export type Asked = { method: string; path: string; search: URLSearchParams; headers: Headers; body: string };
export type Answered = { status: number; headers: Readonly<Record<string, string>>; body: unknown };
type Session = { tenant: Tenant; faults: Faults; mayWrite: boolean };

const group = ({ name }: Entity) => name.toLowerCase();
const isClosed = (entity: Entity, { lifeCycleStatus }: Row): boolean =>
  entity.name === 'salesQuote'
    ? lifeCycleStatus === 'COMPLETED' || lifeCycleStatus === 'INACTIVE_VERSION'
    : entity.name === 'opportunity' && ['WON', 'LOST', 'STOPPED'].includes(String(lifeCycleStatus));

function patch({ tenant, faults, mayWrite }: Session, entity: Entity, row: Row, asked: Asked): Row {
  // A user who may read and not change is told so by the status alone.
  if (!mayWrite) throw forbidden();
  if (!/^application\/merge-patch\+json/.test(asked.headers.get('content-type') ?? '')) throw wrongType();
  const version = asked.headers.get('if-match');
  if (version === null) throw noCondition();
  if (takes(faults, 'changedMeanwhile')) tenant.change(entity.name, row.id, {});
  if (version !== etagOf(row)) throw stale();
  let body: unknown;
  try {
    body = readJson(asked.body);
  } catch {
    throw badBody('The body is no JSON.');
  }
  const changes = checkBody(body, entity.fields, tenant.extensions[entity.name]);
  if (tenant.settings.closedRefuse && isClosed(entity, row))
    throw businessRule(group(entity), 'The document is completed and cannot be changed.');
  for (const name of ['registeredProducts', 'contacts'])
    if (entity.name === 'opportunity' && name in changes)
      throw businessRule(group(entity), `Change '${name}' at its own address.`, name);
  // Lines that are replaced have to be priced anew.
  const priced = 'items' in changes && entity.name === 'salesQuote' ? { pricingStatus: 'RECALCULATION_NEEDED' } : {};
  const next = merged(row, { ...changes, ...priced });
  for (const name of Object.keys(changes)) if (!(name in next)) delete row[name];
  return tenant.change(entity.name, row.id, next);
}

/** Answers as the services do; a `SalesCloudError` is a refusal. Nothing here waits, so each request is one step. */
export function answer(session: Session, asked: Asked): Answered {
  const { tenant } = session;
  const [, service = '', collection = '', id, ...more] =
    /^([\w-]+)\/([\w-]+)(?:\/([^/]+))?(.*)$/.exec(asked.path) ?? [];
  const entity = entities.get(`${service}/${collection}`);
  if (!entity || (more[0] ?? '') !== '') throw noPath();
  if (!tenant.mayUse(entity.name)) throw forbidden();
  const shape = { fields: entity.fields, extensions: tenant.extensions[entity.name] };
  if (id === undefined) {
    if (asked.method !== 'GET') throw notServed();
    const rows = tenant.all(entity.name).map((row) => tenant.shown(entity.name, row));
    return { status: 200, headers: {}, body: pageOf(asked.search, shape, rows, tenant.settings.pageSize) };
  }
  if (!UUID.test(id)) throw badBody(`The value '${id}' is no UUID.`, 'id');
  const row = tenant.find(entity.name, id.toLowerCase());
  if (!row) throw notFound(group(entity), id);
  if (asked.method === 'GET') {
    const value = oneOf(asked.search, shape)(tenant.shown(entity.name, row));
    return { status: 200, headers: { etag: etagOf(row) }, body: { value } };
  }
  if (asked.method !== 'PATCH') throw notServed();
  if ([...asked.search].length > 0) throw badBody('A change takes no query options.');
  const changed = patch(session, entity, row, asked);
  return entity.patched === 204
    ? { status: 204, headers: { etag: etagOf(changed) }, body: null }
    : { status: 200, headers: { etag: etagOf(changed) }, body: { value: tenant.shown(entity.name, changed) } };
}
