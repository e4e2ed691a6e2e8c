import type { CrmDeal, CrmGap, CrmLine, CrmRecord } from '@backroom/backend/crm/contract/index';
import { currencySchema, type Decimal, dateSchema, parseDecimal } from '@backroom/shared';
import type { CompanyRow, DealRow, LineRow, QuoteRow } from './schemas.ts';

const currencyOf = (text: string | null) => currencySchema.safeParse(text).data ?? null;

/** A number that is there and cannot be understood is named: it is never passed over. */
function lineOf(row: LineRow, gaps: CrmGap[]): CrmLine {
  const number = (text: string | null, what: string): Decimal | null => {
    const value = text === null ? null : parseDecimal(text);
    if (text !== null && value === null) gaps.push({ kind: 'unreadable', what: `${what}: ${text}`, lineId: row.id });
    return value;
  };
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    quantity: number(row.quantity, 'quantity'),
    unitPrice: number(row.price, 'price'),
    discountPercent: number(row.discountPercent, 'discount'),
    discountAmount: number(row.discountAmount, 'discount'),
    currency: currencyOf(row.currency),
    total: number(row.total, 'total'),
  };
}
const companyOf = ({ contacts: _, customerNumber, ...row }: CompanyRow) => ({ ...row, erpNumber: customerNumber });

/** Accepted quotes count before those that were only shown; the newest of a kind first. Drafts and rejected ones promise nothing. */
function counting(quotes: readonly QuoteRow[], chosen: string | null): { quote: QuoteRow | null; others: QuoteRow[] } {
  const newestFirst = quotes.toReversed();
  const accepted = newestFirst.filter(({ status }) => status === 'accepted');
  const picked = accepted.find(({ id }) => id === chosen);
  if (picked) return { quote: picked, others: [] };
  const shown = newestFirst.find(({ status }) => status === 'approved' || status === 'shown');
  return { quote: accepted[0] ?? shown ?? null, others: accepted.slice(1) };
}

export function dealOf(row: DealRow, chosen: string | null): CrmDeal {
  const gaps: CrmGap[] = [];
  const { quote, others } = counting(row.quotes, chosen);
  const lines = (quote ?? row).lines.map((line) => lineOf(line, gaps));
  return {
    type: 'deal',
    id: row.id,
    name: row.name,
    currency: currencyOf(quote?.currency ?? null) ?? currencyOf(row.currency),
    company: row.company && companyOf(row.company),
    contacts: row.company?.contacts ?? [],
    quote: quote && {
      id: quote.id,
      number: quote.number,
      accepted: quote.status === 'accepted',
      expiresOn: dateSchema.safeParse(quote.expiresOn).data ?? null,
    },
    linesFrom: lines.length === 0 ? 'none' : quote ? 'quote' : 'deal',
    orderNumber: row.orderNumber,
    lines,
    gaps,
    otherQuotes: others.map(({ id, number }) => ({ id, number })),
  };
}
export const companyRecord = (row: CompanyRow): CrmRecord => ({
  type: 'company',
  id: row.id,
  name: row.name,
  company: companyOf(row),
  contacts: row.contacts,
});
