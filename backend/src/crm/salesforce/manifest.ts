import { z } from 'zod';
import type { Role } from '../../access/caller.ts';
import { encryptedAddressSchema } from '../contract/address.ts';
import { crmManifest } from '../contract/manifest.ts';
import { salesforceCaller } from './caller.ts';
import { VERSION } from './client.ts';
import { salesforceDoor } from './door.ts';
import { createSalesforceCrm } from './index.ts';
import { salesforceInstaller } from './installer.ts';
import { salesforceOrgStore } from './orgs.ts';
import { salesforceTokens } from './tokens.ts';

/** The org's queue of callouts waits for the answer. */
const EVENTS_MS = 7000;
const settings = z.object({
  /** Without a connected app orgs cannot be installed, and accounts of this CRM are unknown. */
  SALESFORCE_CLIENT_ID: z.string().min(1).optional(),
  SALESFORCE_CLIENT_SECRET: z.string().min(8).optional(),
  /** Private key (PEM) for orgs that are connected by JWT bearer. */
  SALESFORCE_JWT_KEY: z.string().min(100).optional(),
  SALESFORCE_LOGIN_URL: encryptedAddressSchema.default('https://login.salesforce.com'),
  SALESFORCE_SANDBOX_LOGIN_URL: encryptedAddressSchema.default('https://test.salesforce.com'),
});

export const manifest = crmManifest({
  id: 'salesforce',
  name: 'Salesforce',
  install: {
    path: 'oauth/install',
    how: {
      en: 'The package is deployed to the org. A system administrator then connects the org with its certificate.',
      de: 'Das Paket wird in der Org bereitgestellt. Dann verbindet ein Systemadministrator die Org mit ihrem Zertifikat.',
      fr: 'Le package est déployé dans l’organisation. Un administrateur système la connecte ensuite avec son certificat.',
      es: 'El paquete se despliega en la organización. Después un administrador del sistema la conecta con su certificado.',
      nl: 'Het pakket wordt in de org geplaatst. Daarna verbindt een systeembeheerder de org met haar certificaat.',
      it: 'Il pacchetto si distribuisce nell’organizzazione. Poi un amministratore di sistema la connette con il suo certificato.',
    },
  },
  // Salesforce keeps a version for at least three years, and announces its end a year before. None is announced for this one.
  api: { version: VERSION, endsOn: null },
  settings,
  create(env, ports) {
    const { publicOrigin, now, useOnce, connectionIsTest, logger, onUsage, onSent } = ports;
    const loginUrls = { production: env.SALESFORCE_LOGIN_URL, sandbox: env.SALESFORCE_SANDBOX_LOGIN_URL };
    const orgs = salesforceOrgStore(ports.db);
    const tokens = env.SALESFORCE_CLIENT_ID
      ? salesforceTokens(
          {
            clientId: env.SALESFORCE_CLIENT_ID,
            clientSecret: env.SALESFORCE_CLIENT_SECRET ?? null,
            jwtKey: env.SALESFORCE_JWT_KEY ?? null,
            redirectUri: `${publicOrigin}/salesforce/oauth/callback`,
          },
          ports.tokens,
          now,
          onSent,
        )
      : null;
    const adapter = tokens && createSalesforceCrm({ tokens, onUsage, onSent });
    const asCaller = (accepts: readonly Role[]) =>
      salesforceCaller({ publicOrigin, now, accepts, org: orgs.get, connectionIsTest, useOnce });
    return {
      adapter,
      proofs: [asCaller(['rep', 'admin'])],
      door: salesforceDoor({
        publicOrigin,
        loginUrls: Object.values(loginUrls),
        logger,
        events: asCaller(['system']),
        actions: ports.actions,
        async onEvents(account, events) {
          const call = { account, signal: AbortSignal.timeout(EVENTS_MS) };
          // Salesforce tells of a merge as of a deletion.
          await ports.onEvents(adapter ? await adapter.withMerges(events, call) : events);
        },
        certificates: orgs.certificates,
        install: tokens && salesforceInstaller(loginUrls, tokens, orgs, ports),
      }),
      async tryGrant(account) {
        const before = await ports.tokens.get(account, true);
        if (before) await tokens?.session(account, before.accessToken);
      },
      certificates: { list: orgs.certificates, remove: orgs.removeCertificate },
    };
  },
});
