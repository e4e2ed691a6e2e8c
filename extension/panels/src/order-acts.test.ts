import { type CancelPreview, type ChangePreview, type Decision, decimal, money, type OrderAct } from '@backroom/shared';
import { english } from '@backroom/shared/messages/texts';
import { wordsOf } from '@backroom/shared/messages/words';
import { expect, test } from 'vitest';
import { actOffers, actView, cancelView, changeView } from './order-acts.ts';

const words = wordsOf(english, { locale: 'en', timeZone: 'UTC' });
const now = Date.parse('2026-11-29T10:00:00Z');
const price = (amount: string) => money(amount, 'EUR');
const act = (more: Partial<OrderAct> = {}): OrderAct => ({
  id: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d3' as OrderAct['id'],
  kind: 'change',
  state: 'queued',
  submission: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d4' as OrderAct['submission'],
  record: { type: 'deal', id: '1' },
  erpNumber: 'SO-7',
  revision: 'r2',
  reason: null,
  createdAt: '2026-11-29T09:59:00Z',
  updatedAt: '2026-11-29T09:59:00Z',
  createdBy: 'pat@example.com',
  problem: null,
  nextTryAt: null,
  canWithdraw: true,
  canResend: false,
  canClose: false,
  events: [],
  ...more,
});
const preview = (more: Partial<ChangePreview> = {}): ChangePreview => ({
  submission: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d4' as ChangePreview['submission'],
  erpNumber: 'SO-7',
  revision: 'r2',
  fingerprint: 'a.b',
  lines: [
    {
      code: 'PMP-1',
      name: 'Pump',
      before: { quantity: decimal('2'), unitPrice: price('500') },
      after: { quantity: decimal('3'), unitPrice: price('480') },
      isChanged: true,
    },
    {
      code: 'VLV-1',
      name: 'Valve',
      before: { quantity: decimal('1'), unitPrice: price('40') },
      after: null,
      isChanged: true,
    },
  ],
  details: [{ field: 'po_number', before: 'PO-1', after: 'PO-2' }],
  net: { before: price('1040'), after: price('1440') },
  total: { before: price('1237.60'), after: null },
  changedInErp: [],
  closed: null,
  checks: [{ code: 'price_below', level: 'warn', lineId: null, values: {} }],
  canChange: true,
  ...more,
});
const decision = (more: Partial<Decision>) => more as Decision;
const made = { state: 'confirmed' } as never;

test('the buttons are there where the ERP offers it, nothing is under way, and the quote is another', () => {
  const offers: Decision['offers'] = ['change', 'cancel'];
  const at = { made, isChanged: true, now };
  expect(actOffers(words, decision({ offers }), at)).toEqual({
    act: null,
    change: 'Change the order',
    cancel: 'Cancel the ERP order',
  });
  expect(actOffers(words, decision({ offers }), { ...at, isChanged: false }).change).toBeNull();
  expect(actOffers(words, decision({}), at)).toEqual({ act: null, change: null, cancel: null });
  for (const state of ['queued', 'checking', 'needs_attention'] as const)
    expect(actOffers(words, decision({ offers, acts: [act({ state })] }), at)).toMatchObject({
      change: null,
      cancel: null,
    });
  const done = decision({ offers, acts: [act({ state: 'done' })] });
  expect(actOffers(words, done, at)).toMatchObject({ act: { state: 'done' }, change: 'Change the order' });
  expect(actOffers(words, done, { ...at, now: now + 3_600_000 }).act).toBeNull();
});

test('the table has what changes on both sides, lines and details, and an unknown total is not a zero', () => {
  const view = changeView(words, preview());
  expect(view.table.rows.map(({ cells }) => [cells.kind?.text, cells.before?.text, cells.after?.text])).toEqual([
    ['Changed', '2 × €500.00', '3 × €480.00'],
    ['Removed', '1 × €40.00', '–'],
    ['Changed', 'PO-1', 'PO-2'],
  ]);
  expect(view.totals.map(({ value }) => value)).toEqual(['€1,040.00 → €1,440.00', '€1,237.60 → Not available']);
  expect(view).toMatchObject({
    accept: 'I’ve reviewed the warning',
    warnings: ['price_below'],
    confirm: 'Change order SO-7',
  });
});

test('what a colleague changed in the ERP is said before it is replaced, and what the ERP closed in its words', () => {
  const changedInErp: ChangePreview['changedInErp'] = [{ field: 'quantity', line: 0, sent: '2', got: '7' }];
  expect(changeView(words, preview({ changedInErp })).changedInErp?.title).toBe('The order was changed in the ERP');
  const closed = changeView(words, preview({ closed: 'Order SO-7 is delivered.', canChange: false }));
  expect(closed.closed?.lines[0]).toBe('ERP message: Order SO-7 is delivered.');
  expect(closed.accept).toBeNull();
});

test('a refusal has the ERP’s words and what can be done; an act on its way has its step', () => {
  const problem = { code: 'erp_refused', detail: 'Period closed.' } as never;
  expect(actView(words, act({ state: 'refused', problem, canWithdraw: false })).lines).toEqual([
    'ERP message: Period closed.',
    'Nothing was changed in the ERP.',
    'Create a second order for what is missing, or ask the order desk.',
  ]);
  expect(actView(words, act({ state: 'checking' }))).toMatchObject({ step: 1, tag: { tone: 'warning' } });
  expect(actView(words, act()).actions).toEqual([{ action: 'withdraw', label: 'Withdraw' }]);
  expect(actView(words, act({ kind: 'cancel', state: 'done' })).lines).toEqual(['The ERP order is cancelled.']);
});

test('a cancellation wants a reason, and names what it ends', () => {
  const asked: CancelPreview = {
    submission: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d4' as CancelPreview['submission'],
    erpNumber: 'SO-7',
    fingerprint: 'b',
    total: price('1237.60'),
    changedInErp: [],
    closed: null,
    canCancel: true,
  };
  expect(cancelView(words, asked, '  ').isRight).toBe(false);
  expect(cancelView(words, asked, 'Project stopped')).toMatchObject({
    isRight: true,
    text: 'The ERP cancels the order of €1,237.60. This cannot be undone.',
  });
});
