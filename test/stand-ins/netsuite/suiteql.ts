import type { Store } from './database.ts';
import { userFormat } from './days.ts';
import { badSearch, Refusal } from './errors.ts';
import { tables } from './tables.ts';
import { figure } from './values.ts';

const MARK = '\u0001';
const MASKS: Readonly<Record<string, (text: string) => string>> = {
  YYYY: (text) => text.slice(0, 4),
  MM: (text) => text.slice(5, 7),
  DD: (text) => text.slice(8, 10),
  HH24: (text) => text.slice(11, 13),
  HH: (text) => text.slice(11, 13),
  MI: (text) => text.slice(14, 16),
  SS: (text) => text.slice(17, 19),
};
const PARTS = /YYYY|MM|DD|HH24|HH|MI|SS/g;
type Scalar = string | number | bigint | null | Uint8Array;
/** TO_CHAR of a moment by its mask; of a number as it is. */
function toChar(value: Scalar, mask: Scalar): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !value.startsWith(MARK)) return String(value);
  if (mask === null) return userFormat(value.slice(1));
  return String(mask)
    .toUpperCase()
    .replace(PARTS, (part) => MASKS[part]?.(value.slice(1)) ?? part);
}
function toDate(value: Scalar, mask: Scalar): string | null {
  if (value === null) return null;
  if (String(value).startsWith(MARK)) return String(value);
  const names: string[] = [];
  const pattern = String(mask ?? 'MM/DD/YYYY')
    .toUpperCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(PARTS, (part) => {
      names.push(part);
      return part === 'YYYY' ? '(\\d{4})' : '(\\d{1,2})';
    });
  const found = new RegExp(`^${pattern}`).exec(String(value));
  if (!found)
    throw new Error(`Parse of date/time "${value}" failed with date format "M/d/yy" in time zone America/Los_Angeles`);
  const part = (name: string) => (found[names.indexOf(name) + 1] ?? '0').padStart(2, '0');
  const hours = names.includes('HH24') ? part('HH24') : names.includes('HH') ? part('HH') : '00';
  return `${MARK}${part('YYYY')}-${part('MM')}-${part('DD')} ${hours}:${names.includes('MI') ? part('MI') : '00'}:${names.includes('SS') ? part('SS') : '00'}`;
}
/** Functions of SuiteQL that SQLite has not. `now` is the account's time. */
export function addFunctions(store: Store, now: () => string): void {
  const { db } = store;
  const varied = { deterministic: false, varargs: true } as const;
  db.function('to_char', varied, (value: Scalar, mask: Scalar = null) => toChar(value, mask));
  for (const name of ['to_date', 'to_timestamp'])
    db.function(name, varied, (value: Scalar, mask: Scalar = null) => toDate(value, mask));
  db.function('to_number', varied, (value: Scalar) => (value === null ? null : Number(value)));
  db.function('nvl', varied, (value: Scalar, other: Scalar) => value ?? other);
  db.function('nvl2', varied, (value: Scalar, some: Scalar, none: Scalar) => (value === null ? none : some));
  db.function('decode', varied, (value: Scalar, ...pairs: Scalar[]) => {
    for (let at = 0; at + 1 < pairs.length; at += 2) if (pairs[at] === value) return pairs[at + 1] ?? null;
    return pairs.length % 2 === 1 ? (pairs.at(-1) ?? null) : null;
  });
  db.function('trunc', varied, (value: Scalar) =>
    typeof value === 'string' && value.startsWith(MARK)
      ? `${value.slice(0, 11)} 00:00:00`
      : value === null
        ? null
        : Math.trunc(Number(value)),
  );
  db.function('account_now', { deterministic: false }, () => MARK + now());
}

/** Literals and comments apart from the rest, so that words inside them are left alone. */
function outside(text: string, change: (code: string) => string): string {
  return text
    .split(/('(?:[^']|'')*')/)
    .map((part, nth) => (nth % 2 === 1 ? part : change(part)))
    .join('');
}
const displayed = new Set(
  [...tables.values()]
    .flat()
    .filter((column) => column.displayed)
    .map(({ name }) => name),
);
const dates = [
  ...new Set(
    [...tables.values()]
      .flat()
      .filter(({ kind }) => kind === 'date' || kind === 'datetime')
      .map(({ name }) => name),
  ),
];
const general = 'Search error occurred: Invalid or unsupported search';

