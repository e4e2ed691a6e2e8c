import { createHash } from 'node:crypto';
import type { CredentialStore, ErpPorts, StoredTokens } from '../../contract/ports.ts';
import { grantedTokens } from './authorization-code.ts';
import type { TokenServer } from './server.ts';
import type { Tokens } from './tokens.ts';

/** Keeps what followed from a grant in this process alone. */
export function grantInMemory(): CredentialStore {
  let kept: StoredTokens | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async () => kept,
    write: async (tokens) => {
      kept = tokens;
    },
    alone(work) {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
  };
}
/** What this process has of grants that nobody keeps: connections opened with one refresh token share what followed from it. */
const inProcess = new Map<string, CredentialStore>();
function processStore(grant: string): CredentialStore {
  const found = inProcess.get(grant) ?? grantInMemory();
  inProcess.set(grant, found);
  return found;
}

/**
 * Tokens of a server whose refresh token is used once. An admin enters the first one; what follows from it is kept by a hash of what was entered, so that a token
 * entered anew starts anew.
 */
export function rotatingTokens(server: TokenServer, refreshToken: string, ports: ErpPorts): Tokens {
  const grant = createHash('sha256').update(`${server.clientId}\n${refreshToken}`).digest('hex');
  const store = (ports.granted ?? processStore)(grant);
  const entered: StoredTokens = { accessToken: '', refreshToken, expiresAt: 0 };
  return grantedTokens(server, { ...store, read: async () => (await store.read()) ?? entered }, ports);
}
