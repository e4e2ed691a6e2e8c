import { registrationKey } from '../erp/kit/registration.ts';
import { vatIdOf } from '../erp/kit/vat.ts';
import type { Compared } from './record.ts';

/** Records with an equal key of one kind are compared; what they are to each other `judge` says from the whole records. */
export const keyKinds = ['erp_number', 'vat_id', 'registration', 'email', 'email_domain', 'name'] as const;
export type KeyKind = (typeof keyKinds)[number];
export type Key = { kind: KeyKind; key: string };

/** Longer than any index entry needs; two texts equal so far are compared anyway. */
const LONGEST = 120;
const short = (text: string): string => text.slice(0, LONGEST);

/** Keys that say whose a record is, whatever it is called. */
export function exactKeys({ facts, country }: Compared): Key[] {
  const keys: Key[] = [];
  const add = (kind: KeyKind, key: string | null | undefined) => {
    if (key) keys.push({ kind, key: short(key) });
  };
  add('erp_number', facts.number?.replace(/[\s./-]+/g, '').toLowerCase());
  // Without its country: a number whose country nobody knows counts as that of the other side's.
  add('vat_id', vatIdOf(facts.vatId, country)?.national);
  add('registration', registrationKey(facts.registration));
  for (const email of facts.emails) add('email', email);
  for (const domain of facts.domains) add('email_domain', domain);
  return keys;
}

/** Records of both sides that a name key may have: a longer list says nothing, and comparing all of it would take for ever. */
export const MOST_ALIKE = 40;
/** Letters of the beginnings and ends by which names are compared; the shortest that few enough have in common is used. */
const LENGTHS = [5, 8, 11, 15] as const;
const GRAM = 5;
/** Names so short are compared by what is left when one letter is taken out. */
const SHORT_NAME = 8;
/** Of the words and the five-letter pieces of a name, its rarest. */
const RAREST = 2;

/** Counts texts in bounded memory. Two texts may share a counter: a count is never too small. */
export function createCounter(bits = 21) {
  const counts = new Uint32Array(2 ** bits);
  const mask = 2 ** bits - 1;
  const place = (text: string): number => {
    let hash = 2166136261;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    return (hash ^ (hash >>> 15)) & mask;
  };
  return {
    add(text: string): void {
      const at = place(text);
      counts[at] = (counts[at] ?? 0) + 1;
    },
    of: (text: string): number => counts[place(text)] ?? 0,
  };
}
export type Counter = ReturnType<typeof createCounter>;

/** All that a name could be found by, with a letter in front for its kind. A typing error spoils some of it and leaves the rest. */
function partsOf({ parsed: { words } }: Compared) {
  const whole = words.join('');
  const ends = LENGTHS.filter((length) => length < whole.length);
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= whole.length; at += 1) grams.add(`g${whole.slice(at, at + GRAM)}`);
  const left: string[] = [];
  if (whole.length > 3 && whole.length <= SHORT_NAME) {
    left.push(`d${whole}`);
    for (let at = 0; at < whole.length; at += 1) left.push(`d${whole.slice(0, at)}${whole.slice(at + 1)}`);
  }
  return {
    sorted: whole && `n${[...words].sort().join('')}`,
    fronts: ends.map((length) => `f${whole.slice(0, length)}`),
    backs: ends.map((length) => `b${whole.slice(-length)}`),
    words: words.length > 1 ? [...new Set(words)].filter((word) => word.length > 2).map((word) => `w${word}`) : [],
    grams: [...grams],
    left,
  };
}
/** Counts what a name could be found by. Every record is counted before the keys of the first are made. */
export function countName(counter: Counter, record: Compared): void {
  const { sorted, fronts, backs, words, grams, left } = partsOf(record);
  for (const each of [sorted, ...fronts, ...backs, ...words, ...grams, ...new Set(left)]) if (each) counter.add(each);
}

/** The keys of a name: few, and each shared by few. What nobody else has finds nobody. */
export function nameKeys(counter: Counter, record: Compared): Key[] {
  const { sorted, fronts, backs, words, grams, left } = partsOf(record);
  const isUseful = (part: string): boolean => {
    const count = counter.of(part);
    return count > 1 && count <= MOST_ALIKE;
  };
  const rarest = (parts: readonly string[]) =>
    parts
      .filter(isUseful)
      .sort((one, other) => counter.of(one) - counter.of(other) || (one < other ? -1 : 1))
      .slice(0, RAREST);
  const found = [
    ...(sorted ? [sorted] : []),
    ...[fronts, backs].flatMap((parts) => parts.find(isUseful) ?? []),
    ...rarest(words),
    ...rarest(grams),
    ...left.filter(isUseful),
  ];
  return [...new Set(found)].map((part) => ({ kind: 'name', key: short(part) }));
}
