import {
  type CancelPreview,
  type ChangePreview,
  type Decision,
  decimal,
  type ErpOrder,
  type OrderAct,
  type Problem,
  type Submission,
} from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type App, codesOf, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1001');
});
afterEach(async () => {
  app.alter(null);
  await app.switches({ dropAfterCommit: 0, refuse: null, outage: false });
});
afterAll(() => app.close());

let nth = 0;
const pumps = (quantity: string, price = '500') => line('PMP-001', quantity, price);
/** A deal that is an order in the ERP: two pumps and a valve. */
async function ordered(lines = [pumps('2'), line('VLV-003', '10', '40')]): Promise<{ deal: string; made: Submission }> {
  nth += 1;
  const deal = `change-${nth}`;
  app.deal(deal, 'C-1001', lines);
  const answer = await app.convert(deal);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return { deal, made: await app.inErp(answer.data.id) };
}
const post = (path: string, body: object) => ({ path, options: { method: 'POST', body } });
const previewChange = (deal: string, body: object = {}) =>
  app.good<ChangePreview>(`/v1/records/deal/${deal}/order/change/preview`, { method: 'POST', body });
const previewCancel = (deal: string) =>
  app.good<CancelPreview>(`/v1/records/deal/${deal}/order/cancel/preview`, { method: 'POST', body: {} });
