import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, n8nPart } from '../../chaos/peers/n8n/process.ts';
import type { Part } from '../../chaos/processes.ts';
import { freePorts } from '../../support/ports.ts';
import { openTcpProxy } from '../../support/tcp-proxy.ts';
import { ERP_KEY, KEY } from '../node-red/examples.ts';
import { isReady, openNodeRed } from '../node-red/lab.ts';

const FLOW = join(import.meta.dirname, '..', '..', '..', 'extension', 'bridges', 'n8n', 'flow.json');
/** Below it is `/v1`: the id of the flow's webhooks comes first. */
export const BRIDGE_PATH = '/webhook/backroom-bridge';

type Place = { folder: string; port: number; erpUrl: string; logFile: string; movable?: boolean };

/** n8n with the flow of this repository, in front of the ERP at `erpUrl`. */
export function bridgePart({ port, erpUrl, ...place }: Place): Promise<Part> {
  return n8nPart(installN8n(console.log), {
    ...place,
    port,
    workflow: JSON.parse(readFileSync(FLOW, 'utf8')),
    env: { BRIDGE_KEY: KEY, ERP_URL: erpUrl, ERP_KEY },
    ready: () => isReady(`http://127.0.0.1:${port}${BRIDGE_PATH}`),
  });
}

/** n8n in a folder of its own. Its ERP is the example ERP of Node-RED's flow, behind a wire. */
export async function openN8n() {
  const example = await openNodeRed();
  const dir = mkdtempSync(join(tmpdir(), 'backroom-n8n-'));
  const [port = 0] = await freePorts(1);
  const wire = await openTcpProxy(Number(new URL(example.erpUrl).port));
  const erpUrl = `http://127.0.0.1:${wire.port}/erp`;
  const n8n = await bridgePart({ folder: dir, port, erpUrl, logFile: join(dir, 'logs', 'n8n.log') });
  await n8n.start();
  if (!n8n.alive()) throw new Error(`n8n does not start:\n${n8n.log()}`);
  return {
    url: `http://127.0.0.1:${port}${BRIDGE_PATH}`,
    erpUrl: example.erpUrl,
    erp: example.erp,
    erpAt: (url: string) => wire.aim(Number(new URL(url).port)),
    kill: n8n.kill,
    start: n8n.start,
    async close() {
      await n8n.kill();
      await wire.close();
      await example.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
