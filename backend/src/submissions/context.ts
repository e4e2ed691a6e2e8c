import type { AccountId, ErpCustomer, ProblemCode, RecordRef } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { WriteBack } from '../crm/contract/index.ts';
import type { ErpAdapter, ErpDescription } from '../erp/contract/index.ts';
import type { Lanes } from '../jobs/lanes.ts';
import type { Leases } from '../jobs/leases.ts';
import { toProblemError } from '../problems/translate.ts';
import type { Clock } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Payload } from './payload.ts';
import type { TestHooks } from './unsafe.ts';

export type EngineOptions = {
  db: Db;
  /** The database's time. Whatever several processes compare is noted by it. */
  clock: Clock;
  /** Ids of the account's connections. */
  connectionsOf: (account: AccountId) => Promise<readonly string[]>;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  /** What the ERP said of itself last, without asking it; null where it never could be asked. */
  describedBy: (account: AccountId, connection: string) => Promise<ErpDescription | null>;
  /** Why nothing may be written to the connection's ERP, or null; and the note that it is so, until an admin connects it anew. */
  unfit: (account: AccountId, connection: string) => Promise<string | null>;
  markUnfit: (account: AccountId, why: string, connection: string) => Promise<void>;
  writeBack: (account: AccountId, record: RecordRef, fields: WriteBack) => Promise<void>;
  /** In the transaction that notes that the ERP has a customer: the company's link to it. */
  link: (
    trx: Trx,
    link: { account: AccountId; connection: string; record: RecordRef; customer: ErpCustomer; actor: string },
  ) => Promise<void>;
  /** After it: figures that are old now. Its failure costs freshness, nothing else. */
  changed: (account: AccountId, payload: Payload, connection: string) => Promise<void>;
  /** This process's time, for what is only shown to people. */
  now: () => Date;
  /** Milliseconds of a clock that never jumps; tests move it with the other one. */
  steady?: () => number;
  hooks: TestHooks;
  onError: (error: unknown) => void;
};
/** What the engine's verbs share. */
export type EngineContext = EngineOptions & { lanes: Lanes; leases: Leases };

export const system = 'system';
/** Between tries of one submission. Jitter keeps a hundred waiting orders from coming back as one; the lane sees to the rest. */
const RETRY_MS = [500, 1000, 2000, 3000, 4000] as const;

/** In how many milliseconds to try again: by how often it was tried, and not before the ERP asked for it. */
export function soon(attempts: number, leastMs = 0): number {
  const base = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 4000;
  return Math.max(leastMs, base * (0.75 + Math.random() * 0.5));
}
/** Other people's words, as long as anybody reads them: some answer with a whole page. */
export const brief = (words: string): string => (words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words);
const MOST_WORDS = 2000;

/** A failure as it is kept in the row: in English, told anew in the viewer's language by the surface. */
export function problemOf(error: unknown) {
  const { code, more } = toProblemError(error);
  const { detail, field, retryAfterSeconds } = more;
  return makeProblem(code as ProblemCode, languageOf('en'), code, {
    ...(detail ? { detail: brief(detail) } : {}),
    ...(field ? { field } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
}
