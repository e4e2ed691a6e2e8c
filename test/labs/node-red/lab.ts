import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeer } from '../../chaos/peers/install.ts';
import { part } from '../../chaos/processes.ts';
import { freePorts } from '../../support/ports.ts';
import { openTcpProxy } from '../../support/tcp-proxy.ts';
import { KEY } from './examples.ts';

export const NODE_RED = '5.0.7';
const root = join(import.meta.dirname, '..', '..', '..');
/** Its flow answers, and so does the ERP behind it. */
const isReady = (url: string): Promise<boolean> =>
  fetch(url, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    signal: AbortSignal.timeout(2000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Node-RED with the flow of this repository, in a folder of its own. Its ERP is the flow's own tab, behind a wire. */
export async function openNodeRed() {
  const installed = installPeer('node-red', NODE_RED, console.log);
  const dir = mkdtempSync(join(tmpdir(), 'backroom-node-red-'));
  mkdirSync(join(dir, 'logs'));
  const [port = 0] = await freePorts(1);
  const wire = await openTcpProxy(port);
  const nodeRed = part({
    name: 'Node-RED',
    args: [
      join(installed, 'node_modules', 'node-red', 'red.js'),
      '--settings',
      join(root, 'test', 'chaos', 'peers', 'node-red', 'settings.cjs'),
    ],
    env: {
      PEER_PORT: String(port),
      PEER_DIR: dir,
      PEER_FLOWS: join(root, 'extension', 'bridges', 'node-red', 'flow.json'),
      BRIDGE_KEY: KEY,
      ERP_URL: `http://127.0.0.1:${wire.port}/erp`,
      ERP_KEY: 'key-of-the-erp',
      HOME: dir,
    },
    logFile: join(dir, 'logs', 'node-red.log'),
    ready: () => isReady(`http://127.0.0.1:${port}/v1/health`),
  });
  await nodeRed.start();
  return {
    url: `http://127.0.0.1:${port}`,
    /** As its own nodes ask it, past the bridge. */
    erp: async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer key-of-the-erp' };
      const answer = await fetch(`http://127.0.0.1:${port}/erp/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { rows: { extRef: string }[] };
    },
    /** The flow's ERP is at this address from now on. */
    erpAt: (url: string) => wire.aim(Number(new URL(url).port)),
    kill: nodeRed.kill,
    start: nodeRed.start,
    log: nodeRed.log,
    async close() {
      await nodeRed.kill();
      await wire.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
