import { ErpError } from '../contract/errors.ts';
import type { Asking, Client, Said } from './client.ts';
import { evaluated } from './coerce.ts';
import type { Read } from './document.ts';

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
  // An answer without the list is another answer, and not an empty list.
  const isThere = found !== undefined || /\[/.test(text);
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
type Found = { rows: Row[]; more: boolean };
/** All rows of a question, page after page, at most `most`. */
export async function rowsOf(client: Client, read: Read, asking: Asking, most = MOST_ROWS): Promise<Found> {
  const { paging } = read;
  const all: Row[] = [];
  const seen = new Set<string>();
  let next: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const said: Said = next === null ? await client.send(paged(read, page), asking) : await client.follow(next, asking);
    const rows = await rowsIn(client, read, said, asking);
    all.push(...(await counted(client, read, rows, asking)));
    if (!paging) return { rows: all.slice(0, most), more: all.length > most };
    if (paging.kind === 'next') {
      const address = await evaluated(paging.next, said.body, client.place(`${asking.at}.paging.next`, asking.input));
      if (typeof address !== 'string' || address === '') return { rows: all.slice(0, most), more: all.length > most };
      // A list whose next page is one that was read already has no end.
      if (seen.has(address)) throw endless(asking.at);
      seen.add(address);
      next = address;
    } else if (rows.length < paging.size) return { rows: all.slice(0, most), more: all.length > most };
    if (all.length > most) return { rows: all.slice(0, most), more: true };
  }
  throw endless(asking.at);
}
const endless = (at: string): ErpError =>
  new ErpError('drift', `${at}: the list has no end`, { field: `${at}.paging` });
/** One page: of lists that go on from where a cursor says. */
export async function pageOf(client: Client, read: Read, asking: Asking, page: number): Promise<Found> {
  const said = await client.send(paged(read, page), asking);
  const rows = await rowsIn(client, read, said, asking);
  const { paging } = read;
  const more = paging !== undefined && paging.kind !== 'next' && rows.length >= paging.size;
  return { rows: await counted(client, read, rows, asking), more };
}
function paged(read: Read, page: number): Read {
  const { paging } = read;
  if (!paging || paging.kind === 'next') return read;
  const own: Record<string, string> =
    paging.kind === 'offset'
      ? { [paging.offset]: String(page * paging.size), [paging.limit]: String(paging.size) }
      : { [paging.page]: String(page + paging.first), [paging.limit]: String(paging.size) };
  return { ...read, query: { ...read.query, ...own } };
}
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
