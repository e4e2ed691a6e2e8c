import { action, principalAccess, whoAmI } from './actions.ts';
import { etagOf, type Row } from './database.ts';
import { definitions } from './definitions.ts';
import { tracked } from './delta.ts';
import { alreadyThere, badQuery, DataverseError, noRecord, noSegment, versionDiffers } from './errors.ts';
import type { Table } from './metadata.ts';
import { fromPairs, type Options, preferencesOf } from './options.ts';
import { belonging, pageOf, shown } from './read.ts';
import { changed, created, removed, type Writing } from './write.ts';

/** One request, of its own or within a batch. `path` is below `/api/data/v9.2/`. */
export type Asked = {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: string;
};
export type Answered = { status: number; headers: Record<string, string>; body: unknown };
export type Session = Omit<Writing, 'compatible' | 'prefer'>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const notAllowed = (method: string) =>
  new DataverseError(405, '0x80060888', `The requested resource does not support http method '${method}'.`);
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badQuery('Bad Request - Error in query syntax.');
  }
};

/** The columns that a key names: the id, or the columns of an alternate key. */
function keyIn(table: Table, text: string): Row {
  if (GUID.test(text)) return { [table.id]: text.toLowerCase() };
  const parts = [...text.matchAll(/(\w+)=(?:'((?:[^']|'')*)'|([^,']+))(?:,|$)/g)];
  const key = Object.fromEntries(
    parts.map(([, name = '', quoted, plain]) => [name, quoted?.replaceAll("''", "'") ?? plain ?? '']),
  );
  const names = Object.keys(key).sort().join();
  if (!table.keys.some((each) => [...each].sort().join() === names))
    throw new DataverseError(
      400,
      '0x80060888',
      parts.length === 0
        ? 'Bad Request - Error in query syntax.'
        : 'The key properties that were given are no key of the entity.',
    );
  return key;
}
function found({ store }: Session, table: Table, key: Row): Row | null {
  const names = Object.keys(key);
  return store.one(
    `select * from "${table.name}" where ${names.map((name) => `"${name}" = ?`).join(' and ')}`,
    ...Object.values(key),
  );
}

