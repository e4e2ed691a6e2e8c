import { ProblemError } from '../../problems/error.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { hubspotInstall } from './install.ts';
import type { HubSpotApp, HubSpotTokens } from './tokens.ts';

/** Installs into the backend's own stores: the account, its grant, its first admin, its properties. */
export function hubspotInstaller(
  { authorizeBase, clientId }: HubSpotApp,
  grants: HubSpotTokens,
  { publicOrigin, tokens, installed, appoint, prepare, logger }: CrmPorts,
) {
  return hubspotInstall({
    authorizeBase,
    clientId,
    publicOrigin,
    async exchange(code, redirectUri) {
      const { portalId, userId, tokens: granted } = await grants.exchange(code, redirectUri);
      // Two accounts without a number would be one.
      if (!portalId) throw new ProblemError('crm_refused');
      return {
        portalId,
        async save(account) {
          await installed(account, 'HubSpot');
          await tokens.put(account, granted);
          // HubSpot lets super admins install, and those whom they allow it.
          if (userId !== null) await appoint(account, String(userId));
          // HubSpot waits for the browser; the settings page says which properties are missing.
          void prepare(account).catch((error: unknown) => logger.warn({ account, err: error }, 'prepare'));
        },
      };
    },
  });
}
