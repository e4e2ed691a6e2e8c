import {
  type Approval,
  type Check,
  type Decision,
  erpOrderSchema,
  type Submission,
  submissionStateSchema,
} from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewView } from './cards.ts';
import { checkView } from './checks.ts';
import { differenceTable } from './difference.ts';
import { orderCard } from './order.ts';
import { overviewView } from './overview.ts';
import { decisionInterval, EXPECTING_MS, FOLLOW_MS, WATCH_MS } from './rhythm.ts';
import * as samples from './samples.test.data.ts';
import { type VerdictKind, verdictView } from './verdict.ts';

const words = wordsFor({ locale: 'en', timeZone: 'UTC' });
const check = (code: Check['code'], level: Check['level'], values: Check['values'] = {}): Check => ({
  code,
  level,
  lineId: null,
  values,
});
const withChecks = (checks: Check[], canConvert = true) =>
  samples.decision({ preview: samples.ready({ ...samples.preview(), checks, canConvert }) });
const asking = (state: Approval['state'], more: Partial<Approval> = {}, others: Check[] = []) =>
  samples.decision({
    preview: samples.ready({
      ...samples.preview(),
      checks: [
        {
          ...check('over_limit', state === 'approved' ? 'info' : 'block'),
          approval: state === 'approved' ? 'granted' : 'needed',
        },
        ...others,
      ],
      canConvert: others.length === 0 && (state === 'needed' || state === 'approved'),
      approval: { state, role: 'Sales management', by: null, reason: null, ...more },
    }),
  });
const inState = (state: string, more: object = {}) =>
  samples.decision({ submissions: [samples.submission(state, more)], preview: null });
const twin = check('possible_twin', 'block', {
  crm: 'Salesforce',
  deal: 'D',
  order: 'SO-1',
  reference: 'BR-TWINTWINTWIN',
});
const refused = samples.problem('erp_refused', { detail: 'Period closed' });

test.each<[VerdictKind, string, Decision]>([
  ['ready', 'Ready to order', samples.decision()],
  [
    'warnings',
    '2 warnings',
    withChecks([check('overdue', 'warn'), check('figures_stale', 'warn'), check('stock_later', 'info')]),
  ],
  ['blocked', 'Blocked: no ERP customer linked', withChecks([check('customer_not_linked', 'block')], false)],
  ['blocked', 'Blocked: products to correct', withChecks([check('unknown_product', 'block')], false)],
  ['blocked', 'Blocked: quote to correct', withChecks([check('quote_total_differs', 'block')], false)],
  ['blocked', 'Blocked: ERP data missing', withChecks([check('erp_unavailable', 'warn')], false)],
  ['duplicate', 'Possible duplicate order', withChecks([twin])],
  ['approval', 'Needs approval by Sales management', asking('needed')],
  ['approval', 'Needs approval by the order desk', asking('needed', { role: '' })],
  ['approving', 'Waiting for approval by Sales management', asking('waiting')],
  ['rejected', 'Approval rejected by kim: No', asking('rejected', { by: 'kim', reason: 'No' })],
  ['ready', 'Ready to order', asking('approved')],
  ['blocked', 'Blocked: products to correct', asking('waiting', {}, [check('unknown_product', 'block')])],
  [
    'unchecked',
    'Not checked: ',
    samples.decision({ preview: { state: 'problem', problem: samples.problem('flow_off') } }),
  ],
  ['checking', 'Checking…', samples.decision({ preview: { state: 'pending', pollAfterMs: 1500 } })],
  ['sending', 'Sending to the ERP', inState('queued')],
  ['sending', 'Sending to the ERP', inState('sending')],
  ['verifying', 'Verifying with the ERP', inState('checking')],
  ['waiting', 'Waiting for the ERP', inState('waiting')],
  ['refused', 'Rejected by the ERP', inState('needs_attention', { problem: refused })],
  ['attention', 'Needs attention', inState('needs_attention', { problem: samples.problem('cannot_process') })],
  ['ordered', 'Ordered as SO-7', inState('confirmed')],
  [
    'ordered',
    'Ordered as SO-7',
    samples.decision({ preview: null, order: samples.ready({ converted: samples.converted.converted }) }),
  ],
  ['changed', 'Ordered as SO-7. The quote has changed since.', inState('confirmed', { revision: 'older' })],
  ['ready', 'Ready to order', samples.decision({ submissions: [samples.submission('cancelled')] })],
])('%s: %s', (kind, text, decision) => {
  const verdict = verdictView(words, decision);
  expect(verdict.kind).toBe(kind);
  expect(verdict.text.startsWith(text)).toBe(true);
});
test('the number of warnings is that of the sentences to accept', () => {
  const decision = withChecks([
    check('erp_unavailable', 'warn'),
    check('erp_unavailable', 'warn'),
    check('overdue', 'warn'),
  ]);
  expect(verdictView(words, decision).text).toBe('2 warnings');
});
test('only checks that pass by themselves offer to run again', () => {
  expect(checkView(words, check('figures_stale', 'warn')).retry).toBe(true);
  expect(checkView(words, check('overdue', 'warn')).retry).toBe(false);
});
test('a verdict that may change by itself is asked for more often', () => {
  expect(decisionInterval(undefined)).toBe(EXPECTING_MS);
  expect(decisionInterval(samples.decision())).toBe(WATCH_MS);
  expect(decisionInterval(inState('waiting'))).toBe(FOLLOW_MS);
  expect(decisionInterval(withChecks([check('figures_stale', 'warn')]))).toBe(EXPECTING_MS);
  expect(decisionInterval(samples.decision({ customer: samples.ready(samples.unlinked.candidates) }))).toBe(
    EXPECTING_MS,
  );
});

