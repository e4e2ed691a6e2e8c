import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { entraAuth } from '../contract/entra-fields.ts';
import type { ErpManifest } from '../contract/manifest.ts';
import { LENGTH, LINES, REFERENCE_FIELD } from './facts.ts';
import { financeOperations } from './index.ts';
import { settings } from './settings.ts';

const item = z.string().trim().min(1).max(LENGTH.item).optional();

export const manifest: ErpManifest = {
  id: 'finance-operations',
  name: 'Dynamics 365 Finance and Operations',
  versionsTested: ['10.0.47'],
  address: {
    label: { en: 'Environment', de: 'Umgebung', fr: 'Environnement', es: 'Entorno', nl: 'Omgeving', it: 'Ambiente' },
    help: {
      en: 'Address of the environment as the browser shows it, without a path.',
      de: 'Adresse der Umgebung, wie der Browser sie zeigt, ohne Pfad.',
      fr: 'Adresse de l’environnement telle que l’affiche le navigateur, sans chemin.',
      es: 'Dirección del entorno tal como la muestra el navegador, sin ruta.',
      nl: 'Adres van de omgeving zoals de browser het toont, zonder pad.',
      it: 'Indirizzo dell’ambiente come appare nel browser, senza percorso.',
    },
    example: 'https://contoso.operations.dynamics.com',
  },
  auth: z.object(
    entraAuth({
      en: 'Of the app registration in Microsoft Entra. In Finance & Operations, the page “Microsoft Entra applications” assigns a user to the same ID.',
      de: 'Der App-Registrierung in Microsoft Entra. In Finance & Operations weist die Seite „Microsoft Entra-Anwendungen“ derselben ID einen Benutzer zu.',
      fr: 'De l’inscription d’application dans Microsoft Entra. Dans Finance & Operations, la page « Applications Microsoft Entra » associe un utilisateur au même ID.',
      es: 'Del registro de aplicación en Microsoft Entra. En Finance & Operations, la página «Aplicaciones de Microsoft Entra» asigna un usuario al mismo ID.',
      nl: 'Van de app-registratie in Microsoft Entra. In Finance & Operations wijst de pagina “Microsoft Entra-toepassingen” een gebruiker toe aan dezelfde ID.',
      it: 'Della registrazione dell’app in Microsoft Entra. In Finance & Operations la pagina “Applicazioni Microsoft Entra” assegna un utente allo stesso ID.',
    }),
  ),
  settings: z.object({
    ...settings({ currency: currencySchema, lines: LINES, reference: REFERENCE_FIELD }),
    ...chargeFields('Finance & Operations', item),
  }),
  create: financeOperations,
};
