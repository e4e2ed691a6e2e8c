import type { CrmAdapter } from '../contract/index.ts';
import { salesforceClient, type Usage } from './client.ts';
import { describer } from './describe.ts';
import { recordReader } from './record.ts';
import { soldReader } from './sold.ts';
import type { SalesforceTokens } from './tokens.ts';
import { writeBacker } from './write-back.ts';

/** Opportunity, quote and account of a Salesforce org through its REST API. */
export function createSalesforceCrm(options: {
  tokens: SalesforceTokens;
  onUsage?: (account: string, usage: Usage) => void;
}): CrmAdapter {
  const client = salesforceClient({ session: options.tokens.session, onUsage: options.onUsage });
  const describe = describer(client);
  const { writeBack, prepare } = writeBacker(client, describe);
  return {
    crm: 'salesforce',
    record: recordReader(client, describe),
    sold: soldReader(client, describe),
    writeBack,
    async pages(account) {
      const base = await options.tokens.instanceUrl(account);
      return ({ type, id }) =>
        `${base}/lightning/r/${type === 'deal' ? 'Opportunity' : 'Account'}/${encodeURIComponent(id)}/view`;
    },
    prepare,
    // The package itself is removed by the org's admin; what we can end is our grant.
    uninstall: (call) => options.tokens.revoke(call.account),
  };
}
