import { type ErpManifest, field } from '@backroom/backend/erp/contract/manifest';
import { z } from 'zod';
import { toyErp } from './index.ts';

export const manifest: ErpManifest = {
  id: 'toy',
  name: 'Toy ERP',
  versionsTested: ['1'],
  address: {
    label: { en: 'Address', de: 'Adresse', fr: 'Adresse' },
    help: {
      en: 'Where the ERP answers.',
      de: 'Wo das ERP antwortet.',
      fr: 'Où l’ERP répond.',
    },
    example: 'https://erp.example.com',
  },
  auth: z.object({
    key: field(z.string().trim().min(1).max(500), {
      label: { en: 'Key', de: 'Schlüssel', fr: 'Clé' },
      help: {
        en: 'The key of a user who may read customers and stock.',
        de: 'Der Schlüssel eines Benutzers, der Kunden und Lager lesen darf.',
        fr: 'La clé d’un utilisateur qui peut lire les clients et le stock.',
      },
      secret: true,
    }),
  }),
  settings: z.object({}),
  create: toyErp,
};
