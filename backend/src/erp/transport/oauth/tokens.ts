import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { waitFor } from '../memory.ts';

export type Token = { accessToken: string; expiresAt: number };
export type Tokens = {
  get: (signal: AbortSignal) => Promise<string>;
  /** The ERP refused this token: the next call gets another. Calls that were on their way with it share that one. */
  refused: (accessToken: string) => void;
};

/** A token is renewed before it ends: a slow call must not outlive it. */
const MARGIN_MS = 60_000;
/** A refusal stands for a while: asked again and again, some servers lock the application out. */
const REFUSED_MS = 60_000;
const FETCH_MS = 15_000;
/** A server that does not say how long a token lives gets a short life. */
const UNKNOWN_LIFE_S = 300;

export const expiry = (now: number, expiresIn: number | undefined): number =>
  now + (expiresIn ?? UNKNOWN_LIFE_S) * 1000;
export const isFresh = ({ expiresAt }: Token, now: number): boolean => now < expiresAt - MARGIN_MS;

/** Remembers a token until shortly before its end. Concurrent callers wait for the same request. */
export function tokensOf(
  fetchToken: (signal: AbortSignal, refused: string | null) => Promise<Token>,
  ports: ErpPorts,
): Tokens {
  let token: Token | null = null;
  let pending: Promise<Token> | null = null;
  let refusal: { error: ErpError; until: number } | null = null;
  let bad: string | null = null;
  function ask(): Promise<Token> {
    pending ??= fetchToken(AbortSignal.timeout(FETCH_MS), bad)
      .then((fresh) => {
        token = fresh;
        return fresh;
      })
      .catch((error: unknown) => {
        if (error instanceof ErpError && error.kind === 'unauthorised')
          refusal = { error, until: ports.now() + REFUSED_MS };
        throw error;
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }
  return {
    async get(signal) {
      if (token && isFresh(token, ports.now())) return token.accessToken;
      if (refusal && ports.now() < refusal.until) throw refusal.error;
      return (await waitFor(ask(), signal)).accessToken;
    },
    refused(accessToken) {
      if (token?.accessToken !== accessToken) return;
      bad = accessToken;
      token = null;
    },
  };
}
