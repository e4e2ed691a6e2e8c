import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbedded } from '../../backend/test/databases.ts';
import { playgroundEnv } from '../../extension/playground/env.ts';
import { answers, part } from '../chaos/processes.ts';
import { freePorts } from './ports.ts';
import type { Product } from './product.ts';

const portOf = (address: string) => new URL(address).port;

/** A backend of its own beside a product's CRM and ERP, with its own data. It knows HubSpot and Salesforce. */
export async function startBackend(product: Product, env: Record<string, string>) {
  const data = mkdtempSync(join(tmpdir(), 'backroom-'));
  await copyEmbedded(join(data, 'backend'));
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const ports = { backend: String(port), erp: portOf(product.erpUrl), page: portOf(product.pageUrl) };
  const backend = part({
    name: 'backend',
    args: [join('extension', 'playground', 'server', 'backend.ts')],
    env: { ...playgroundEnv({ ...ports, data, crms: [] }), ...env },
    logFile: join(data, 'backend.log'),
    ready: answers(`${url}/readyz`),
    readySeconds: 90,
  });
  await backend.start();
  return {
    url,
    alive: backend.alive,
    /** Waits until it has ended by itself. */
    ended: backend.ended,
    /** The same data and port again. */
    restart: backend.start,
    async remove() {
      await backend.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
