import { LRUCache } from 'lru-cache';
import { CrmError } from '../contract/index.ts';
import { AT_ONCE } from './unproved.ts';

/** Limits the calls of an account at the same time. The others wait for their turn, at most until their own time-out. */
export function turns() {
  const lanes = new LRUCache<string, { busy: number; waiting: (() => void)[] }>({ max: 2000 });
  return async function turn<Result>(
    account: string,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const lane = lanes.get(account) ?? { busy: 0, waiting: [] };
    lanes.set(account, lane);
    while (lane.busy >= AT_ONCE)
      await new Promise<void>((done, fail) => {
        const next = () => {
          signal.removeEventListener('abort', over);
          done();
        };
        const over = () => {
          lane.waiting.splice(lane.waiting.indexOf(next), 1);
          fail(new CrmError('unreachable', 'SAP Sales Cloud: no turn in time'));
        };
        if (signal.aborted) return over();
        lane.waiting.push(next);
        signal.addEventListener('abort', over, { once: true });
      });
    lane.busy += 1;
    try {
      return await work();
    } finally {
      lane.busy -= 1;
      lane.waiting.shift()?.();
    }
  };
}
