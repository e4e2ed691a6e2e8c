import { ErpError } from '../contract/errors.ts';
import type { Client, Said } from './client.ts';
import { evaluated, needed } from './coerce.ts';
import type { Read } from './document.ts';
import { containerOf } from './expression.ts';
import type { Asking, PageBindings } from './request.ts';
import { pageNumber } from './results.ts';

/** Rows that one question may bring, and pages that it may take. */
const MOST_ROWS = 20_000;
const MOST_PAGES = 200;
export type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of one answer. */
async function rowsIn(client: Client, read: Read, { body, nothing }: Said, { at, input }: Asking): Promise<Row[]> {
  if (nothing) return [];
  const text = read.rows ?? client.document.rows;
  const place = client.place(`${at}.rows`, input);
  const found = await evaluated(text, body, place);
  const rows = found === undefined || found === null ? [] : [found].flat();
  // An answer without the list is another answer, and not an empty list. A list of XML that is empty is the element around it.
  const container = client.document.soap ? containerOf(text) : null;
  const isThere =
    found !== undefined ||
    /\[/.test(text) ||
    (container !== null && (await evaluated(container, body, place)) !== undefined);
  if (!isThere || !rows.every(isRow))
    throw new ErpError('drift', `${at}: "${text}" gives no rows in ${JSON.stringify(body)?.slice(0, 120)}`, {
      field: `${at}.rows`,
    });
  return rows;
}
/** A page and those of its rows that count: what goes on is told by the whole page. */
async function counted(client: Client, { where }: Read, rows: Row[], { at, input }: Asking): Promise<Row[]> {
  if (where === undefined) return rows;
  const place = client.place(`${at}.where`, input);
  const kept = await Promise.all(rows.map((row) => evaluated(where, row, place)));
  return rows.filter((_, index) => kept[index] === true);
}
/** A page, and what asks for the next one: its number, or where the ERP says that the list goes on. Null at the end. */
type Page = { rows: Row[]; next: string | null };
export async function pageAt(client: Client, read: Read, asking: Asking, from: string | null): Promise<Page> {
  const { paging } = read;
  const said = await answerOf(client, read, asking, from);
  const all = await rowsIn(client, read, said, asking);
  const rows = await counted(client, read, all, asking);
  if (!paging || said.nothing) return { rows, next: null };
  if (paging.kind === 'offset' || paging.kind === 'page')
    return { rows, next: all.length < paging.size ? null : String(pageNumber(from) + 1) };
  const place = (name: string) =>
    client.place(`${asking.at}.paging.${name}`, asking.input, from === null ? {} : { cursor: from });
  let next: string | null;
  if (paging.kind === 'cursor') {
    // Without a word about the end, a part of the list would be taken for the list.
    const more = await needed<boolean>(paging.more, said.body, 'boolean', place('more'));
    next = more ? await needed<string>(paging.next, said.body, 'text', place('next')) : null;
  } else {
    const address = await evaluated(paging.next, said.body, place('next'));
    next = typeof address === 'string' && address !== '' ? address : null;
  }
  // A scan keeps no pages: that the next one is this one again is seen here or never.
  if (next !== null && next === from) throw endless(asking.at);
  return { rows, next };
}
function answerOf(client: Client, read: Read, asking: Asking, from: string | null): Promise<Said> {
  const { paging } = read;
  if (!paging) return client.send(read, asking);
  if (paging.kind === 'next') return from === null ? client.send(read, asking) : client.follow(from, asking);
  if (paging.kind === 'cursor')
    return client.send(read, from === null ? asking : { ...asking, page: { cursor: from } });
  const nth = pageNumber(from);
  const { size } = paging;
  const page: PageBindings =
    paging.kind === 'offset' ? { offset: nth * size, size } : { pageNumber: nth + paging.first, size };
  const own = [
    paging.kind === 'offset' ? [paging.offset, page.offset] : [paging.page, page.pageNumber],
    [paging.limit, size],
  ].flatMap(([name, value]) => (name === undefined ? [] : [[name, String(value)]]));
  return client.send({ ...read, query: { ...read.query, ...Object.fromEntries(own) } }, { ...asking, page });
}
type Found = { rows: Row[]; more: boolean };
/** All rows of a question, page after page, at most `most`. A page that fails fails the whole: a part of a list is not shown as the list. */
export async function rowsOf(client: Client, read: Read, asking: Asking, most = MOST_ROWS): Promise<Found> {
  const all: Row[] = [];
  const seen = new Set<string>();
  let from: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { rows, next }: Page = await pageAt(client, read, asking, from);
    all.push(...rows);
    if (next === null) return { rows: all.slice(0, most), more: all.length > most };
    // A list whose next page is one that was read already has no end.
    if (seen.has(next)) throw endless(asking.at);
    if (all.length > most) return { rows: all.slice(0, most), more: true };
    seen.add(next);
    from = next;
  }
  throw endless(asking.at);
}
const endless = (at: string): ErpError =>
  new ErpError('drift', `${at}: the list has no end`, { field: `${at}.paging` });
/** Asks for many values: one request for each, or `batch` of them in one. Equal values are asked for once. */
export async function rowsForEach(
  client: Client,
  read: Read,
  values: readonly string[],
  asked: Omit<Asking, 'input'> & { input?: object },
): Promise<Row[]> {
  const wanted = [...new Set(values)].filter((value) => value.trim() !== '');
  const size = read.each ? 1 : read.batch;
  const parts = Array.from({ length: Math.ceil(wanted.length / size) }, (_, nth) =>
    wanted.slice(nth * size, (nth + 1) * size),
  );
  const answers = await Promise.all(
    parts.map(async (part) => {
      const input = { ...asked.input, values: part, value: part[0] };
      try {
        return (await rowsOf(client, read, { ...asked, input })).rows;
      } catch (error) {
        // Of one value, "not there" is an answer.
        if (read.each && error instanceof ErpError && error.kind === 'not_found') return [];
        throw error;
      }
    }),
  );
  return answers.flat();
}