describe('whatever the backend answers', () => {
  const codes = [
    'overdue',
    'figures_stale',
    'customer_not_linked',
    'unknown_product',
    'erp_refuses',
    'all_well',
  ] as const;
  const checks = fc.array(
    fc
      .record({ code: fc.constantFrom(...codes), level: fc.constantFrom('block', 'warn', 'info') })
      .map(({ code, level }) => check(code, level as Check['level'])),
    { maxLength: 5 },
  );
  const submission = fc
    .record({
      state: fc.constantFrom(...submissionStateSchema.options),
      revision: fc.constantFrom('r', 'older'),
      writtenBack: fc.boolean(),
    })
    .map(({ state, ...more }) =>
      samples.submission(state, { ...more, problem: state === 'needs_attention' ? refused : null }),
    );
  const decisions = fc
    .record({
      checks: fc.tuple(checks, fc.boolean()).map(([some, twins]) => (twins ? [...some, twin] : some)),
      submissions: fc.array(submission, { maxLength: 2 }),
      converted: fc.constantFrom(null, samples.converted.converted),
      preview: fc.constantFrom('ready', 'pending', 'problem', 'null'),
      customer: fc.constantFrom(...Object.values(samples.unlinked), samples.full.customer),
    })
    .map(({ checks: found, submissions, converted, preview, customer }) =>
      samples.decision({
        submissions,
        customer: samples.ready(customer),
        order: samples.ready({ converted }),
        preview:
          preview === 'ready'
            ? samples.ready({
                ...samples.preview(),
                checks: found,
                canConvert: !found.some(({ code, level }) => level === 'block' && code !== 'possible_twin'),
              })
            : preview === 'pending'
              ? { state: 'pending', pollAfterMs: 1500 }
              : preview === 'problem'
                ? { state: 'problem', problem: samples.problem('erp_timeout') }
                : null,
      }),
    );
  const live = ({ submissions }: Decision): Submission | undefined =>
    submissions.find(({ state }) => state !== 'cancelled');

  test('the card never shows what its verdict denies', () =>
    fc.assert(
      fc.property(decisions, (decision) => {
        const card = orderCard(words, decision, 0, null);
        const { kind } = card.verdict;
        const convertible = card.preview?.canConvert ?? false;
        // The button can be pressed exactly where the verdict says so.
        expect(convertible).toBe(kind === 'ready' || kind === 'warnings' || kind === 'duplicate');
        // An order that is there, or on its way, is never offered again in passing.
        if (live(decision) || (decision.order.state === 'ready' && decision.order.data.converted))
          expect(card.preview).toBeNull();
        expect(card.showProgress && card.preview !== null).toBe(false);
        if (kind === 'ready')
          expect(
            decision.preview?.state === 'ready' && decision.preview.data.checks.filter(({ level }) => level !== 'info'),
          ).toEqual([]);
        if (kind === 'ordered' || kind === 'changed') expect(card.lines).toEqual([]);
        expect(card.onceMore !== null).toBe(kind === 'changed');
        // A customer is asked for only before there is an order.
        if (live(decision)) expect(card.choice).toBeNull();
      }),
      { numRuns: 500 },
    ));
});

