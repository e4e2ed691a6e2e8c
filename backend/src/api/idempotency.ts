import type { AccountId } from '@backroom/shared';
import { ProblemError } from '../problems/error.ts';

/** As in the IETF draft, with a lower bound: a key of a few characters is a counter, and two clients would share it. */
const pattern = /^[\x21-\x7e]{8,200}$/;

/**
 * The Idempotency-Key header, or the body's field where a CRM's proxy lets no header through. The draft's structured form (a quoted string)
 * and the bare one are the same key. Throws `idempotency_key_missing`, or `invalid_input` for one that is too short, too long or not ASCII.
 */
export function keyOf(header: string | undefined, field: string | undefined): string {
  const key = header?.replace(/^"(.*)"$/, '$1') ?? field;
  if (!key) throw new ProblemError('idempotency_key_missing');
  if (!pattern.test(key))
    throw new ProblemError('invalid_input', {
      field: 'idempotencyKey',
      errors: [{ path: 'idempotencyKey', message: '8 to 200 visible ASCII characters' }],
    });
  return key;
}

type Replayed<Answer> = (account: AccountId, key: string, body: unknown) => Promise<Answer | null>;

/** Runs a write once a key: a key that comes back gets the first answer, one whose first request still runs is told so (409). */
export function idempotent<Answer>(replayed: Replayed<Answer>) {
  const running = new Map<string, string>();
  return async (
    account: AccountId,
    key: string,
    body: Record<string, unknown>,
    work: () => Promise<Answer>,
  ): Promise<Answer> => {
    const name = `${account}|${key}`;
    const other = running.get(name);
    const text = JSON.stringify(body);
    if (other !== undefined)
      throw other === text
        ? new ProblemError('idempotency_in_progress', { retryAfterSeconds: 1 })
        : new ProblemError('idempotency_key_reused');
    running.set(name, text);
    try {
      // Before anything is read: a replay is answered with the ERP down and the quote changed, too.
      return (await replayed(account, key, body)) ?? (await work());
    } finally {
      running.delete(name);
    }
  };
}
export type Idempotent<Answer> = ReturnType<typeof idempotent<Answer>>;
