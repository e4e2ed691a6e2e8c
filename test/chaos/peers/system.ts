import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneOfMany } from '../../../extension/playground/server/hubspot/many.ts';
import { freePorts } from '../../support/ports.ts';
import { type Erp, startErp } from '../erps.ts';
import { type Answer, look, openPages, type Sent, type Target, targetOf } from '../load.ts';
import { orderOf } from '../order.ts';
import { cleanAtExit, type Part } from '../processes.ts';
import { type ChaosProxy, startProxy } from '../proxy.ts';
import { startWorld } from '../world.ts';

/** One of those that are compared, running, with the same ERP and the same proxy behind it. */
export type Arena = {
  erp: Erp;
  proxy: ChaosProxy;
  target: Target;
  /** The processes that hold the orders: what is killed. */
  parts: readonly Part[];
  moveClock: (ms: number) => Promise<void>;
  /** Reps look at deals before they sell: what Backroom's pages showed is then its last known figure. Nothing for the others. */
  openPages: (from: number, count: number) => Promise<void>;
  /** Whether it still shows an order as open, where a person would find it. */
  holds: (sent: Sent) => Promise<boolean>;
  heal: () => Promise<void>;
  end: () => Promise<void>;
};
export type ArenaOptions = { deals: number; movable: boolean };
export type System = {
  name: string;
  version: string;
  /** What it is set to, for the reader. */
  settings: readonly string[];
  /** How long it may be silent and still be at an order. */
  quietMs: number;
  open: (options: ArenaOptions) => Promise<Arena>;
};

export const backroom: System = {
  name: 'Backroom',
  version: 'this commit',
  settings: [
    'one process on the embedded database, as `npm start` runs it',
    'look-ups, waits and concurrency: the engine’s own',
  ],
  quietMs: 90_000,
  async open({ deals, movable }) {
    const world = await startWorld({ store: 'pglite', erp: 'demo', deals, movable });
    return {
      erp: world.erp,
      proxy: world.proxy,
      target: targetOf(world),
      parts: world.backends,
      moveClock: (ms) => world.moveClock(ms),
      openPages: (from, count) => openPages(world, from, count),
      async holds({ acknowledged }) {
        const seen = acknowledged && (await look(world, acknowledged));
        return !!seen && seen !== 'unknown' && ['waiting', 'checking', 'needs_attention'].includes(seen.state);
      },
      heal: world.heal,
      end: world.end,
    };
  },
};

/** How long a CRM waits for a webhook's answer; HubSpot's workflows give up after ten seconds or more, as its cards do after fifteen. */
const WEBHOOK_MS = 15_000;
async function tell(url: string, index: number): Promise<Answer & { ms: number }> {
  const order = orderOf(index);
  const began = performance.now();
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(WEBHOOK_MS),
    });
    await answer.arrayBuffer();
    const ms = performance.now() - began;
    const reference = String(order.reference);
    return answer.ok
      ? { ok: true, data: { id: reference, reference }, ms }
      : { ok: false, code: `HTTP ${answer.status}`, ms };
  } catch {
    return { ok: false, code: 'no_answer', ms: performance.now() - began };
  }
}

export type PeerPlace = { dir: string; port: number; erpUrl: string; erpKey: string; movable: boolean };
export type PeerProcess = { part: Part; webhook: string; holds: (reference: string) => Promise<boolean> };

/** The same surroundings for a system that is not ours. */
export async function openPeer(
  options: ArenaOptions,
  start: (place: PeerPlace) => Promise<PeerProcess> | PeerProcess,
): Promise<Arena> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-peer-'));
  const remove = cleanAtExit(() => rmSync(dir, { recursive: true, force: true }));
  const [erpPort = 0, proxyPort = 0, port = 0] = await freePorts(3);
  const erp = await startErp('demo', { port: erpPort, dir, movable: options.movable });
  const proxy = await startProxy({ port: proxyPort, erp });
  await erp.part.start();
  const { part, webhook, holds } = await start({
    dir,
    port,
    erpUrl: proxy.url,
    erpKey: 'demo-erp-key',
    movable: options.movable,
  });
  await part.start();
  if (!part.alive()) throw new Error(`${part.name} does not start:\n${part.log()}`);
  return {
    erp,
    proxy,
    target: { deal: oneOfMany, press: (index) => tell(webhook, index) },
    parts: [part],
    async moveClock(ms) {
      for (const each of [erp.part, part]) await each.moveClock(ms);
    },
    openPages: async () => {},
    holds: ({ reference }) => holds(reference),
    async heal() {
      proxy.setRule(null);
      await proxy.listen();
      await Promise.all([erp.part.start(), part.start()]);
    },
    async end() {
      await part.stop();
      await Promise.all([erp.part.stop(), proxy.close()]);
      remove();
    },
  };
}
