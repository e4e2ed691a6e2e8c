import { decimal, isDecimal } from '../decimal.ts';
import type { Currency } from '../money.ts';
import type { Difference, Submission, SubmissionEvent } from '../orders.ts';
import type { Problem } from '../problem-schema.ts';
import { messageKey } from './ui.ts';
import type { Words } from './words.ts';

// What a submission says of itself, on the deal page and at the order desk alike.

/** The five tones that every surface has for a state. */
export type Tone = 'default' | 'info' | 'success' | 'warning' | 'danger';
export type Tag = { text: string; tone: Tone };

/** A problem in the viewer's language; the engine stores it in English. */
export const problemView = ({ problems }: Words, problem: Problem): Problem => {
  const [title, whatToDo] = problems[problem.code];
  return { ...problem, title, whatToDo };
};

export const stateTones = {
  queued: 'info',
  sending: 'info',
  checking: 'warning',
  waiting: 'warning',
  needs_attention: 'danger',
  confirmed: 'success',
  cancelled: 'default',
} as const;
export const stateTag = ({ t }: Words, state: Submission['state']): Tag => ({
  text: t(`submission.${state}`),
  tone: stateTones[state],
});
const steps = {
  queued: 0,
  sending: 1,
  checking: 1,
  waiting: 1,
  confirmed: 2,
  needs_attention: null,
  cancelled: null,
} as const;
/** What happens next. Only orders have texts of their own for these states; a new customer or a return has the general ones. */
function nextText({ t }: Words, { kind, state }: Pick<Submission, 'kind' | 'state'>): string {
  const general = state === 'sending' || state === 'confirmed' || state === 'cancelled';
  return t(kind !== 'order' && general ? `submission.next.${state}_other` : `submission.next.${state}`);
}
/** The state of a submission and what happens next. `step` counts from 0: queued, sending, created; null: it goes on by nobody. */
export function submissionView(words: Words, submission: Omit<Submission, 'events'>, now: number) {
  const { t, format } = words;
  const { state, nextTryAt, problem } = submission;
  const shown = problem && state !== 'confirmed' ? problemView(words, problem) : null;
  return {
    tag: stateTag(words, state),
    next: nextText(words, submission),
    steps: [t('submission.queued'), t('submission.sending'), t('submission.confirmed')],
    step: steps[state],
    nextTry:
      nextTryAt && state !== 'confirmed' && Date.parse(nextTryAt) > now
        ? t('order.next_try', { when: format.until(nextTryAt, now) })
        : null,
    /** Null where sending does not continue: on hold, cancelled or created. */
    kept:
      state === 'queued' || state === 'sending' || state === 'checking' || state === 'waiting' ? t('order.kept') : null,
    problem: shown,
    /** What a person has to do something about meanwhile. Of an order on hold, and of a problem that passes by itself, the lines beside the state say it. */
    notice: shown && !shown.retryable && state !== 'needs_attention' ? shown : null,
    writtenBack: state === 'confirmed' ? t(submission.writtenBack ? 'order.written_back' : 'order.writing_back') : null,
  };
}

// Without zod, which a card has not.
const isCode = (text: string): text is Currency => /^[A-Z]{3}$/.test(text);
/** A value of a difference: an amount with its currency, a number, or a text as it is. */
export function amountOrText({ format }: Pick<Words, 'format'>, value: string | null): string {
  if (value === null) return '–';
  const [amount = '', code, ...more] = value.split(' ');
  if (!isDecimal(amount) || more.length > 0) return value;
  if (code === undefined) return format.quantity(decimal(amount));
  return isCode(code) ? format.money({ amount: decimal(amount), currency: code }) : value;
}
/** A name that begins a line. */
export const asLabel = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const differenceText = (words: Words, { field, line, sent, got }: Difference): string => {
  const name = words.t(`differs.${field}`);
  const values = {
    field: line === null ? asLabel(name) : name,
    sent: amountOrText(words, sent),
    got: amountOrText(words, got),
    line: String((line ?? 0) + 1),
  };
  return words.t(line === null ? 'differs.whole' : 'differs.of_line', values);
};
/** Where the ERP has something else than was sent; null where it has not. */
export function differsView(words: Words, { differences = [] }: Pick<Submission, 'differences'>) {
  if (differences.length === 0) return null;
  return { title: words.t('differs.title'), lines: differences.map((each) => differenceText(words, each)) };
}

/** A field of what is sent (`lines.0.quantity`) by the name that a person knows; as the ERP calls it where it is none of ours. */
export function fieldName({ t }: Words, field: string): string {
  const [, line, part] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const known = messageKey(`field.${part ?? field}`);
  if (!known) return field;
  return line === undefined ? t(known) : t('field.of_line', { line: String(Number(line) + 1), field: t(known) });
}
/** `lines.0.quantity: 2 → 3 [1f2e…]`, as a correction is noted, without the sum that ties it to what was sent. */
const correctionIn = (words: Words, text: string): string =>
  text
    .replace(/ \[[0-9a-f]{12}\]$/, '')
    .split('; ')
    .map((each) => each.replace(/^([\w.]+): /, (_, field: string) => `${fieldName(words, field)}: `))
    .join('; ');

export const eventView = (words: Words, event: SubmissionEvent) => ({
  at: words.format.instant(event.at),
  what: words.t(`step.${event.step}`, { actor: event.actor }),
  state: words.t(`submission.${event.state}`),
  tone: stateTones[event.state],
  words:
    event.step === 'mend' && event.words
      ? correctionIn(words, event.words)
      : (event.words ?? (event.problem ? problemView(words, event.problem).title : '')),
});
