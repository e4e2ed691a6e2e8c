import { test } from 'vitest';
import type { Case } from './cases/case.ts';
import { cases } from './cases/index.ts';
import { runChaos } from './run.ts';
import { lastLine, sum } from './verdict.ts';

const nothing: Case = {
  name: 'nothing',
  what: 'nothing goes wrong',
  share: 1,
  most: 4,
  async run(run) {
    await run.convert(run.count);
  },
};

/**
 * A short failure run; the long ones are `npm run chaos`. It also shows that the harness sees a fault. The cases mostly wait and each has its own world, so that
 * three run at once.
 */
async function run(
  names: readonly string[],
  count: number,
  more: { unsafe?: string; patienceMs?: number; scale?: number } = {},
) {
  const lines: string[] = [];
  const rows = await runChaos({
    seed: 20_261_125,
    count,
    store: 'pglite',
    erp: 'demo',
    cases: [...cases, nothing].filter(({ name }) => names.includes(name)),
    say: (line) => lines.push(line),
    ...more,
  });
  return { rows, total: sum(rows.flatMap(({ verdict }) => verdict ?? [])), lines };
}

test.concurrent('whatever is cut, killed or sent twice: no acknowledged order is lost, doubled or stuck', async ({
  expect,
}) => {
  const { rows, total, lines } = await run(
    ['mixed', 'crash-after-create', 'twice', 'restored-backup', 'act-edited-in-erp', 'nothing'],
    66,
  );
  expect(lastLine(total), lines.join('\n')).toMatch(/^submissions \d+ acknowledged \d+ lost 0 doubled 0 stuck 0$/);
  expect(total.acknowledged, lines.join('\n')).toBe(total.submissions);
  // Zeros without a fault are no proof, and are not passed off as one.
  expect(rows.filter(({ unproven }) => unproven).map(({ name }) => name)).toEqual(['nothing']);
  expect(lines.find((line) => line.includes('nothing'))).toMatch(/^FAIL/);
}, 400_000);

test.concurrent('an engine that sends again without looking is caught: doubles', async ({ expect }) => {
  const { total } = await run(['reset-after'], 16, { unsafe: 'no-look-up', patienceMs: 15_000 });
  expect(total.doubled).toBeGreaterThan(0);
}, 120_000);

test.concurrent('an ERP that commits long after our time limit has one order each, whoever is killed meanwhile', async ({
  expect,
}) => {
  const { rows, total, lines } = await run(['slow-commit-45', 'slow-commit-killed'], 16, { scale: 0.1 });
  expect(lastLine(total), lines.join('\n')).toMatch(/^submissions \d+ acknowledged \d+ lost 0 doubled 0 stuck 0$/);
  expect(rows.filter(({ unproven }) => unproven)).toEqual([]);
}, 400_000);

test.concurrent('an engine that believes "not found" after seconds is caught: doubles', async ({ expect }) => {
  const { total } = await run(['slow-commit-90'], 8, { scale: 0.1, unsafe: 'short-settle', patienceMs: 15_000 });
  expect(total.doubled).toBeGreaterThan(0);
}, 120_000);

test.concurrent('an engine that enqueues after its answer is caught: losses', async ({ expect }) => {
  const { total } = await run(['crash-after-ack'], 9, { unsafe: 'split-transaction', patienceMs: 6000 });
  expect(total.lost).toBeGreaterThan(0);
}, 120_000);

test.concurrent('an engine that changes an order whatever became of it is caught: a colleague’s change is lost', async ({
  expect,
}) => {
  const { total } = await run(['act-edited-in-erp'], 6, { unsafe: 'act-any-version', patienceMs: 15_000 });
  expect(total.lost).toBeGreaterThan(0);
}, 120_000);
