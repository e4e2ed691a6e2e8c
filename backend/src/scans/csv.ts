import type { DuplicatesWords } from '@backroom/shared/messages/duplicates';
import { duplicatesKey } from '@backroom/shared/messages/duplicates';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { BYTE_ORDER_MARK, toText } from '../reconciliation/csv.ts';
import { type Decision, decisions, type PairRef, pairKey, readPairKey } from './decision.ts';
import type { Entry } from './record.ts';
import type { ListName, PairView } from './views.ts';

/** Rows of a file that decides. More are several files. */
export const MOST_DECISIONS = 20_000;

/** Names are for machines and stay; `type` and `meaning` are in the reader's language. */
const sideColumns = [
  'id',
  'name',
  'number',
  'vat_id',
  'street',
  'postal_code',
  'city',
  'country',
  'emails',
  'last_order',
] as const;
const columns = [
  'pair',
  'decision',
  'list',
  'type',
  'score',
  'why',
  'against',
  ...sideColumns.map((name) => `left_${name}`),
  ...sideColumns.map((name) => `right_${name}`),
  'decided_by',
  'decided_at',
  'outcome',
  'linked_to',
] as const;

const cells = (entry: Entry | null, id: string): string[] => {
  const facts = entry?.facts;
  return [
    id,
    entry?.name ?? '',
    facts?.number ?? '',
    facts?.vatId ?? '',
    facts?.street ?? '',
    facts?.postalCode ?? '',
    facts?.city ?? '',
    facts?.country ?? '',
    [...(facts?.emails ?? []), ...(facts?.domains ?? [])].join(' '),
    facts?.lastOrderOn ?? '',
  ];
};
export const csvHead = (): string => `${BYTE_ORDER_MARK}${toText([columns])}`;
const worded = (d: DuplicatesWords, kind: 'why' | 'against', codes: readonly string[]): string =>
  codes
    .flatMap((code) => {
      const key = duplicatesKey(`${kind}.${code}`);
      return key ? [d(key)] : [];
    })
    .join(', ');
export const pairRows = (d: DuplicatesWords, list: ListName, pairs: readonly PairView[]): string =>
  toText(
    pairs.map((pair) => [
      pairKey(pair),
      pair.decision?.decision ?? '',
      list,
      d(`list.${list}`),
      String(pair.score),
      worded(d, 'why', pair.why),
      worded(d, 'against', pair.against),
      ...cells(pair.left, pair.leftId),
      ...cells(pair.right, pair.rightId),
      pair.decision?.by ?? '',
      pair.decision?.at ?? '',
      pair.decision?.outcome ?? '',
      pair.decision?.other ?? '',
    ]),
  );
/** A record of one side alone stands on its own side of the row. */
export const aloneRows = (d: DuplicatesWords, list: ListName, entries: readonly Entry[]): string =>
  toText(
    entries.map((entry) => [
      '',
      '',
      list,
      d(`list.${list}`),
      '',
      '',
      '',
      ...(entry.side === 'crm' ? cells(entry, entry.id) : sideColumns.map(() => '')),
      ...(entry.side === 'erp' ? cells(entry, entry.id) : sideColumns.map(() => '')),
      '',
      '',
      '',
      '',
    ]),
  );

export type FileError = {
  /** As the spreadsheet numbers it; 1 is the head. */
  row: number;
  code:
    | 'not_csv'
    | 'no_columns'
    | 'nothing'
    | 'too_many'
    | 'bad_decision'
    | 'bad_pair'
    | 'twice'
    | 'one_side'
    | 'company_twice'
    | 'customer_twice'
    | 'company_linked'
    | 'customer_linked';
  other?: string;
};
export type FileRow = PairRef & { row: number; decision: Decision };

/** The decisions of a file, and what is wrong with it by itself. Excel writes semicolons in half of the countries. */
export function readDecisions(text: string): { rows: FileRow[]; errors: FileError[] } {
  let records: Record<string, string>[];
  try {
    records = z.array(z.record(z.string(), z.string())).parse(
      parse(text, {
        bom: true,
        delimiter: [',', ';', '\t'],
        columns: (head: string[]) => head.map((each) => each.trim().toLowerCase()),
        relax_column_count: true,
        skip_empty_lines: true,
      }),
    );
  } catch (error) {
    return {
      rows: [],
      errors: [
        { row: error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1, code: 'not_csv' },
      ],
    };
  }
  const [first] = records;
  if (first === undefined || !('pair' in first && 'decision' in first))
    return { rows: [], errors: [{ row: 1, code: 'no_columns' }] };
  const rows: FileRow[] = [];
  const errors: FileError[] = [];
  const seen = { pairs: new Set<string>(), companies: new Set<string>(), customers: new Set<string>() };
  for (const [index, record] of records.entries()) {
    const row = index + 2;
    const written = record.decision?.trim().toLowerCase() ?? '';
    if (written === '') continue;
    const decision = decisions.find((each) => each === written);
    const pair = readPairKey(record.pair?.trim() ?? '');
    const tell = (code: FileError['code']) => errors.push({ row, code });
    if (!decision) tell('bad_decision');
    else if (!pair) tell('bad_pair');
    else if (seen.pairs.has(pairKey(pair))) tell('twice');
    else if (decision === 'link' && (pair.leftSide !== 'crm' || pair.rightSide !== 'erp')) tell('one_side');
    else if (decision === 'link' && seen.companies.has(pair.leftId)) tell('company_twice');
    else if (decision === 'link' && seen.customers.has(pair.rightId)) tell('customer_twice');
    else {
      rows.push({ ...pair, row, decision });
      if (decision === 'link') {
        seen.companies.add(pair.leftId);
        seen.customers.add(pair.rightId);
      }
    }
    if (pair) seen.pairs.add(pairKey(pair));
  }
  if (rows.length > MOST_DECISIONS) return { rows: [], errors: [{ row: MOST_DECISIONS + 1, code: 'too_many' }] };
  if (rows.length === 0 && errors.length === 0) errors.push({ row: 2, code: 'nothing' });
  return { rows, errors };
}
