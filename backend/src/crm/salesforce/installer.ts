import type { CrmPorts } from '../contract/manifest.ts';
import { storedTokensSchema } from '../contract/tokens.ts';
import { salesforceInstall } from './install.ts';
import { readCurrency, readOrg } from './org.ts';
import type { SalesforceOrgStore } from './orgs.ts';
import { type SalesforceTokens, sessionOf } from './tokens.ts';

const ADMIN = 'admin of the org';

/** Installs into the backend's own stores: the org's account, its grant, its certificate. */
export function salesforceInstaller(
  loginUrls: { production: string; sandbox: string },
  grants: SalesforceTokens,
  orgs: Pick<SalesforceOrgStore, 'register'>,
  { vault, pending, now, tokens, installed, prepare, note }: CrmPorts,
) {
  return salesforceInstall({
    loginUrls,
    vault,
    pending,
    now,
    authorizeUrl: grants.authorizeUrl,
    async exchange(loginUrl, code, verifier) {
      const granted = await grants.exchange(loginUrl, code, verifier);
      return {
        orgId: granted.orgId,
        grant: JSON.stringify(granted.tokens),
        inspect: () => readOrg(sessionOf(granted.tokens)),
      };
    },
    async save(account, grant) {
      const granted = storedTokensSchema.parse(JSON.parse(grant));
      const currency = await readCurrency(sessionOf(granted));
      await installed(account, ADMIN);
      await tokens.put(account, { ...granted, more: { ...granted.more, ...(currency ? { currency } : {}) } });
      // The package may be installed after the org is connected; the settings page says that its fields are missing.
      await prepare(account).catch(() => {});
    },
    async register(account, org) {
      await orgs.register(account, org);
      await note(account, ADMIN, 'certificate_registered', `${org.kid} ${org.fingerprint}`);
    },
  });
}
