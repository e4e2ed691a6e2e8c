import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { tryton } from './index.ts';

const text = z.string().trim().min(1).max(200);

export const manifest: ErpManifest = {
  id: 'tryton',
  name: 'Tryton',
  versionsTested: ['6.0'],
  // Long-term releases are maintained for five years.
  versionEnds: { '6.0': '2026-05-31', '7.0': '2028-10-31' },
  address: {
    label: {
      en: 'Address of the Tryton server',
      de: 'Adresse des Tryton-Servers',
      fr: 'Adresse du serveur Tryton',
      es: 'Dirección del servidor de Tryton',
      nl: 'Adres van de Tryton-server',
      it: 'Indirizzo del server Tryton',
    },
    help: {
      en: 'With the port, if it is not the usual one.',
      de: 'Mit dem Port, wenn es nicht der übliche ist.',
      fr: 'Avec le port, si ce n’est pas le port habituel.',
      es: 'Con el puerto, si no es el habitual.',
      nl: 'Met de poort, als het niet de gebruikelijke is.',
      it: 'Con la porta, se non è quella abituale.',
    },
    example: 'https://tryton.example.com',
  },
  auth: z.object({
    user: field(text, {
      label: { en: 'User', de: 'Benutzer', fr: 'Utilisateur', es: 'Usuario', nl: 'Gebruiker', it: 'Utente' },
      help: {
        en: 'A Tryton user of its own, in the groups for sales, stock and accounting.',
        de: 'Ein eigener Tryton-Benutzer in den Gruppen für Verkauf, Lager und Buchhaltung.',
        fr: 'Un utilisateur Tryton dédié, dans les groupes ventes, stock et comptabilité.',
        es: 'Un usuario propio de Tryton, en los grupos de ventas, existencias y contabilidad.',
        nl: 'Een eigen Tryton-gebruiker, in de groepen voor verkoop, voorraad en boekhouding.',
        it: 'Un utente Tryton dedicato, nei gruppi di vendite, magazzino e contabilità.',
      },
    }),
    password: field(z.string().min(1).max(200), {
      label: { en: 'Password', de: 'Passwort', fr: 'Mot de passe', es: 'Contraseña', nl: 'Wachtwoord', it: 'Password' },
      help: {
        en: 'Tryton locks a user after some wrong passwords. It is tried once.',
        de: 'Tryton sperrt einen Benutzer nach einigen falschen Passwörtern. Es wird einmal probiert.',
        fr: 'Tryton bloque un utilisateur après quelques mots de passe erronés. Il est essayé une fois.',
        es: 'Tryton bloquea a un usuario tras varias contraseñas erróneas. Se prueba una sola vez.',
        nl: 'Tryton blokkeert een gebruiker na enkele verkeerde wachtwoorden. Het wordt één keer geprobeerd.',
        it: 'Tryton blocca un utente dopo alcune password errate. La password viene provata una sola volta.',
      },
      secret: true,
    }),
  }),
  settings: z.object({
    database: field(text, {
      label: {
        en: 'Database',
        de: 'Datenbank',
        fr: 'Base de données',
        es: 'Base de datos',
        nl: 'Database',
        it: 'Database',
      },
      help: {
        en: 'Its name on the sign-in page of Tryton.',
        de: 'Ihr Name auf der Anmeldeseite von Tryton.',
        fr: 'Son nom sur la page de connexion de Tryton.',
        es: 'Su nombre en la página de inicio de sesión de Tryton.',
        nl: 'De naam op de inlogpagina van Tryton.',
        it: 'Il nome nella pagina di accesso di Tryton.',
      },
    }),
    warehouse: field(text.optional(), {
      label: { en: 'Warehouse', de: 'Lager', fr: 'Entrepôt', es: 'Almacén', nl: 'Magazijn', it: 'Magazzino' },
      help: {
        en: 'Code or name of the warehouse that serves the orders. Left empty: the one that Tryton proposes.',
        de: 'Code oder Name des Lagers, das die Aufträge bedient. Leer: das von Tryton vorgeschlagene.',
        fr: 'Code ou nom de l’entrepôt qui sert les commandes. Vide : celui que propose Tryton.',
        es: 'Código o nombre del almacén que atiende los pedidos. Vacío: el que propone Tryton.',
        nl: 'Code of naam van het magazijn dat de orders levert. Leeg: het magazijn dat Tryton voorstelt.',
        it: 'Codice o nome del magazzino che evade gli ordini. Se vuoto: quello proposto da Tryton.',
      },
    }),
    ...chargeFields('Tryton', text.optional()),
  }),
  create: tryton,
};
