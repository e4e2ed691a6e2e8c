import { type Check, type LinePriceInput, money, type PriceChange } from '@backroom/shared';
import { english } from '@backroom/shared/messages/texts';
import { wordsOf } from '@backroom/shared/messages/words';
import { expect, test, vi } from 'vitest';
import { checkActs } from './check-acts.ts';
import { checksView } from './checks.ts';
import { changePrice, priceChangeView, priceQuestion } from './prices.ts';
import { preview } from './samples.test.data.ts';
import { createStore } from './store.ts';

const words = wordsOf(english, { locale: 'en-GB', timeZone: 'Europe/Berlin' });
const sample = preview();
const [first] = sample.lines;
const below = (price: Check['price'], lineId = first?.lineId ?? ''): Check => ({
  code: 'price_below',
  level: 'warn',
  lineId,
  values: { code: 'PMP-003', quoted: money('400', 'EUR'), erp: money('504.5', 'EUR') },
  ...(price ? { price } : {}),
});
const offer = (price: Check['price'], lineId?: string) => checkActs(words, below(price, lineId), sample).price;

test('an open line offers the ERP’s price, with its consequence first', () => {
  expect(offer('open')).toEqual({
    isOpen: true,
    label: 'Use ERP price',
    ask: expect.stringContaining('€400.00 becomes €504.50 per unit'),
    input: { action: 'apply', line: first?.lineId, revision: sample.revision, expected: money('504.5', 'EUR') },
  });
});
test('a locked one says why, and what to enter where', () => {
  expect(offer('published')).toMatchObject({ isOpen: false, text: expect.stringContaining('enter €504.50') });
  expect(offer('computed')).toMatchObject({ isOpen: false });
  expect(offer(undefined)).toBeNull();
  expect(offer('open', 'a line that is gone')).toBeNull();
});
test('two lines of one product and price have an offer each; checks without one are said once', () => {
  expect(checksView(words, [below('open'), below('open', 'other')])).toHaveLength(2);
  expect(checksView(words, [below(undefined), below(undefined, 'other')])).toHaveLength(1);
});
test('a check of the mapping leads to its page', () => {
  const gone: Check = { code: 'mapped_field_gone', level: 'block', lineId: null, values: { field: 'x' } };
  expect(checkActs(words, gone, null)).toEqual({
    place: { page: 'mapping', label: 'Open field mapping' },
    price: null,
  });
  expect(checkActs(words, below('open'), null)).toEqual({ place: null, price: null });
});
test('what was changed is shown with the way back until it was taken back, whoever asks again', async () => {
  const store = createStore({ hidden: false });
  const change: PriceChange = {
    code: 'PMP-003',
    name: 'Pump',
    before: money('400', 'EUR'),
    after: money('504.5', 'EUR'),
    undo: 'ticket',
  };
  const setLinePrice = vi.fn(async (_: string, input: LinePriceInput) =>
    input.action === 'apply' ? change : { ...change, undo: null },
  );
  const question = priceQuestion(store, '5001');
  const shown = () => priceChangeView(words, store.state(question).data);
  const stop = store.observe(question, () => {});
  await changePrice({ setLinePrice }, store, '5001', {
    action: 'apply',
    line: 'l1',
    revision: 'r',
    expected: change.after,
  });
  expect(shown()?.text).toBe('PMP-003 Pump: €400.00 changed to €504.50 per unit.');
  // Another part of the page that shows it too does not lose it.
  store.observe(question, () => {})();
  await vi.waitFor(() => expect(store.state(question).asking).toBe(false));
  expect(shown()?.input).toEqual({ action: 'undo', undo: 'ticket' });
  await changePrice({ setLinePrice }, store, '5001', { action: 'undo', undo: 'ticket' });
  expect(shown()).toBeNull();
  stop();
});
