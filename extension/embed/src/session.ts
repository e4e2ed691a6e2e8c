import { type Fetcher, ProblemFailure, readAnswer } from '@backroom/panels';
import type { Problem, RecordRef } from '@backroom/shared';
import { surfaceProblem } from '@backroom/shared/messages/problem-document';
import { problemsEn } from '@backroom/shared/messages/problems.en';
import type { Host } from './host.ts';

/** A session is renewed before it ends: a press at its last second must not fail. */
const EARLY_MS = 30_000;
/** Two frames of one user may get the same token within a second; the next one is another. */
const NEXT_TOKEN_MS = 1100;
const WAIT_MS = 14_000;

export type Opened = { record: RecordRef | null; locale: string | null; isAdmin: boolean };
/** `renews`: goes on without another token of the vendor. */
type Session = Opened & { token: string; expiresAt: string; renews?: boolean };
type Parts = {
  host: Pick<Host, 'context' | 'proof'>;
  crm: string;
  /** The ticket in the page's head. */
  page: string;
  locale: string;
  fetch: typeof fetch;
  now: () => number;
};

const unreachable = (detail: string) =>
  new ProblemFailure(surfaceProblem(problemsEn, 'backroom_unreachable', 'card', { detail }));
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (char) => ({ '+': '-', '/': '_' })[char] ?? '');
const problemIn = (json: unknown, status: number): Problem => {
  const read = readAnswer('problem', json);
  return 'data' in read ? read.data : unreachable(`HTTP ${status}`).problem;
};

/**
 * The vendor's token becomes a session of ten minutes, which lives here and nowhere else: no cookie and no storage, which a browser may deny to a frame.
 * It belongs to this frame by a secret that is made up for it.
 */
export function openSession(parts: Parts) {
  const frame = base64url(crypto.getRandomValues(new Uint8Array(32)));
  let session: Promise<Session> | null = null;

  const post = (what: 'session' | 'renewal', init: RequestInit): Promise<Response> =>
    parts
      .fetch(`/embed/${parts.crm}/${what}?${new URLSearchParams({ locale: parts.locale })}`, {
        ...init,
        method: 'POST',
        signal: AbortSignal.timeout(WAIT_MS),
        credentials: 'omit',
      })
      .catch((error: unknown) => {
        throw unreachable(String(error));
      });
  async function exchange(tries: number): Promise<Session> {
    const proof = await parts.host.proof();
    const body = JSON.stringify({ proof, place: parts.host.context(), frame, page: parts.page });
    const response = await post('session', { headers: { 'content-type': 'application/json' }, body });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return (answer as { data: Session }).data;
    const problem = problemIn(answer, response.status);
    const mayPass = problem.code === 'signature_replayed' || problem.code === 'signature_expired';
    if (!mayPass || tries === 0) throw new ProblemFailure(problem);
    // What the address had may be old by now. A fresh one is asked for, in another second than the first.
    await new Promise((done) => setTimeout(done, problem.code === 'signature_replayed' ? NEXT_TOKEN_MS : 0));
    return exchange(tries - 1);
  }
  async function renewed(from: Session): Promise<Session> {
    const response = await post('renewal', {
      headers: { 'x-backroom-session': from.token, 'x-backroom-frame': frame },
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new ProblemFailure(problemIn(answer, response.status));
    return { ...from, ...(answer as { data: Pick<Session, 'token' | 'expiresAt'> }).data };
  }
  function current(): Promise<Session> {
    session ??= exchange(2).catch((error: unknown) => {
      session = null;
      throw error;
    });
    return session;
  }
  async function living(): Promise<Session> {
    const known = await current();
    if (Date.parse(known.expiresAt) - EARLY_MS > parts.now()) return known;
    session = known.renews
      ? renewed(known).catch((error: unknown) => {
          session = null;
          throw error;
        })
      : null;
    return current();
  }
  async function send(
    { token }: Session,
    url: string,
    { method, body, timeout }: Parameters<Fetcher>[1],
  ): Promise<Response> {
    return parts.fetch(url, {
      method,
      credentials: 'omit',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'x-backroom-session': token,
        'x-backroom-frame': frame,
        ...(method === 'GET' ? {} : { 'x-backroom-once': crypto.randomUUID() }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }
  /** As the CRMs' proxies give it: a problem of ours inside our envelope. */
  const fetcher: Fetcher = async (url, options) => {
    const used = await living();
    let response = await send(used, url, options);
    if (response.status === 401) {
      // Another request may have a new one already.
      const { token } = await current();
      if (token === used.token) session = null;
      response = await send(await current(), url, options);
    }
    const json: unknown = await response.json();
    if (response.ok) return { ok: true, status: response.status, json: async () => json };
    const told = readAnswer('problem', json);
    if ('wrong' in told) return { ok: false, status: response.status, json: async () => json };
    return { ok: true, status: 200, json: async () => ({ ok: false, problem: told.data }) };
  };
  return { open: (): Promise<Opened> => living(), fetcher };
}
export type PanelSession = ReturnType<typeof openSession>;
