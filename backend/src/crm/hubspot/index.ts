import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import type { OnSent } from '../contract/calls.ts';
import type { CrmAdapter, CrmCall, WriteBack } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';
import { accountReader } from './account.ts';
import { automationOf } from './automation.ts';
import { hubspotClient, VERSION } from './client.ts';
import { companyLister } from './companies.ts';
import { missingScopes } from './errors.ts';
import { fieldLister } from './field-list.ts';
import { names } from './fields.ts';
import { linePricer } from './line-price.ts';
import { peopleReader } from './people.ts';
import { recordReader } from './record.ts';
import { soldReader } from './sold.ts';
import { taskWriter } from './tasks.ts';
import type { HubSpotTokens } from './tokens.ts';
import { prepare, toProperties, writeScopes } from './write-back.ts';
import { manyWriter, WRITE_BATCH } from './write-many.ts';

/** Object types as HubSpot's own addresses name them. */
const objectTypes = { deal: '0-3', company: '0-2' } as const;

/** `app-eu1.hubspot.com` and its like; only where people use HubSpot itself. */
const regional = /^app(-[a-z0-9]+)?\.hubspot\.com$/;

/** `appBase`: where people use HubSpot; it leads on to the region of the account. */
export function createHubSpotCrm(options: {
  apiBase: string;
  appBase: string;
  tokens: HubSpotTokens;
  quota?: Quota | undefined;
  onSent?: OnSent | undefined;
}): CrmAdapter {
  const client = hubspotClient(options);
  const account = accountReader(client);
  const fields = fieldLister(client);
  const read = recordReader(client, account, fields);
  async function writeBack(ref: RecordRef, fields: WriteBack, call: CrmCall): Promise<void> {
    const type = ref.type === 'deal' ? 'deals' : 'companies';
    const granted = (await options.tokens.facts(call.account))?.scopes?.split(' ');
    const scope = writeScopes[ref.type];
    if (granted && !granted.includes(scope)) throw missingScopes([scope]);
    await client.request(
      'PATCH',
      `/crm/objects/${VERSION}/${type}/${encodeURIComponent(ref.id)}`,
      { properties: toProperties(fields) },
      z.unknown(),
      call,
    );
  }
  const many = manyWriter(client, options.tokens, writeBack);
  return {
    crm: 'hubspot',
    record: (ref, call) => (ref.type === 'deal' ? read.deal(ref.id, call) : read.company(ref.id, call)),
    sold: soldReader(client, account),
    companies: companyLister(client),
    writeBack,
    writeBatch: WRITE_BATCH,
    fieldNames: names,
    companyFields: { erpNumber: names.erpCustomerNumber, vatId: 'backroom_vat_id' },
    fields: (type, call) => fields.list(type, call),
    writeMany: many.writeMany,
    async pages(account) {
      const portal = account.replace(/^hubspot:/, '');
      const { uiDomain = '' } = (await options.tokens.facts(account)) ?? {};
      const own = regional.test(new URL(options.appBase).host) && regional.test(uiDomain);
      const base = own ? `https://${uiDomain}` : options.appBase;
      return ({ type, id }) => `${base}/contacts/${portal}/record/${objectTypes[type]}/${encodeURIComponent(id)}`;
    },
    ...linePricer(client, options.tokens),
    ...peopleReader(client),
    ...automationOf(client),
    ...taskWriter(client, options.tokens),
    async prepare(call) {
      await prepare(client, call);
      many.forget(call.account);
    },
    async uninstall(call) {
      await client.request('DELETE', `/appinstalls/${VERSION}/external-install`, undefined, z.unknown(), call);
    },
  };
}
