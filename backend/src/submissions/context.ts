import type { AccountId, ErpCustomer, ProblemCode, RecordRef } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { WriteBack } from '../crm/contract/index.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { toProblemError } from '../problems/translate.ts';
import type { Db } from '../store/open.ts';
import type { Lanes } from './lanes.ts';
import type { Leases } from './leases.ts';
import type { Payload } from './payload.ts';
import type { Trx } from './rows.ts';
import type { TestHooks } from './unsafe.ts';

export type EngineOptions = {
  db: Db;
  erpFor: (account: AccountId) => Promise<ErpAdapter>;
  writeBack: (account: AccountId, record: RecordRef, fields: WriteBack) => Promise<void>;
  /** In the transaction that notes that the ERP has a customer: the company's link to it. */
  link: (
    trx: Trx,
    link: { account: AccountId; record: RecordRef; customer: ErpCustomer; actor: string },
  ) => Promise<void>;
  /** After it: figures that are old now. Its failure costs freshness, nothing else. */
  changed: (account: AccountId, payload: Payload) => Promise<void>;
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

/** When to try again: by how often it was tried, and not before the ERP asked for it. Milliseconds. */
export function soon(now: Date, attempts: number, leastMs = 0): Date {
  const base = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 4000;
  return new Date(now.getTime() + Math.max(leastMs, base * (0.75 + Math.random() * 0.5)));
}
/** A failure as it is kept in the row: in English, told anew in the viewer's language by the surface. */
export function problemOf(error: unknown) {
  const { code, more } = toProblemError(error);
  const { detail, field, retryAfterSeconds } = more;
  return makeProblem(code as ProblemCode, languageOf('en'), code, {
    ...(detail ? { detail } : {}),
    ...(field ? { field } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
}
