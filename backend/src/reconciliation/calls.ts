import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';

/** Beside reps: for each moment that a call takes, two are left to others, so a run never has more than a third of one place at the ERP. */
const REST_FACTOR = 2;
/** HubSpot allows five searches a second for the whole account. */
const REST_LEAST_MS = 250;
/** Before the tries after a failure; a run in the night has time, and an ERP that restarts is back within two minutes. */
const RETRY_MS = [2000, 10_000, 30_000, 60_000] as const;
const RETRY_MOST_MS = 120_000;
/** Longer than a rep would wait: nobody does. */
const CALL_MS = 60_000;

export class Stopped extends Error {}
export type Pause = (ms: number) => Promise<void>;

const passes = (error: unknown): boolean =>
  (error instanceof ErpError && ['unreachable', 'busy', 'conflict', 'uncertain'].includes(error.kind)) ||
  (error instanceof CrmError && ['unreachable', 'busy'].includes(error.kind));

/** Makes one call after the other, with rests in between, and again when what is wrong passes by itself. Throws the last error. */
export function slowly(options: {
  pause: Pause;
  signal: AbortSignal;
  steady: () => number;
  /** The rest after a call that took so long. */
  restAfter?: (tookMs: number) => number;
}) {
  const { restAfter = (tookMs) => Math.max(REST_LEAST_MS, tookMs * REST_FACTOR) } = options;
  /** Whoever just waited minutes for nothing does not wait as long for the next call. */
  let patient = true;
  const pause = async (ms: number) => {
    if (options.signal.aborted) throw new Stopped();
    await options.pause(ms);
    if (options.signal.aborted) throw new Stopped();
  };
  const make = async <Value>(call: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    for (let nth = 0; ; nth += 1) {
      const began = options.steady();
      try {
        const value = await call(AbortSignal.any([options.signal, AbortSignal.timeout(CALL_MS)]));
        patient = true;
        return value;
      } catch (error) {
        if (options.signal.aborted) throw new Stopped();
        const next = RETRY_MS[nth];
        if (!patient || next === undefined || !passes(error)) {
          patient = !passes(error);
          throw error;
        }
        const asked = error instanceof ErpError || error instanceof CrmError ? (error.retryAfterMs ?? 0) : 0;
        await pause(Math.min(Math.max(next, asked), RETRY_MOST_MS));
      } finally {
        await pause(restAfter(options.steady() - began));
      }
    }
  };
  return Object.assign(make, { patient: () => patient });
}
export type Slowly = ReturnType<typeof slowly>;
