import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { openDatabase } from './database.ts';
import { seed } from './seed/seed.ts';

export type DemoErp = { url: string; key: string; close: () => Promise<void> };

/** Starts the ERP on loopback. `dataDir: ':memory:'` keeps nothing; `port: 0` takes a free one. */
export function startDemoErp(options: { dataDir: string; port: number; key: string }): Promise<DemoErp> {
  const db = openDatabase(options.dataDir);
  seed(db);
  const app = createApp(db, options.key);
  return new Promise((ready, fail) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}`,
        key: options.key,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              db.close();
              done();
            });
            server.closeAllConnections();
          }),
      }),
    ) as Server;
    server.once('error', fail);
  });
}
