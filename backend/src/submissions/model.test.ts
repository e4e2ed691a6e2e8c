import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, who } from '../../test/engine-world.ts';
import { fakeErp, type Mode } from '../../test/fake-erp.ts';
import { CrmError } from '../crm/contract/index.ts';
import type { Store } from '../store/open.ts';
import type { SubmissionEngine } from './engine.ts';
import { crashPoints, type TestHooks } from './unsafe.ts';

/** What can happen to the engine from outside, in any order. */
type Happening =
  | { type: 'submit'; deal: number; revision: number; again: boolean }
  | { type: 'pass'; ms: number }
  | { type: 'erp'; mode: Mode }
  | { type: 'next'; modes: Mode[] }
  | { type: 'late' }
  | { type: 'crm'; down: boolean }
  | { type: 'kill'; point: (typeof crashPoints)[number] }
  | { type: 'act'; nth: number; action: 'resend' | 'cancel' | 'mend' };

const mode = fc.constantFrom<Mode>('ok', 'lose', 'cut', 'late', 'refuse', 'busy', 'down', 'drift');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('submit' as const),
      deal: fc.nat(3),
      revision: fc.nat(1),
      again: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('pass' as const), ms: fc.constantFrom(0, 300, 1000, 4000, 11_000) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('erp' as const), mode }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('next' as const), modes: fc.array(mode, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('late' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('crm' as const), down: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('kill' as const),
      point: fc.constantFrom(...crashPoints.slice(crashPoints.indexOf('before_look_up'))),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('act' as const),
      nth: fc.nat(5),
      action: fc.constantFrom('resend', 'cancel', 'mend'),
    }),
  },
);

let database: Database;
let store: Store;
beforeAll(async () => {
  const [first] = databases;
  if (!first) throw new Error('no database is chosen');
  database = await first.start();
  store = await database.open();
});
afterAll(async () => {
  await store?.close();
  await database?.remove();
});

/** Kills whoever comes to the point, once; the process is then as good as gone, and another one stands ready. */
function trap(): { hooks: TestHooks; set: (point: string) => void; sprung: () => boolean } {
  let armed: string | null = null;
  let fired = false;
  return {
    set: (point) => {
      armed = point;
    },
    sprung: () => fired,
    hooks: {
      unsafe: null,
      crash: (name) => {
        if (name !== armed) return;
        fired = true;
        return new Promise(() => {});
      },
    },
  };
}

/** Runs a history, then lets everything heal, and holds the engine to its promises. */
async function live(history: readonly Happening[], drafts: boolean): Promise<void> {
  const erp = fakeErp({ drafts });
  const world = await openWorld(store.db, erp);
  const { account } = world;
  let snare = trap();
  let engine: SubmissionEngine = world.engine(snare.hooks);
  const acknowledged = new Map<string, { deal: string; reference: string }>();
  /** A process in the trap never settles: it is replaced before anybody waits for it. */
  let lateFor = 0;
  const pass = async (ms: number) => {
    // What the engine counts on: an ERP whose caller is gone commits within seconds or not at all.
    lateFor = erp.late() === 0 ? 0 : lateFor + ms;
    if (lateFor > 4000) erp.commitLate();
    const waiting = world.pass(ms);
    await Promise.race([
      waiting,
      (async () => {
        while (!snare.sprung()) {
          await new Promise((done) => setImmediate(done));
          if (await Promise.race([waiting.then(() => true), Promise.resolve(false)])) return;
        }
      })(),
    ]);
    if (!snare.sprung()) return waiting;
    await world.kill(engine);
    snare = trap();
    engine = world.engine(snare.hooks);
  };
  for (const each of history) {
    switch (each.type) {
      case 'submit': {
        const deal = `d${each.deal}`;
        const more = { revision: `r${each.revision}`, again: each.again };
        // A second revision that nobody confirmed is refused, and a refused one was never promised.
        const accepted = await world.submit(engine, deal, more).catch(() => null);
        if (accepted) acknowledged.set(accepted.id, { deal, reference: accepted.reference });
        break;
      }
      case 'pass':
        await pass(each.ms);
        break;
      case 'erp':
        erp.set(each.mode);
        break;
      case 'next':
        erp.next(...each.modes);
        break;
      case 'late':
        erp.commitLate();
        break;
      case 'crm':
        world.crm.error = each.down ? new CrmError('unreachable', 'down') : null;
        break;
      case 'kill':
        snare.set(each.point);
        break;
      case 'act': {
        const id = [...acknowledged.keys()][each.nth];
        if (!id) break;
        const action =
          each.action === 'mend'
            ? ({ action: 'mend', change: { note: `mended ${each.nth} ${Math.random()}` } } as const)
            : ({ action: each.action } as const);
        await engine.act(who(account), id, action).catch(() => {});
      }
    }
  }
  snare.set('never');
  erp.set('ok');
  erp.next();
  world.crm.error = null;
  erp.commitLate();
  for (let step = 0; step < 40; step += 1) await pass(1000);
  await world.rest();

  for (const [id, { reference }] of acknowledged) {
    const submission = await engine.get(account, id);
    const orders = erp.ofReference(reference);
    expect(orders.length).toBeLessThanOrEqual(1);
    if (submission.state === 'confirmed') expect(orders).toHaveLength(1);
    else
      expect({ state: submission.state, orders: orders.length }).toMatchObject({
        state: expect.stringMatching(/^(cancelled|needs_attention)$/),
        // A confirmation that was refused leaves its draft, and never a way to cancel it here.
        orders: submission.canCancel || submission.state === 'cancelled' ? 0 : expect.any(Number),
      });
    if (submission.state === 'confirmed') expect(submission.writtenBack).toBe(true);
  }
  expect(world.errors).toEqual([]);
  await world.close();
}

const runs = Number(process.env.MODEL_RUNS ?? 15);
test.each([false, true])(
  `no history loses, doubles or strands an acknowledged order (drafts: %s, ${runs} histories)`,
  async (drafts) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), (history) => live(history, drafts)),
      { numRuns: runs },
    );
  },
  300_000,
);
