import { type AccountId, accountIdSchema } from '@backroom/shared';
import type { CrmEvent } from '../crm/contract/index.ts';
import type { RecordCache } from '../deals/records.ts';
import type { Identity } from './identity.ts';
import type { Lifecycle } from './lifecycle.ts';

type Parts = {
  lifecycle: Pick<Lifecycle, 'remove' | 'forgetContact'>;
  identity: Pick<Identity, 'follow'>;
  records: Pick<RecordCache, 'heard'>;
  /** A quote that changed may be accepted now. */
  heard: (account: AccountId, events: readonly CrmEvent[]) => Promise<void>;
  /** A company of the CRM is another than it was. */
  companyChanged: (account: AccountId, company: string) => Promise<void>;
};

/** What a CRM tells of an account's records. CRMs deliver an event more than once; to forget or remove something again does no harm. */
export function crmEventHandler({ lifecycle, identity, records, heard, companyChanged }: Parts) {
  return async (events: readonly CrmEvent[]): Promise<void> => {
    const byAccount = new Map<AccountId, CrmEvent[]>();
    for (const event of events) {
      const account = accountIdSchema.parse(event.account);
      byAccount.set(account, [...(byAccount.get(account) ?? []), event]);
    }
    for (const [account, told] of byAccount) {
      await records.heard(account, told);
      for (const event of told) {
        if (event.kind === 'uninstalled') await lifecycle.remove(account);
        if (event.kind === 'privacy_deletion' && event.record) await lifecycle.forgetContact(account, event.record.id);
        await identity.follow(account, event);
        if (event.kind === 'record_changed' && event.record?.type === 'company')
          await companyChanged(account, event.record.id);
      }
      await heard(account, told);
    }
  };
}
