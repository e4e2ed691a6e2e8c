import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { entraAuth, entraTenant } from '../contract/entra-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { companyTimeZone } from '../contract/time-zone-field.ts';
import { ADDRESS, LENGTH } from './facts.ts';
import { businessCentral } from './index.ts';

const text = z.string().trim().min(1).max(200);
const item = z.string().trim().min(1).max(LENGTH.code).optional();

export const manifest: ErpManifest = {
  id: 'business-central',
  name: 'Dynamics 365 Business Central',
  versionsTested: ['API v2.0'],
  address: {
    label: {
      en: 'Address of the service',
      de: 'Adresse des Dienstes',
      fr: 'Adresse du service',
      es: 'Dirección del servicio',
      nl: 'Adres van de service',
      it: 'Indirizzo del servizio',
    },
    help: {
      en: 'For Business Central online it is the address of the example.',
      de: 'Für Business Central online ist es die Adresse des Beispiels.',
      fr: 'Pour Business Central en ligne, c’est l’adresse de l’exemple.',
      es: 'En Business Central online es la dirección del ejemplo.',
      nl: 'Bij Business Central online is het het adres van het voorbeeld.',
      it: 'Per Business Central online è l’indirizzo dell’esempio.',
    },
    example: ADDRESS,
  },
  auth: z.object(
    entraAuth({
      en: 'Of the app registration in Microsoft Entra. The same ID has to be enabled in Business Central, on the page “Microsoft Entra applications”.',
      de: 'Der App-Registrierung in Microsoft Entra. Dieselbe ID muss in Business Central auf der Seite „Microsoft Entra-Anwendungen“ aktiviert sein.',
      fr: 'De l’inscription d’application dans Microsoft Entra. Le même ID doit être activé dans Business Central, page « Applications Microsoft Entra ».',
      es: 'Del registro de aplicación en Microsoft Entra. El mismo ID debe estar habilitado en Business Central, en la página «Aplicaciones de Microsoft Entra».',
      nl: 'Van de app-registratie in Microsoft Entra. Dezelfde ID moet in Business Central zijn ingeschakeld, op de pagina “Microsoft Entra-toepassingen”.',
      it: 'Della registrazione dell’app in Microsoft Entra. Lo stesso ID deve essere abilitato in Business Central, nella pagina “Applicazioni Microsoft Entra”.',
    }),
  ),
  settings: z.object({
    tenant: entraTenant,
    environment: field(text, {
      label: { en: 'Environment', de: 'Umgebung', fr: 'Environnement', es: 'Entorno', nl: 'Omgeving', it: 'Ambiente' },
      help: {
        en: 'Its name in the Business Central admin center.',
        de: 'Ihr Name im Business Central Admin Center.',
        fr: 'Son nom dans le centre d’administration de Business Central.',
        es: 'Su nombre en el centro de administración de Business Central.',
        nl: 'De naam in het beheercentrum van Business Central.',
        it: 'Il nome nell’interfaccia di amministrazione di Business Central.',
      },
      example: 'Production',
    }),
    company: field(text.optional(), {
      label: { en: 'Company', de: 'Unternehmen', fr: 'Société', es: 'Empresa', nl: 'Bedrijf', it: 'Società' },
      help: {
        en: 'Its name in Business Central. Left empty where the environment has one only.',
        de: 'Sein Name in Business Central. Leer, wenn die Umgebung nur eines hat.',
        fr: 'Son nom dans Business Central. Vide si l’environnement n’en a qu’une.',
        es: 'Su nombre en Business Central. Vacío si el entorno solo tiene una.',
        nl: 'De naam in Business Central. Leeg als de omgeving er maar één heeft.',
        it: 'Il nome in Business Central. Vuoto se l’ambiente ne ha una sola.',
      },
      example: 'CRONUS International Ltd.',
    }),
    timeZone: companyTimeZone,
    ...chargeFields('Business Central', item),
  }),
  create: businessCentral,
};
