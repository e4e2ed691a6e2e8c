import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { ADDRESS, LENGTH } from './facts.ts';
import { businessCentral } from './index.ts';

const text = z.string().trim().min(1).max(200);
const item = z.string().trim().min(1).max(LENGTH.code).optional();
const timeZone = z
  .string()
  .trim()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
  .optional();

export const manifest: ErpManifest = {
  id: 'business-central',
  name: 'Dynamics 365 Business Central',
  versionsTested: ['API v2.0'],
  address: {
    label: { en: 'Address of the service', de: 'Adresse des Dienstes', fr: 'Adresse du service' },
    help: {
      en: 'For Business Central online it is the address of the example.',
      de: 'Für Business Central online ist es die Adresse des Beispiels.',
      fr: 'Pour Business Central en ligne, c’est l’adresse de l’exemple.',
    },
    example: ADDRESS,
  },
  auth: z.object({
    clientId: field(text, {
      label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client' },
      help: {
        en: 'Of the app registration in Microsoft Entra. The same ID has to be enabled in Business Central, on the page “Microsoft Entra applications”.',
        de: 'Der App-Registrierung in Microsoft Entra. Dieselbe ID muss in Business Central auf der Seite „Microsoft Entra-Anwendungen“ aktiviert sein.',
        fr: 'De l’inscription d’application dans Microsoft Entra. Le même ID doit être activé dans Business Central, page « Applications Microsoft Entra ».',
      },
    }),
    clientSecret: field(z.string().trim().min(1).max(500).optional(), {
      label: { en: 'Client secret', de: 'Clientgeheimnis', fr: 'Secret client' },
      help: {
        en: 'Its value, not its ID. Left empty where the app signs in with a certificate.',
        de: 'Sein Wert, nicht seine ID. Leer, wenn sich die App mit einem Zertifikat anmeldet.',
        fr: 'Sa valeur, pas son ID. Vide si l’application s’identifie par certificat.',
      },
      secret: true,
    }),
    privateKey: field(z.string().trim().min(1).max(10_000).optional(), {
      label: { en: 'Private key', de: 'Privater Schlüssel', fr: 'Clé privée' },
      help: {
        en: 'PEM, RSA. Only for an app that signs in with a certificate.',
        de: 'PEM, RSA. Nur für eine App, die sich mit einem Zertifikat anmeldet.',
        fr: 'PEM, RSA. Seulement pour une application qui s’identifie par certificat.',
      },
      secret: true,
      long: true,
    }),
    certificate: field(z.string().trim().min(1).max(10_000).optional(), {
      label: { en: 'Certificate', de: 'Zertifikat', fr: 'Certificat' },
      help: {
        en: 'PEM. The one that was uploaded to the app registration.',
        de: 'PEM. Das in die App-Registrierung hochgeladene.',
        fr: 'PEM. Celui qui a été téléversé dans l’inscription d’application.',
      },
      long: true,
    }),
  }),
  settings: z.object({
    tenant: field(text, {
      label: { en: 'Tenant', de: 'Mandant (Tenant)', fr: 'Locataire (tenant)' },
      help: {
        en: 'Directory (tenant) ID of Microsoft Entra, or its domain.',
        de: 'Verzeichnis-ID (Mandant) von Microsoft Entra, oder ihre Domäne.',
        fr: 'ID de l’annuaire (locataire) de Microsoft Entra, ou son domaine.',
      },
      example: 'contoso.onmicrosoft.com',
    }),
    environment: field(text, {
      label: { en: 'Environment', de: 'Umgebung', fr: 'Environnement' },
      help: {
        en: 'Its name in the Business Central admin center.',
        de: 'Ihr Name im Business Central Admin Center.',
        fr: 'Son nom dans le centre d’administration de Business Central.',
      },
      example: 'Production',
    }),
    company: field(text.optional(), {
      label: { en: 'Company', de: 'Unternehmen', fr: 'Société' },
      help: {
        en: 'Its name in Business Central. Left empty where the environment has one only.',
        de: 'Sein Name in Business Central. Leer, wenn die Umgebung nur eines hat.',
        fr: 'Son nom dans Business Central. Vide si l’environnement n’en a qu’une.',
      },
      example: 'CRONUS International Ltd.',
    }),
    timeZone: field(timeZone, {
      label: { en: 'Time zone', de: 'Zeitzone', fr: 'Fuseau horaire' },
      help: {
        en: 'Of the company, as an IANA name. Left empty: UTC. It decides when an invoice is overdue.',
        de: 'Des Unternehmens, als IANA-Name. Leer: UTC. Sie entscheidet, ab wann eine Rechnung überfällig ist.',
        fr: 'De la société, nom IANA. Vide : UTC. Il détermine quand une facture est en retard.',
      },
      example: 'Europe/Berlin',
    }),
    ...chargeFields('Business Central', item),
  }),
  create: businessCentral,
};
