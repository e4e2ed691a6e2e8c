import type { Decision, PanelsAnswer, Submission } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1001');
});
afterEach(() => app.switches({ outage: false }));
afterAll(() => app.close());
const decision = (deal: string, query = '') => app.good<Decision>(`/v1/records/deal/${deal}/decision${query}`);
const previewed = ({ preview }: Decision) => (preview?.state === 'ready' ? preview.data : null);
const codes = (of: Decision) => previewed(of)?.checks.map(({ code }) => code);

test('it says what a preview says, and one version stands for one state', async () => {
  app.deal('d1', 'C-1001', [line('PMP-004', '1', '500')]);
  const [first, second] = await Promise.all([decision('d1'), decision('d1')]);
  const asked = await app.preview('d1');
  expect(previewed(first)).toMatchObject({
    checks: asked.checks,
    canConvert: asked.canConvert,
    revision: asked.revision,
  });
  expect(second.version).toBe(first.version);
  expect(first).toMatchObject({ revision: asked.revision, submissions: [], order: { data: { converted: null } } });
});
test('linking, ordering and changing the quote each make another version, and show in the next answer', async () => {
  app.deal('d2', 'C-1009', [line('PMP-004', '1', '500')]);
  const unlinked = await decision('d2');
  expect(unlinked.customer).toMatchObject({ state: 'ready', data: { state: expect.not.stringContaining('linked') } });
  await app.link('C-1009');
  const linked = await decision('d2');
  expect(linked.customer).toMatchObject({ data: { state: 'linked' } });
  const answer = await app.convert('d2');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const taken = await decision('d2');
  // Nothing is left to convert: the same quote is not offered a second time.
  expect(taken.preview).toBeNull();
  expect(taken.submissions).toMatchObject([{ id: answer.data.id, kind: 'order' }]);
  const { erpNumber } = await app.inErp(answer.data.id);
  const ordered = await decision('d2');
  expect(ordered.order).toMatchObject({ data: { converted: { number: erpNumber } } });
  app.deal('d2', 'C-1009', [line('PMP-004', '2', '500')]);
  const changed = await decision('d2');
  expect(changed.preview).toMatchObject({ state: 'ready', data: { lines: [{ quantity: '2' }] } });
  expect(codes(changed)).toContain('order_again');
  const versions = [unlinked, linked, taken, ordered, changed].map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
});
test('what a rep entered beside the lines makes another version, and shows in the next answer', async () => {
  app.deal('d6', 'C-1001', [line('PMP-004', '1', '500')]);
  const before = await decision('d6');
  const body = { entries: { poNumber: 'PO-4711' } };
  await app.good('/v1/records/deal/d6/preview', { method: 'POST', body });
  const after = await decision('d6');
  expect(after.version).not.toBe(before.version);
  expect(previewed(after)?.details).toMatchObject({ values: { poNumber: 'PO-4711' } });
});
test('a refusal shows in the next answer, with the ERP’s words', async () => {
  app.deal('d3', 'C-1001', [line('PMP-005', '1', '500')]);
  const answer = await app.convert('d3', { requestedDate: '2026-12-25' });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await expect
    .poll(async () => (await app.good<Submission>(`/v1/submissions/${answer.data.id}`)).state, { timeout: 20_000 })
    .toMatch(/needs_attention|confirmed/);
  const [written] = (await decision('d3')).submissions;
  expect(written).toEqual(await app.good<Submission>(`/v1/submissions/${answer.data.id}`));
}, 30_000);
test('an outage is a check of the next refresh, and its end takes the check away', async () => {
  app.deal('d4', 'C-1001', [line('PMP-006', '1', '500')]);
  expect(codes(await decision('d4'))).not.toContain('erp_unavailable');
  await app.switches({ outage: true });
  // A figure is read anew at most every few seconds.
  await expect
    .poll(async () => codes(await decision('d4', '?refresh=1')), { timeout: 15_000 })
    .toContain('erp_unavailable');
  await app.switches({ outage: false });
  await expect
    .poll(async () => codes(await decision('d4', '?refresh=1')), { timeout: 15_000 })
    .not.toContain('erp_unavailable');
}, 30_000);
test('an overview that is refreshed reads the panels anew that it is made of', async () => {
  app.deal('d5', 'C-1001', [line('PMP-007', '1', '500')]);
  const ask = (query: string) => app.good<PanelsAnswer>(`/v1/records/deal/d5/panels?only=overview${query}`);
  await ask('');
  await app.switches({ outage: true });
  const sourceOf = async () => {
    const { overview } = (await ask('&refresh=overview')).panels;
    return overview?.state === 'ready' ? overview.freshness?.source : overview?.state;
  };
  await expect.poll(sourceOf, { timeout: 15_000 }).toBe('stale');
}, 30_000);
