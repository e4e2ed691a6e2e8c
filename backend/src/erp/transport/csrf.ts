import { waitFor } from './memory.ts';

/** Shared by those who wait for the same token, so none of their time limits is its own. */
const FETCH_MS = 15_000;

/** A token that a server wants back with each write; it lives as long as the server's session. Concurrent callers wait for one fetch. */
export function csrfToken(fetchToken: (signal: AbortSignal) => Promise<string>) {
  let token: string | null = null;
  let pending: Promise<string> | null = null;
  return {
    async get(signal: AbortSignal): Promise<string> {
      if (token !== null) return token;
      pending ??= fetchToken(AbortSignal.timeout(FETCH_MS))
        .then((fresh) => {
          token = fresh;
          return fresh;
        })
        .finally(() => {
          pending = null;
        });
      return waitFor(pending, signal);
    },
    /** The server refused it. A newer one stays. */
    refused(old: string): void {
      if (token === old) token = null;
    },
  };
}

/** Whether an answer refuses the token and nothing else. The request was not executed. */
export const wantsToken = ({ status, headers }: { status: number; headers: Headers }): boolean =>
  status === 403 && /^required$/i.test(headers.get('x-csrf-token') ?? '');
