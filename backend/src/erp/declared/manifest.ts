import { z } from 'zod';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { declared } from './index.ts';
import { documentOf, faultText, LONGEST } from './parse.ts';
import { type Shipped, shipped, shippedNames } from './shipped.ts';

const NAMES: Readonly<Record<Shipped, string>> = {
  erpnext: 'ERPNext',
  dolibarr: 'Dolibarr',
  'access-financials': 'Access Financials',
  'access-dimensions': 'Access Dimensions',
  'sage-100': 'Sage 100',
};

/** A document that cannot be used says where, and why. */
const document = z
  .string()
  .max(LONGEST)
  .superRefine((text, context) => {
    const read = documentOf(text);
    if ('faults' in read)
      for (const fault of read.faults) context.addIssue({ code: 'custom', message: faultText(fault) });
  });
const text = z.string().trim().min(1).max(500).optional();

export const manifest: ErpManifest = {
  id: 'declared',
  name: 'Another ERP, by description',
  versionsTested: [],
  address: {
    label: {
      en: 'Address of the API',
      de: 'Adresse der API',
      fr: 'Adresse de l’API',
      es: 'Dirección de la API',
      nl: 'Adres van de API',
      it: 'Indirizzo dell’API',
    },
    help: {
      en: 'What comes before the paths of the description. No request leaves this host.',
      de: 'Was vor den Pfaden der Beschreibung steht. Keine Anfrage verlässt diesen Host.',
      fr: 'Ce qui précède les chemins de la description. Aucune requête ne quitte cet hôte.',
      es: 'Lo que precede a las rutas de la descripción. Ninguna solicitud sale de este host.',
      nl: 'Wat vóór de paden van de beschrijving staat. Geen verzoek verlaat deze host.',
      it: 'Ciò che precede i percorsi della descrizione. Nessuna richiesta lascia questo host.',
    },
    example: 'https://erp.example.com',
  },
  auth: z.object({
    key: field(text, {
      label: {
        en: 'Key or user',
        de: 'Schlüssel oder Benutzer',
        fr: 'Clé ou utilisateur',
        es: 'Clave o usuario',
        nl: 'Sleutel of gebruiker',
        it: 'Chiave o utente',
      },
      help: {
        en: 'API key, user name or client ID, as the description’s “auth” uses it.',
        de: 'API-Schlüssel, Benutzername oder Client-ID, wie „auth“ der Beschreibung sie verwendet.',
        fr: 'Clé d’API, nom d’utilisateur ou identifiant client, selon « auth » de la description.',
        es: 'Clave de API, usuario o ID de cliente, según «auth» de la descripción.',
        nl: 'API-sleutel, gebruikersnaam of client-ID, zoals “auth” van de beschrijving die gebruikt.',
        it: 'Chiave API, nome utente o ID client, come lo usa “auth” della descrizione.',
      },
    }),
    secret: field(text, {
      label: {
        en: 'Secret or password',
        de: 'Geheimnis oder Passwort',
        fr: 'Secret ou mot de passe',
        es: 'Secreto o contraseña',
        nl: 'Geheim of wachtwoord',
        it: 'Segreto o password',
      },
      help: {
        en: 'Token, password or client secret. Left empty where the ERP wants none.',
        de: 'Token, Passwort oder Client-Geheimnis. Leer, wenn das ERP keines verlangt.',
        fr: 'Jeton, mot de passe ou secret client. Vide si l’ERP n’en demande pas.',
        es: 'Token, contraseña o secreto de cliente. Vacío si el ERP no lo pide.',
        nl: 'Token, wachtwoord of clientgeheim. Leeg als het ERP er geen vraagt.',
        it: 'Token, password o segreto client. Vuoto se l’ERP non ne richiede.',
      },
      secret: true,
    }),
  }),
  settings: z.object({
    document: field(document, {
      label: {
        en: 'Description',
        de: 'Beschreibung',
        fr: 'Description',
        es: 'Descripción',
        nl: 'Beschrijving',
        it: 'Descrizione',
      },
      help: {
        en: 'How this ERP is asked, as YAML or JSON. docs/declared.md explains it; descriptions for some ERPs come with Backroom.',
        de: 'Wie dieses ERP gefragt wird, als YAML oder JSON. docs/declared.md erklärt es; Beschreibungen für einige ERPs liegen Backroom bei.',
        fr: 'Comment interroger cet ERP, en YAML ou JSON. docs/declared.md l’explique ; des descriptions pour certains ERP sont fournies avec Backroom.',
        es: 'Cómo se consulta este ERP, en YAML o JSON. docs/declared.md lo explica; Backroom incluye descripciones para algunos ERP.',
        nl: 'Hoe dit ERP wordt bevraagd, als YAML of JSON. docs/declared.md legt het uit; beschrijvingen voor enkele ERP’s worden meegeleverd.',
        it: 'Come si interroga questo ERP, in YAML o JSON. Lo spiega docs/declared.md; le descrizioni di alcuni ERP sono incluse.',
      },
      long: true,
      explained: true,
    }),
  }),
  starts: shippedNames.map((id) => ({ id, name: NAMES[id], values: () => ({ document: shipped(id) }) })),
  create: declared,
};
