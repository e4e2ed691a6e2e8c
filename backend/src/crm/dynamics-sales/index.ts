import type { OnSent } from '../contract/calls.ts';
import { type CrmAdapter, CrmError } from '../contract/index.ts';
import { companyLister } from './accounts.ts';
import { dataverseClient } from './client.ts';
import { recordReader } from './deal.ts';
import { describer } from './describe.ts';
import { peopleReader } from './people.ts';
import { soldReader } from './sold.ts';
import { names, tables, VAT_ID } from './solution.ts';
import { ownOrdersOf } from './solutions.ts';
import type { DynamicsTokens } from './tokens.ts';
import { idIn, pageOf } from './unproved.ts';
import { writeBacker } from './write-back.ts';
import { manyWriter, WRITE_BATCH } from './write-many.ts';

/** Opportunity, quote and account of an organisation of Dynamics 365 Sales through Dataverse's Web API. */
export function createDynamicsSales(options: { tokens: DynamicsTokens; onSent?: OnSent; now?: () => number }) {
  const client = dataverseClient({ session: options.tokens.session, onSent: options.onSent });
  const describe = describer(client, options.now ?? Date.now);
  const writer = writeBacker(client, describe);
  const people = peopleReader(client);
  const adapter: CrmAdapter = {
    crm: 'dynamics-sales',
    record: recordReader(client, describe),
    sold: soldReader(client, describe),
    companies: companyLister(client, describe),
    writeBack: writer.writeBack,
    writeMany: manyWriter(client, describe, writer),
    writeBatch: WRITE_BATCH,
    fieldNames: names,
    companyFields: { erpNumber: names.erpCustomerNumber, vatId: VAT_ID },
    dealIdIn: idIn,
    async fields(type, call) {
      const found = await Promise.all(
        (type === 'line' ? ['opportunityproduct', 'product'] : [tables[type]]).map((table) =>
          describe.fields(table, call),
        ),
      );
      return [...new Map(found.flat().map((field) => [field.name, field])).values()];
    },
    dealOfQuote: people.dealOfQuote,
    ownOrders: ownOrdersOf(client),
    async pages(account) {
      const place = await options.tokens.place(account);
      if (!place) throw new CrmError('unauthorised', `${account} is not connected`);
      return ({ type, id }) => pageOf(place.url, tables[type], id);
    },
    prepare: writer.prepare,
    // The solution and the application user are removed by the organisation's admin; what we can end is our own memory of it.
    uninstall: ({ account }) => options.tokens.end(account),
    isAdmin: people.isAdmin,
  };
  return { adapter, people, client };
}
