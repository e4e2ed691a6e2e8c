import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { cleaning } from './clean.ts';
import { maskFault } from './faults.ts';
import { listenOnPostgres } from './listen.ts';
import { takeLock } from './lock.ts';
import { migrationProvider } from './migrations.ts';
import { keepPrivate } from './modes.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

type Logged = (event: LogEvent) => void;
export type Db = Kysely<Tables>;
export type Trx = Db | Transaction<Tables>;
export type Store = {
  db: Db;
  kind: 'pglite' | 'postgres';
  /** Messages of `pg_notify` on a channel from all processes. Messages are missed while `onHearing` was last told false. */
  listen: (
    channel: string,
    onMessage: (payload: string) => void,
    onHearing?: (hears: boolean) => void,
  ) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Creates a new database in a short-lived process, which frees its 150 MB when it ends. It is created beside its final place, so that a killed first
 * start leaves no partial database.
 */
async function makeEmbedded(dir: string): Promise<void> {
  const unfinished = `${dir}.new`;
  mkdirSync(dirname(dir), { recursive: true, mode: 0o700 });
  rmSync(unfinished, { recursive: true, force: true });
  const script = `import { PGlite } from '@electric-sql/pglite'; await (await PGlite.create(process.argv[1])).close()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, unfinished], {
    cwd: import.meta.dirname,
  });
  renameSync(unfinished, dir);
}

async function openEmbedded(dir: string, log: Logged): Promise<Store> {
  keepPrivate(dir);
  if (!existsSync(join(dir, 'PG_VERSION'))) await makeEmbedded(dir);
  const release = takeLock(`${dir}.lock`);
  // V8's optimising compiler, let loose on nine megabytes of Postgres, takes 200 MB and for minutes more time than it saves: measured
  // with 2,000 inserts, 7,100 a second and 177 MB without it, 2,100 and 238 MB with it.
  setFlagsFromString('--liftoff-only');
  // Once V8 runs, one flag sets no other: without these it still optimises what is called often.
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(dir, {
    // Of Postgres' default of 128 MB a store of this size touches a tenth; what is touched stays in this process for ever.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });
  keepPrivate(dir);
  const db = new Kysely<Tables>({ dialect: cleaning(prepared(new PGliteDialect({ pglite }), pglite)), log });
  const close = async () => {
    await pglite.close();
    keepPrivate(dir);
    release();
  };
  return {
    db,
    kind: 'pglite',
    async listen(channel, onMessage, onHearing) {
      await pglite.listen(channel, onMessage);
      onHearing?.(true);
    },
    close,
  };
}

async function openPostgres(connectionString: string, log: Logged): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5000, keepAlive: true });
  // Without a listener, an idle connection closed by the server would end the process.
  pool.on('error', () => {});
  // The same applies between two statements of a transaction; the next statement then fails.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: cleaning(new PostgresDialect({ pool })), log });
  const stops: (() => Promise<void>)[] = [];
  return {
    db,
    kind: 'postgres',
    listen: async (...asked) => void stops.push(await listenOnPostgres(connectionString, ...asked)),
    async close() {
      for (const stop of stops) await stop();
      await db.destroy();
    },
  };
}

/** Opens and migrates the database. Kysely's migrator runs in one process at a time. */
export async function openStore(options: {
  databaseUrl?: string | undefined;
  embeddedDir: string;
  /** Called for every statement. */
  onStatement?: (text: string, parameters: readonly unknown[]) => void;
}): Promise<Store> {
  const log: Logged = (event) => {
    maskFault(event);
    options.onStatement?.(event.query.sql, event.query.parameters);
  };
  const store = options.databaseUrl
    ? await openPostgres(options.databaseUrl, log)
    : await openEmbedded(options.embeddedDir, log);
  const { error } = await new Migrator({ db: store.db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error;
  return store;
}

/** Whether the database is reachable. */
export const isReachable = ({ db }: Pick<Store, 'db'>): Promise<boolean> =>
  db
    .selectFrom('accounts')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    );
