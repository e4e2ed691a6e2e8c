import type { AccountId } from '@backroom/shared';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CallerProof, Role } from './access/caller.ts';
import { hubspotCaller } from './access/hubspot/caller.ts';
import { hubspotInstall } from './access/hubspot/install.ts';
import { salesforceCaller } from './access/salesforce/caller.ts';
import { salesforceInstall } from './access/salesforce/install.ts';
import type { Vault } from './access/secrets.ts';
import type { Lifecycle } from './accounts/lifecycle.ts';
import { hubspotDoor } from './api/doors/hubspot.ts';
import { salesforceDoor } from './api/doors/salesforce.ts';
import type { Config } from './config.ts';
import type { CrmEvent } from './crm/contract/index.ts';
import type { CrmTokenStore } from './crm/contract/tokens.ts';
import type { createCrms } from './crm/registry.ts';
import { readCurrency, readOrg } from './crm/salesforce/org.ts';
import { type SalesforceTokens, sessionOf } from './crm/salesforce/tokens.ts';
import { ProblemError } from './problems/error.ts';
import { type AccountStore, isTestErp } from './store/accounts.ts';
import type { AuditStore } from './store/audit.ts';
import type { Store } from './store/open.ts';
import { pendingInstallStore } from './store/pending-installs.ts';
import type { PeopleStore } from './store/people.ts';
import type { salesforceOrgStore } from './store/salesforce-orgs.ts';
import { usedTokenStore } from './store/used-tokens.ts';

type Parts = {
  config: Config;
  store: Store;
  vault: Vault;
  accounts: AccountStore;
  tokenStore: CrmTokenStore;
  orgs: ReturnType<typeof salesforceOrgStore>;
  audit: AuditStore;
  people: PeopleStore;
  lifecycle: Lifecycle;
  grants: ReturnType<typeof createCrms>['grants'];
  onEvents: (events: CrmEvent[]) => Promise<void>;
  /** Sees to it that the account's write-backs have their properties. */
  prepare: (account: AccountId) => Promise<void>;
  logger: Logger;
};
const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
  more: z.record(z.string(), z.string()).optional(),
});

function salesforceInstaller(parts: Parts, tokens: SalesforceTokens) {
  const { config, vault, tokenStore, lifecycle } = parts;
  return salesforceInstall({
    loginUrls: { production: config.SALESFORCE_LOGIN_URL, sandbox: config.SALESFORCE_SANDBOX_LOGIN_URL },
    vault,
    pending: pendingInstallStore(parts.store.db, vault, () => new Date()),
    now: Date.now,
    authorizeUrl: tokens.authorizeUrl,
    async exchange(loginUrl, code, verifier) {
      const granted = await tokens.exchange(loginUrl, code, verifier);
      return {
        orgId: granted.orgId,
        grant: JSON.stringify(granted.tokens),
        inspect: () => readOrg(sessionOf(granted.tokens)),
      };
    },
    async save(account, grant) {
      const granted = grantSchema.parse(JSON.parse(grant));
      const currency = await readCurrency(sessionOf(granted));
      await lifecycle.connected(account, 'salesforce', 'admin of the org');
      await tokenStore.put(account, { ...granted, more: { ...granted.more, ...(currency ? { currency } : {}) } });
      // The package may be installed after the org is connected; the settings page says that its fields are missing.
      await parts.prepare(account).catch(() => {});
    },
    async register(account, org) {
      await parts.orgs.register(account, org);
      await parts.audit.note(account, 'admin of the org', 'certificate_registered', `${org.kid} ${org.fingerprint}`);
    },
  });
}

/** Every way in from a CRM: who is believed at `/v1`, and what the CRMs call themselves. */
export function createDoors(parts: Parts) {
  const { config, store, accounts, tokenStore, orgs, grants, onEvents, logger } = parts;
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
  const hubspot = { publicOrigin: config.PUBLIC_ORIGIN, secrets: config.secrets, now: Date.now, useOnce };
  return {
    proofs: [hubspotCaller(hubspot), asSalesforce(['rep', 'admin'])],
    doors: {
      hubspot: hubspotDoor({
        ...hubspot,
        authorizeBase: config.HUBSPOT_AUTHORIZE_BASE,
        logger,
        onEvents,
        install: hubspotInstall({
          authorizeBase: config.HUBSPOT_AUTHORIZE_BASE,
          clientId: config.HUBSPOT_CLIENT_ID,
          publicOrigin: config.PUBLIC_ORIGIN,
          async exchange(code, redirectUri) {
            const { portalId, userId, tokens } = await grants.hubspot.exchange(code, redirectUri);
            // Two accounts without a number would be one.
            if (!portalId) throw new ProblemError('crm_refused');
            return {
              portalId,
              async save(account) {
                await parts.lifecycle.connected(account, 'hubspot', 'HubSpot');
                await tokenStore.put(account, tokens);
                // HubSpot lets super admins install, and those whom they allow it.
                if (userId !== null) await parts.people.appoint(account, String(userId), '', 'installation');
                // The browser is waited for by HubSpot; the settings page says which properties are missing.
                void parts.prepare(account).catch((error: unknown) => logger.warn({ account, err: error }, 'prepare'));
              },
            };
          },
        }),
      }),
      salesforce: salesforceDoor({
        publicOrigin: config.PUBLIC_ORIGIN,
        loginUrls: [config.SALESFORCE_LOGIN_URL, config.SALESFORCE_SANDBOX_LOGIN_URL],
        logger,
        events: asSalesforce(['system']),
        onEvents,
        certificates: orgs.certificates,
        install: grants.salesforce && salesforceInstaller(parts, grants.salesforce),
      }),
    },
  };
}