/** Answers as the Web API does; a `DataverseError` is a refusal. Nothing here waits, so each request is one step. */
export function answer(session: Session, asked: Asked): Answered {
  const compatible = /IEEE754Compatible=true/i.test(
    `${asked.headers.accept ?? ''} ${asked.headers['content-type'] ?? ''}`,
  );
  const writing: Writing = { ...session, compatible, prefer: preferencesOf(asked.headers.prefer) };
  const { root, prefer, store, metadata } = writing;
  const query = new URLSearchParams(asked.query);
  const path = decoded(asked.path);
  const applied = [
    ...(prefer.annotations === null ? [] : [`odata.include-annotations="${prefer.annotations}"`]),
    ...(prefer.pageSize === null ? [] : [`odata.maxpagesize=${prefer.pageSize}`]),
    ...(prefer.trackChanges ? ['odata.track-changes'] : []),
  ];
  const json = (status: number, body: object, more: Record<string, string> = {}): Answered => ({
    status,
    headers: {
      'content-type': `application/json; odata.metadata=minimal${compatible ? '; IEEE754Compatible=true' : ''}`,
      'odata-version': '4.0',
      ...(applied.length > 0 ? { 'preference-applied': applied.join(',') } : {}),
      ...more,
    },
    body,
  });
  const empty = (more: Record<string, string> = {}): Answered => ({
    status: 204,
    headers: { 'odata-version': '4.0', ...more },
    body: '',
  });
  const [, name = '', key, rest = ''] = /^(\$?\w+)(?:\(([^)]*)\))?(?:\/(.*))?$/.exec(path) ?? [];
  if (name === 'WhoAmI' && (key ?? '') === '') return json(200, whoAmI(writing));
  if (name === 'EntityDefinitions') return json(200, definitions(writing, key ?? null, rest, query));
  const table = metadata.bySet(name);
  if (!table) {
    if (asked.method !== 'POST' || rest !== '') throw noSegment(name === '' ? path : name);
    const said = store.atomic(() => action(writing, name, asked.body));
    return said ? json(200, said) : empty();
  }
  const options = fromPairs(query);
  const entity = (row: Row, asked: Options = options) => ({
    '@odata.context': `${root}$metadata#${table.set}/$entity`,
    ...shown(writing, table, row, asked),
  });
  const addressOf = (row: Row) => `${root}${table.set}(${row[table.id]})`;
  if (key === undefined) {
    if (asked.method === 'POST')
      return stored(
        store.atomic(() => created(writing, table, asked.body, {})),
        201,
      );
    if (asked.method !== 'GET') throw notAllowed(asked.method);
    if (rest === '$count')
      return {
        ...json(200, {}),
        headers: { 'content-type': 'text/plain' },
        body: String(pageOf(writing, table, { ...options, top: null }).total),
      };
    if (rest !== '') throw noSegment(rest);
    if (prefer.trackChanges || options.deltatoken !== null)
      return json(200, tracked(writing, table, options, asked.path, asked.query));
    return listed(table, options, []);
  }
  const named = keyIn(table, key);
  const row = found(session, table, named);
  const gone = () => noRecord(table.name, String(named[table.id] ?? JSON.stringify(named)));
  const tag = asked.headers['if-match'];
  if (asked.method === 'GET' || rest !== '') {
    if (!row) throw gone();
    const id = String(row[table.id]);
    writing.access.check(writing.user, 'Read', table, id);
    if (rest === '') {
      if (asked.headers['if-none-match'] === etagOf(row)) return { status: 304, headers: {}, body: '' };
      return json(200, entity(row), { etag: etagOf(row) });
    }
    const [, right] = /^Microsoft\.Dynamics\.CRM\.RetrievePrincipalAccess(\(.*\))$/.exec(rest) ?? [];
    if (right !== undefined && table.name === 'systemuser')
      return json(200, principalAccess(writing, id, query, right));
    if (asked.method !== 'GET') throw notAllowed(asked.method);
    const one = table.navigations.get(rest);
    const many = table.collections.get(rest);
    if (many) return listed(metadata.named(many.table), options, [belonging(table.name, many.column, id)]);
    if (!one) throw noSegment(rest);
    const to = metadata.named(one.target);
    const other = store.get(to, String(row[one.column.wire] ?? ''));
    if (!other) return empty();
    writing.access.check(writing.user, 'Read', to, String(other[to.id]));
    return json(200, { '@odata.context': `${root}$metadata#${to.set}/$entity`, ...shown(writing, to, other, options) });
  }
  if (tag !== undefined && !row) throw gone();
  if (row && tag !== undefined && tag !== '*' && tag !== etagOf(row)) throw versionDiffers();
  if (asked.method === 'PATCH') {
    if (row && asked.headers['if-none-match'] === '*') throw alreadyThere();
    // Without If-Match an id that nothing has makes a row.
    return row
      ? stored(
          store.atomic(() => changed(writing, table, row, asked.body)),
          200,
        )
      : stored(
          store.atomic(() => created(writing, table, asked.body, named)),
          201,
        );
  }
  if (asked.method === 'DELETE') {
    if (!row) throw gone();
    store.atomic(() => removed(writing, table, row));
    return empty();
  }
  throw notAllowed(asked.method);

  function listed(of: Table, asked: Options, within: Parameters<typeof pageOf>[3]): Answered {
    const { rows, total, next } = pageOf(writing, of, asked, within);
    const kept = rawPairs().filter((pair) => !/^(\$|%24)skiptoken=/i.test(pair));
    const link = () => `${root}${path}?${[...kept, `$skiptoken=${encodeURIComponent(next ?? '')}`].join('&')}`;
    return json(200, {
      '@odata.context': `${root}$metadata#${of.set}${asked.select ? `(${asked.select.join(',')})` : ''}`,
      ...(asked.count ? { '@odata.count': total } : {}),
      value: rows.map((each) => shown(writing, of, each, asked)),
      ...(next === null ? {} : { '@odata.nextLink': link() }),
    });
  }
  function rawPairs(): string[] {
    return asked.query.split('&').filter((pair) => pair !== '');
  }
  function stored(row: Row, status: number): Answered {
    const address = { 'odata-entityid': addressOf(row) };
    return prefer.representation
      ? json(status, entity(row), { ...address, 'preference-applied': 'return=representation' })
      : empty(address);
  }
}

export function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const headers = {
      'content-type': 'application/json; odata.metadata=minimal',
      'odata-version': '4.0',
      ...error.headers,
    };
    return { status: error.status, headers, body: error.body };
  }
}
