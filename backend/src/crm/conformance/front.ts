import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import type { Fault } from './subject.ts';

/** How this vendor says each bad thing. */
export type Voice = {
  isToken: (path: string) => boolean;
  /** What a session goes by. Absent: its `authorization`. */
  sessionOf?: (headers: Headers) => string;
  faults: Readonly<Record<Exclude<Fault, 'hangs'>, () => Response>>;
  ended: () => Response;
  refused: () => Response;
  /** The token endpoint does not know our secret. */
  misconfigured: () => Response;
};

/** A real server before a stand-in: counts the calls, and spoils what it is told to. */
export async function openFront(stand: { fetch: (request: Request) => Response | Promise<Response> }, voice: Voice) {
  const planned: Fault[] = [];
  const seen = new Set<string>();
  const ended = new Set<string>();
  const counts = { calls: 0, sessions: 0 };
  let [revoked, misconfigured] = [false, false];
  async function answer(request: Request): Promise<Response> {
    if (voice.isToken(new URL(request.url).pathname)) {
      if (misconfigured) return voice.misconfigured();
      if (revoked) return voice.refused();
      const response = await stand.fetch(request);
      if (response.ok) counts.sessions += 1;
      return response;
    }
    counts.calls += 1;
    const session = voice.sessionOf?.(request.headers) ?? request.headers.get('authorization') ?? '';
    if (ended.has(session)) return voice.ended();
    seen.add(session);
    const fault = planned.shift();
    if (fault === 'hangs') return new Promise<never>(() => {});
    return fault ? voice.faults[fault]() : stand.fetch(request);
  }
  const server = await new Promise<Server>((ready) => {
    const started = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, () => ready(started as Server));
  });
  // A CRM that is filled, for minutes where it is a live one, answers nobody meanwhile: a connection that was open before is still good.
  server.keepAliveTimeout = 900_000;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    counts: () => ({ ...counts }),
    failNext: (fault: Fault) => void planned.push(fault),
    endSession: () => {
      for (const session of seen) ended.add(session);
    },
    revoke: () => {
      revoked = true;
      for (const session of seen) ended.add(session);
    },
    misconfigure: () => {
      misconfigured = true;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The token store of one process, without a database. */
export function memoryTokens(account: string, first: StoredTokens) {
  const kept = new Map<string, StoredTokens>([[account, first]]);
  let connected = true;
  const last = new Map<string, Promise<unknown>>();
  const store: CrmTokenStore = {
    get: async (id) => kept.get(id) ?? null,
    async put(id, tokens) {
      kept.set(id, tokens);
    },
    async disconnect() {
      connected = false;
    },
    withLock(id, work) {
      const run = (last.get(id) ?? Promise.resolve()).catch(() => {}).then(work);
      last.set(id, run);
      return run;
    },
  };
  return { store, connected: async () => connected };
}
