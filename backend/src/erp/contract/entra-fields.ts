import { z } from 'zod';
import { field, type Text } from './manifest.ts';

const text = z.string().trim().min(1).max(200);

/** Credentials of an app that is registered in Microsoft Entra. `where`: what has to be done with its ID in the ERP. */
export const entraAuth = (where: Text) => ({
  clientId: field(text, {
    label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client', es: 'ID de cliente', nl: 'Client-ID', it: 'ID client' },
    help: where,
  }),
  clientSecret: field(z.string().trim().min(1).max(500).optional(), {
    label: {
      en: 'Client secret',
      de: 'Clientgeheimnis',
      fr: 'Secret client',
      es: 'Secreto de cliente',
      nl: 'Clientgeheim',
      it: 'Segreto client',
    },
    help: {
      en: 'Its value, not its ID. Left empty where the app signs in with a certificate.',
      de: 'Sein Wert, nicht seine ID. Leer, wenn sich die App mit einem Zertifikat anmeldet.',
      fr: 'Sa valeur, pas son ID. Vide si l’application s’identifie par certificat.',
      es: 'Su valor, no su ID. Vacío si la aplicación inicia sesión con un certificado.',
      nl: 'De waarde, niet de ID. Leeg als de app zich met een certificaat aanmeldt.',
      it: 'Il valore, non l’ID. Vuoto se l’app accede con un certificato.',
    },
    secret: true,
  }),
  privateKey: field(z.string().trim().min(1).max(10_000).optional(), {
    label: {
      en: 'Private key',
      de: 'Privater Schlüssel',
      fr: 'Clé privée',
      es: 'Clave privada',
      nl: 'Privésleutel',
      it: 'Chiave privata',
    },
    help: {
      en: 'PEM, RSA. Only for an app that signs in with a certificate.',
      de: 'PEM, RSA. Nur für eine App, die sich mit einem Zertifikat anmeldet.',
      fr: 'PEM, RSA. Seulement pour une application qui s’identifie par certificat.',
      es: 'PEM, RSA. Solo para una aplicación que inicia sesión con un certificado.',
      nl: 'PEM, RSA. Alleen voor een app die zich met een certificaat aanmeldt.',
      it: 'PEM, RSA. Solo per un’app che accede con un certificato.',
    },
    secret: true,
    long: true,
  }),
  certificate: field(z.string().trim().min(1).max(10_000).optional(), {
    label: {
      en: 'Certificate',
      de: 'Zertifikat',
      fr: 'Certificat',
      es: 'Certificado',
      nl: 'Certificaat',
      it: 'Certificato',
    },
    help: {
      en: 'PEM. The one that was uploaded to the app registration.',
      de: 'PEM. Das in die App-Registrierung hochgeladene.',
      fr: 'PEM. Celui qui a été téléversé dans l’inscription d’application.',
      es: 'PEM. El que se cargó en el registro de aplicación.',
      nl: 'PEM. Het certificaat dat in de app-registratie is geüpload.',
      it: 'PEM. Quello caricato nella registrazione dell’app.',
    },
    long: true,
  }),
});

/** The directory in which the app is registered. */
export const entraTenant = field(text, {
  label: {
    en: 'Tenant',
    de: 'Mandant (Tenant)',
    fr: 'Locataire (tenant)',
    es: 'Inquilino (tenant)',
    nl: 'Tenant',
    it: 'Tenant',
  },
  help: {
    en: 'Directory (tenant) ID of Microsoft Entra, or its domain.',
    de: 'Verzeichnis-ID (Mandant) von Microsoft Entra, oder ihre Domäne.',
    fr: 'ID de l’annuaire (locataire) de Microsoft Entra, ou son domaine.',
    es: 'ID de directorio (inquilino) de Microsoft Entra, o su dominio.',
    nl: 'Map-ID (tenant) van Microsoft Entra, of het domein ervan.',
    it: 'ID della directory (tenant) di Microsoft Entra, o il suo dominio.',
  },
  example: 'contoso.onmicrosoft.com',
});
