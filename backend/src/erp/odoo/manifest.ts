import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { odoo } from './index.ts';

const text = z.string().trim().min(1).max(200);

export const manifest: ErpManifest = {
  id: 'odoo',
  name: 'Odoo',
  versionsTested: ['16.0', '19.0'],
  // Odoo maintains the last three yearly releases; each leaves in the autumn three years on.
  versionEnds: { '16': '2025-10-31', '17': '2026-10-31', '18': '2027-09-30', '19': '2028-09-30' },
  address: {
    label: {
      en: 'Address of Odoo',
      de: 'Adresse von Odoo',
      fr: 'Adresse d’Odoo',
      es: 'Dirección de Odoo',
      nl: 'Adres van Odoo',
      it: 'Indirizzo di Odoo',
    },
    help: {
      en: 'What stands in the browser’s address bar when you use Odoo, up to the first slash.',
      de: 'Was in der Adresszeile des Browsers steht, wenn Sie Odoo benutzen, bis zum ersten Schrägstrich.',
      fr: 'Ce qui figure dans la barre d’adresse du navigateur quand vous utilisez Odoo, jusqu’à la première barre oblique.',
      es: 'Lo que aparece en la barra de direcciones del navegador cuando usa Odoo, hasta la primera barra.',
      nl: 'Wat in de adresbalk van de browser staat wanneer u Odoo gebruikt, tot de eerste schuine streep.',
      it: 'Ciò che appare nella barra degli indirizzi del browser quando usi Odoo, fino alla prima barra.',
    },
    example: 'https://mycompany.odoo.com',
  },
  auth: z.object({
    key: field(text, {
      label: {
        en: 'API key',
        de: 'API-Schlüssel',
        fr: 'Clé API',
        es: 'Clave de API',
        nl: 'API-sleutel',
        it: 'Chiave API',
      },
      help: {
        en: 'In Odoo: your user’s preferences → Account security → New API key. Make it as a user of its own with the rights of sales, inventory and invoicing.',
        de: 'In Odoo: Einstellungen Ihres Benutzers → Kontosicherheit → Neuer API-Schlüssel. Legen Sie ihn mit einem eigenen Benutzer an, der Rechte für Verkauf, Lager und Rechnungen hat.',
        fr: 'Dans Odoo : préférences de votre utilisateur → Sécurité du compte → Nouvelle clé API. Créez-la avec un utilisateur dédié qui a les droits ventes, inventaire et facturation.',
        es: 'En Odoo: preferencias del usuario → Seguridad de la cuenta → Nueva clave de API. Créela con un usuario propio que tenga permisos de ventas, inventario y facturación.',
        nl: 'In Odoo: gebruikersvoorkeuren → Accountbeveiliging → Nieuwe API-sleutel. Maak hem aan met een eigen gebruiker met rechten voor verkoop, voorraad en facturatie.',
        it: 'In Odoo: preferenze dell’utente → Sicurezza account → Nuova chiave API. Creala con un utente dedicato che abbia i diritti di vendite, magazzino e fatturazione.',
      },
      secret: true,
    }),
    login: field(text.optional(), {
      label: {
        en: 'Login of the key’s user',
        de: 'Anmeldename zum Schlüssel',
        fr: 'Identifiant de l’utilisateur de la clé',
        es: 'Usuario de la clave',
        nl: 'Gebruikersnaam van de sleutel',
        it: 'Login dell’utente della chiave',
      },
      help: {
        en: 'Only for Odoo 16 to 18: the e-mail address that the user signs in with.',
        de: 'Nur für Odoo 16 bis 18: die E-Mail-Adresse, mit der sich der Benutzer anmeldet.',
        fr: 'Seulement pour Odoo 16 à 18 : l’adresse e-mail avec laquelle l’utilisateur se connecte.',
        es: 'Solo para Odoo 16 a 18: la dirección de correo con la que el usuario inicia sesión.',
        nl: 'Alleen voor Odoo 16 tot 18: het e-mailadres waarmee de gebruiker inlogt.',
        it: 'Solo per Odoo da 16 a 18: l’indirizzo email con cui l’utente accede.',
      },
    }),
  }),
  settings: z.object({
    database: field(text.optional(), {
      label: {
        en: 'Database',
        de: 'Datenbank',
        fr: 'Base de données',
        es: 'Base de datos',
        nl: 'Database',
        it: 'Database',
      },
      help: {
        en: 'Only where one server has several. On odoo.com it is the first part of the address.',
        de: 'Nur wenn ein Server mehrere hat. Bei odoo.com ist es der erste Teil der Adresse.',
        fr: 'Seulement si un serveur en a plusieurs. Sur odoo.com, c’est la première partie de l’adresse.',
        es: 'Solo si un servidor tiene varias. En odoo.com es la primera parte de la dirección.',
        nl: 'Alleen als één server er meerdere heeft. Op odoo.com is het het eerste deel van het adres.',
        it: 'Solo se un server ne ha più di uno. Su odoo.com è la prima parte dell’indirizzo.',
      },
      example: 'mycompany',
    }),
    company: field(text.optional(), {
      label: { en: 'Company', de: 'Unternehmen', fr: 'Société', es: 'Empresa', nl: 'Bedrijf', it: 'Azienda' },
      help: {
        en: 'Name of the company in Odoo that sells. Left empty: the user’s own.',
        de: 'Name des verkaufenden Unternehmens in Odoo. Leer: das des Benutzers.',
        fr: 'Nom de la société qui vend dans Odoo. Vide : celle de l’utilisateur.',
        es: 'Nombre de la empresa de Odoo que vende. Vacío: la del usuario.',
        nl: 'Naam van het bedrijf in Odoo dat verkoopt. Leeg: dat van de gebruiker.',
        it: 'Nome dell’azienda che vende in Odoo. Se vuoto: quella dell’utente.',
      },
    }),
    ...chargeFields('Odoo', text.optional()),
  }),
  // Odoo 19 gives a key three months unless a group of its user allows more; an earlier one has no end, and an admin empties the date.
  credentialDays: 90,
  create: odoo,
};
