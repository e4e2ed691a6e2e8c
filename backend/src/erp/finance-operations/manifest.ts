import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { LENGTH, LINES, REFERENCE_FIELD } from './facts.ts';
import { financeOperations } from './index.ts';
import { settings } from './settings.ts';

const text = z.string().trim().min(1).max(200);
const item = z.string().trim().min(1).max(LENGTH.item).optional();

export const manifest: ErpManifest = {
  id: 'finance-operations',
  name: 'Dynamics 365 Finance and Operations',
  versionsTested: ['10.0.47'],
  address: {
    label: { en: 'Environment', de: 'Umgebung', fr: 'Environnement', es: 'Entorno', nl: 'Omgeving' },
    help: {
      en: 'Address of the environment as the browser shows it, without a path.',
      de: 'Adresse der Umgebung, wie der Browser sie zeigt, ohne Pfad.',
      fr: 'Adresse de l’environnement telle que l’affiche le navigateur, sans chemin.',
      es: 'Dirección del entorno tal como la muestra el navegador, sin ruta.',
      nl: 'Adres van de omgeving zoals de browser het toont, zonder pad.',
    },
    example: 'https://contoso.operations.dynamics.com',
  },
  auth: z.object({
    clientId: field(text, {
      label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client', es: 'ID de cliente', nl: 'Client-ID' },
      help: {
        en: 'Of the app registration in Microsoft Entra. In Finance & Operations, the page “Microsoft Entra applications” assigns a user to the same ID.',
        de: 'Der App-Registrierung in Microsoft Entra. In Finance & Operations weist die Seite „Microsoft Entra-Anwendungen“ derselben ID einen Benutzer zu.',
        fr: 'De l’inscription d’application dans Microsoft Entra. Dans Finance & Operations, la page « Applications Microsoft Entra » associe un utilisateur au même ID.',
        es: 'Del registro de aplicación en Microsoft Entra. En Finance & Operations, la página «Aplicaciones de Microsoft Entra» asigna un usuario al mismo ID.',
        nl: 'Van de app-registratie in Microsoft Entra. In Finance & Operations wijst de pagina “Microsoft Entra-toepassingen” een gebruiker toe aan dezelfde ID.',
      },
    }),
    clientSecret: field(z.string().trim().min(1).max(500).optional(), {
      label: {
        en: 'Client secret',
        de: 'Clientgeheimnis',
        fr: 'Secret client',
        es: 'Secreto de cliente',
        nl: 'Clientgeheim',
      },
      help: {
        en: 'Its value, not its ID. Left empty where the app signs in with a certificate.',
        de: 'Sein Wert, nicht seine ID. Leer, wenn sich die App mit einem Zertifikat anmeldet.',
        fr: 'Sa valeur, pas son ID. Vide si l’application s’identifie par certificat.',
        es: 'Su valor, no su ID. Vacío si la aplicación inicia sesión con un certificado.',
        nl: 'De waarde, niet de ID. Leeg als de app zich met een certificaat aanmeldt.',
      },
      secret: true,
    }),
    privateKey: field(z.string().trim().min(1).max(10_000).optional(), {
      label: { en: 'Private key', de: 'Privater Schlüssel', fr: 'Clé privée', es: 'Clave privada', nl: 'Privésleutel' },
      help: {
        en: 'PEM, RSA. Only for an app that signs in with a certificate.',
        de: 'PEM, RSA. Nur für eine App, die sich mit einem Zertifikat anmeldet.',
        fr: 'PEM, RSA. Seulement pour une application qui s’identifie par certificat.',
        es: 'PEM, RSA. Solo para una aplicación que inicia sesión con un certificado.',
        nl: 'PEM, RSA. Alleen voor een app die zich met een certificaat aanmeldt.',
      },
      secret: true,
      long: true,
    }),
    certificate: field(z.string().trim().min(1).max(10_000).optional(), {
      label: { en: 'Certificate', de: 'Zertifikat', fr: 'Certificat', es: 'Certificado', nl: 'Certificaat' },
      help: {
        en: 'PEM. The one that was uploaded to the app registration.',
        de: 'PEM. Das in die App-Registrierung hochgeladene.',
        fr: 'PEM. Celui qui a été téléversé dans l’inscription d’application.',
        es: 'PEM. El que se cargó en el registro de aplicación.',
        nl: 'PEM. Het certificaat dat in de app-registratie is geüpload.',
      },
      long: true,
    }),
  }),
  settings: z.object({
    ...settings({ currency: currencySchema.optional(), lines: LINES, reference: REFERENCE_FIELD }),
    ...chargeFields('Finance & Operations', item),
  }),
  create: financeOperations,
};
