import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { ScanContext } from './context.ts';
import { type FileError, type FileRow, readDecisions } from './csv.ts';
import type { decide } from './decide.ts';
import { pairKey } from './decision.ts';
import type { Scan, ScanViews } from './views.ts';

/** Rows that are looked up at once. */
const BATCH = 1000;
export type FileResult = { errors: FileError[] } | { kept: number } | 'busy';

/** Takes the decisions of a file: all of them, or none where one row is wrong. What was decided before is left as it is where the file says the same. */
export function fileReader(
  { db }: ScanContext,
  views: ScanViews,
  { decideMany }: Pick<ReturnType<typeof decide>, 'decideMany'>,
) {
  async function linkedNow(account: AccountId, scan: Scan, rows: readonly FileRow[]): Promise<FileError[]> {
    const links = rows
      .filter(({ decision }) => decision === 'link')
      .map(({ row, leftId, rightId }) => ({ row, leftId, rightId }));
    if (links.length === 0) return [];
    const { rows: found } = await sql<{
      row: number;
      own: string | null;
      company: string | null;
    }>`select w.row, own.name as own, taken.company
        from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as w(row int, "leftId" text, "rightId" text)
        left join lateral (select concat_ws(' ', l.customer ->> 'number', l.customer ->> 'name') as name from connection_links l where l.account = ${account} and l.connection = ${scan.connection}
          and l.record_type = 'company' and l.record_id = w."leftId" and l.customer ->> 'id' <> w."rightId") own on true
        left join lateral (select l.record_id as company from connection_links l where l.account = ${account} and l.connection = ${scan.connection}
          and l.record_type = 'company' and l.customer ->> 'id' = w."rightId" and l.record_id <> w."leftId" limit 1) taken on true
       where own.name is not null or taken.company is not null`.execute(db);
    return found.map(({ row, own, company }) =>
      own !== null
        ? { row, code: 'company_linked', other: own }
        : { row, code: 'customer_linked', other: company ?? '' },
    );
  }
  return async (who: { account: AccountId; actor: string }, scan: Scan, text: string): Promise<FileResult> => {
    const { account } = who;
    const { rows, errors } = readDecisions(text);
    const changed: FileRow[] = [];
    for (let from = 0; from < rows.length; from += BATCH) {
      const some = rows.slice(from, from + BATCH);
      const known = new Map((await views.pairsNamed(account, scan.id, some)).map((pair) => [pairKey(pair), pair]));
      for (const each of some) {
        const pair = known.get(pairKey(each));
        if (!pair) errors.push({ row: each.row, code: 'bad_pair' });
        else if (
          pair.decision?.decision !== each.decision ||
          (pair.decision.outcome !== null && pair.decision.outcome !== 'done')
        )
          changed.push(each);
      }
    }
    errors.push(...(await linkedNow(account, scan, changed)));
    if (errors.length > 0) return { errors: errors.sort((left, right) => left.row - right.row) };
    if (changed.length === 0) return { kept: 0 };
    return (await decideMany(who, scan.id, changed)) ? { kept: changed.length } : 'busy';
  };
}
