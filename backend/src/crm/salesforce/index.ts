import type { OnSent } from '../contract/calls.ts';
import type { CrmAdapter, CrmCall, CrmEvent } from '../contract/index.ts';
import { automationOf } from './automation.ts';
import { salesforceClient, type Usage } from './client.ts';
import { companyLister } from './companies.ts';
import { describer } from './describe.ts';
import { names, sobjects } from './fields.ts';
import { linePricer } from './line-price.ts';
import { withMerges } from './merges.ts';
import { currencyReader } from './org.ts';
import { recordReader } from './record.ts';
import { soldReader } from './sold.ts';
import { taskWriter } from './tasks.ts';
import type { SalesforceTokens } from './tokens.ts';
import { writeBacker } from './write-back.ts';
import { manyWriter, WRITE_BATCH } from './write-many.ts';

export type SalesforceCrm = CrmAdapter & {
  /** Deletions that were merges, told apart: change events do not name the winner. */
  withMerges(events: readonly CrmEvent[], call: CrmCall): Promise<CrmEvent[]>;
};

/** Opportunity, quote and account of a Salesforce org through its REST API. */
export function createSalesforceCrm(options: {
  tokens: SalesforceTokens;
  onUsage?: (account: string, usage: Usage) => void;
  onSent?: OnSent;
  now?: () => number;
}): SalesforceCrm {
  const client = salesforceClient({ ...options, session: options.tokens.session });
  const describe = describer(client, options.now ?? Date.now);
  const onlyCurrency = currencyReader(options.tokens.session, options.onSent);
  const { writeBack, prepare } = writeBacker(client, describe);
  const writeMany = manyWriter(client, describe, writeBack);
  return {
    crm: 'salesforce',
    record: recordReader(client, describe, onlyCurrency),
    sold: soldReader(client, describe, onlyCurrency),
    companies: companyLister(client, describe),
    writeBack,
    writeBatch: WRITE_BATCH,
    fieldNames: names,
    companyFields: { erpNumber: names.erpCustomerNumber, vatId: 'Backroom_VAT_Id__c' },
    // The key of opportunities begins with 006.
    dealIdIn: (address) => /\b(006[a-zA-Z0-9]{12,15})\b/.exec(address)?.[1] ?? null,
    async fields(type, call) {
      const objects = type === 'line' ? (['OpportunityLineItem', 'Product2'] as const) : [sobjects[type]];
      const found = await Promise.all(objects.map((each) => describe.fields(each, call)));
      const fields = new Map(found.flatMap((each) => [...(each ?? [])]));
      return [...fields].map(([name, { label, updateable, options }]) => ({
        name,
        label,
        written: updateable,
        ...(options ? { options } : {}),
      }));
    },
    writeMany,
    ...linePricer(client, describe),
    ...automationOf(client, describe),
    withMerges: (events, call) => withMerges(client, events, call),
    async pages(account) {
      const base = await options.tokens.instanceUrl(account);
      return ({ type, id }) =>
        `${base}/lightning/r/${type === 'deal' ? 'Opportunity' : 'Account'}/${encodeURIComponent(id)}/view`;
    },
    prepare,
    ...taskWriter(client),
    // The package itself is removed by the org's admin; what we can end is our grant.
    uninstall: (call) => options.tokens.revoke(call.account),
  };
}
