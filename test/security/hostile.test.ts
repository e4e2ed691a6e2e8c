import { afterAll, beforeAll, expect, test } from 'vitest';
import { attack } from './hostile.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ limits: { headersMs: 5000, requestMs: 10_000, checkMs: 200 } });
});
afterAll(() => world.close());

// The long form, with its counts printed: npm run hostile.
test('none of 350 hostile requests of every kind succeeds, and none is answered with a fault of ours', async () => {
  const before = process.memoryUsage().rss;
  const counts = await attack(world, 350);
  const wrong = Object.entries(counts).filter(([, { succeeded, failed5xx }]) => succeeded > 0 || failed5xx > 0);
  expect(wrong).toEqual([]);
  expect(Object.keys(counts).length).toBeGreaterThan(30);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
}, 120_000);
