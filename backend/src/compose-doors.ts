import type { AccountId } from '@backroom/shared';
import type { CallerProof, Role } from './access/caller.ts';
import { hubspotCaller } from './access/hubspot/caller.ts';
import { hubspotInstall } from './access/hubspot/install.ts';
import { salesforceCaller } from './access/salesforce/caller.ts';
import { salesforceInstall } from './access/salesforce/install.ts';
import type { Vault } from './access/secrets.ts';
import type { Config } from './config.ts';
import type { CrmEvent } from './crm/contract/index.ts';
import type { CrmTokenStore } from './crm/contract/tokens.ts';
import type { createCrms } from './crm/registry.ts';
import { readCurrency, readOrg } from './crm/salesforce/org.ts';
import { type SalesforceTokens, sessionOf } from './crm/salesforce/tokens.ts';
import { hubspotDoor } from './http/doors/hubspot.ts';
import { salesforceDoor } from './http/doors/salesforce.ts';
import { type AccountStore, isTestErp } from './store/accounts.ts';
import type { Store } from './store/open.ts';
import { salesforceOrgStore } from './store/salesforce-orgs.ts';
import { usedTokenStore } from './store/used-tokens.ts';

type Parts = {
  config: Config;
  store: Store;
  vault: Vault;
  accounts: AccountStore;
  tokenStore: CrmTokenStore;
  grants: ReturnType<typeof createCrms>['grants'];
  onEvents: (events: CrmEvent[]) => Promise<void>;
  /** Sees to it that the account's write-backs have their properties. */
  prepare: (account: AccountId) => Promise<void>;
};

function salesforceInstaller(parts: Parts, tokens: SalesforceTokens) {
  const { config, vault, accounts, tokenStore } = parts;
  return salesforceInstall({
    loginUrls: { production: config.SALESFORCE_LOGIN_URL, sandbox: config.SALESFORCE_SANDBOX_LOGIN_URL },
    vault,
    now: Date.now,
    authorizeUrl: tokens.authorizeUrl,
    async exchange(loginUrl, code, verifier) {
      const granted = await tokens.exchange(loginUrl, code, verifier);
      return {
        orgId: granted.orgId,
        inspect: () => readOrg(sessionOf(granted.tokens)),
        async save(account) {
          const currency = await readCurrency(sessionOf(granted.tokens));
          await accounts.put(account, 'salesforce');
          await tokenStore.put(account, {
            ...granted.tokens,
            more: { ...granted.tokens.more, ...(currency ? { currency } : {}) },
          });
          // The package may be installed after the org is connected; the settings page says that its fields are missing.
          await parts.prepare(account).catch(() => {});
        },
      };
    },
    register: salesforceOrgStore(parts.store.db).register,
  });
}

/** Every way in from a CRM: who is believed at `/v1`, and what the CRMs call themselves. */
export function createDoors(parts: Parts) {
  const { config, store, accounts, tokenStore, grants, onEvents } = parts;
  const orgs = salesforceOrgStore(store.db);
  const { useOnce } = usedTokenStore(store.db, () => new Date());
  const asSalesforce = (accepts: readonly Role[]): CallerProof =>
    salesforceCaller({
      publicOrigin: config.PUBLIC_ORIGIN,
      now: Date.now,
      accepts,
      org: orgs.get,
      async connectionIsTest(account) {
        const connection = await accounts.connection(account);
        return connection && isTestErp(connection);
      },
      useOnce,
    });
  const hubspot = { publicOrigin: config.PUBLIC_ORIGIN, secrets: config.secrets, now: Date.now };
  return {
    proofs: [hubspotCaller(hubspot), asSalesforce(['rep', 'admin'])],
    doors: {
      hubspot: hubspotDoor({
        ...hubspot,
        onEvents,
        install: hubspotInstall({
          authorizeBase: config.HUBSPOT_AUTHORIZE_BASE,
          clientId: config.HUBSPOT_CLIENT_ID,
          publicOrigin: config.PUBLIC_ORIGIN,
          async exchange(code, redirectUri) {
            const { portalId, tokens } = await grants.hubspot.exchange(code, redirectUri);
            return {
              portalId,
              async save(account) {
                await accounts.put(account, 'hubspot');
                await tokenStore.put(account, tokens);
                await parts.prepare(account);
              },
            };
          },
        }),
      }),
      salesforce: salesforceDoor({
        events: asSalesforce(['system']),
        onEvents,
        install: grants.salesforce && salesforceInstaller(parts, grants.salesforce),
      }),
    },
  };
}
