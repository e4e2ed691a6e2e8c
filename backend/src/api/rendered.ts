import { type AccountId, type RecordRef, recordIdSchema, recordTypeSchema } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { type Made, type Trace, traceAnswer } from '../cache/trace.ts';
import type { Services } from '../flows/context.ts';
import { type StampOfRecord, traced } from '../flows/traced.ts';
import type { Changes } from '../store/changes.ts';

/** Longest life of an answer, for what changes without an announcement: the capabilities of an ERP, a lost connection to the database. */
const LONGEST_MS = 30_000;
/** In bytes of long answers, in characters of short ones. A page of fifty lines has 55,000. */
const MOST = 16_000_000;
/** In UTF-16 units. Node sends a text in one write with its headers; of a longer one, turning it into bytes each time costs more. */
const LONG = 16_384;
/** As the schema of the routes allows. */
const LONGEST_TIME_ZONE = 64;
const LONGEST_LOCALE = 35;

/** Paths of the routes, as metrics name them. */
export const ALL_PANELS = '/v1/records/:type/:id/panels';
export const ONE_PANEL = '/v1/records/:type/:id/panels/:panel';
/** A request whose answer may be remembered. `variant`: everything in its address that the answer depends on. */
export type Asked = { ref: RecordRef; route: typeof ALL_PANELS | typeof ONE_PANEL; variant: string };
type Rendered = Omit<Made, 'figures'> & { body: string | Uint8Array<ArrayBuffer>; count: () => void };

const path = /^\/v1\/records\/([a-z]+)\/([\w-]+)\/panels(?:\/([a-z]+))?$/;
/** Spelt as our cards spell it. Any other spelling is answered by the router, which knows them all. */
const plainName = /^[A-Za-z]+$/;

/** Reads the target of a GET. Null for whatever is never remembered: other routes, refreshes, and unusual spellings. */
export function askedOf(target: string): Asked | null {
  if (!target.startsWith('/v1/records/')) return null;
  const mark = target.indexOf('?');
  const found = path.exec(mark < 0 ? target : target.slice(0, mark));
  const type = recordTypeSchema.safeParse(found?.[1]);
  const id = recordIdSchema.safeParse(found?.[2]);
  if (!found || !type.success || !id.success) return null;
  let only: string | undefined;
  let locale: string | undefined;
  let timeZone: string | undefined;
  for (const part of mark < 0 ? [] : target.slice(mark + 1).split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = part.slice(name.length + 1);
    if (!plainName.test(name) || name === 'refresh') return null;
    if (name === 'only') {
      if (only !== undefined) return null;
      only = value;
    } else if (name === 'locale') {
      if (locale !== undefined || value.length > LONGEST_LOCALE) return null;
      locale = value;
    } else if (name === 'timeZone') {
      if (timeZone !== undefined || value.length > LONGEST_TIME_ZONE) return null;
      timeZone = value;
    }
  }
  const panel = found[3];
  return {
    ref: { type: type.data, id: id.data },
    route: panel === undefined ? ALL_PANELS : ONE_PANEL,
    variant: `${type.data}/${id.data}/${panel ?? ''}?${only ?? ''}&${locale ?? ''}`,
  };
}

/**
 * Serialised answers of this process. An answer belongs to an account, a record, a set of panels and a language, never to a user: who may see it is asked
 * for each request. It holds the stamps of what it was made from and is answered only while all of them are current.
 */
export function renderedAnswers(parts: {
  changes: Pick<Changes, 'of' | 'ofAny'>;
  stampOf: StampOfRecord;
  /** Counts these figures each time that the returned function is called. */
  hitsOf: (account: AccountId, keys: readonly string[]) => () => void;
  now: () => number;
}) {
  const kept = new LRUCache<string, Rendered>({
    maxSize: MOST,
    sizeCalculation: ({ body, stamps }, key) => body.length + key.length + 8 * stamps.length + 200,
  });
  const keyOf = (account: AccountId, { variant }: Asked) => `${account}|${variant}`;
  return {
    find(account: AccountId, asked: Asked): Rendered | null {
      const key = keyOf(account, asked);
      const known = kept.get(key);
      if (!known) return null;
      if (parts.now() < known.until && known.stamps.every(({ current }) => current)) return known;
      kept.delete(key);
      return null;
    },
    /** Follows how an answer is made. `keep` takes it, if everything that it was made of has a stamp. */
    follow(account: AccountId, services: Services, asked: Asked) {
      const trace: Trace = traceAnswer(parts.changes.of(account), parts.now(), LONGEST_MS);
      return {
        trace,
        services: traced(services, trace, parts.stampOf, parts.changes.ofAny),
        keep(answer: object): void {
          const made = trace.made();
          if (!made) return;
          const { stamps, until, figures } = made;
          const count = parts.hitsOf(account, figures);
          const text = JSON.stringify(answer);
          const body = text.length > LONG ? Buffer.from(text) : text;
          kept.set(keyOf(account, asked), { stamps, until, count, body });
        },
      };
    },
  };
}
export type RenderedAnswers = ReturnType<typeof renderedAnswers>;
