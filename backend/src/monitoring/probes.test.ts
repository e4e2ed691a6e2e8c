import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { createProbes } from './probes.ts';

const statusOf = async (probes: ReturnType<typeof createProbes>, path: string) => (await probes.request(path)).status;

test('ready is whether the database answers; healthy, whether the process does', async () => {
  let reachable = true;
  const probes = createProbes(async () => reachable);
  expect([await statusOf(probes, '/healthz'), await statusOf(probes, '/readyz')]).toEqual([200, 200]);
  reachable = false;
  expect([await statusOf(probes, '/healthz'), await statusOf(probes, '/readyz')]).toEqual([200, 503]);
});
test('metrics are there where they were asked for, and nowhere else', async () => {
  const { registry, figures } = createMetrics();
  figures.inc({ event: 'hit' });
  const own = createProbes(async () => true, registry);
  const answer = await own.request('/metrics');
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('backroom_figures_total{event="hit"} 1');
  expect(
    await statusOf(
      createProbes(async () => true),
      '/metrics',
    ),
  ).toBe(404);
});
