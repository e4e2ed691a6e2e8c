import { instantIn } from '@backroom/shared';
import { type CrmCall, CrmError, type SoldDeal, type SoldPage, type SoldQuestion } from '../contract/index.ts';
import type { DataverseClient, Row } from './client.ts';
import type { Describer } from './describe.ts';
import { currency, day, idOf, number, related, text, valueText } from './rows.ts';
import { names, ORDERS } from './solution.ts';
import { opportunityWon } from './unproved.ts';

const PAGE = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const opportunity =
  '$select=name,statecode,actualclosedate,actualvalue,estimatedvalue,_parentaccountid_value&$expand=transactioncurrencyid($select=isocurrencycode),parentaccountid($select=name),customerid_account($select=name)';
/** A list goes on where it was left: of the won ones, or of those that only carry a mark of ours. */
const WON = 'won:';
const MARKED = 'marked:';

const isWon = (row: Row): boolean => Number(valueText(row, 'statecode')) === opportunityWon;
function soldOf(row: Row, mark: Row | null): SoldDeal {
  const buyer = related(row, 'parentaccountid') ?? related(row, 'customerid_account');
  const won = isWon(row);
  return {
    id: idOf(row, 'opportunityid'),
    name: text(row, 'name') ?? '',
    company: buyer && { id: idOf(buyer, 'accountid'), name: text(buyer, 'name') ?? '' },
    amount: (won ? number(row, 'actualvalue') : null) ?? number(row, 'estimatedvalue'),
    currency: currency(row),
    wonOn: won ? day(row, 'actualclosedate') : null,
    orderNumber: text(mark, names.orderNumber),
    orderStatus: text(mark, names.orderStatus),
  };
}

/** Won opportunities of the period, and then those whose order was written down since it began. */
export function soldReader(client: DataverseClient, describe: Describer) {
  const marksSelect = `$select=${ORDERS.key},${names.orderNumber},${names.orderStatus}`;
  async function marksOf(rows: readonly Row[], call: CrmCall): Promise<ReadonlyMap<string, Row>> {
    if (rows.length === 0) return new Map();
    const either = rows.map((row) => `${ORDERS.key} eq '${idOf(row, 'opportunityid')}'`).join(' or ');
    const { marks } = await client.read({ marks: { path: `${ORDERS.set}?${marksSelect}&$filter=${either}` } }, call);
    if (marks.error) throw marks.error;
    return new Map(marks.rows.map((row) => [text(row, ORDERS.key) ?? '', row]));
  }
  async function won(path: string, hasMarks: boolean, call: CrmCall) {
    const { rows, next } = await client.page(path, call, PAGE);
    const marks = hasMarks ? await marksOf(rows, call) : new Map<string, Row>();
    return { deals: rows.map((row) => soldOf(row, marks.get(idOf(row, 'opportunityid')) ?? null)), next };
  }
  async function marked(path: string, inPeriod: (deal: SoldDeal) => boolean, call: CrmCall) {
    const { rows, next } = await client.page(path, call, PAGE);
    const deals = rows.flatMap((row) => {
      const deal = related(row, ORDERS.deal);
      const sold = deal && soldOf(deal, row);
      // The won ones of the period were told before.
      return sold && !inPeriod(sold) ? [sold] : [];
    });
    return { deals, next };
  }
  return async ({ from, to, timeZone, cursor }: SoldQuestion, call: CrmCall): Promise<SoldPage> => {
    if (![from, to].every((each) => DAY.test(each))) throw new CrmError('refused', 'not a period of ours');
    const columns = await describe.columns(ORDERS.table, call);
    const hasMarks = [names.orderNumber, names.orderStatus].every((name) => columns?.has(name));
    const since = instantIn(timeZone, from).toISOString().replace('.000Z', 'Z');
    const period = `statecode eq ${opportunityWon} and actualclosedate ge ${from} and actualclosedate le ${to}`;
    const wonPath = `opportunities?${opportunity}&$filter=${period}&$orderby=opportunityid`;
    const isMarked = `(${names.orderNumber} ne null or ${names.orderStatus} ne null) and modifiedon ge ${since}`;
    const deal = `${ORDERS.deal}(${opportunity.replace('&', ';')})`;
    const markedPath = `${ORDERS.set}?${marksSelect}&$expand=${deal}&$filter=${isMarked}&$orderby=${ORDERS.key}`;
    const step = cursor ?? `${WON}${wonPath}`;
    if (step.startsWith(`${WON}opportunities?`)) {
      const { deals, next } = await won(step.slice(WON.length), hasMarks, call);
      if (next !== null) return { deals, cursor: `${WON}${next}` };
      return { deals, cursor: hasMarks ? `${MARKED}${markedPath}` : null };
    }
    if (!step.startsWith(`${MARKED}${ORDERS.set}?`)) throw new CrmError('refused', 'not a cursor of ours');
    const inPeriod = ({ wonOn }: SoldDeal) => wonOn !== null && wonOn >= from && wonOn <= to;
    const { deals, next } = await marked(step.slice(MARKED.length), inPeriod, call);
    return { deals, cursor: next === null ? null : `${MARKED}${next}` };
  };
}
