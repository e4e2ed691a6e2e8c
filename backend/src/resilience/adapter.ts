import {
  BrokenCircuitError,
  type BulkheadPolicy,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import { ErpError, writeOperations } from '../erp/contract/index.ts';
import { operate, referenceIn } from '../monitoring/calls.ts';
import { type SpanAttributes, span } from '../monitoring/spans.ts';

export type ErpCallReport = { operation: string; ms: number; error: ErpError | null };
type Options = {
  concurrency: () => number;
  readMs: number;
  writeMs: number;
  onCall: (report: ErpCallReport) => void;
  /** Whose ERP it is, for traces. */
  of?: Pick<SpanAttributes, 'backroom.account' | 'backroom.connection'>;
};
/** How long the breaker stays open. Short, so that waiting orders are sent within seconds after the ERP's return. */
const OPEN_MS = 2000;
const FAILURES = 5;

const dead = (error: unknown) =>
  error instanceof ErpError && (error.kind === 'unreachable' || (error.kind === 'uncertain' && error.timedOut));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Wraps an adapter with limits for one connection: concurrency, a time-out per call, one retry of reads (never of writes), and a breaker that
 * allows one probe every two seconds while the ERP is down.
 */
export function withResilience(adapter: ErpAdapter, options: Options): ErpAdapter {
  let brokeAt = 0;
  const makeBreaker = () => {
    const fresh = circuitBreaker(handleWhen(dead), {
      halfOpenAfter: OPEN_MS,
      breaker: new ConsecutiveBreaker(FAILURES),
    });
    fresh.onBreak(() => {
      brokeAt = Date.now();
    });
    return fresh;
  };
  let current = makeBreaker();
  /** The policy uses the wall clock. If the clock is set back, an open breaker would stay open that long; a new breaker prevents that. */
  function breaker() {
    if (Date.now() < brokeAt) {
      brokeAt = 0;
      current = makeBreaker();
    }
    return current;
  }
  let places = options.concurrency();
  let gate: BulkheadPolicy = bulkhead(places, 1000);
  /** The concurrency of an ERP may become known only after its first answer. Running calls stay in the old queue. */
  function door(): BulkheadPolicy {
    if (options.concurrency() !== places) {
      places = options.concurrency();
      gate = bulkhead(places, 1000);
    }
    return gate;
  }

  function guard<Input, Output>(operation: string, method: (input: Input, call: ErpCall) => Promise<Output>) {
    const isWrite = writeOperations.has(operation);
    const once = async (input: Input, call: ErpCall): Promise<Output> => {
      const began = performance.now();
      const signal = AbortSignal.any([call.signal, AbortSignal.timeout(isWrite ? options.writeMs : options.readMs)]);
      const report = (error: ErpError | null) => options.onCall({ operation, ms: performance.now() - began, error });
      try {
        const reference = referenceIn(input);
        const output = await span(
          `erp ${operation}`,
          {
            kind: 'client',
            attributes: {
              ...options.of,
              'backroom.operation': operation,
              ...(reference ? { 'backroom.reference': reference } : {}),
            },
            submission: reference,
          },
          () => operate(operation, reference, () => method(input, { signal })),
        );
        report(null);
        return output;
      } catch (error) {
        // Adapters throw ErpError only. Any other error is a bug of ours and says nothing about the result of a write.
        const mapped =
          error instanceof ErpError
            ? error
            : new ErpError(isWrite ? 'uncertain' : 'drift', `${operation} failed inside the adapter`, { cause: error });
        report(mapped);
        throw mapped;
      }
    };
    return async (input: Input, call: ErpCall): Promise<Output> => {
      try {
        return await door().execute(() =>
          breaker().execute(async () => {
            try {
              return await once(input, call);
            } catch (error) {
              const again =
                !isWrite &&
                error instanceof ErpError &&
                error.kind === 'unreachable' &&
                !error.timedOut &&
                !call.signal.aborted;
              if (!again) throw error;
              await pause(100 + Math.random() * 100);
              return once(input, call);
            }
          }),
        );
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new ErpError('unreachable', `${operation}: spared, the ERP was just found down`, { cause: error });
        if (error instanceof BulkheadRejectedError)
          throw new ErpError('busy', `${operation}: too many calls wait for this ERP`, {
            retryAfterMs: 1000,
            cause: error,
          });
        throw error;
      }
    };
  }
  const group = <Group extends object>(name: string, methods: Group | undefined): Group | undefined =>
    methods &&
    (Object.fromEntries(
      Object.entries(methods).map(([key, method]) => [key, method && guard(`${name}.${key}`, method)]),
    ) as Group);
  const wrapped: ErpAdapter = {
    describe: guard('describe', adapter.describe),
    health: guard('health', adapter.health),
  };
  for (const name of [
    'customers',
    'products',
    'stock',
    'pricing',
    'orders',
    'invoices',
    'credit',
    'returns',
    'fields',
    'changes',
  ] as const)
    Object.assign(wrapped, adapter[name] ? { [name]: group(name, adapter[name]) } : {});
  if (adapter.close) wrapped.close = adapter.close;
  return wrapped;
}
