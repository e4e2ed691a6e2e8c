import type { ErpFetch } from '../contract/ports.ts';
import { type Asked, noAnswer } from './silence.ts';

export type Answer = { status: number; headers: Headers; bytes: Uint8Array };

/** One HTTP exchange, the body read to its end. Throws for silence only: what the status means is the adapter's. */
export async function exchange(fetch: ErpFetch, url: string | URL, init: RequestInit, asked: Asked): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: 'error', ...init, signal: asked.signal });
    return {
      status: response.status,
      headers: response.headers,
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    throw noAnswer(error, asked);
  }
}

const HOPS = 3;
/** Follows redirects within one server, as a page in another language is one. An answer that leads elsewhere comes back as it is. */
export async function exchangeOnServer(fetch: ErpFetch, url: string | URL, asked: Asked): Promise<Answer> {
  let at = new URL(url);
  for (let hops = 0; ; hops += 1) {
    const answer = await exchange(fetch, at, { redirect: 'manual' }, asked);
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || location === null || hops === HOPS) return answer;
    const next = new URL(location, at);
    if (next.origin !== at.origin) return answer;
    at = next;
  }
}

/** Whether an answer says that it is a PDF. Some servers send their sign-in page with status 200. */
export const isPdf = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  /^application\/pdf\s*(;|$)/i.test(headers.get('content-type') ?? '');
