import type { Text } from '../contract/manifest.ts';

/** What the form says about the way in. */
type Words = { label: Text; help: Text };

export const address: Words = {
  label: {
    en: 'API address',
    de: 'API-Adresse',
    fr: 'Adresse de l’API',
    es: 'Dirección de la API',
    nl: 'API-adres',
    it: 'Indirizzo dell’API',
  },
  help: {
    en: 'Of Sage’s API for Sage 200 Professional. For Sage 200 Standard, write sage200 instead of sage200extra.',
    de: 'Der API von Sage für Sage 200 Professional. Für Sage 200 Standard sage200 statt sage200extra schreiben.',
    fr: 'De l’API de Sage pour Sage 200 Professional. Pour Sage 200 Standard, écrivez sage200 au lieu de sage200extra.',
    es: 'De la API de Sage para Sage 200 Professional. Para Sage 200 Standard, escriba sage200 en lugar de sage200extra.',
    nl: 'Van de API van Sage voor Sage 200 Professional. Schrijf voor Sage 200 Standard sage200 in plaats van sage200extra.',
    it: 'Dell’API di Sage per Sage 200 Professional. Per Sage 200 Standard scrivere sage200 invece di sage200extra.',
  },
};
export const clientId: Words = {
  label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client', es: 'ID de cliente', nl: 'Client-ID', it: 'ID client' },
  help: {
    en: 'Of your application, as Sage’s Developer Services issued it for a web application.',
    de: 'Ihrer Anwendung, wie sie die Developer Services von Sage für eine Webanwendung vergeben haben.',
    fr: 'De votre application, tel que les Developer Services de Sage l’ont attribué à une application web.',
    es: 'De su aplicación, tal como lo emitieron los Developer Services de Sage para una aplicación web.',
    nl: 'Van uw applicatie, zoals Sage’s Developer Services hem voor een webapplicatie heeft uitgegeven.',
    it: 'Della tua applicazione, come rilasciato dai Developer Services di Sage per un’applicazione web.',
  },
};
export const clientSecret: Words = {
  label: {
    en: 'Client secret',
    de: 'Client-Geheimnis',
    fr: 'Secret client',
    es: 'Secreto de cliente',
    nl: 'Clientgeheim',
    it: 'Segreto client',
  },
  help: {
    en: 'Came with the client ID.',
    de: 'Kam mit der Client-ID.',
    fr: 'Fourni avec l’ID client.',
    es: 'Se recibió con el ID de cliente.',
    nl: 'Werd met de client-ID geleverd.',
    it: 'Fornito insieme all’ID client.',
  },
};
export const refreshToken: Words = {
  label: {
    en: 'Refresh token',
    de: 'Refresh-Token',
    fr: 'Jeton d’actualisation',
    es: 'Token de actualización',
    nl: 'Refresh-token',
    it: 'Token di aggiornamento',
  },
  help: {
    en: 'Of whoever signed in with Sage ID for this connection, with the scope offline_access. It is used once; Backroom keeps what follows. That user’s rights decide what Backroom sees, and orders name the user: use one of its own.',
    de: 'Des Benutzers, der sich für diese Verbindung mit Sage ID angemeldet hat, mit dem Scope offline_access. Es wird einmal verwendet; Backroom bewahrt die folgenden auf. Die Rechte dieses Benutzers entscheiden, was Backroom sieht, und Aufträge nennen ihn: einen eigenen anlegen.',
    fr: 'De la personne connectée avec Sage ID pour cette connexion, avec le scope offline_access. Il sert une seule fois ; Backroom conserve les suivants. Les droits de cet utilisateur décident de ce que voit Backroom, et les commandes le nomment : créez-en un dédié.',
    es: 'De quien inició sesión con Sage ID para esta conexión, con el ámbito offline_access. Se usa una vez; Backroom guarda los siguientes. Los permisos de ese usuario deciden qué ve Backroom, y los pedidos lo nombran: cree uno propio.',
    nl: 'Van wie zich voor deze verbinding met Sage ID aanmeldde, met scope offline_access. Het wordt één keer gebruikt; Backroom bewaart de volgende. De rechten van die gebruiker bepalen wat Backroom ziet, en orders noemen hem: maak een eigen gebruiker.',
    it: 'Di chi ha effettuato l’accesso con Sage ID per questa connessione, con lo scope offline_access. Si usa una volta; Backroom conserva i successivi. I diritti di quell’utente determinano ciò che Backroom vede, e gli ordini lo nominano: creane uno dedicato.',
  },
};
export const subscriptionKey: Words = {
  label: {
    en: 'Subscription key',
    de: 'Abonnementschlüssel',
    fr: 'Clé d’abonnement',
    es: 'Clave de suscripción',
    nl: 'Abonnementssleutel',
    it: 'Chiave di sottoscrizione',
  },
  help: {
    en: 'Of your Sage developer account, where one was issued to you. Left empty: requests go without one.',
    de: 'Ihres Entwicklerkontos bei Sage, sofern Sie einen erhalten haben. Leer: Anfragen gehen ohne.',
    fr: 'De votre compte développeur Sage, si vous en avez reçu une. Vide : les requêtes partent sans clé.',
    es: 'De su cuenta de desarrollador de Sage, si recibió una. Vacío: las solicitudes van sin clave.',
    nl: 'Van uw ontwikkelaarsaccount bij Sage, als u er een kreeg. Leeg: verzoeken gaan zonder.',
    it: 'Del tuo account sviluppatore Sage, se ne hai ricevuta una. Se vuoto: le richieste partono senza.',
  },
};
