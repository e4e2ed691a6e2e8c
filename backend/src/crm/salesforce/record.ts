import type { Currency, RecordRef } from '@backroom/shared';
import { type CrmCall, CrmError, type CrmRecord, type RecordWish } from '../contract/index.ts';
import type { SalesforceClient } from './client.ts';
import { dealReader } from './deal.ts';
import type { Describer } from './describe.ts';
import { isInvalidField } from './errors.ts';
import { survivorOf } from './merges.ts';
import { accountFields, personOf, toCompany, toContact } from './rows.ts';
import { select } from './soql.ts';

const prefixes = { deal: '006', company: '001' } as const;
const CONTACTS = 20;

export function recordReader(
  client: SalesforceClient,
  describe: Describer,
  onlyCurrency: (call: CrmCall) => Promise<Currency | null>,
) {
  const deal = dealReader(client, describe, onlyCurrency);
  async function company(id: string, call: CrmCall & RecordWish): Promise<CrmRecord> {
    const [account, contact] = await Promise.all([describe.fields('Account', call), describe.fields('Contact', call)]);
    if (!account) throw new CrmError('unauthorised', 'the connected user may not see Account');
    const rows = await client.queries(
      {
        account: select('Account', account, { own: accountFields(call) }, `Id = '${id}'`),
        contacts:
          contact &&
          select(
            'Contact',
            contact,
            { own: ['Name', 'Email', 'Phone', 'Title'] },
            `AccountId = '${id}'`,
            `LIMIT ${CONTACTS}`,
          ),
      },
      call,
    );
    const [found] = rows.account;
    if (!found) {
      const into = await survivorOf(client, 'company', id, call);
      if (into === null) throw new CrmError('not_found', `no account ${id}`);
      return company(into, call);
    }
    const record = toCompany(found, call);
    return {
      type: 'company',
      id: record.id,
      name: record.name,
      company: record,
      contacts: [...personOf(found), ...rows.contacts.map(toContact)],
    };
  }

  return async (ref: RecordRef, call: CrmCall & RecordWish): Promise<CrmRecord> => {
    // Anything else would be refused as a malformed filter, and must not reach a query as text.
    if (!new RegExp(`^${prefixes[ref.type]}[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$`).test(ref.id))
      throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    const read = () => (ref.type === 'deal' ? deal(ref.id, call.quote ?? null, call) : company(ref.id, call));
    try {
      return await read();
    } catch (error) {
      if (!isInvalidField(error)) throw error;
      // A field was taken away since it was described.
      describe.forget(call.account);
      return read();
    }
  };
}