test('a changed quote shows what was added, removed and changed, and nothing else', () => {
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const line = (code: string, quantity: string, price = '10') => ({
    code,
    name: `Product ${code}`,
    quantity,
    delivered: '0',
    unitPrice: eur(price),
  });
  const order = erpOrderSchema.parse({
    ...samples.converted.converted,
    lines: [line('A', '4'), line('B', '1'), line('C', '2'), line('D', '1', '5')],
  });
  const quoted = (code: string, quantity: string, price = '10.00') => ({
    ...samples.preview().lines[0],
    lineId: code,
    code,
    name: `Product ${code}`,
    quantity,
    quotedUnitPrice: eur(price),
  });
  const preview = {
    ...samples.preview(),
    lines: [quoted('A', '5'), quoted('C', '2.0'), quoted('D', '1', '6'), quoted('E', '3')],
  } as Parameters<typeof differenceTable>[2];
  const rows = differenceTable(words, order, preview).rows.map(({ cells }) =>
    ['kind', 'product', 'before', 'after'].map((key) => cells[key]?.text),
  );
  expect(rows).toEqual([
    ['Changed', 'A Product A', '4 × €10.00', '5 × €10.00'],
    ['Changed', 'D Product D', '1 × €5.00', '1 × €6.00'],
    ['Added', 'E Product E', '–', '3 × €10.00'],
    ['Removed', 'B Product B', '1 × €10.00', '–'],
  ]);
});

test('the one button asks for approval while nobody has been asked', () => {
  const labelOf = ({ preview }: Decision) =>
    preview?.state === 'ready' ? previewView(words, preview.data).convert : null;
  expect([asking('needed'), asking('waiting'), asking('approved')].map(labelOf)).toEqual([
    'Ask for approval',
    'Convert to order',
    'Convert to order',
  ]);
  const view = checkView(words, { ...check('over_limit', 'block'), approval: 'needed' });
  expect([view.level, view.tone]).toEqual(['Needs approval', 'warning']);
});
test('what is said of an account is not said of a deal', () => {
  const overview = samples.full.overview as Parameters<typeof overviewView>[1];
  const alerts = [
    {
      code: 'credit_over_limit',
      level: 'danger',
      panel: 'credit',
      values: { by: { amount: '10.00', currency: 'EUR' } },
    },
    {
      code: 'credit_near_limit',
      level: 'warning',
      panel: 'credit',
      values: { free: { amount: '10.00', currency: 'EUR' } },
    },
  ] as unknown as Parameters<typeof overviewView>[1]['alerts'];
  const { facts, alerts: shown } = overviewView(words, { ...overview, alerts }, 'company', '2026-11-24');
  expect(shown.map(({ text }) => text)).toEqual(['Over the credit limit by €10.00', 'Only €10.00 of credit left']);
  expect([...facts.map(({ label }) => label), ...shown.map(({ text }) => text)].join()).not.toMatch(/\bdeal\b/i);
  // The page has the customer once, with the way to another one.
  expect(facts.map(({ label }) => label)).toEqual(['Available credit', 'Open invoices']);
});
