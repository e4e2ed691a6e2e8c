import { instantIn } from '@backroom/shared';
import { type CrmCall, CrmError, type SoldDeal, type SoldPage, type SoldQuestion } from '../contract/index.ts';
import type { SalesCloudClient } from './client.ts';
import { fieldNames } from './fields.ts';
import { plainText } from './items.ts';
import { currencyOf, filled, idOf, isUuid, nameOf, numberOf, type Opportunity, opportunitySchema } from './schemas.ts';
import { closedOn, dayOf, paths, wonOpportunity } from './unproved.ts';

const PAGE = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WON = 'won';
const MARKED = 'marked';
const [NUMBER, STATUS] = [fieldNames.orderNumber, fieldNames.orderStatus];

function soldOf(row: Opportunity): SoldDeal {
  const won = row.lifeCycleStatus === wonOpportunity;
  const customer = idOf(row.account);
  return {
    id: row.id.toLowerCase(),
    name: filled(row.name) ?? '',
    company: customer === null ? null : { id: customer, name: nameOf(row.account) ?? '' },
    amount: numberOf(row.totalExpectedNetAmount),
    currency: currencyOf(row.totalExpectedNetAmount?.currencyCode),
    wonOn: won ? dayOf(row.closeDate ?? '') : null,
    orderNumber: plainText(row.extensions?.[NUMBER]),
    orderStatus: plainText(row.extensions?.[STATUS]),
  };
}
/** Opportunities won in the period, and then those that carry a mark of ours and were changed since it began. A page goes on after the last id. */
export function soldReader(client: SalesCloudClient) {
  return async ({ from, to, timeZone, cursor }: SoldQuestion, call: CrmCall): Promise<SoldPage> => {
    if (![from, to].every((each) => DAY.test(each))) throw new CrmError('refused', 'not a period of ours');
    const [step = '', after = ''] = (cursor ?? `${WON}:`).split(':');
    if (![WON, MARKED].includes(step) || !(after === '' || isUuid(after)))
      throw new CrmError('refused', 'not a cursor of ours');
    const since = instantIn(timeZone, from).toISOString();
    const filter =
      step === WON
        ? `lifeCycleStatus eq '${wonOpportunity}' and ${closedOn} ge ${from} and ${closedOn} le ${to}`
        : `(extensions/${NUMBER} ne null or extensions/${STATUS} ne null) and adminData/updatedOn ge ${since}`;
    const query = { orderBy: 'id', top: PAGE, filter: after === '' ? filter : `${filter} and id gt '${after}'` };
    const { rows, count } = await client.page(paths.opportunities, query, opportunitySchema, call);
    const last = rows.at(-1)?.id ?? null;
    const goesOn = rows.length < count;
    if (goesOn && (last === null || last === after))
      throw new CrmError('drift', 'SAP Sales Cloud: the list of opportunities does not go on');
    const next = goesOn ? `${step}:${last}` : step === WON ? `${MARKED}:` : null;
    const all = rows.map(soldOf);
    const inPeriod = ({ wonOn }: SoldDeal) => wonOn !== null && wonOn >= from && wonOn <= to;
    // The won ones of the period were told before.
    const deals = step === WON ? all.filter(inPeriod) : all.filter((deal) => !inPeriod(deal) && isMarked(deal));
    return { deals, cursor: next };
  };
}
const isMarked = ({ orderNumber, orderStatus }: SoldDeal): boolean => orderNumber !== null || orderStatus !== null;
