import type { Body, Rec, Store } from './database.ts';
import { Refusal } from './errors.ts';
import type { RecordType } from './metadata.ts';

const badFilter = (detail = 'Provide a valid search query.') =>
  new Refusal(400, 'INVALID_PARAMETER', `Invalid search query. ${detail}`, { 'o:errorQueryParam': 'q' });
const day = (text: string): number => {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!found)
    throw badFilter(
      `Detailed unprocessed description follows. Search error occurred: Parse of date/time "${text}" failed with date format "M/d/yy" in time zone America/Los_Angeles`,
    );
  return Date.UTC(Number(found[3]), Number(found[1]) - 1, Number(found[2]));
};
/** `q` of a collection: conditions that are joined with AND. Texts are compared without case. */
function matches(type: RecordType, q: string): (rec: Rec) => boolean {
  const tests = q
    .split(/ AND (?=\w+ (?:IS|IS_NOT|CONTAIN|START_WITH|ANY_OF|AFTER|ON_OR_AFTER|BEFORE|EMPTY|EMPTY_NOT|EQUAL)\b)/)
    .map((part) => {
      const [, name = '', operator = '', rest = ''] = /^\s*(\w+) (\w+)(?: ([\s\S]+))?$/.exec(part) ?? [];
      const field = type.fields.get(name);
      if (!field || /^'/.test(rest.trim())) throw badFilter();
      const wanted = rest.trim().replace(/^"([\s\S]*)"$/, '$1');
      const text = ({ body, external, id }: Rec): string => {
        const value = name === 'externalId' ? external : name === 'id' ? id : body[name];
        return String(
          value === undefined || value === null ? '' : typeof value === 'object' ? (value.id ?? '') : value,
        ).toLowerCase();
      };
      const at = ({ body, created, modified }: Rec) =>
        name === 'lastModifiedDate'
          ? modified
          : name === 'createdDate' || name === 'dateCreated'
            ? created
            : Date.parse(String(body[name] ?? ''));
      const asked = wanted.toLowerCase();
      switch (operator) {
        case 'IS':
        case 'EQUAL':
          return (rec: Rec) => text(rec) === asked;
        case 'IS_NOT':
          return (rec: Rec) => text(rec) !== asked;
        case 'CONTAIN':
          return (rec: Rec) => text(rec).includes(asked);
        case 'START_WITH':
          return (rec: Rec) => text(rec).startsWith(asked);
        case 'ANY_OF':
          return (rec: Rec) =>
            asked
              .replace(/[[\]]/g, '')
              .split(',')
              .map((each) => each.trim())
              .includes(text(rec));
        case 'EMPTY':
          return (rec: Rec) => text(rec) === '';
        case 'EMPTY_NOT':
          return (rec: Rec) => text(rec) !== '';
        case 'AFTER':
          return (rec: Rec) => at(rec) > day(wanted) + 86_400_000;
        case 'ON_OR_AFTER':
          return (rec: Rec) => at(rec) >= day(wanted);
        case 'BEFORE':
          return (rec: Rec) => at(rec) < day(wanted);
        default:
          throw badFilter();
      }
    });
  return (rec) => tests.every((test) => test(rec));
}
export type Paging = { limit: number; offset: number };
export function pagingOf(query: URLSearchParams): Paging {
  const number = (name: string, otherwise: number) => {
    const text = query.get(name);
    if (text === null) return otherwise;
    const bad = !/^\d+$/.test(text) || (name === 'limit' && (Number(text) < 1 || Number(text) > 1000));
    if (bad)
      throw new Refusal(400, 'INVALID_PARAMETER', `Invalid value for the query parameter '${name}'.`, {
        'o:errorQueryParam': name,
      });
    return Number(text);
  };
  const paging = { limit: number('limit', 1000), offset: number('offset', 0) };
  if (paging.offset % paging.limit !== 0)
    throw new Refusal(400, 'INVALID_PARAMETER', 'Invalid offset. The offset must be a multiple of the limit.', {
      'o:errorQueryParam': 'offset',
    });
  return paging;
}
/** A page of anything, in the envelope of collections and queries. */
export function pageBody(href: string, { limit, offset }: Paging, items: Body[], total: number): Body {
  const at = (rel: string, from: number) => ({
    rel,
    href: `${href}${href.includes('?') ? '&' : '?'}limit=${limit}&offset=${from}`,
  });
  const hasMore = offset + items.length < total;
  return {
    links: [
      at('self', offset),
      ...(offset > 0 ? [at('previous', Math.max(0, offset - limit))] : []),
      ...(hasMore ? [at('next', offset + limit)] : []),
    ],
    count: items.length,
    hasMore,
    items,
    offset,
    totalResults: total,
  };
}
export const listed = (store: Store, type: RecordType, q: string | null): Rec[] =>
  store.ofType(type.name).filter(q === null ? () => true : matches(type, q));
