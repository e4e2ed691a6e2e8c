import type { AccountId } from '@backroom/shared';
import type { CrmAdapter, CrmCall } from '../crm/contract/index.ts';
import type { AccountStore } from '../store/accounts.ts';

type Parts = {
  accounts: AccountStore;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
};

/** Sees to it that the CRM has the properties that write-backs set, and notes that it does. */
export const propertiesOf =
  ({ accounts, crmFor, callOf }: Parts) =>
  async (account: AccountId): Promise<void> => {
    await (await crmFor(account)).prepare(callOf(account));
    const current = await accounts.get(account);
    if (current) await accounts.saveSettings(account, { ...current.settings, propertiesReady: true });
  };
