import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeer } from '../chaos/peers/install.ts';
import { installN8n, N8N, n8nPart } from '../chaos/peers/n8n/process.ts';
import { NODE_RED } from '../chaos/peers/node-red.ts';
import { answers, type Part, part } from '../chaos/processes.ts';
import { signedRequest } from '../support/card.ts';
import { freePorts } from '../support/ports.ts';
import { startProduct } from '../support/product.ts';
import { backendOf, measured } from './load.ts';
import { median, type Row, row } from './report.ts';

const path = '/v1/records/deal/5002/panels?only=stock';
const KEPT_MS = 60_000;

/** What somebody builds in an evening: the ERP's answer is asked for once a minute and given to everybody, who asks is not checked. */
const nodeRedFlow = [
  { id: 'tab', type: 'tab', label: 'Panels' },
  { id: 'ready', type: 'http in', z: 'tab', url: '/ready', method: 'get', wires: [['answer']] },
  { id: 'in', type: 'http in', z: 'tab', url: '/v1/records/deal/:deal/panels', method: 'get', wires: [['kept']] },
  {
    id: 'kept',
    type: 'function',
    z: 'tab',
    outputs: 2,
    func: `const kept = flow.get('panel');
if (kept && Date.now() - kept.at < ${KEPT_MS}) {
  msg.payload = kept.text;
  msg.headers = { 'content-type': 'application/json' };
  return [msg, null];
}
msg.url = env.get('BARE_URL');
return [null, msg];`,
    wires: [['answer'], ['ask']],
  },
  { id: 'ask', type: 'http request', z: 'tab', method: 'GET', ret: 'txt', wires: [['keep']] },
  {
    id: 'keep',
    type: 'function',
    z: 'tab',
    outputs: 1,
    func: `flow.set('panel', { at: Date.now(), text: msg.payload });
msg.headers = { 'content-type': 'application/json' };
return msg;`,
    wires: [['answer']],
  },
  { id: 'answer', type: 'http response', z: 'tab', wires: [] },
];
const n8nNode = (name: string, type: string, typeVersion: number, parameters: object, place: number) => ({
  id: name,
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  parameters,
  position: [place * 200, 0],
  ...(type === 'webhook' ? { webhookId: 'panels' } : {}),
});
const n8nWorkflow = {
  id: 'panelsOfDeals0001',
  name: 'Panels',
  active: false,
  settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
  nodes: [
    n8nNode(
      'Webhook',
      'webhook',
      2,
      { httpMethod: 'GET', path: 'panels', responseMode: 'responseNode', options: {} },
      0,
    ),
    n8nNode(
      'Ask',
      'httpRequest',
      4.2,
      { url: '={{ $env.BARE_URL }}', options: { response: { response: { responseFormat: 'text' } } } },
      1,
    ),
    n8nNode(
      'Answer',
      'respondToWebhook',
      1.1,
      { respondWith: 'text', responseBody: '={{ $json.data }}', options: {} },
      2,
    ),
  ],
  connections: {
    Webhook: { main: [[{ node: 'Ask', type: 'main', index: 0 }]] },
    Ask: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
  },
};

type Peer = { name: string; goal: number; url: string; path: string; part: Part };
const say = (line: string) => console.log(line);
function nodeRed(dir: string, port: number, bareUrl: string): Peer {
  const installed = installPeer('node-red', NODE_RED, say);
  mkdirSync(dir, { recursive: true });
  const flows = join(dir, 'flows.json');
  writeFileSync(flows, JSON.stringify(nodeRedFlow));
  const settings = join(import.meta.dirname, '..', 'chaos', 'peers', 'node-red', 'settings.cjs');
  const url = `http://127.0.0.1:${port}`;
  return {
    name: `Node-RED ${NODE_RED}, a flow that keeps the answer for a minute`,
    goal: 2,
    url,
    path,
    part: part({
      name: 'Node-RED',
      args: [join(installed, 'node_modules', 'node-red', 'red.js'), '--settings', settings],
      env: {
        PEER_PORT: String(port),
        PEER_DIR: dir,
        PEER_FLOWS: flows,
        BARE_URL: bareUrl,
        HOME: dir,
        NODE_ENV: 'production',
      },
      logFile: join(dir, 'node-red.log'),
      ready: answers(`${url}/ready`),
    }),
  };
}
/** n8n answers once, and for seconds after that it does not know its workflow. */
function inARow(isReady: () => Promise<boolean>, times: number): () => Promise<boolean> {
  let seen = 0;
  return async () => {
    seen = (await isReady()) ? seen + 1 : 0;
    return seen >= times;
  };
}
async function n8n(dir: string, port: number, bareUrl: string): Promise<Peer> {
  const url = `http://127.0.0.1:${port}`;
  return {
    name: `n8n ${N8N}, a workflow that passes the answer on`,
    goal: 20,
    url,
    path: '/webhook/panels',
    part: await n8nPart(installN8n(say), {
      folder: dir,
      port,
      workflow: n8nWorkflow,
      env: { BARE_URL: bareUrl, N8N_LOG_LEVEL: 'error' },
      logFile: join(dir, 'n8n.log'),
      ready: inARow(answers(`${url}/webhook/panels`), 40),
    }),
  };
}

/** A warm panel beside what could be built without Backroom. All of them run, and take turns. */
export async function benchPeers(): Promise<Row[]> {
  await (await startProduct()).remove();
  const product = await startProduct({ ACCOUNT_REQUESTS: '100000000' });
  const dir = mkdtempSync(join(tmpdir(), 'backroom-peers-'));
  const bytes = (await (await fetch(signedRequest(product.backendUrl, path))).arrayBuffer()).byteLength;
  const [barePort = 0, nodeRedPort = 0, n8nPort = 0] = await freePorts(3);
  const bareUrl = `http://127.0.0.1:${barePort}/`;
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), String(barePort), String(bytes)]);
  const peers: Peer[] = [];
  try {
    await new Promise((ready) => bare.stdout.once('data', ready));
    peers.push(nodeRed(join(dir, 'node-red'), nodeRedPort, bareUrl), await n8n(join(dir, 'n8n'), n8nPort, bareUrl));
    for (const each of peers) await each.part.start();
    const rounds: { ours: number; theirs: number[] }[] = [];
    for (let round = 0; round < 4; round += 1) {
      const theirs: number[] = [];
      for (const { name, url, path: own } of peers) {
        const { rate } = await measured(0, url, own).catch((error: Error) => {
          throw new Error(`${name}: ${error.message}`);
        });
        theirs.push(rate);
      }
      const { rate: ours } = await measured(backendOf(product), product.backendUrl, path);
      // The first round warms them up.
      if (round > 0) rounds.push({ ours, theirs });
    }
    return peers.map(({ name, goal }, index) => {
      const ratio = median(rounds.map(({ ours, theirs }) => ours / (theirs[index] ?? Number.NaN)));
      const rates = rounds
        .map(({ ours, theirs }) => `${Math.round(ours)}/${Math.round(theirs[index] ?? 0)}`)
        .join(', ');
      const what = `warm 10-line stock panel, signed, ÷ the same ${bytes} bytes, unsigned, by ${name} (median of 3: ${rates} a second)`;
      return row(what, ratio.toFixed(2), `≥ ${goal}`, ratio >= goal);
    });
  } finally {
    for (const each of peers) await each.part.kill();
    bare.kill();
    await product.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}
