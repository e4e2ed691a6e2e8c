import { accountIdSchema, recordTypeSchema } from '@backroom/shared';
import type { CrmEvent } from '../crm/contract/index.ts';
import type { RecordCache } from '../deals/records.ts';
import type { Identity } from './identity.ts';
import type { Lifecycle } from './lifecycle.ts';

type Parts = {
  lifecycle: Pick<Lifecycle, 'remove' | 'forgetContact'>;
  identity: Pick<Identity, 'follow'>;
  records: Pick<RecordCache, 'forget' | 'forgetAccount'>;
};

/** What a CRM tells of an account's records. CRMs deliver an event more than once; to forget or remove something again does no harm. */
export function crmEventHandler({ lifecycle, identity, records }: Parts) {
  return async (events: readonly CrmEvent[]): Promise<void> => {
    for (const event of events) {
      const account = accountIdSchema.parse(event.account);
      if (event.kind === 'uninstalled') await lifecycle.remove(account);
      if (event.kind === 'privacy_deletion' && event.record) await lifecycle.forgetContact(account, event.record.id);
      const type = recordTypeSchema.safeParse(event.record?.type);
      // Lines and quotes do not name their deal, so all of the account's remembered records are dropped.
      if (type.success && event.record) records.forget(account, { type: type.data, id: event.record.id });
      else records.forgetAccount(account);
      await identity.follow(account, event);
    }
  };
}
