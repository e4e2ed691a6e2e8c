import { randomUUID } from 'node:crypto';
import { type EntityName, entityNames, type Field, type Fields } from './metadata.ts';

export type Row = Record<string, unknown> & { id: string };
export type Extension = {
  name: string;
  kind: 'text' | 'number' | 'bool' | 'date' | 'moment' | 'money';
  length?: number;
};
/** What no document says. Each may be either way, so that an adapter can be tried with both. */
type Openness = {
  /** An extension field that is empty: null, or not there. */
  emptyExtensions: 'null' | 'absent';
  /** A new version of a quote has the number of the one before. */
  versionsShareId: boolean;
  /** Freight is a part of the quote's net amount, as conditions of SAP's pricing are. */
  freightInNet: boolean;
  /** A completed quote, an inactive version and a closed opportunity refuse changes. */
  closedRefuse: boolean;
  /** Services that want `x-sap-crm-token` beside the user and password. */
  tokenRequired: boolean;
};
export type Settings = Openness & {
  /** Rows of a list where no number is asked for. */
  pageSize: number;
  /** Requests at the same time. */
  parallel: number;
  tokenSeconds: number;
};
export const settingsOf = (more: Partial<Settings> = {}): Settings => ({
  ...{ emptyExtensions: 'null', versionsShareId: true, freightInNet: true, closedRefuse: false, tokenRequired: false },
  ...{ pageSize: 20, parallel: 10, tokenSeconds: 1800 },
  ...more,
});
const none: Fields = new Map();
const money: Fields = new Map(
  [
    ['content', 'number'],
    ['currencyCode', 'text'],
  ].map(([name = '', kind]) => [
    name,
    { ...{ name, kind: kind as Field['kind'], length: 0, options: [] }, ...{ readOnly: false, fields: none } },
  ]),
);

/** One tenant: its records, its own fields, and what the technical user does not see. */
export function openTenant(settings: Settings, clock: () => number, newId: () => string = randomUUID) {
  const byEntity = <Value>(make: () => Value) =>
    Object.fromEntries(entityNames.map((name) => [name, make()])) as Record<EntityName, Value>;
  const tables = byEntity(() => new Map<string, Row>());
  const extensions = byEntity(() => new Map<string, Field>());
  const [services, records, attributes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const admin = { id: '10000000-0000-4000-8000-000000000001', name: 'Backroom Technical User' };
  let [passed, last, number] = [0, 0, 10_000];
  const now = () => clock() + passed;
  /** No two changes have the same moment: it is the record's version. */
  function stamp(): string {
    last = Math.max(now(), last + 1);
    return new Date(last).toISOString();
  }
  const by = (at: string, of: 'created' | 'updated') => ({
    ...{ [`${of}On`]: at, [`${of}By`]: admin.id, [`${of}ByName`]: admin.name },
  });
  function add(entity: EntityName, fields: Record<string, unknown>): Row {
    const at = stamp();
    number += 1;
    const row: Row = {
      ...{ id: newId(), displayId: String(number) },
      ...fields,
      adminData: { ...by(at, 'created'), ...by(at, 'updated') },
      extensions: fields.extensions ?? {},
    };
    tables[entity].set(row.id, row);
    return row;
  }
  function rowOf(entity: EntityName, id: string): Row {
    const row = tables[entity].get(id);
    if (!row) throw new Error(`no ${entity} ${id}`);
    return row;
  }
  function change(entity: EntityName, id: string, fields: Record<string, unknown>): Row {
    const row = rowOf(entity, id);
    Object.assign(row, fields, { adminData: { ...(row.adminData as object), ...by(stamp(), 'updated') } });
    return row;
  }
  /** The record as the service shows it: without what is empty or may not be seen. */
  function shown(entity: EntityName, row: Row): Record<string, unknown> {
    const own = (row.extensions ?? {}) as Record<string, unknown>;
    const kept = [...extensions[entity].keys()].flatMap((name) =>
      own[name] === undefined && settings.emptyExtensions === 'absent' ? [] : [[name, own[name] ?? null] as const],
    );
    const visible = (value: unknown, path: string): unknown => {
      if (Array.isArray(value)) return value.map((each) => visible(each, path));
      if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
        return value;
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, each]) => {
          const at = path === '' ? name : `${path}/${name}`;
          return each === undefined || each === null || attributes.has(`${entity} ${at}`)
            ? []
            : [[name, visible(each, at)]];
        }),
      );
    };
    return { ...(visible({ ...row, extensions: undefined }, '') as object), extensions: Object.fromEntries(kept) };
  }
  return {
    ...{ settings, tables, extensions, admin, now, stamp, add, rowOf, change, shown },
    extend(entity: EntityName, { name, kind, length = kind === 'text' ? 80 : 0 }: Extension): void {
      const group = kind === 'money';
      extensions[entity].set(name, {
        ...{ name, kind: group ? 'group' : kind, length, options: [] },
        ...{ readOnly: false, fields: group ? money : none },
      });
    },
    lock(entity: EntityName, name: string): void {
      const field = extensions[entity].get(name);
      if (!field) throw new Error(`${entity} has no ${name}`);
      extensions[entity].set(name, { ...field, readOnly: true });
    },
    retract: (entity: EntityName, name: string) => void extensions[entity].delete(name),
    passTime(ms: number): void {
      passed += ms;
    },
    /** Rights of the technical user: a service, a record, or an attribute by its path. */
    hide: {
      service: (entity: EntityName) => void services.add(entity),
      record: (entity: EntityName, id: string) => void records.add(`${entity} ${id}`),
      attribute: (entity: EntityName, path: string) => void attributes.add(`${entity} ${path}`),
      nothing: () => [services, records, attributes].forEach((each) => void each.clear()),
    },
    mayUse: (entity: EntityName) => !services.has(entity),
    find(entity: EntityName, id: string): Row | null {
      return records.has(`${entity} ${id}`) ? null : (tables[entity].get(id) ?? null);
    },
    all: (entity: EntityName): Row[] =>
      [...tables[entity].values()].filter(({ id }) => !records.has(`${entity} ${id}`)),
  };
}
export type Tenant = ReturnType<typeof openTenant>;
export const etagOf = ({ adminData }: Row): string => `"${(adminData as { updatedOn: string }).updatedOn}"`;
