import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from './exchange.ts';
import { waitFor } from './memory.ts';
import type { Tokens } from './oauth/tokens.ts';

/** Makes a request with a credential. The answer to a credential that was refused comes back as it is. */
export type Logon = (signal: AbortSignal, work: (authorization: string) => Promise<Answer>) => Promise<Answer>;

/** A refusal stands for a while: asked again and again, some servers lock the user. */
const REFUSED_MS = 60_000;

/**
 * A user and a password. Until a first call was let in, only one is on its way: a page asks for six panels at once, and five wrong passwords
 * lock a user in many ERPs.
 */
export function basicLogon(user: string, password: string, { now }: ErpPorts): Logon {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  let isKnown = false;
  let first: Promise<unknown> | null = null;
  let refusal: { answer: Answer; until: number } | null = null;
  const judged = (answer: Answer): Answer => {
    isKnown = answer.status !== 401;
    refusal = isKnown ? null : { answer, until: now() + REFUSED_MS };
    return answer;
  };
  return async (signal, work) => {
    while (!isKnown && first) await waitFor(first, signal);
    if (refusal && now() < refusal.until) return refusal.answer;
    const asked = work(authorization).then(judged);
    if (!isKnown) {
      const over = asked
        .catch(() => {})
        .finally(() => {
          if (first === over) first = null;
        });
      first = over;
    }
    return asked;
  };
}

/** A bearer token. One that has ended is renewed once: a 401 comes before anything is done, so a write may be sent again after it. */
export const tokenLogon =
  (tokens: Tokens): Logon =>
  async (signal, work) => {
    const token = await tokens.get(signal);
    const answer = await work(`Bearer ${token}`);
    if (answer.status !== 401) return answer;
    tokens.refused(token);
    return work(`Bearer ${await tokens.get(signal)}`);
  };
