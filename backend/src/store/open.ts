import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationProvider } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
/** What pg-boss needs to run on the same database. */
export type BossDatabase =
  | { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }
  | { connectionString: string };
export type Store = { db: Db; kind: 'pglite' | 'postgres'; boss: BossDatabase; close: () => Promise<void> };

async function openEmbedded(dir: string): Promise<Store> {
  const [{ PGlite }, { fromPglite }] = await Promise.all([import('@electric-sql/pglite'), import('pg-boss')]);
  if (!dir.startsWith('memory:')) mkdirSync(dirname(dir), { recursive: true });
  // Durability is relaxed in nothing: an answer to a submission says that it is on the disk.
  const pglite = await PGlite.create(dir);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return { db, kind: 'pglite', boss: fromPglite(pglite), close: () => pglite.close() };
}

async function openPostgres(connectionString: string): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5000, keepAlive: true });
  // Without a listener, a connection that the server closes while idle would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: 'postgres', boss: { connectionString }, close: () => db.destroy() };
}

/** Opens the database and brings it to the newest form; Kysely's migrator lets one process at a time do that. */
export async function openStore(options: { databaseUrl?: string | undefined; embeddedDir: string }): Promise<Store> {
  const store = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openEmbedded(options.embeddedDir);
  const { error } = await new Migrator({ db: store.db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error;
  return store;
}
