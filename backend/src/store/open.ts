import { setFlagsFromString } from 'node:v8';
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { cleaning } from './clean.ts';
import { embeddedMade, unoptimised } from './embedded.ts';
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

async function openEmbedded(dir: string, log: Logged): Promise<Store> {
  await embeddedMade(dir);
  const release = takeLock(`${dir}.lock`);
  for (const flag of unoptimised) setFlagsFromString(flag);
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(dir, {
    startParams: [
      ...PGlite.defaultStartParams,
      // Of Postgres' default of 128 MB a store of this size touches a tenth; what is touched stays in this process for ever.
      ...['-c', 'shared_buffers=16MB'],
      // Statistics are made on the thread that answers: of 3,000 rows they take a quarter of a second, of the default's 30,000 ten times that.
      ...['-c', 'default_statistics_target=10'],
    ],
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
