import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { crmManifest } from '../contract/manifest.ts';
import { listed, unset } from '../kit/settings.ts';
import { salesCloudDoor } from './door.ts';
import { proofs, salesCloudEmbed } from './embed.ts';
import { createSapSalesCloud } from './index.ts';
import { salesCloudInstaller } from './install.ts';
import { identityProviders } from './provider.ts';
import { tenantStore } from './tenants.ts';

const addresses = z
  .string()
  .default('')
  .transform(listed)
  .pipe(z.array(encryptedAddressSchema.transform((text) => new URL(text).origin)));
const settings = z.object({
  /** What an administrator needs beside the settings of his tenant to connect it. Without it there are no accounts of this CRM. */
  SAP_SALES_CLOUD_SETUP_CODE: z.string().min(16).optional(),
  /** Each tenant's password for its notices of changes is made of it. Without it no notice is believed, and records are read anew. */
  SAP_SALES_CLOUD_EVENT_KEY: z.string().min(16).optional(),
  /** Addresses beside SAP's own, separated by commas: a stand-in, or identity providers under names of customers'. */
  SAP_SALES_CLOUD_TENANTS: addresses,
  SAP_SALES_CLOUD_ISSUERS: addresses,
});

export const manifest = crmManifest({
  id: 'sap-sales-cloud',
  name: 'SAP Sales Cloud',
  install: {
    path: 'oauth/install',
    how: {
      en: 'An administrator connects the tenant with a technical user and the set-up code, and then puts the mashup on the pages.',
      de: 'Ein Administrator verbindet den Mandanten mit einem technischen Benutzer und dem Einrichtungscode und legt dann das Mashup auf die Seiten.',
      fr: 'Un administrateur connecte le tenant avec un utilisateur technique et le code d’installation, puis place le mashup sur les pages.',
      es: 'Un administrador conecta el tenant con un usuario técnico y el código de configuración, y después coloca el mashup en las páginas.',
      nl: 'Een beheerder verbindt de tenant met een technische gebruiker en de installatiecode en plaatst daarna de mashup op de pagina’s.',
      it: 'Un amministratore connette il tenant con un utente tecnico e il codice di configurazione, poi inserisce il mashup nelle pagine.',
    },
  },
  api: { version: 'v1', endsOn: null },
  // Where an S/4HANA is connected to it, Sales Cloud sends quotes there itself.
  native: { s4hana: 'sap_replication' },
  settings,
  create(env, ports) {
    const { SAP_SALES_CLOUD_SETUP_CODE: setupCode } = env;
    if (!setupCode) return unset();
    const { publicOrigin, logger, now, vault, onEvents, onSent, useOnce } = ports;
    const tenants = tenantStore(ports.tokens, onSent);
    const { adapter, people } = createSapSalesCloud({ tenants, onSent });
    const providers = identityProviders(now);
    const sealed = proofs(vault, now);
    return {
      adapter,
      // The frame has a session of its own.
      proofs: [],
      embed: salesCloudEmbed({ tenants, proofs: sealed, people, useOnce }),
      door: salesCloudDoor({
        ...{ publicOrigin, logger, now, vault, onEvents, useOnce, tenants, providers, setupCode, proofs: sealed },
        install: salesCloudInstaller({ tenants, providers, ports }),
        allowed: { tenants: env.SAP_SALES_CLOUD_TENANTS, issuers: env.SAP_SALES_CLOUD_ISSUERS },
        eventKey: env.SAP_SALES_CLOUD_EVENT_KEY ?? null,
      }),
      tryGrant: async (account) => {
        if (await tenants.of(account))
          await adapter.fields?.('company', { account, signal: AbortSignal.timeout(7000) });
      },
    };
  },
});
