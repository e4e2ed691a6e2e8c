import type { ReconciliationWords } from '@backroom/shared/messages/reconciliation';
import { stringify } from 'csv-stringify/sync';
import type { Finding, Run } from './finding.ts';

/** Excel takes a file without it for the computer's own old character set, and breaks every umlaut. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** Names are for machines and stay; the two of words are in the reader's language. */
const columns = [
  'kind',
  'code',
  'meaning',
  'what_to_do',
  'deal_id',
  'deal_name',
  'company',
  'deal_url',
  'reference',
  'erp_orders',
  'field',
  'line',
  'sold',
  'sold_currency',
  'erp',
  'erp_currency',
  'problem',
  'problem_detail',
  'period_from',
  'period_to',
  'run_begun_at',
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;
export type CsvInput = { run: Run; words: ReconciliationWords; dealUrl: (id: string) => string | null };

const plainNegative = /^-\d+(\.\d+)?$/;
/**
 * RFC 4180 with CRLF. A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` at its beginning) gets an apostrophe before it;
 * a negative amount is none and stays a number.
 */
export const toText = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], {
    record_delimiter: 'windows',
    escape_formulas: true,
    // Of itself it quotes the pair CRLF only; a line break of one sign ends a record for many readers as well.
    quoted_match: /[\r\n]/,
    cast: { string: (value) => (plainNegative.test(value) ? { value, escape_formulas: false } : value) },
  });

const amountOf = (value: Finding['differences'][number]['ours']): [string, string] =>
  value === null ? ['', ''] : typeof value === 'string' ? [value, ''] : [value.amount, value.currency];

/** A finding of several differences is several rows; one without any is one. */
function rowsOf({ run, words, dealUrl }: CsvInput, finding: Finding): Row[] {
  const { deal, problem } = finding;
  const differences = finding.differences.length > 0 ? finding.differences : [null];
  return differences.map((each): Row => {
    const [sold, soldCurrency] = amountOf(each?.ours ?? null);
    const [erp, erpCurrency] = amountOf(each?.erp ?? null);
    return {
      kind: finding.kind,
      code: finding.code,
      meaning: words(finding.code),
      what_to_do: words(`${finding.code}.do`),
      deal_id: deal?.id ?? '',
      deal_name: deal?.name ?? '',
      company: deal?.company ?? '',
      deal_url: (deal && dealUrl(deal.id)) ?? '',
      reference: finding.reference ?? '',
      erp_orders: finding.orders.join(' '),
      field: each?.field ?? '',
      line: each?.line ?? '',
      sold,
      sold_currency: soldCurrency,
      erp,
      erp_currency: erpCurrency,
      problem: problem?.code ?? '',
      problem_detail: problem?.detail ?? '',
      period_from: run.from,
      period_to: run.to,
      run_begun_at: run.createdAt,
    };
  });
}

export const csvHead = (): string => `${BYTE_ORDER_MARK}${toText([columns])}`;
export const csvRows = (input: CsvInput, findings: readonly Finding[]): string =>
  toText(findings.flatMap((each) => rowsOf(input, each)).map((row) => columns.map((column) => row[column])));
