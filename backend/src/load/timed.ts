import { ErpError } from '../erp/contract/index.ts';
import type { Timed } from './rows.ts';

/** Longer than any of our own limits: what is cut is cut by those. */
const CALL_MS = 60_000;

/** Makes calls and keeps how long each took and how it ended. */
export function timer(steady: () => number, stopping: AbortSignal) {
  let kept: Timed[] = [];
  return {
    async call<Value>(operation: string, make: (call: { signal: AbortSignal }) => Promise<Value>): Promise<Value> {
      const began = steady();
      const note = (outcome: string) => void kept.push({ operation, ms: steady() - began, outcome });
      try {
        const value = await make({ signal: AbortSignal.any([stopping, AbortSignal.timeout(CALL_MS)]) });
        note('ok');
        return value;
      } catch (error) {
        note(error instanceof ErpError ? error.kind : 'fault');
        throw error;
      }
    },
    take(): Timed[] {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}
export type Timer = ReturnType<typeof timer>;
