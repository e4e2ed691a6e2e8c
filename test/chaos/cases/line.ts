import { type ChaosProxy, type Fault, httpAnswer, type Passing } from '../proxy.ts';
import type { Chance } from '../random.ts';
import type { Case } from './case.ts';

/** A fault meets a request with this chance, and an order's requests at most so often: then the ERP's day is better again. */
export type Plan = { faults: readonly Fault[]; onWrites: number; onReads: number; most: number };

/** Sets the proxy's rule. It asks the seed by reference and count, so that the same orders meet the same faults in a replay. */
export function plan(
  { proxy, chance }: { proxy: ChaosProxy; chance: Chance },
  { faults, onWrites, onReads, most }: Plan,
): void {
  const met = new Map<string, number>();
  const asked = new Map<string, number>();
  proxy.setRule((request: Passing) => {
    const { reference } = request;
    if (!reference) return null;
    const key = `${reference}|${request.write}`;
    const nth = (asked.get(key) ?? 0) + 1;
    asked.set(key, nth);
    const before = met.get(key) ?? 0;
    if (before >= most) return null;
    if (chance('fault', key, nth) >= (request.write ? onWrites : onReads)) return null;
    met.set(key, before + 1);
    return faults[Math.floor(chance('which', key, nth) * faults.length)] ?? null;
  });
}

const line = (name: string, what: string, share: number, rest: Plan, most?: number): Case => ({
  name,
  what,
  share,
  ...(most === undefined ? {} : { most }),
  async run(run) {
    plan({ proxy: run.world.proxy, chance: run.chance }, rest);
    await run.convert(run.count, { twice: 0.2 });
    await run.settle(60_000);
  },
});
const problem = (status: string, body = '', headers: string[] = []) =>
  httpAnswer(status, 'application/json', body, headers);
const html = httpAnswer('200 OK', 'text/html', '<!doctype html><title>Maintenance</title><h1>We will be back</h1>');
const often = { onWrites: 0.5, onReads: 0.1, most: 2 };

/** Everything that can happen to the line between Backroom and the ERP. */
export const lineCases: Case[] = [
  line('reset-before', 'the line is cut before the ERP sees the order', 3, {
    ...often,
    faults: [{ kind: 'reset_before' }],
  }),
  line('reset-during', 'the line is cut while the ERP has the order in hand', 3, {
    ...often,
    faults: [{ kind: 'reset_during' }],
  }),
  line('reset-after', 'the ERP commits, the answer is dropped', 6, { ...often, faults: [{ kind: 'reset_after' }] }),
  line('cut', 'the answer breaks off in the middle', 3, { ...often, faults: [{ kind: 'cut' }] }),
  line('drip', 'the answer comes in small pieces', 1, { ...often, faults: [{ kind: 'drip', ms: 20 }] }, 300),
  // A hanging write costs its whole time limit; a handful shows as much as a thousand.
  line(
    'hang',
    'the ERP commits and never answers',
    1,
    { onWrites: 0.2, onReads: 0, most: 1, faults: [{ kind: 'hang' }] },
    40,
  ),
  line('busy', '429 without retry-after', 2, {
    ...often,
    faults: [{ kind: 'answer', bytes: problem('429 Too Many Requests') }],
  }),
  line('busy-retry-after', '429 with retry-after', 2, {
    ...often,
    faults: [{ kind: 'answer', bytes: problem('429 Too Many Requests', '', ['retry-after: 1']) }],
  }),
  line('error-500', '500, before the ERP sees it or after it has committed', 3, {
    ...often,
    faults: [
      { kind: 'answer', bytes: problem('500 Internal Server Error') },
      { kind: 'answer_after', bytes: problem('500 Internal Server Error') },
      { kind: 'answer_after', bytes: httpAnswer('502 Bad Gateway', 'text/html', '<h1>502 Bad Gateway</h1>') },
    ],
  }),
  line('html', 'a maintenance page with status 200', 2, {
    ...often,
    faults: [
      { kind: 'answer', bytes: html },
      { kind: 'answer_after', bytes: html },
    ],
  }),
  line('empty', 'an empty answer with status 200', 2, {
    ...often,
    faults: [
      { kind: 'answer', bytes: problem('200 OK') },
      { kind: 'answer_after', bytes: problem('200 OK') },
    ],
  }),
  line('mixed', 'all of it at once', 12, {
    onWrites: 0.6,
    onReads: 0.2,
    most: 3,
    faults: [
      { kind: 'reset_before' },
      { kind: 'reset_during' },
      { kind: 'reset_after' },
      { kind: 'cut' },
      { kind: 'drip', ms: 5 },
      { kind: 'answer', bytes: problem('429 Too Many Requests', '', ['retry-after: 1']) },
      { kind: 'answer', bytes: problem('503 Service Unavailable') },
      { kind: 'answer_after', bytes: problem('500 Internal Server Error') },
      { kind: 'answer_after', bytes: html },
    ],
  }),
  {
    name: 'drift',
    what: 'an upgrade renames fields of the answers; a person sends again when it is mended',
    share: 1,
    most: 200,
    notOn: {
      tryton: 'the names of the fields are those of the bridge contract',
      odoo: 'the names of the fields are those of the bridge contract',
    },
    async run(run) {
      const fault: Fault = { kind: 'drift', names: [[run.world.erp.renamed, 'docnum']] };
      run.world.proxy.setRule(({ reference }) => (reference ? fault : null));
      await run.convert(run.count);
      // An order of a slow ERP that has not met it yet would come to rest after the person has looked.
      await run.settle(3000 + 5 * run.world.erp.orderMs);
      run.world.proxy.setRule(null);
      await run.mend();
    },
  },
];
