import { erpCustomerSchema, type PanelsAnswer, panelsAnswerSchema } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import { expect, test } from 'vitest';
import { customerChoiceView, noticeView, panelsView } from './cards.ts';
import { orderCard } from './order.ts';
import * as samples from './samples.test.data.ts';

const words = wordsFor({ locale: 'en', timeZone: 'UTC' });
const fresh = (minute: string, source: 'live' | 'cached' | 'stale') => ({
  asOf: `2026-11-24T08:${minute}:00.000Z`,
  source,
});
const answer = (panels: object): PanelsAnswer =>
  panelsAnswerSchema.parse({
    record: { type: 'deal', id: '1', name: 'Deal', currency: 'EUR', linesFrom: 'quote', revision: 'r' },
    connection: { erp: 'bridge', name: 'ERP' },
    panels,
  });
const returns = (freshness: object) => ({
  state: 'ready',
  data: { returns: [], freshness },
  freshness,
  refreshing: false,
});
const orders = (freshness: object) => ({
  state: 'ready',
  data: { converted: null, orders: [], freshness },
  freshness,
  refreshing: false,
});

test('a stale panel tells the age of the card, whatever the others are', () => {
  const view = panelsView(
    ['returns', 'orders'],
    answer({ returns: returns(fresh('10', 'live')), orders: orders(fresh('30', 'stale')) }),
  );
  expect(view).toMatchObject({ state: 'shown', freshness: { source: 'stale' } });
});
test('of fresh ones the oldest tells it', () => {
  const view = panelsView(
    ['returns', 'orders'],
    answer({ returns: returns(fresh('30', 'live')), orders: orders(fresh('10', 'cached')) }),
  );
  expect(view).toMatchObject({ state: 'shown', freshness: { asOf: '2026-11-24T08:10:00.000Z' } });
});
test('one problem stands beside what could be read, and the same problem twice is one', () => {
  const problem = makeProblem('erp_timeout', 'en', 'ref');
  const view = panelsView(
    ['returns', 'orders', 'credit'],
    answer({
      returns: returns(fresh('30', 'live')),
      orders: { state: 'problem', problem },
      credit: { state: 'problem', problem },
    }),
  );
  expect(view.state === 'shown' && Object.keys(view.ready)).toEqual(['returns']);
  expect(view.state === 'shown' && view.problems).toHaveLength(1);
});
test('nothing yet, or only pending ones, is loading', () => {
  expect(panelsView(['returns'], null).state).toBe('loading');
  expect(panelsView(['returns'], answer({ returns: { state: 'pending', pollAfterMs: 1500 } })).state).toBe('loading');
});
test('what the ERP itself said is told only for the ERP’s problems; a missing link is no failure', () => {
  const refused = noticeView(
    words,
    makeProblem('erp_refused', 'en', 'ref-7', { detail: 'Period closed', field: 'date' }),
  );
  expect(refused).toMatchObject({ notice: { details: ['ERP message: Period closed', 'Check: date'] } });
  expect(noticeView(words, makeProblem('internal', 'en', 'ref', { detail: 'stack' }))).toMatchObject({
    notice: { details: [] },
  });
  expect(noticeView(words, makeProblem('possible_twin', 'en', 'ref', { detail: 'Deal 5 in HubSpot' }))).toMatchObject({
    notice: { details: ['Deal 5 in HubSpot'] },
  });
  expect(noticeView(words, makeProblem('customer_not_linked', 'en', 'ref'))).toHaveProperty('empty');
});

test('the order card tells what the ERP has otherwise than it was sent, also when all else is done', () => {
  const differences = [{ field: 'net', line: null, sent: '1000 EUR', got: '1200 EUR' }];
  const card = (more: object) =>
    orderCard(words, samples.decision({ submissions: [samples.submission('confirmed', more)] }), 0, null);
  expect(card({}).differs).toBeNull();
  expect(card({ differences }).differs?.lines).toEqual(['Net total: sent €1,000.00, ERP €1,200.00']);
});

const linkedCustomer = erpCustomerSchema.parse({
  ...{ id: 'c-1', number: 'C-1', name: 'Sommer Technik', city: 'Köln', country: 'DE', vatId: 'DE811000000' },
  ...{ currency: 'EUR', paymentTerms: null, blocked: false },
});
test('of a merged company with two customers a person chooses one, told apart by place and VAT id', () => {
  const customer = linkedCustomer;
  const other = erpCustomerSchema.parse({ ...customer, id: 'c-other', number: 'C-9', city: 'Husum', vatId: null });
  const freshness = { asOf: '2026-11-28T08:00:00.000Z', source: 'cached' } as const;
  const linked = { state: 'linked', customer, linkedAt: freshness.asOf, freshness } as const;
  expect(customerChoiceView(words, linked)).toMatchObject({ state: 'linked', id: 'c-1', name: 'Sommer Technik (C-1)' });
  expect(customerChoiceView(words, { ...linked, others: [other] })).toMatchObject({
    state: 'choose',
    candidates: [
      { id: customer.id, about: expect.stringContaining('DE811000000') },
      { id: 'c-other', about: expect.stringContaining('Husum') },
    ],
    canCreate: false,
  });
});
