import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { erpErrorKinds } from '../erp/contract/errors.ts';
import { maskedPath } from './mask.ts';
import { pastSpan } from './spans.ts';

export const callSystems = ['erp', 'crm'] as const;
export type CallSystem = (typeof callSystems)[number];
/** How a call ended: `ok`, or the kind of error that it gave. */
export const callOutcomes = ['ok', ...erpErrorKinds, 'too_large'] as const;
export type CallOutcome = (typeof callOutcomes)[number];
export type LoggedCall = {
  account: string;
  at: Date;
  system: CallSystem;
  /** Empty for calls to the CRM. */
  connection: string;
  /** What Backroom asked for: `stock.availability`, `record`. */
  operation: string;
  method: string;
  path: string;
  /** Null without an answer. */
  status: number | null;
  /** Until the answer began. */
  ms: number;
  outcome: CallOutcome;
  /** The order's reference, else that of the request that caused the call. Null for work in the background. */
  reference: string | null;
};
/** One HTTP request as the transport saw it. */
export type Sent = { method: string; url: string; status: number | null; ms: number; operation?: string };

type Keep = (call: LoggedCall) => void;
type Running = { name: string; reference: string | null; calls: { call: LoggedCall; keep: Keep }[]; ended: boolean };
const operations = new AsyncLocalStorage<Running>();
const requests = new AsyncLocalStorage<string>();

/** Calls made inside carry the reference of this request. */
export const inRequest = <Result>(reference: string, work: () => Result): Result => requests.run(reference, work);

const outcomeSchema = z.enum(callOutcomes).catch('drift');
const kindOf = (error: unknown): CallOutcome =>
  outcomeSchema.parse(error instanceof Error && 'kind' in error ? error.kind : null);

/**
 * Runs one operation, which may take several calls. Calls are kept when it ends, because an ERP that answers every call with status 200 says only in the
 * body that it failed: the call that failed has the operation's error.
 */
export async function operate<Result>(
  name: string,
  reference: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  const running: Running = { name, reference: reference ?? requests.getStore() ?? null, calls: [], ended: false };
  try {
    return await operations.run(running, work);
  } catch (error) {
    const blamed = running.calls.findLast(({ call }) => call.outcome !== 'ok') ?? running.calls.at(-1);
    if (blamed) blamed.call.outcome = kindOf(error);
    throw error;
  } finally {
    running.ended = true;
    for (const { call, keep } of running.calls) keep(call);
  }
}

function outcomeOf(status: number | null): CallOutcome {
  if (status === null || status >= 500) return 'unreachable';
  if (status < 400) return 'ok';
  const known: Partial<Record<number, CallOutcome>> = {
    401: 'unauthorised',
    403: 'unauthorised',
    404: 'not_found',
    409: 'conflict',
    429: 'busy',
  };
  return known[status] ?? 'refused';
}

/** Only versions of an interface keep their digits. */
const withoutIds = (path: string): string =>
  path.replace(/[^/?]*\d[^/?]*/g, (part) => (/^(v\d+(\.\d+)?|\d{4}-\d{2})$/.test(part) ? part : '{id}'));

type Origin = { account: string; system: CallSystem; connection: string; secrets?: ReadonlySet<string> };
/** Keeps one request of an account: with its operation if it is part of one, else at once. */
export function noteCall(keep: Keep, { account, system, connection, secrets }: Origin, sent: Sent, at: Date): void {
  const running = operations.getStore();
  const call: LoggedCall = {
    account,
    at,
    system,
    connection,
    operation: sent.operation ?? running?.name ?? 'other',
    method: sent.method,
    path: maskedPath(sent.url, secrets),
    status: sent.status,
    ms: Math.max(0, Math.round(sent.ms)),
    outcome: outcomeOf(sent.status),
    reference: running ? running.reference : (requests.getStore() ?? null),
  };
  pastSpan(`HTTP ${sent.method}`, call.ms, () => ({
    kind: 'client',
    attributes: {
      'http.request.method': sent.method,
      // Record numbers stay in the log of the account; they do not leave.
      'url.path': withoutIds(call.path),
      ...(sent.status === null ? {} : { 'http.response.status_code': sent.status }),
      ...(call.outcome === 'ok' ? {} : { 'backroom.outcome': call.outcome }),
    },
  }));
  if (running && !running.ended) running.calls.push({ call, keep });
  else keep(call);
}

const REFERENCE = /^[\w.-]{1,64}$/;
const referencesSchema = z.object({ reference: z.string().optional(), references: z.array(z.string()).optional() });
/** The reference of the order, customer or return that an operation is about. Null where it is about several, or none. */
export function referenceIn(input: unknown): string | null {
  const { reference, references = [] } = referencesSchema.safeParse(input).data ?? {};
  const found = reference ?? (references.length === 1 ? references[0] : undefined);
  return found !== undefined && REFERENCE.test(found) ? found : null;
}
