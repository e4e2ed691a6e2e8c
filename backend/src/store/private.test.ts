import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databases } from '../../test/databases.ts';
import { createLogger } from '../monitoring/logger.ts';
import { statementName } from './faults.ts';

test('the files of the embedded database are their owner’s alone, also those that Postgres makes later and those of an older version', () => {
  const parent = mkdtempSync(join(tmpdir(), 'backroom-modes-'));
  const dir = join(parent, 'data', 'backend');
  // A process of its own: the mask of this one is not to help.
  const script = `process.umask(0); const { openStore } = await import('./open.ts'); const { chmodSync } = await import('node:fs');
const dir = process.argv[1]; const first = await openStore({ embeddedDir: dir }); await first.close(); chmodSync(dir + '/PG_VERSION', 0o666); process.umask(0);
const store = await openStore({ embeddedDir: dir });
await store.db.insertInto('accounts').values({ id: 'hubspot:1', crm: 'hubspot', state: 'connected', settings: '{}' }).execute(); await store.close();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, dir], { cwd: import.meta.dirname });
  const open = readdirSync(parent, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0);
  rmSync(parent, { recursive: true, force: true });
  expect(open).toEqual([]);
}, 180_000);

test.each(databases)(
  'an error of $name is logged with the statement’s name, and without what was in it',
  async ({ start }) => {
    const database = await start();
    const store = await database.open();
    const secrets = ['hans@kunde.example', 'Kessler Anlagenbau', 'please deliver at night', 'not-a-uuid-of-ours'];
    const values = {
      account: 'hubspot:1',
      record_type: 'company',
      record_id: secrets[1] ?? '',
      linked_at: new Date(),
      linked_by: secrets[0] ?? '',
    };
    const faults: Promise<unknown>[] = [];
    const insert = () =>
      store.db
        .insertInto('links')
        .values({ ...values, customer: `{"note": ${secrets[2]}` })
        .execute();
    faults.push(insert().catch((error: unknown) => error));
    faults.push(
      sql`select * from submissions where id = ${secrets[3]}::uuid`.execute(store.db).catch((error: unknown) => error),
    );
    await store.db
      .insertInto('links')
      .values({ ...values, customer: '{}' })
      .execute();
    faults.push(
      store.db
        .insertInto('links')
        .values({ ...values, customer: '{}' })
        .execute()
        .catch((error: unknown) => error),
    );
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    for (const err of await Promise.all(faults)) logger.error({ err: new Error('outer', { cause: err }) }, 'failed');
    const text = lines.join('');
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('database error 22P02 in \\"insert links\\"');
    expect(text).toContain('database error 22P02 in \\"select submissions\\"');
    expect(text).toContain('database error 23505 in \\"insert links\\"');
    await store.close();
    await database.remove();
  },
  90_000,
);

test.each([
  ['insert into "orders" ("a") values ($1)', 'insert orders'],
  ['with held as (select key from cache_entries) update x set y = 1', 'select cache_entries'],
  ['update "accounts" set "state" = $1', 'update accounts'],
  ['delete from links where 1 = 1', 'delete links'],
  ['begin', 'begin'],
])('%s is called "%s"', (text, name) => expect(statementName(text)).toBe(name));
