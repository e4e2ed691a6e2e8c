import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeer } from '../../chaos/peers/install.ts';
import { part } from '../../chaos/processes.ts';
import { freePorts } from '../../support/ports.ts';
import { openTcpProxy } from '../../support/tcp-proxy.ts';
import { ERP_KEY, KEY } from './examples.ts';

export const NODE_RED = '5.0.7';
const root = join(import.meta.dirname, '..', '..', '..');
/** The flow at this address answers, and so does the ERP behind it. A tool that is still starting has a page for everything. */
export async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/v1/health`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      signal: AbortSignal.timeout(2000),
    });
    return ((await answer.json()) as { ok?: boolean }).ok === true;
  } catch {
    return false;
  }
}

/** Node-RED with the flow of this repository. The flow's other tab is the example ERP, at `/erp`. */
export const nodeRedPart = ({ dir, port, erpUrl }: { dir: string; port: number; erpUrl: string }) =>
  part({
    name: 'Node-RED',
    args: [
      join(installPeer('node-red', NODE_RED, console.log), 'node_modules', 'node-red', 'red.js'),
      '--settings',
      join(root, 'test', 'chaos', 'peers', 'node-red', 'settings.cjs'),
    ],
    env: {
      PEER_PORT: String(port),
      PEER_DIR: dir,
      PEER_FLOWS: join(root, 'extension', 'bridges', 'node-red', 'flow.json'),
      BRIDGE_KEY: KEY,
      ERP_URL: erpUrl,
      ERP_KEY,
      HOME: dir,
    },
    logFile: join(dir, 'logs', 'node-red.log'),
    ready: () => isReady(`http://127.0.0.1:${port}`),
  });

/** The example ERP at this address, as the nodes of a flow ask it. */
export const exampleErp = (erpUrl: string) => async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${ERP_KEY}` };
  const answer = await fetch(`${erpUrl}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as { rows: { extRef: string }[] };
};

/** Node-RED in a folder of its own. Its ERP is the flow's own tab, behind a wire. */
export async function openNodeRed() {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-node-red-'));
  const [port = 0] = await freePorts(1);
  const wire = await openTcpProxy(port);
  const nodeRed = nodeRedPart({ dir, port, erpUrl: `http://127.0.0.1:${wire.port}/erp` });
  await nodeRed.start();
  const erpUrl = `http://127.0.0.1:${port}/erp`;
  return {
    url: `http://127.0.0.1:${port}`,
    erpUrl,
    /** Past the bridge. */
    erp: exampleErp(erpUrl),
    /** The flow's ERP is at this address from now on. */
    erpAt: (url: string) => wire.aim(Number(new URL(url).port)),
    kill: nodeRed.kill,
    start: nodeRed.start,
    async close() {
      await nodeRed.kill();
      await wire.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
