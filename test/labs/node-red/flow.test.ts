import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killAmongWrites } from './kill.ts';
import { kitOver } from './kit.ts';
import { NODE_RED, openNodeRed } from './lab.ts';

const isAsked = process.env.LAB_NODE_RED === '1';
const title = isAsked
  ? `Node-RED ${NODE_RED} with extension/bridges/node-red/flow.json`
  : 'Node-RED: skipped, LAB_NODE_RED=1 asks for it (installs node-red from npm into test/.output/peers)';

describe.skipIf(!isAsked)(title, () => {
  let lab: Awaited<ReturnType<typeof openNodeRed>>;
  beforeAll(async () => {
    lab = await openNodeRed();
  }, 600_000);
  afterAll(() => lab?.close());

  test.each(['before the flow', 'behind the flow'] as const)(
    'passes the kit with faults %s',
    async (where) => {
      const { failed, skipped, ok } = await kitOver(lab, where);
      console.log(`${where}: ${ok} ok, ${failed.length} failed, ${skipped.length} skipped`);
      expect(failed).toEqual([]);
      expect(ok).toBeGreaterThan(50);
    },
    300_000,
  );

  test('killed at a write and started again it has each order once, and answers it to who looks it up', async () => {
    await killAmongWrites(lab);
  }, 120_000);
});
