import { badQuery, DataverseError } from './errors.ts';
import type { Table } from './metadata.ts';
import type { Options } from './options.ts';
import { pageOf, type Reading, shown } from './read.ts';

const NOT_WITH_CHANGES = ['filter', 'orderby', 'top'] as const;

/** The first answer of a tracked table is all of its rows; later ones are what changed after the token's version, and what was deleted. */
export function tracked(reading: Reading, table: Table, options: Options, path: string, query: string): object {
  const { store, root, prefer } = reading;
  if (!table.tracked)
    throw new DataverseError(400, '0x80044355', `Entity: ${table.name} isn't enabled for change tracking`);
  for (const name of NOT_WITH_CHANGES)
    if (options[name] !== null) throw badQuery(`The query option $${name} is not supported with change tracking.`);
  if (options.expand.length > 0) throw badQuery('The query option $expand is not supported with change tracking.');
  const since = options.deltatoken === null ? null : Number(/^(\d+)!/.exec(options.deltatoken)?.[1] ?? Number.NaN);
  if (since !== null && Number.isNaN(since)) throw badQuery('The delta token is not valid.');
  if (since !== null && since < reading.faults.oldestVersion)
    throw new DataverseError(
      400,
      '0x80044352',
      'Version stamp associated with the client has expired. Please perform a full sync.',
    );
  const after = since === null ? [] : [{ sql: 't.versionnumber > ?', values: [since] }];
  const { rows, next } = pageOf(reading, table, options, after);
  const last = next === null && since !== null;
  const gone = last
    ? store.all('select id from deleted where name = ? and version > ? order by version', table.name, since)
    : [];
  const kept = query.split('&').filter((pair) => pair !== '' && !/^(\$|%24)(skiptoken|deltatoken)=/i.test(pair));
  const stamp = `${store.version()}!${new Date(0).toISOString()}`;
  const token = options.deltatoken === null ? [] : [`$deltatoken=${encodeURIComponent(options.deltatoken)}`];
  const link = (more: string[]) => `${root}${path}?${[...kept, ...more].join('&')}`;
  return {
    '@odata.context': `${root}$metadata#${table.set}${since === null ? '' : '/$delta'}`,
    ...(next === null
      ? { '@odata.deltaLink': link([`$deltatoken=${encodeURIComponent(stamp)}`]) }
      : { '@odata.nextLink': link([...token, `$skiptoken=${encodeURIComponent(next)}`]) }),
    value: [
      ...rows.map((row) => shown({ ...reading, prefer }, table, row, options)),
      ...gone.map(({ id }) => ({
        '@odata.context': `${root}$metadata#${table.set}/$deletedEntity`,
        id,
        reason: 'deleted',
      })),
    ],
  };
}
