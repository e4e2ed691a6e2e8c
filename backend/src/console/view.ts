import type { Submission } from '@backroom/shared';
import { deskTranslator } from '@backroom/shared/messages/desk';
import { wordsFor } from '@backroom/shared/messages/languages';
import { locales } from '@backroom/shared/messages/locale';
import type { Words } from '@backroom/shared/messages/words';
import type { html } from 'hono/html';
import type { DeskSession } from '../access/desk.ts';

export type Html = ReturnType<typeof html>;
/** What every page needs to speak: the words of all surfaces, the desk's own, and the viewer's calendar. */
export type View = Words & {
  d: ReturnType<typeof deskTranslator>;
  /** IANA name; null until the browser has said it, and UTC is shown. */
  timeZone: string | null;
  now: number;
  /** The name of each CRM by its id, for people. */
  crmNames: Readonly<Record<string, string>>;
};

const supported = new RegExp(`^\\s*(${locales.join('|')})\\b`, 'i');
/** The first supported language of the browser. Browsers list them best first. */
const preferred = (header: string | undefined): string =>
  (header ?? '')
    .split(',')
    .find((each) => supported.test(each))
    ?.split(';')[0]
    ?.trim() ?? 'en';

export function viewOf(
  session: DeskSession | null,
  acceptLanguage: string | undefined,
  { now, crmNames }: Pick<View, 'now' | 'crmNames'>,
): View {
  const timeZone = session?.timeZone ?? null;
  const words = wordsFor({ locale: session?.locale ?? preferred(acceptLanguage), timeZone: timeZone ?? 'UTC' });
  return { ...words, d: deskTranslator(words.locale), timeZone, now, crmNames };
}

const digits = new Map<string, Intl.NumberFormat>();
/** A count in the viewer's digits. */
export function figure({ format: { tag } }: View, value: number): string {
  const known = digits.get(tag) ?? new Intl.NumberFormat(tag);
  digits.set(tag, known);
  return known.format(value);
}

/** `2 h 10 min`, at most two parts, in the viewer's language. Under a minute it is one. */
export function duration({ format: { tag } }: View, ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  const parts = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor(minutes / 60) % 24],
    ['minute', minutes % 60],
  ] as const;
  const from = parts.findIndex(([, value]) => value > 0);
  return parts
    .slice(from, from + 2)
    .filter(([, value]) => value > 0)
    .map(([unit, value]) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ');
}

const open = ['queued', 'sending', 'checking', 'waiting', 'needs_attention'] as const;
export const isOpen = ({ state }: Pick<Submission, 'state'>): boolean => open.some((each) => each === state);
/** "waiting 2 h 10 min" while it is open, "3 days ago" when it is done. */
export function ageOf(view: View, submission: Pick<Submission, 'state' | 'createdAt' | 'updatedAt'>): string {
  const { d, format, now } = view;
  return isOpen(submission)
    ? d('age.open', { duration: duration(view, now - Date.parse(submission.createdAt)) })
    : format.ago(submission.updatedAt, now);
}
/** Whose hand it was; the engine's own steps are ours. */
export const actorName = (actor: string): string => (actor === 'system' ? 'Backroom' : actor);
