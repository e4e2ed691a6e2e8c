import { type Currency, instantIn } from '@backroom/shared';
import { type CrmCall, CrmError, type SoldPage, type SoldQuestion } from '../contract/index.ts';
import type { SalesforceClient } from './client.ts';
import { type Describer, type Fields, hasAll, ownField } from './describe.ts';
import { isInvalidField } from './errors.ts';
import { currency, date, number, related, text } from './rows.ts';
import { select } from './soql.ts';

const PAGE = 200;
const wonFields = ['IsWon', 'CloseDate'];
/** Fields of the package; each may be missing, or hidden from the connected user. */
const marks = ['Backroom_Order_Number__c', 'Backroom_Order_Status__c'];
const id = /^[A-Za-z0-9]{15,18}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Dates and ids come from us; their form is looked at once more, for they become part of a query. */
function condition(fields: Fields, { from, to, timeZone, cursor }: SoldQuestion): string {
  if (![from, to].every((each) => day.test(each)) || (cursor !== null && !id.test(cursor)))
    throw new CrmError('refused', 'not a period or cursor of ours');
  const marked = marks.flatMap((name) => {
    const own = ownField(fields, name);
    return own === null ? [] : [`${own} != null`];
  });
  const won = `(IsWon = true AND CloseDate >= ${from} AND CloseDate <= ${to})`;
  const since = instantIn(timeZone, from).toISOString().replace('.000Z', 'Z');
  const either = marked.length === 0 ? won : `(${won} OR ((${marked.join(' OR ')}) AND LastModifiedDate >= ${since}))`;
  return cursor === null ? either : `${either} AND Id > '${cursor}'`;
}

/** Opportunities by id, a page a call: the page after begins behind the last id, so that none is skipped when something changes meanwhile. */
export function soldReader(
  client: SalesforceClient,
  describe: Describer,
  onlyCurrency: (call: CrmCall) => Promise<Currency | null>,
) {
  async function read(asked: SoldQuestion, call: CrmCall): Promise<SoldPage> {
    const [fields, account] = await Promise.all([
      describe.fields('Opportunity', call, hasAll(wonFields)),
      describe.fields('Account', call),
    ]);
    const hidden = wonFields.filter((name) => !fields?.has(name));
    if (!fields || hidden.length > 0)
      throw new CrmError('unauthorised', 'the connected user may not see what was won', {
        words: `Opportunity: ${hidden.join(', ')} cannot be read by the connected user.`,
      });
    const own = ['Name', 'Amount', 'CurrencyIsoCode', ...wonFields, ...marks];
    const buyer = { through: 'Account', of: account, fields: ['Id', 'Name'] };
    const soql = select(
      'Opportunity',
      fields,
      { own, related: [buyer] },
      condition(fields, asked),
      `ORDER BY Id LIMIT ${PAGE}`,
    );
    const { sold } = await client.queries({ sold: soql }, call);
    const single = sold.some((row) => text(row, 'CurrencyIsoCode') === null) ? await onlyCurrency(call) : null;
    return {
      deals: sold.map((row) => {
        const company = related(row, 'Account');
        return {
          id: text(row, 'Id') ?? '',
          name: text(row, 'Name') ?? '',
          company: company && { id: text(company, 'Id') ?? '', name: text(company, 'Name') ?? '' },
          amount: number(row, 'Amount'),
          currency: currency(row) ?? single,
          wonOn: row.IsWon === true ? date(row, 'CloseDate') : null,
          orderNumber: text(row, 'Backroom_Order_Number__c'),
          orderStatus: text(row, 'Backroom_Order_Status__c'),
        };
      }),
      cursor: sold.length < PAGE ? null : text(sold.at(-1), 'Id'),
    };
  }
  return async (asked: SoldQuestion, call: CrmCall): Promise<SoldPage> => {
    try {
      return await read(asked, call);
    } catch (error) {
      if (!isInvalidField(error)) throw error;
      // A field was taken away since it was described.
      describe.forget(call.account);
      return read(asked, call);
    }
  };
}
