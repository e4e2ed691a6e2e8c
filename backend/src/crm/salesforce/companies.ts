import { type CompaniesPage, type CrmCall, CrmError, type RecordWish } from '../contract/index.ts';
import type { SalesforceClient } from './client.ts';
import type { Describer } from './describe.ts';
import { isInvalidField } from './errors.ts';
import { accountFields, personOf, text, toCompany } from './rows.ts';
import { select } from './soql.ts';

/** Half of what one answer may hold: a large org takes seconds for more, and the time limit of a call is seven. */
const PAGE = 1000;
const id = /^[A-Za-z0-9]{15,18}$/;

/** Accounts by id: the page after begins behind the last id, so that none is skipped when something changes meanwhile. */
export function companyLister(client: SalesforceClient, describe: Describer) {
  type Call = CrmCall & Pick<RecordWish, 'names'>;
  async function read(cursor: string | null, call: Call): Promise<CompaniesPage> {
    client.mayUpdate(call);
    const fields = await describe.fields('Account', call);
    if (!fields)
      throw new CrmError('unauthorised', 'the connected user may not see accounts', {
        words: 'Account cannot be read by the connected user.',
      });
    if (cursor !== null && !id.test(cursor)) throw new CrmError('refused', 'not a cursor of ours');
    const after = `Id ${cursor === null ? '!= null' : `> '${cursor}'`}`;
    const soql = select('Account', fields, { own: accountFields(call) }, after, `ORDER BY Id LIMIT ${PAGE}`);
    const { accounts } = await client.queries({ accounts: soql }, call);
    return {
      companies: accounts.map((row) => ({
        ...toCompany(row, call),
        emails: personOf(row).flatMap(({ email }) => email ?? []),
      })),
      cursor: accounts.length < PAGE ? null : text(accounts.at(-1), 'Id'),
    };
  }
  return async ({ cursor }: { cursor: string | null }, call: Call): Promise<CompaniesPage> => {
    try {
      return await read(cursor, call);
    } catch (error) {
      if (!isInvalidField(error)) throw error;
      // A field was taken away since it was described.
      describe.forget(call.account);
      return read(cursor, call);
    }
  };
}