/** SuiteQL in SQLite's words. What SuiteQL refuses is refused here too. */
function translated(q: string): string {
  if ((q.match(/'/g)?.length ?? 0) % 2 === 1) throw badSearch(`${general}. Unterminated string.`);
  const code = q.replace(/'(?:[^']|'')*'/g, "''");
  if (/;/.test(code) || !/^\s*(select|with)\b/i.test(q)) throw badSearch(`${general}.`);
  if (/\blimit\s+\d/i.test(code) || /--|\/\*/.test(code)) throw badSearch(`${general}. Unexpected token.`);
  // A day is compared with a day; a text is read in the user's format, which the integration cannot know.
  const literal = new RegExp(`\\b(${dates.join('|')})\\s*(=|<>|!=|<=?|>=?)\\s*'([^']*)'`, 'i').exec(q);
  if (literal && !/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(literal[3] ?? ''))
    throw badSearch(
      `Search error occurred: Parse of date/time "${literal[3]}" failed with date format "M/d/yy" in time zone America/Los_Angeles`,
    );
  if (/\b(sysdate|current_date|current_timestamp)\s*[-+]/i.test(code))
    throw new Error('this double has no arithmetic of days');
  const withDays = q.replace(
    new RegExp(`(\\b(?:${dates.join('|')})\\s*(?:=|<>|!=|<=?|>=?)\\s*)'(\\d{1,2}/\\d{1,2}/\\d{4})'`, 'gi'),
    "$1to_date('$2', 'MM/DD/YYYY')",
  );
  // A status may be compared with its search form.
  const plain = withDays.replace(/'(?:SalesOrd|CustInvc|RtnAuth|CustCred):([A-Z])'/g, "'$1'");
  return outside(plain, (part) =>
    part
      .replace(/\bbuiltin\.df\s*\(\s*((?:\w+\.)?)(\w+)\s*\)/gi, (_, alias: string, column: string) =>
        displayed.has(column.toLowerCase()) ? `${alias}"${column.toLowerCase()}__df"` : `${alias}${column}`,
      )
      .replace(/\boffset\s+(\d+)\s+rows?\s+fetch\s+(?:first|next)\s+(\d+)\s+rows?\s+only/gi, 'limit $2 offset $1')
      .replace(/\bfetch\s+(?:first|next)\s+(\d+)\s+rows?\s+only/gi, 'limit $1')
      .replace(/\b(?:sysdate|current_date|current_timestamp|systimestamp)\b/gi, 'account_now()')
      .replace(/\b(from|join)\s+(\w+)(\s+(?:as\s+)?\w+)?/gi, (all, word: string, name: string, after?: string) =>
        tables.has(name.toLowerCase()) ? `${word} ${tableOf(name, after)}` : all,
      )
      // Tables that are listed with commas.
      .replace(
        /\bfrom\s+"q_\w+"[^()]*?(?=\b(?:where|on|group|order|fetch|union|limit|left|inner|join)\b|\)|$)/gi,
        (list) =>
          list.replace(/,\s*(\w+)(\s+(?:as\s+)?\w+)?/gi, (all, name: string, after?: string) =>
            tables.has(name.toLowerCase()) ? `, ${tableOf(name, after)}` : all,
          ),
      )
      // A word of SQLite's own.
      .replace(/(?<!")\btransaction\b(?!")/gi, '"transaction"'),
  );
}
const WORDS = new Set(
  'where inner left right full cross join on group order having fetch offset union minus limit and'.split(' '),
);
/** A table without an alias goes by its own name. `after`: the word behind it, which may be its alias. */
function tableOf(name: string, after = ''): string {
  const word = after
    .trim()
    .replace(/^as\s+/i, '')
    .toLowerCase();
  const own = `"q_${name.toLowerCase()}"`;
  return word === '' || WORDS.has(word) ? `${own} as "${name.toLowerCase()}"${after}` : `${own}${after}`;
}
function refusalOf(error: unknown): Refusal {
  const words = error instanceof Error ? error.message : String(error);
  const column = /no such column: (?:"?\w+"?\.)?"?(\w+)"?/.exec(words)?.[1];
  if (column !== undefined)
    return badSearch(`Search error occurred: Unknown identifier '${column}'. Available identifiers are: {...}`);
  const table = /no such table: (\w+)/.exec(words)?.[1];
  if (table !== undefined) return badSearch(`Search error occurred: Record ‘${table}’ was not found.`);
  const date = /Parse of date\/time.*/.exec(words)?.[0];
  return badSearch(date === undefined ? `${general}.` : `Search error occurred: ${date}`);
}
/** Values are texts, empty columns are left out, names are in lower case. */
function shown(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = { links: [] };
  for (const [name, value] of Object.entries(row)) {
    if (value === null || name === '_source' || (name.endsWith('__df') && name in row && name.slice(0, -4) in row))
      continue;
    out[name.toLowerCase().replace(/__df$/, '')] =
      typeof value === 'number'
        ? String(figure(value))
        : String(value).startsWith(MARK)
          ? userFormat(String(value).slice(1))
          : String(value);
  }
  return out;
}
const MOST = 100_000;
type Page = { items: Record<string, unknown>[]; total: number };
/** Rows of a query from `offset` on. */
export function suiteql(
  store: Store,
  q: string,
  { limit, offset, values = [] }: { limit: number; offset: number; values?: (string | number)[] },
): Page {
  const sql = translated(q);
  try {
    const total = Number(store.one(`select count(*) as n from (${sql})`, ...values)?.n);
    if (offset >= MOST)
      throw new Refusal(400, 'INVALID_PARAMETER', 'The results of a query are limited to 100,000 rows.', {
        'o:errorQueryParam': 'offset',
      });
    const rows = store.db.prepare(`select * from (${sql}) limit ? offset ?`).all(...values, limit, offset);
    return { items: rows.map((row) => shown(row as Record<string, unknown>)), total };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalOf(error);
  }
}