const accepted = ({ checks }: ChangePreview) => [
  ...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code)),
];
function confirmChange(deal: string, seen: ChangePreview, more: object = {}) {
  const { path, options } = post('/v1/orders/change', {
    dealId: deal,
    submission: seen.submission,
    fingerprint: seen.fingerprint,
    acceptedWarnings: accepted(seen),
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
  return app.ask<OrderAct>(path, options);
}
function confirmCancel(deal: string, seen: CancelPreview, more: object = {}) {
  const { submission, fingerprint } = seen;
  const body = { dealId: deal, submission, fingerprint, reason: 'Customer changed their mind' };
  return app.ask<OrderAct>('/v1/orders/cancel', {
    method: 'POST',
    body: { ...body, idempotencyKey: crypto.randomUUID(), ...more },
  });
}
async function ended(answer: { ok: true; data: OrderAct } | { ok: false; problem: Problem }): Promise<OrderAct> {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const read = () => app.good<OrderAct>(`/v1/orders/acts/${answer.data.id}`);
  await expect
    .poll(async () => (await read()).state, { timeout: 20_000 })
    .toMatch(/done|refused|withdrawn|closed|needs_attention/);
  return read();
}
async function inErp(made: Submission): Promise<ErpOrder> {
  const adapter = await app.adapter();
  const found = await adapter.orders?.findByNumber(
    { numbers: [made.erpNumber ?? ''] },
    { signal: AbortSignal.timeout(5000) },
  );
  return (
    found?.results[0] ??
    (() => {
      throw new Error('not in the ERP');
    })()
  );
}

describe('changing the order of a deal', () => {
  test('shows order and quote side by side, and the ERP has what was confirmed', async () => {
    const { deal, made } = await ordered();
    app.deal(deal, 'C-1001', [pumps('3', '480'), line('SEA-004', '5', '3')]);
    const seen = await previewChange(deal);
    expect(seen).toMatchObject({ erpNumber: made.erpNumber, closed: null, canChange: true, changedInErp: [] });
    expect(
      seen.lines.map(({ code, before, after, isChanged }) => [code, before?.quantity, after?.quantity, isChanged]),
    ).toEqual([
      ['PMP-001', '2', '3', true],
      ['SEA-004', undefined, '5', true],
      ['VLV-003', '10', undefined, true],
    ]);
    expect(seen.net).toMatchObject({ before: { amount: '1400' }, after: { amount: '1455' } });
    expect(codesOf(seen as never)).not.toContain('order_again');
    const act = await ended(await confirmChange(deal, seen));
    expect(act).toMatchObject({ kind: 'change', state: 'done', erpNumber: made.erpNumber, problem: null });
    const order = await inErp(made);
    expect(order.lines.map(({ code, quantity, unitPrice }) => [code, quantity, unitPrice.amount])).toEqual([
      ['PMP-001', '3', '480'],
      ['SEA-004', '5', '3'],
    ]);
    expect(order.reference).toBe(made.reference);
    const after = await app.good<Submission>(`/v1/submissions/${made.id}`);
    expect(after).toMatchObject({ revision: seen.revision, changes: 1, state: 'confirmed', reference: made.reference });
    const decision = await app.good<Decision>(`/v1/records/deal/${deal}/decision`);
    expect(decision).toMatchObject({
      preview: null,
      offers: ['change', 'cancel'],
      acts: [{ id: act.id, state: 'done' }],
    });
    // The quote is the order again: it cannot be ordered a second time.
    expect(await app.preview(deal)).toMatchObject({
      canConvert: false,
      checks: [{ code: 'already_converted' }, {}, {}],
    });
    expect(await app.convert(deal)).toMatchObject({ ok: true, data: { id: made.id } });
  });

  test('a line that asks for no more than the order has wants no stock; for one that does, its own goods are there', async () => {
    const { deal } = await ordered([line('GBX-007', '3', '1324.50'), line('CTL-005', '6', '836.50')]);
    const short = async (lines: Parameters<App['deal']>[2]) => {
      app.deal(deal, 'C-1001', lines);
      const { checks } = await previewChange(deal);
      return checks.flatMap(({ code, values }) => (code === 'stock_short' ? [values] : []));
    };
    expect(await short([line('GBX-007', '1', '1324.50'), line('CTL-005', '6', '836.50')])).toEqual([]);
    expect(await short([line('GBX-007', '3', '1324.50'), line('CTL-005', '8', '836.50')])).toEqual([
      { code: 'CTL-005', available: '2', quantity: '8' },
    ]);
  });

  test('an order that a colleague changed in the ERP between preview and confirmation is not touched', async () => {
    const { deal, made } = await ordered();
    app.deal(deal, 'C-1001', [pumps('5')]);
    const seen = await previewChange(deal);
    const { id } = await inErp(made);
    await fetch(`${app.erp.url}/orders/${id}/edit`, {
      method: 'POST',
      body: JSON.stringify({ line: 1, quantity: '7' }),
    });
    expect(await confirmChange(deal, seen)).toMatchObject({ ok: false, problem: { code: 'order_changed_in_erp' } });
    expect((await inErp(made)).lines.map(({ quantity }) => quantity)).toEqual(['2', '7']);
    const again = await previewChange(deal);
    expect(again.changedInErp).toEqual([
      { field: 'quantity', line: 1, sent: '10', got: '7' },
      expect.objectContaining({ field: 'net' }),
      expect.objectContaining({ field: 'total' }),
    ]);
    expect((await ended(await confirmChange(deal, again))).state).toBe('done');
    expect((await inErp(made)).lines.map(({ quantity }) => quantity)).toEqual(['5']);
  });

  test('a quote that changed between preview and confirmation goes back to its new preview', async () => {
    const { deal } = await ordered();
    app.deal(deal, 'C-1001', [pumps('5')]);
    const seen = await previewChange(deal);
    app.deal(deal, 'C-1001', [pumps('6')]);
    expect(await confirmChange(deal, seen)).toMatchObject({ ok: false, problem: { code: 'quote_changed' } });
  });

  test('a warning has to be accepted, and a limit of the account asks for approval', async () => {
    const { deal } = await ordered();
    app.deal(deal, 'C-1001', [pumps('2', '100')]);
    const seen = await previewChange(deal);
    expect(accepted(seen)).toContain('price_below');
    expect(await confirmChange(deal, seen, { acceptedWarnings: [] })).toMatchObject({
      ok: false,
      problem: { code: 'preview_blocked' },
    });
  });

  test('an answer that was lost is looked up: changed once, and the same key has the same change', async () => {
    const { deal, made } = await ordered();
    app.deal(deal, 'C-1001', [pumps('4')]);
    const seen = await previewChange(deal);
    await app.switches({ dropAfterCommit: 1 });
    const key = { idempotencyKey: crypto.randomUUID() };
    const first = await confirmChange(deal, seen, key);
    const act = await ended(first);
    expect(act).toMatchObject({ state: 'done' });
    expect(act.events.map(({ state }) => state)).toContain('checking');
    expect((await inErp(made)).lines.map(({ quantity }) => quantity)).toEqual(['4']);
    expect(await confirmChange(deal, seen, key)).toMatchObject({ ok: true, data: { id: act.id } });
    expect(await confirmChange(deal, seen, { ...key, acceptedWarnings: ['x'] })).toMatchObject({
      problem: { code: 'idempotency_key_reused' },
    });
  });

  test('what the ERP refuses is said in its words, and nothing is changed', async () => {
    const { deal, made } = await ordered();
    app.deal(deal, 'C-1001', [pumps('4')]);
    const seen = await previewChange(deal);
    await app.switches({ refuse: 'The period is closed.' });
    const act = await ended(await confirmChange(deal, seen));
    expect(act).toMatchObject({ state: 'refused', problem: { code: 'erp_refused', detail: 'The period is closed.' } });
    expect((await inErp(made)).lines[0]?.quantity).toBe('2');
  });

  test('a delivered order is closed to changes and cancellations', async () => {
    const { deal, made } = await ordered();
    const { id } = await inErp(made);
    await app.erpPage(`/orders/${id}/advance`);
    app.deal(deal, 'C-1001', [pumps('4')]);
    const seen = await previewChange(deal);
    expect(seen).toMatchObject({ canChange: false, closed: expect.stringContaining('delivered') });
    expect(await confirmChange(deal, seen)).toMatchObject({ problem: { code: 'erp_refused' } });
    const cancel = await previewCancel(deal);
    expect(cancel).toMatchObject({ canCancel: false, closed: expect.stringContaining('delivered') });
    expect(await confirmCancel(deal, cancel)).toMatchObject({ problem: { code: 'erp_refused' } });
  });

  test('while one is under way another is refused, and the same one is the same', async () => {
    const { deal, made } = await ordered();
    app.deal(deal, 'C-1001', [pumps('4')]);
    const seen = await previewChange(deal);
    const cancel = await previewCancel(deal);
    await app.switches({ outage: true });
    // The page can no longer ask the ERP, so the engine is asked as a second process would.
    const { submissions } = app.backend.services;
    await app.switches({ outage: false, latencyMs: 300 });
    const [one, two] = await Promise.all([confirmChange(deal, seen), confirmChange(deal, seen)]);
    expect(one.ok && two.ok && one.data.id === two.data.id).toBe(true);
    const other = await confirmCancel(deal, cancel);
    expect(other).toMatchObject({ ok: false });
    expect(['order_act_pending', 'order_changed_in_erp']).toContain(other.ok ? '' : other.problem.code);
    await app.switches({ latencyMs: 0 });
    await ended(one);
    expect(await submissions.acts.listForRecord(app.account, { type: 'deal', id: deal })).toHaveLength(1);
    expect((await inErp(made)).lines[0]?.quantity).toBe('4');
  });

  test('details: what was sent and is gone is taken off, what a colleague entered stays', async () => {
    nth += 1;
    const deal = `change-${nth}`;
    app.deal(deal, 'C-1001', [pumps('2')]);
    const { revision, checks } = await app.preview(deal);
    const acceptedWarnings = checks.filter(({ level }) => level === 'warn').map(({ code }) => code);
    const entries = { poNumber: 'PO-77', note: 'Gate 3', requestedDate: '2027-03-01' };
    const answer = await app.ask<Submission>('/v1/orders', {
      method: 'POST',
      body: { dealId: deal, revision, acceptedWarnings, entries, idempotencyKey: crypto.randomUUID() },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    const made = await app.inErp(answer.data.id);
    app.deal(deal, 'C-1001', [pumps('3')]);
    const kept = await previewChange(deal);
    // What a rep entered for the order is still meant for it.
    expect(kept.details).toEqual([]);
    const seen = await previewChange(deal, { entries: { poNumber: 'PO-78', note: null, requestedDate: '2027-03-01' } });
    expect(seen.details).toEqual([
      { field: 'po_number', before: 'PO-77', after: 'PO-78' },
      { field: 'note', before: 'Gate 3', after: null },
    ]);
    await ended(await confirmChange(deal, seen));
    expect(await inErp(made)).toMatchObject({ poNumber: 'PO-78', note: null, requestedDate: '2027-03-01' });
  });

  test('stock and credit are asked for what the change adds, not for the order itself', async () => {
    const adapter = await app.adapter();
    const call = { signal: AbortSignal.timeout(5000) };
    const products = await adapter.products?.resolve({ codes: ['PMP-003'] }, call);
    const id = products?.results[0]?.id;
    const stock = id && (await adapter.stock?.availability({ productIds: [id] }, call));
    const available = stock?.results[0]?.available ?? decimal('0');
    const { deal } = await ordered([line('PMP-003', available, '300')]);
    app.deal(deal, 'C-1001', [line('PMP-003', available, '310')]);
    expect(codesOf((await previewChange(deal)) as never)).not.toContain('stock_short');
    expect(codesOf((await previewChange(deal)) as never)).not.toContain('stock_later');
  });
});

describe('cancelling the order of a deal', () => {
  test('is told to the deal, frees it for a changed quote, and is final for this one', async () => {
    const { deal, made } = await ordered();
    const seen = await previewCancel(deal);
    expect(seen).toMatchObject({ canCancel: true, closed: null, erpNumber: made.erpNumber });
    const act = await ended(await confirmCancel(deal, seen));
    expect(act).toMatchObject({ kind: 'cancel', state: 'done', reason: 'Customer changed their mind' });
    expect((await inErp(made)).status).toBe('cancelled');
    expect(await app.good<Submission>(`/v1/submissions/${made.id}`)).toMatchObject({ orderCancelled: true });
    expect(codesOf(await app.preview(deal))).toContain('order_cancelled');
    expect(await app.convert(deal)).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
    expect(await app.ask(`/v1/records/deal/${deal}/order/cancel/preview`, { method: 'POST', body: {} })).toMatchObject({
      ok: false,
      problem: { code: 'submission_state' },
    });
    app.deal(deal, 'C-1001', [pumps('9')]);
    expect(codesOf(await app.preview(deal))).not.toContain('order_again');
    const answer = await app.convert(deal);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    expect((await app.inErp(answer.data.id)).erpNumber).not.toBe(made.erpNumber);
  });

  test('an order that was delivered after the person looked is not cancelled', async () => {
    const { deal, made } = await ordered();
    const seen = await previewCancel(deal);
    await app.erpPage(`/orders/${(await inErp(made)).id}/advance`);
    expect(await confirmCancel(deal, seen)).toMatchObject({ ok: false, problem: { code: 'order_changed_in_erp' } });
    expect((await inErp(made)).status).toBe('delivered');
  });

  test('needs a reason', async () => {
    const { deal } = await ordered();
    const seen = await previewCancel(deal);
    expect(await confirmCancel(deal, seen, { reason: '' })).toMatchObject({ problem: { code: 'invalid_input' } });
  });

  test('is offered only where the ERP can, and only for orders that it has', async () => {
    const { deal } = await ordered();
    app.alter((erp) => ({
      describe: (async (input: object, call: never) => {
        const { offers: _, ...older } = await (
          erp.describe as never as (i: object, c: never) => Promise<{ offers?: string[] }>
        )(input, call);
        return older;
      }) as never,
    }));
    expect((await app.good<Decision>(`/v1/records/deal/${deal}/decision`)).offers).toBeUndefined();
    expect(await app.ask(`/v1/records/deal/${deal}/order/change/preview`, { method: 'POST', body: {} })).toMatchObject({
      problem: { code: 'flow_unsupported' },
    });
  });
});
