import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY } from '../labs/node-red/examples.ts';
import { kitOver } from '../labs/node-red/kit.ts';
import { startNodeRed } from '../stand-ins/node-red/start.ts';

const path = join(import.meta.dirname, '..', '..', 'extension', 'bridges', 'node-red', 'flow.json');
let runtime: Awaited<ReturnType<typeof startNodeRed>>;
beforeAll(async () => {
  const env = { BRIDGE_KEY: KEY, ERP_KEY: 'key-of-the-erp' };
  runtime = await startNodeRed(JSON.parse(readFileSync(path, 'utf8')), { env });
  runtime.setEnv('ERP_URL', `${runtime.url}/erp`);
});
afterAll(() => runtime.close());

// On Node-RED itself, and with faults before the flow: LAB_NODE_RED=1 npm test -- test/labs/node-red
test('the functions of the flow pass the kit with faults between the flow and its ERP', async () => {
  const erpAt = (url: string) => runtime.setEnv('ERP_URL', url);
  const { url } = runtime;
  const { failed, ok } = await kitOver({ url, erpUrl: `${url}/erp`, erpAt }, 'behind the flow');
  expect(failed).toEqual([]);
  expect(ok).toBeGreaterThan(50);
});
