import { describe, expect, test } from 'vitest';
import { type Submission, submissionEventSchema, submissionSchema, submissionStateSchema } from '../orders.ts';
import { deskTranslator } from './desk.ts';
import { translator, wordsFor } from './languages.ts';
import { locales } from './locale.ts';
import { makeProblem } from './problems.ts';
import { differsView, eventView, fieldName, submissionView } from './submission.ts';
import { messageKey } from './ui.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
const states = submissionStateSchema.options;
const inState = (state: Submission['state'], more: Partial<Submission> = {}): Submission =>
  submissionSchema.parse({
    id: '4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10',
    kind: 'order',
    state,
    record: { type: 'deal', id: '5001' },
    revision: 'r1',
    reference: 'BR-ABCDEFGHIJ',
    erpNumber: state === 'confirmed' ? 'SO-1' : null,
    erpId: null,
    createdAt: '2026-11-25T09:00:00.000Z',
    updatedAt: '2026-11-25T09:30:00.000Z',
    createdBy: 'pat@example.com',
    writtenBack: state === 'confirmed',
    problem: state === 'needs_attention' ? makeProblem('erp_refused', 'en', 'ref') : null,
    nextTryAt: state === 'waiting' ? '2026-11-25T10:00:05.000Z' : null,
    canCancel: false,
    canResend: false,
    canMend: false,
    canAdopt: false,
    events: [],
    ...more,
  });
const differences = [
  { field: 'reference', line: null, sent: 'BR-ABCDEFGHIJKLMNOPQRST', got: 'BR-ABCDEFGHIJKLMNOPQ' },
  { field: 'net', line: null, sent: '1000 EUR', got: '1200 EUR' },
  { field: 'quantity', line: 1, sent: '1.5', got: '2' },
  { field: 'customer', line: null, sent: 'c 1', got: null },
] as const;
const english = wordsFor({ locale: 'en', timeZone: 'UTC' });
const sound = (text: string) => text.length > 0 && !/[{}]|\|\||undefined/.test(text);

describe.each(locales)('in %s', (locale) => {
  const words = wordsFor({ locale, timeZone: 'UTC' });
  test('differences have words', () => {
    const { title, lines } = differsView(words, inState('confirmed', { differences: [...differences] })) ?? {};
    expect([title ?? '', ...(lines ?? [])].filter((each) => !sound(each))).toEqual([]);
  });
  test.each(states)('%s has its name, what happens next, and its own tab or words at the desk', (state) => {
    const { tag, next, nextTry, problem, writtenBack } = submissionView(words, inState(state), now);
    expect([tag.text, next].filter((text) => !sound(text))).toEqual([]);
    // A whole sentence each, so that nobody has to guess what a state's name means.
    expect(next).toMatch(/^[\p{Lu}].{10,}[.…]$/u);
    expect(nextTry === null).toBe(state !== 'waiting');
    expect(problem === null).toBe(state !== 'needs_attention');
    expect(writtenBack === null).toBe(state !== 'confirmed');
    if (locale === 'en') return;
    const other = submissionView(english, inState(state), now);
    expect([tag.text === other.tag.text, next === other.next]).toEqual([false, false]);
  });
  test('it is said to go on by itself in those states where it does, and in no other', () => {
    const kept = states.filter((state) => submissionView(words, inState(state), now).kept !== null);
    expect(kept).toEqual(['queued', 'sending', 'checking', 'waiting']);
  });
  test('each thing that a person may do at the desk has a name, a question, a consequence and a result', () => {
    const d = deskTranslator(locale);
    for (const verb of ['mend', 'resend', 'adopt', 'cancel'] as const)
      for (const part of ['do', 'ask', 'consequence', 'confirm', 'done'] as const)
        expect(sound(d(`${part}.${verb}`, { name: 'Pump' }))).toBe(true);
  });
  test('each step of the history has words, and a correction names its fields as people do', () => {
    for (const step of submissionEventSchema.shape.step.options)
      expect(sound(translator(locale)(`step.${step}`, { actor: 'Pat' }))).toBe(true);
    const event = submissionEventSchema.parse({
      at: '2026-11-25T09:00:00.000Z',
      state: 'queued',
      step: 'mend',
      actor: 'pat@example.com',
      problem: null,
      words: 'requestedDate: 2026-12-24 → –; lines.1.quantity: 2 → 3 [0123456789ab]',
    });
    const { words: text } = eventView(words, event);
    expect(text).toContain(`${fieldName(words, 'requestedDate')}: 2026-12-24 → –`);
    expect(text).toContain(`${fieldName(words, 'lines.1.quantity')}: 2 → 3`);
    expect(text).not.toMatch(/requestedDate|lines\.1|0123456789ab/);
  });
});

test('a field that only the ERP knows keeps the ERP’s name', () => {
  expect(fieldName(english, 'partner_invoice_id')).toBe('partner_invoice_id');
  expect(fieldName(english, 'lines.0.warehouse')).toBe('lines.0.warehouse');
  expect(fieldName(english, 'lines.0.unitPrice')).toBe('line 1, unit price');
  expect(messageKey('field.unitPrice')).not.toBeNull();
});

test('what the ERP has otherwise than it was sent is told field by field, with amounts as amounts', () => {
  expect(differsView(english, inState('confirmed'))).toBeNull();
  expect(differsView(english, inState('confirmed', { differences: [...differences] }))?.lines).toEqual([
    'Reference: sent BR-ABCDEFGHIJKLMNOPQRST, ERP BR-ABCDEFGHIJKLMNOPQ',
    'Net total: sent €1,000.00, ERP €1,200.00',
    'Line 2, quantity: sent 1.5, ERP 2',
    'Customer: sent c 1, ERP –',
  ]);
});
