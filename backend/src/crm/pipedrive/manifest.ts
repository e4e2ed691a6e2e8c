import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { crmManifest } from '../contract/manifest.ts';
import { listed, unset } from '../kit/settings.ts';
import { pipedriveDoor } from './door.ts';
import { pipedriveEmbed } from './embed.ts';
import { pipedriveGrants } from './grants.ts';
import { createPipedriveCrm } from './index.ts';
import { pipedriveInstall } from './install.ts';
import { pipedriveTokens } from './tokens.ts';

const settings = z.object({
  /** Of the app in Developer Hub. Without it there are no accounts of this CRM. */
  PIPEDRIVE_CLIENT_ID: z.string().min(1).optional(),
  PIPEDRIVE_CLIENT_SECRET: z.string().min(8).optional(),
  /** Signs what panels and modals are opened with: one of our own, so that it can be changed alone. Several, separated by commas, while it is changed. */
  PIPEDRIVE_JWT_SECRET: z.string().min(16).optional(),
  /** The id that Developer Hub shows for the modal. Without it the order opens within the panel. */
  PIPEDRIVE_ORDER_MODAL: z.string().min(1).max(100).optional(),
  PIPEDRIVE_OAUTH_BASE: encryptedAddressSchema.default('https://oauth.pipedrive.com'),
});

export const manifest = crmManifest({
  id: 'pipedrive',
  name: 'Pipedrive',
  install: {
    path: 'oauth/install',
    how: {
      en: 'An admin allows the app, and so does everybody who is to see the panel.',
      de: 'Ein Admin lässt die App zu, ebenso alle, die das Panel sehen sollen.',
      fr: 'Un administrateur autorise l’application, ainsi que chaque personne qui doit voir le panneau.',
      es: 'Un administrador autoriza la aplicación, y también cada persona que debe ver el panel.',
      nl: 'Een beheerder staat de app toe, net als iedereen die het paneel moet zien.',
      it: 'Un amministratore autorizza l’app, e così fa ogni persona che deve vedere il pannello.',
    },
  },
  // Pipedrive announces the end of a version a year before. Of version 2 none is announced; few calls are left in version 1.
  api: { version: 'v2', endsOn: null },
  settings,
  create(env, ports) {
    const { PIPEDRIVE_CLIENT_ID: clientId, PIPEDRIVE_CLIENT_SECRET: clientSecret } = env;
    if (!clientId || !clientSecret) return unset();
    const { publicOrigin, now, logger, onEvents, onSent, onUsage, quota } = ports;
    const app = { oauthBase: env.PIPEDRIVE_OAUTH_BASE, clientId, clientSecret };
    const grants = pipedriveGrants(ports.db, ports.vault);
    const tokens = pipedriveTokens(app, ports.tokens, grants, now, onSent);
    const { adapter, viewers, organizationOf } = createPipedriveCrm({ tokens, publicOrigin, quota, onSent, onUsage });
    return {
      adapter,
      proofs: [],
      door: pipedriveDoor({
        ...{ app, publicOrigin, logger, tokens, onEvents, now },
        install: pipedriveInstall(app, tokens, grants, ports),
      }),
      embed: pipedriveEmbed({
        secrets: listed(env.PIPEDRIVE_JWT_SECRET ?? clientSecret),
        now,
        settings: env.PIPEDRIVE_ORDER_MODAL ? { orderModal: env.PIPEDRIVE_ORDER_MODAL } : {},
        hostOf: async (account) => (await tokens.facts(account)).api ?? null,
        installer: grants.of,
        organizationOf,
        viewers,
      }),
      async tryGrant(account) {
        await tokens.access(account);
        await tokens.tend(account);
      },
    };
  },
});
