import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { crmManifest } from '../contract/manifest.ts';
import { listed, unset } from '../kit/settings.ts';
import { hubspotCaller } from './caller.ts';
import { VERSION } from './client.ts';
import { hubspotDoor } from './door.ts';
import { createHubSpotCrm } from './index.ts';
import { hubspotInstaller } from './installer.ts';
import { hubspotJournal } from './journal.ts';
import { usual } from './limiter.ts';
import { hubspotTokens } from './tokens.ts';
import { answersLater } from './unproved.ts';

const settings = z
  .object({
    /** Of the app. Without it there are no accounts of this CRM. */
    HUBSPOT_CLIENT_ID: z.string().min(1).optional(),
    /** Several, separated by commas, while one is being changed. The first is the one that we use. */
    HUBSPOT_CLIENT_SECRET: z.string().min(8).optional(),
    HUBSPOT_API_BASE: encryptedAddressSchema.default('https://api.hubapi.com'),
    HUBSPOT_AUTHORIZE_BASE: encryptedAddressSchema.default('https://app.hubspot.com'),
  })
  .refine(
    ({ HUBSPOT_CLIENT_ID: id, HUBSPOT_CLIENT_SECRET: secret }) => (id === undefined) === (secret === undefined),
    'HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET belong together.',
  );

export const manifest = crmManifest({
  id: 'hubspot',
  name: 'HubSpot',
  install: {
    path: 'oauth/install',
    how: {
      en: 'A super admin allows the app. The cards are then placed on deal and company pages.',
      de: 'Ein Super-Admin lässt die App zu. Dann werden die Karten auf die Seiten von Deals und Unternehmen gelegt.',
      fr: 'Un super-administrateur autorise l’application. Les cartes sont ensuite placées sur les pages des transactions et des entreprises.',
      es: 'Un superadministrador autoriza la aplicación. Después se colocan las tarjetas en las páginas de negocios y empresas.',
      nl: 'Een superbeheerder staat de app toe. Daarna worden de kaarten op de pagina’s van deals en bedrijven geplaatst.',
      it: 'Un super amministratore autorizza l’app. Poi le schede si aggiungono alle pagine di trattative e aziende.',
    },
  },
  // HubSpot supports a release of March or September for 18 months.
  api: { version: VERSION, endsOn: '2027-09-30', window: { calls: usual.calls, seconds: usual.window / 1000 } },
  settings,
  create(env, ports) {
    const { HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: secret } = env;
    if (!clientId || !secret) return unset();
    const { publicOrigin, now, useOnce, logger, onEvents, onSent } = ports;
    const secrets = listed(secret);
    const app = {
      apiBase: env.HUBSPOT_API_BASE,
      authorizeBase: env.HUBSPOT_AUTHORIZE_BASE,
      clientId,
      clientSecret: secrets[0] ?? '',
    };
    const tokens = hubspotTokens(app, ports.tokens, now, onSent);
    const proof = { publicOrigin, secrets, now, useOnce };
    return {
      adapter: createHubSpotCrm({
        apiBase: app.apiBase,
        appBase: app.authorizeBase,
        tokens,
        quota: ports.quota,
        onSent,
      }),
      proofs: [hubspotCaller(proof)],
      door: hubspotDoor({
        ...proof,
        authorizeBase: app.authorizeBase,
        logger,
        onEvents,
        actions: ports.actions,
        waits: async (account) => ((await tokens.facts(account))?.scopes ?? '').split(' ').includes(answersLater),
        install: hubspotInstaller(app, tokens, ports),
      }),
      departures: hubspotJournal(app, now),
      tryGrant: async (account) => void (await tokens.access(account)),
    };
  },
});
