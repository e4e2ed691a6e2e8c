import { z } from 'zod';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { bridge } from './index.ts';

export const manifest: ErpManifest = {
  id: 'bridge',
  name: 'Backroom bridge',
  versionsTested: ['1'],
  address: {
    label: {
      en: 'Address of the bridge',
      de: 'Adresse der Bridge',
      fr: 'Adresse de la passerelle',
      es: 'Dirección del puente',
      nl: 'Adres van de bridge',
      it: 'Indirizzo del bridge',
    },
    help: {
      en: 'Where your middleware or own server answers the bridge contract.',
      de: 'Wo Ihre Middleware oder Ihr eigener Server den Bridge-Vertrag beantwortet.',
      fr: 'Où votre intergiciel ou votre serveur répond au contrat de la passerelle.',
      es: 'Donde su middleware o su propio servidor responde según el contrato del puente.',
      nl: 'Waar uw middleware of eigen server volgens het bridgecontract antwoordt.',
      it: 'Dove il tuo middleware o server risponde secondo il contratto del bridge.',
    },
    example: 'https://erp-bridge.example.com/backroom',
  },
  auth: z.object({
    key: field(z.string().trim().min(1).max(500), {
      label: { en: 'Key', de: 'Schlüssel', fr: 'Clé', es: 'Clave', nl: 'Sleutel', it: 'Chiave' },
      help: {
        en: 'The bearer token that the bridge expects.',
        de: 'Das Bearer-Token, das die Bridge erwartet.',
        fr: 'Le jeton « bearer » attendu par la passerelle.',
        es: 'El token de portador que espera el puente.',
        nl: 'Het bearer-token dat de bridge verwacht.',
        it: 'Il token bearer che il bridge si aspetta.',
      },
      secret: true,
    }),
  }),
  settings: z.object({}),
  create: bridge,
};
