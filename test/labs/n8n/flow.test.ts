import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { N8N } from '../../chaos/peers/n8n/process.ts';
import { killAmongWrites } from '../node-red/kill.ts';
import { kitOver } from '../node-red/kit.ts';
import { openN8n } from './lab.ts';

const isAsked = process.env.LAB_N8N === '1';
const title = isAsked
  ? `n8n ${N8N} with extension/bridges/n8n/flow.json`
  : 'n8n: skipped, LAB_N8N=1 asks for it (installs n8n and node-red from npm into test/.output/peers, 2 GB)';

describe.skipIf(!isAsked)(title, () => {
  let lab: Awaited<ReturnType<typeof openN8n>>;
  beforeAll(async () => {
    lab = await openN8n();
  }, 1_200_000);
  afterAll(() => lab?.close());

  test.each(['before the flow', 'behind the flow'] as const)(
    'passes the kit with faults %s',
    async (where) => {
      const { failed, skipped, ok } = await kitOver(lab, where);
      console.log(`${where}: ${ok} ok, ${failed.length} failed, ${skipped.length} skipped`);
      expect(failed).toEqual([]);
      expect(ok).toBeGreaterThan(50);
    },
    600_000,
  );

  test('killed at a write and started again it has written each order once, and answers it to who looks it up', async () => {
    await killAmongWrites(lab);
  }, 600_000);
});
