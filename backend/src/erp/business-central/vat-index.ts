import { z } from 'zod';
import { sameVatId } from '../kit/vat.ts';
import { waitFor } from '../transport/memory.ts';
import { queryOf } from '../transport/odata/query.ts';
import type { Session } from './session.ts';

/** As many as one answer holds. */
const PAGE = 20_000;
/** A list of tens of thousands takes its time. */
const READ_MS = 60_000;
/** What was being committed when the list was read has an earlier time than it. */
const OVERLAP_MS = 60_000;

const row = z.object({
  id: z.string().transform((id) => id.toLowerCase()),
  taxRegistrationNumber: z.string(),
  country: z.string(),
});
type Entry = z.output<typeof row>;
type Index = { at: number; entries: ReadonlyMap<string, Entry> };
const select = Object.keys(row.shape);
/** Shared by those who wait for it, so that none of their time limits is its own. */
async function read(session: Session): Promise<Index> {
  const at = session.now();
  const signal = AbortSignal.timeout(READ_MS);
  const headers = { prefer: `odata.maxpagesize=${PAGE}` };
  const first = await session.client.list(row, session.at(`customers${queryOf({ select })}`), { signal, headers });
  const rows = await session.client.rest(row, first, { signal, headers });
  return { at, entries: new Map(rows.map((entry) => [entry.id, entry])) };
}

/**
 * Ids of the customers that have each VAT id. `taxRegistrationNumber` is computed by the API's page, and Business Central cannot filter by it: the
 * numbers of all customers are read once while a session lasts, and what changed since then with each search.
 */
export async function customersWithVat(
  session: Session,
  wanted: readonly { vatId: string; country: string | null }[],
  signal: AbortSignal,
): Promise<string[][]> {
  if (wanted.length === 0) return [];
  const { at, entries } = await waitFor(
    session.remember('vat', () => read(session)),
    signal,
  );
  const since = new Date(at - OVERLAP_MS).toISOString();
  const changedPath = `customers${queryOf({ filter: `lastModifiedDateTime gt ${since}`, select })}`;
  const [changed] = await session.together([changedPath], signal, { fresh: true });
  const newer = await session.client.rest(row, session.rows(row, changed, 'customers'), { signal });
  const all = [...new Map([...entries, ...newer.map((entry) => [entry.id, entry] as const)]).values()];
  const numbered = all.filter(({ taxRegistrationNumber }) => taxRegistrationNumber !== '');
  return wanted.map(({ vatId, country }) =>
    numbered
      .filter((entry) => sameVatId({ vatId, country }, { vatId: entry.taxRegistrationNumber, country: entry.country }))
      .map(({ id }) => id),
  );
}
