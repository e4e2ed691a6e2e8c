import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from '../transport/exchange.ts';
import { expiry, tokensOf } from '../transport/oauth/tokens.ts';
import type { SignedIn } from './auth.ts';
import type { Document } from './document.ts';
import { headersOf } from './template.ts';

export type Session = Extract<Document['auth'], { kind: 'session' }>;
/** How a session begins, and what tells that it has ended. */
export type SessionCalls = {
  /** The token in the answer to the log-in. */
  logIn: (signal: AbortSignal) => Promise<string>;
  hasEnded: (answer: Answer) => Promise<boolean>;
};

/** One session for all calls. One that has ended is begun anew once: such an answer comes before anything is done. */
export function sessionLogon(
  { headers, minutes }: Session,
  { logIn, hasEnded }: SessionCalls,
  ports: ErpPorts,
): SignedIn {
  const tokens = tokensOf(
    async (signal) => ({ accessToken: await begun(logIn, signal), expiresAt: expiry(ports.now(), minutes * 60) }),
    ports,
  );
  return async (signal, work) => {
    const ask = async (token: string) =>
      work({ headers: await headersOf(headers, {}, { token }), bindings: { token } });
    const token = await tokens.get(signal);
    const answer = await ask(token);
    if (!(await hasEnded(answer))) return answer;
    tokens.refused(token);
    return ask(await tokens.get(signal));
  };
}
/** A log-in that was understood and refused is a wrong user or password, whatever the ERP calls it. */
async function begun(logIn: SessionCalls['logIn'], signal: AbortSignal): Promise<string> {
  try {
    return await logIn(signal);
  } catch (error) {
    if (!(error instanceof ErpError) || !['refused', 'not_found', 'drift'].includes(error.kind)) throw error;
    throw new ErpError('unauthorised', error.message, { words: error.words, field: error.field, cause: error });
  }
}
