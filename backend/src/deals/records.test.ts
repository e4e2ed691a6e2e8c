import { accountIdSchema, currencySchema, decimal } from '@backroom/shared';
import { beforeEach, expect, test } from 'vitest';
import type { CrmDeal, CrmEvent } from '../crm/contract/index.ts';
import { watchChanges } from '../store/changes.ts';
import { recordNews } from './record-news.ts';
import { type RecordAge, type RecordCache, recordCache } from './records.ts';

const account = accountIdSchema.parse('hubspot:1');
const other = accountIdSchema.parse('hubspot:2');
let clock: number;
let calls: string[];
/** The CRM answers when this is done. */
let answering: Promise<void>;
let choice: { quote: string; among: string[] } | null;
let process1: Process;
let process2: Process;
/** The database as all processes see it: what is announced reaches each of them. */
let bus: { payload: (text: string) => void; hearing: (hears: boolean) => void }[];
type Process = { cache: RecordCache; touch: () => void };

function dealOf(id: string): CrmDeal {
  const line = (of: string) => ({
    id: of,
    code: 'A',
    name: 'A',
    quantity: decimal('1'),
    unitPrice: decimal('1'),
    discountPercent: null,
    discountAmount: null,
    currency: null,
  });
  return {
    type: 'deal',
    id,
    name: `Deal ${id}`,
    currency: currencySchema.parse('EUR'),
    company: null,
    contacts: [],
    quote: { id: `q${id}`, number: null, accepted: true, expiresOn: null },
    linesFrom: 'quote',
    orderNumber: null,
    lines: [line(`l${id}`)],
  };
}
async function startProcess(): Promise<Process> {
  const store = {
    async listen(_: string, payload: (text: string) => void, hearing?: (hears: boolean) => void) {
      bus.push({ payload, hearing: hearing ?? (() => {}) });
      hearing?.(true);
    },
    db: undefined as never,
  };
  const changes = {
    ...watchChanges(store),
    announce: async (id: string, note: string) => {
      for (const each of bus) each.payload(JSON.stringify([id, note]));
    },
  };
  const news = recordNews(changes);
  const cache = recordCache({
    crmFor: async () => ({
      record: async ({ id }) => {
        calls.push(id);
        await answering;
        return dealOf(id);
      },
    }),
    crmCall: (id) => ({ account: id, signal: AbortSignal.timeout(1000) }),
    mayRead: () => {},
    choiceOf: async () => choice,
    wishOf: async () => ({}),
    changes,
    news,
    now: () => clock,
  });
  await changes.listen();
  return { cache, touch: () => changes.touch(account) };
}
beforeEach(async () => {
  clock = 1_000_000;
  calls = [];
  answering = Promise.resolve();
  choice = null;
  bus = [];
  [process1, process2] = [await startProcess(), await startProcess()];
});

const event = (type: 'deal' | 'line_item' | 'quote' | 'contact', id: string, property: string | null): CrmEvent => ({
  account,
  at: '2026-11-28T10:00:00.000Z',
  kind: 'record_changed',
  record: { type, id },
  property,
  into: null,
});
const read = (id: string, age: RecordAge = 'remembered', from = process1) =>
  from.cache.read(account, { type: 'deal', id }, age);
/** How many reads of the CRM the work makes. */
async function callsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = calls.length;
  await work();
  return calls.length - before;
}
const everyKind = (of = account) =>
  (['deal', 'line_item', 'quote'] as const).map((type) => ({ ...event(type, 'none', 'name'), account: of }));
const prove = () => process1.cache.heard(account, everyKind());

