import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { crmManifest } from '../contract/manifest.ts';
import { VERSION } from './client.ts';
import { dynamicsDoor } from './door.ts';
import { dynamicsEmbed } from './embed.ts';
import { createDynamicsSales } from './index.ts';
import { dynamicsInstaller } from './install.ts';
import { entraSignIn } from './sign-in.ts';
import { dynamicsTokens, type EntraApp } from './tokens.ts';

const settings = z.object({
  /** Backroom's registration in Entra. Without it organisations cannot be connected, and accounts of this CRM are unknown. */
  DYNAMICS_SALES_CLIENT_ID: z.guid().optional(),
  DYNAMICS_SALES_CLIENT_SECRET: z.string().min(8).optional(),
  /** Instead of a secret, which ends after a year or two: a private key and its certificate, both PEM. */
  DYNAMICS_SALES_PRIVATE_KEY: z.string().min(100).optional(),
  DYNAMICS_SALES_CERTIFICATE: z.string().min(100).optional(),
  /** Signs the header of each organisation's webhook. Without it changes are noticed by their own reading only. */
  DYNAMICS_SALES_WEBHOOK_KEY: z.string().min(16).optional(),
  DYNAMICS_SALES_SIGN_IN: encryptedAddressSchema.default('https://login.microsoftonline.com'),
});
type Settings = z.infer<typeof settings>;
function appOf(env: Settings): EntraApp | null {
  const { DYNAMICS_SALES_CLIENT_ID: clientId, DYNAMICS_SALES_CLIENT_SECRET: secret } = env;
  const { DYNAMICS_SALES_PRIVATE_KEY: privateKey, DYNAMICS_SALES_CERTIFICATE: certificate } = env;
  const proof = privateKey && certificate ? { privateKey, certificate } : secret ? { secret } : null;
  return clientId && proof ? { clientId, proof, signIn: env.DYNAMICS_SALES_SIGN_IN.replace(/\/+$/, '') } : null;
}

export const manifest = crmManifest({
  id: 'dynamics-sales',
  name: 'Dynamics 365 Sales',
  install: {
    path: 'oauth/install',
    how: {
      en: 'The solution and the control are added to the organisation. A system administrator then connects it by its address.',
      de: 'Lösung und Steuerelement werden der Organisation hinzugefügt. Dann verbindet ein Systemadministrator sie über ihre Adresse.',
      fr: 'La solution et le contrôle sont ajoutés à l’organisation. Un administrateur système la connecte ensuite par son adresse.',
      es: 'Se añaden a la organización la solución y el control. Después un administrador del sistema la conecta por su dirección.',
      nl: 'De oplossing en het besturingselement worden aan de organisatie toegevoegd. Daarna verbindt een systeembeheerder haar via haar adres.',
      it: 'La soluzione e il controllo si aggiungono all’organizzazione. Poi un amministratore di sistema la connette tramite il suo indirizzo.',
    },
  },
  // Microsoft keeps versions of the Web API and has announced no end of this one.
  api: { version: VERSION, endsOn: null },
  native: { 'finance-operations': 'dual_write', 'business-central': 'central_sync' },
  settings,
  create(env, ports) {
    const { publicOrigin, logger, now, vault, onEvents, onSent } = ports;
    const app = appOf(env);
    const tokens = app && dynamicsTokens(app, ports.tokens, now, onSent);
    const signIn = app && entraSignIn(app, now);
    const crm = tokens && createDynamicsSales({ tokens, onSent, now });
    const parts = tokens && signIn ? { tokens, signIn, install: dynamicsInstaller({ tokens, signIn, ports }) } : null;
    return {
      adapter: crm?.adapter ?? null,
      // The frame has a session of its own.
      proofs: [],
      ...(tokens && signIn && crm ? { embed: dynamicsEmbed({ tokens, signIn, people: crm.people }) } : {}),
      door: dynamicsDoor({
        ...{ publicOrigin, logger, now, vault, onEvents, parts },
        signInOrigin: new URL(env.DYNAMICS_SALES_SIGN_IN).origin,
        webhookKey: env.DYNAMICS_SALES_WEBHOOK_KEY ?? null,
      }),
      async tryGrant(account) {
        const before = await ports.tokens.get(account, true);
        if (before) await tokens?.session(account, before.accessToken);
      },
    };
  },
});
