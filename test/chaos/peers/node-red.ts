import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, part } from '../processes.ts';
import { installPeer } from './install.ts';
import { carefulFlow, plainFlow } from './node-red/flows.ts';
import { openPeer, type System } from './system.ts';

export const NODE_RED = '5.0.7';

export const nodeRed = (say: (line: string) => void): System =>
  system('Node-RED', carefulFlow, say, 90_000, [
    'context in files without a cache: an event is answered when its order is on the disk (`contextStorage`, `localfilesystem`)',
    'an order that is open is not started again; at a start everything that is open goes on, by way of the look-up',
    'look up, create; whatever is not an order goes round through a delay of 5 s to the look-up, without an end',
    '`httpRequestTimeout` 15 s, connections kept alive',
  ]);
export const plainNodeRed = (say: (line: string) => void): System =>
  // Three calls of fifteen seconds at most, and it has given up.
  system('Node-RED, plain', plainFlow, say, 60_000, [
    'answered at once, look up, create, three tries a second apart: the flow of a first evening',
    '`httpRequestTimeout` 15 s, connections kept alive',
  ]);

function system(
  name: string,
  flow: readonly unknown[],
  say: (line: string) => void,
  quietMs: number,
  settings: readonly string[],
): System {
  const installed = installPeer('node-red', NODE_RED, say);
  return {
    name,
    version: NODE_RED,
    settings,
    quietMs,
    open: (options) =>
      openPeer(options, ({ dir, port, erpUrl, erpKey, movable }) => {
        const userDir = join(dir, 'node-red');
        mkdirSync(userDir, { recursive: true });
        const flows = join(userDir, 'flows.json');
        writeFileSync(flows, JSON.stringify(flow));
        const kept = join(userDir, 'context', 'tab', 'flow.json');
        const webhook = `http://127.0.0.1:${port}/quote-accepted`;
        return {
          webhook,
          // It has no list of open orders; whoever knows where to look finds them in the file.
          async holds(reference) {
            return existsSync(kept) && readFileSync(kept, 'utf8').includes(reference);
          },
          part: part({
            name: 'Node-RED',
            args: [
              join(installed, 'node_modules', 'node-red', 'red.js'),
              '--settings',
              join(import.meta.dirname, 'node-red', 'settings.cjs'),
            ],
            env: {
              PEER_PORT: String(port),
              PEER_DIR: userDir,
              PEER_FLOWS: flows,
              ERP_URL: erpUrl,
              ERP_KEY: erpKey,
              HOME: userDir,
            },
            logFile: join(dir, 'logs', 'node-red.log'),
            ready: answers(`http://127.0.0.1:${port}/ready`),
            movable,
          }),
        };
      }),
  };
}
