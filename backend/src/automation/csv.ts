import { BYTE_ORDER_MARK, toText } from '../reconciliation/csv.ts';
import type { Conversion, Reported } from './views.ts';

/** Names are for machines and stay; `why` is in the reader's language. */
const columns = [
  ...(['deal_id', 'deal_name', 'company', 'deal_url', 'state', 'codes', 'why'] as const),
  ...(['reference', 'order_number', 'total', 'currency', 'total_basis', 'requested_by', 'settled_at'] as const),
] as const;

/** One line for each deal of a run. */
export function reportCsv(
  rows: readonly Reported[],
  { why, dealUrl }: { why: (row: Conversion) => string; dealUrl: (id: string) => string | null },
): string {
  const lines = rows.map((row) => {
    const { deal, name, company, state, findings, total, requestedBy, settledAt, reference, orderNumber } = row;
    const codes = findings ? [...findings.checks.map(({ code }) => code), findings.problem ?? ''].filter(Boolean) : [];
    return [
      ...[deal ?? '', name ?? '', company ?? '', (deal && dealUrl(deal)) ?? '', state],
      ...[[...new Set(codes)].join(' '), why(row), reference ?? '', orderNumber ?? ''],
      ...[
        total?.amount ?? '',
        total?.currency ?? '',
        total ? (total.by === 'erp' ? 'gross' : 'net') : '',
        requestedBy,
        settledAt?.toISOString() ?? '',
      ],
    ];
  });
  return `${BYTE_ORDER_MARK}${toText([columns, ...lines])}`;
}
