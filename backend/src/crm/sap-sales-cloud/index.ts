import type { AccountId } from '@backroom/shared';
import type { OnSent } from '../contract/calls.ts';
import { type CrmAdapter, CrmError } from '../contract/index.ts';
import { companyLister } from './accounts.ts';
import { salesCloudClient } from './client.ts';
import { extensionFinder } from './extensions.ts';
import { fieldNames, VAT_ID } from './fields.ts';
import { recordReader } from './opportunity.ts';
import { peopleReader } from './people.ts';
import { soldReader } from './sold.ts';
import type { Tenants } from './tenants.ts';
import { idIn, pageOf } from './unproved.ts';
import { WRITE_BATCH, writeBacker } from './write-back.ts';

/** Opportunity, sales quote and account of a tenant of SAP Sales Cloud Version 2 through its REST API. */
export function createSapSalesCloud(options: { tenants: Tenants; onSent?: OnSent | undefined }) {
  const { tenants } = options;
  const session = (account: AccountId, refused?: string) => tenants.session(account, refused);
  const client = salesCloudClient({ session, onSent: options.onSent });
  const extensions = extensionFinder(client);
  const writer = writeBacker(client, extensions);
  const people = peopleReader(client);
  const adapter: CrmAdapter = {
    crm: 'sap-sales-cloud',
    record: recordReader(client, extensions),
    sold: soldReader(client),
    companies: companyLister(client),
    writeBack: writer.writeBack,
    writeMany: writer.writeMany,
    writeBatch: WRITE_BATCH,
    fieldNames,
    companyFields: { erpNumber: fieldNames.erpCustomerNumber, vatId: VAT_ID },
    dealIdIn: idIn,
    fields: writer.fields,
    dealOfQuote: people.dealOfQuote,
    async pages(account) {
      const tenant = await tenants.of(account);
      if (!tenant) throw new CrmError('unauthorised', `${account} is not connected`);
      return ({ type, id }) => pageOf(tenant.url, type, id);
    },
    prepare: writer.prepare,
    // The mashup and the technical user are removed by the tenant's administrator; what we can end is our own memory of them.
    uninstall: ({ account }) => tenants.end(account),
  };
  return { adapter, people };
}