test('where the CRM told of nothing yet, a record is read anew after five seconds', async () => {
  await read('1');
  clock += 4999;
  expect(await callsDuring(() => read('1'))).toBe(0);
  clock += 1;
  expect(await callsDuring(() => read('1'))).toBe(1);
});
test('where it tells of changes, a record lasts two minutes, in every process that heard it', async () => {
  await prove();
  for (const from of [process1, process2]) {
    await read('1', 'remembered', from);
    clock += 60_000;
    expect(await callsDuring(() => read('1', 'remembered', from))).toBe(0);
    clock += 60_000;
    expect(await callsDuring(() => read('1', 'remembered', from))).toBe(1);
  }
});
test('what was proven for one account is nothing for another, nor for other kinds of objects, and ends after a week of silence', async () => {
  await process1.cache.heard(other, everyKind(other));
  await read('1');
  clock += 5000;
  expect(await callsDuring(() => read('1'))).toBe(1);
  await process1.cache.heard(account, everyKind().slice(0, 2));
  await read('1');
  clock += 5000;
  expect(await callsDuring(() => read('1'))).toBe(1);
  await prove();
  clock += 7 * 86_400_000;
  await read('2');
  clock += 5000;
  expect(await callsDuring(() => read('2'))).toBe(1);
});
test('a conversion reads anew, and a person who refreshes gets what is five seconds old at most', async () => {
  await prove();
  await read('1');
  expect(await callsDuring(() => read('1', 'recent'))).toBe(0);
  clock += 5000;
  expect(await callsDuring(() => read('1', 'recent'))).toBe(1);
  expect(await callsDuring(() => read('1', 'fresh'))).toBe(1);
});
test.each<[string, CrmEvent, string[]]>([
  ['a changed line, the deal that has it', event('line_item', 'l1', 'quantity'), ['1']],
  ['the property of a line of no remembered deal, none', event('line_item', 'l9', 'quantity'), []],
  ['a line that is new, all of the account', event('line_item', 'l9', null), ['1', '2']],
  ['a quote, its deal', event('quote', 'q2', 'hs_status'), ['2']],
  ['a quote that no deal was read by, all of the account', event('quote', 'q9', 'hs_status'), ['1', '2']],
  ['a deal, itself', event('deal', '2', 'amount'), ['2']],
  ['an event without a record, all of the account', { ...event('deal', '1', null), record: null }, ['1', '2']],
])('%s is read anew, in every process', async (_, told, expected) => {
  await prove();
  for (const from of [process1, process2]) for (const id of ['1', '2']) await read(id, 'remembered', from);
  await process2.cache.heard(account, [told]);
  for (const from of [process1, process2]) {
    calls = [];
    for (const id of ['1', '2']) await read(id, 'remembered', from);
    expect(calls).toEqual(expected);
  }
});
test('a record that was being read when the CRM told of a part of it is read again', async () => {
  await prove();
  let answer = () => {};
  answering = new Promise((done) => {
    answer = done;
  });
  const reading = read('1');
  await expect.poll(() => calls).toEqual(['1']);
  await process1.cache.heard(account, [event('line_item', 'l1', 'price')]);
  answer();
  await reading;
  expect(await callsDuring(() => read('1'))).toBe(1);
});
test('what is made of a record knows when it was read anew', async () => {
  await prove();
  const record = await read('1');
  const stamp = process1.cache.stampOf(record)?.stamp;
  expect(stamp?.current).toBe(true);
  process2.cache.forget(account, { type: 'deal', id: '1' });
  await expect.poll(() => stamp?.current).toBe(false);
});
test('another quote is read at once when a person chose it in another process', async () => {
  await prove();
  await read('1');
  process1.touch();
  expect(await callsDuring(() => read('1'))).toBe(0);
  choice = { quote: 'q1', among: ['q1'] };
  process1.touch();
  expect(await callsDuring(() => read('1'))).toBe(1);
});
test('while news of other processes may be missed, nothing older counts, and nothing is kept for long', async () => {
  await prove();
  await read('1');
  for (const { hearing } of bus) hearing(false);
  expect(await callsDuring(() => read('1'))).toBe(1);
  clock += 5000;
  expect(await callsDuring(() => read('1'))).toBe(1);
});
test('two hundred who open a deal at once are one read', async () => {
  expect(await callsDuring(() => Promise.all(Array.from({ length: 200 }, () => read('1'))))).toBe(1);
});
