import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { OnSent } from '../contract/calls.ts';
import type { CrmAdapter, CrmCall, CrmPipeline } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';
import { pipedriveClient } from './client.ts';
import { companyLister } from './companies.ts';
import { fieldReader, ownFields } from './fields.ts';
import { hookMaker } from './hooks.ts';
import { peopleReader } from './people.ts';
import { fieldMaker } from './prepare.ts';
import { recordReader } from './record.ts';
import { one, personSchema } from './schemas.ts';
import { soldReader } from './sold.ts';
import type { PipedriveTokens } from './tokens.ts';
import { pagePath } from './unproved.ts';
import { backWriter } from './write-back.ts';

const pipelineSchema = z.object({ id: z.string(), name: z.string().nullish(), is_deleted: z.boolean().nullish() });
const labels = Object.fromEntries(
  [...Object.entries(ownFields.company), ...Object.entries(ownFields.deal)].flatMap(([field, own]) =>
    own ? [[field, own.name]] : [],
  ),
) as NonNullable<CrmAdapter['fieldNames']>;

export function createPipedriveCrm(options: {
  tokens: PipedriveTokens;
  publicOrigin: string;
  quota?: Quota | undefined;
  onSent?: OnSent | undefined;
  onUsage?: ((account: string, usage: { used: number; limit: number }) => void) | undefined;
}) {
  const { tokens } = options;
  const client = pipedriveClient(options);
  const fields = fieldReader(client);
  const read = recordReader(client, fields);
  const alone = (work: (call: CrmCall) => Promise<void>) => (call: CrmCall) =>
    tokens.alone(call.account, () => work(call));
  const prepareFields = alone(fieldMaker(client, fields));
  const prepareHooks = alone(hookMaker(client, tokens, options.publicOrigin));
  const people = peopleReader(client);
  const adapter: CrmAdapter = {
    crm: 'pipedrive',
    record: (ref, call) => (ref.type === 'deal' ? read.deal(ref.id, call) : read.company(ref.id, call)),
    sold: soldReader(client, fields),
    companies: companyLister(client, fields),
    writeBack: backWriter(client, fields, prepareFields),
    fieldNames: labels,
    // A field for VAT ids is the account's own, recognised by its name.
    companyFields: { erpNumber: labels.erpCustomerNumber, vatId: 'VAT ID' },
    fields: (type, call) => fields.list(type, call),
    async pipelines(call): Promise<CrmPipeline[]> {
      const rows = await client.all('/api/v2/pipelines', {}, pipelineSchema, call);
      return rows.flatMap(({ id, name, is_deleted }) => (is_deleted === true ? [] : [{ id, label: name ?? id }]));
    },
    async pages(account) {
      const { api } = await tokens.facts(account);
      return ({ type, id }) => `${api ?? 'https://app.pipedrive.com'}/${pagePath[type]}/${encodeURIComponent(id)}`;
    },
    ...people,
    async prepare(call) {
      await prepareFields(call);
      await prepareHooks(call);
    },
    async uninstall(call) {
      await tokens.revoke(call.account);
    },
  };
  return {
    adapter,
    viewers: people.viewers,
    /** The organisation of a person, whose panel shows that company. Null: he has none. */
    async organizationOf(person: string, call: CrmCall & { account: AccountId }): Promise<string | null> {
      const path = `/api/v2/persons/${person}`;
      return (await client.request('GET', path, undefined, one(personSchema), call)).data.org_id ?? null;
    },
  };
}
