import type { Text } from '../contract/manifest.ts';

type Six = readonly [en: string, de: string, fr: string, es: string, nl: string, it: string];
const inSix = ([en, de, fr, es, nl, it]: Six): Text => ({ en, de, fr, es, nl, it });
/** A field's name and where its value is found, in the languages of the console. */
export const words = (label: Six, help: Six): { label: Text; help: Text } => ({
  label: inSix(label),
  help: inSix(help),
});

export const address = words(
  [
    'Server address',
    'Serveradresse',
    'Adresse du serveur',
    'Dirección del servidor',
    'Serveradres',
    'Indirizzo del server',
  ],
  [
    'Of the Syracuse web server, as people open Sage X3 in the browser.',
    'Des Syracuse-Webservers, so wie Sage X3 im Browser geöffnet wird.',
    'Du serveur web Syracuse, telle qu’on ouvre Sage X3 dans le navigateur.',
    'Del servidor web Syracuse, tal como se abre Sage X3 en el navegador.',
    'Van de Syracuse-webserver, zoals Sage X3 in de browser wordt geopend.',
    'Del server web Syracuse, come si apre Sage X3 nel browser.',
  ],
);
export const user = words(
  ['User', 'Benutzer', 'Utilisateur', 'Usuario', 'Gebruiker', 'Utente'],
  [
    'Login of a user for Backroom alone (Administration > Users). Its rights decide what Backroom sees; orders carry it as their creator.',
    'Login eines Benutzers nur für Backroom (Administration > Users). Seine Rechte entscheiden, was Backroom sieht; Aufträge tragen ihn als Ersteller.',
    'Identifiant d’un utilisateur réservé à Backroom (Administration > Users). Ses droits décident de ce que voit Backroom ; les commandes le portent comme créateur.',
    'Inicio de sesión de un usuario solo para Backroom (Administration > Users). Sus permisos deciden qué ve Backroom; los pedidos lo llevan como creador.',
    'Login van een gebruiker alleen voor Backroom (Administration > Users). De rechten bepalen wat Backroom ziet; orders dragen hem als maker.',
    'Login di un utente solo per Backroom (Administration > Users). I suoi diritti determinano ciò che Backroom vede; gli ordini lo riportano come autore.',
  ],
);
export const password = words(
  ['Password', 'Passwort', 'Mot de passe', 'Contraseña', 'Wachtwoord', 'Password'],
  [
    'Of that user, where the server takes basic authentication. Sage recommends a connected application instead. Left empty: client ID and secret are used.',
    'Dieses Benutzers, wenn der Server Basic-Anmeldung annimmt. Sage empfiehlt stattdessen eine verbundene Anwendung. Leer: Client-ID und Geheimnis werden verwendet.',
    'De cet utilisateur, si le serveur accepte l’authentification basique. Sage recommande plutôt une application connectée. Vide : l’ID client et le secret sont utilisés.',
    'De ese usuario, si el servidor acepta la autenticación básica. Sage recomienda una aplicación conectada. Vacío: se usan el ID de cliente y el secreto.',
    'Van die gebruiker, als de server basisauthenticatie accepteert. Sage raadt een verbonden toepassing aan. Leeg: client-ID en geheim worden gebruikt.',
    'Di quell’utente, se il server accetta l’autenticazione di base. Sage consiglia un’applicazione connessa. Se vuoto: si usano ID client e segreto.',
  ],
);
export const clientId = words(
  ['Client ID', 'Client-ID', 'ID client', 'ID de cliente', 'Client-ID', 'ID client'],
  [
    'Of a connected application: Administration > Settings > Authentication > Connected applications. The user above has to be allowed there.',
    'Einer verbundenen Anwendung: Administration > Settings > Authentication > Connected applications. Der Benutzer oben muss dort zugelassen sein.',
    'D’une application connectée : Administration > Settings > Authentication > Connected applications. L’utilisateur ci-dessus doit y être autorisé.',
    'De una aplicación conectada: Administration > Settings > Authentication > Connected applications. El usuario anterior debe estar permitido allí.',
    'Van een verbonden toepassing: Administration > Settings > Authentication > Connected applications. De gebruiker hierboven moet daar zijn toegestaan.',
    'Di un’applicazione connessa: Administration > Settings > Authentication > Connected applications. L’utente indicato sopra deve esservi autorizzato.',
  ],
);
export const clientSecret = words(
  ['Client secret', 'Client-Geheimnis', 'Secret client', 'Secreto de cliente', 'Clientgeheim', 'Segreto client'],
  [
    'Shown once, when the connected application is made. With it Backroom signs tokens that live for five minutes: the application has to allow that.',
    'Wird einmal gezeigt, wenn die verbundene Anwendung angelegt wird. Damit signiert Backroom Token, die fünf Minuten gelten: Die Anwendung muss das erlauben.',
    'Affiché une fois, à la création de l’application connectée. Backroom signe avec lui des jetons valables cinq minutes : l’application doit le permettre.',
    'Se muestra una vez, al crear la aplicación conectada. Con él Backroom firma tokens válidos cinco minutos: la aplicación debe permitirlo.',
    'Wordt één keer getoond, bij het maken van de verbonden toepassing. Backroom ondertekent er tokens mee die vijf minuten gelden: de toepassing moet dat toestaan.',
    'Mostrato una sola volta, alla creazione dell’applicazione connessa. Con esso Backroom firma token validi cinque minuti: l’applicazione deve consentirlo.',
  ],
);
export const audience = words(
  ['Registered URL', 'Registrierte URL', 'URL enregistrée', 'URL registrada', 'Geregistreerde URL', 'URL registrato'],
  [
    'URL of the connected application, as it is registered. Left empty: the server address.',
    'URL der verbundenen Anwendung, wie sie registriert ist. Leer: die Serveradresse.',
    'URL de l’application connectée, telle qu’enregistrée. Vide : l’adresse du serveur.',
    'URL de la aplicación conectada, tal como está registrada. Vacío: la dirección del servidor.',
    'URL van de verbonden toepassing, zoals geregistreerd. Leeg: het serveradres.',
    'URL dell’applicazione connessa, come registrato. Se vuoto: l’indirizzo del server.',
  ],
);
export const folder = words(
  ['Folder', 'Mandant', 'Dossier', 'Carpeta', 'Dossier', 'Dossier'],
  [
    'Name of the endpoint that stands for the folder (Administration > Endpoints).',
    'Name des Endpunkts, der für den Mandanten steht (Administration > Endpoints).',
    'Nom du point d’accès qui représente le dossier (Administration > Endpoints).',
    'Nombre del endpoint que representa la carpeta (Administration > Endpoints).',
    'Naam van het endpoint dat voor het dossier staat (Administration > Endpoints).',
    'Nome dell’endpoint che rappresenta il dossier (Administration > Endpoints).',
  ],
);
export const pool = words(
  [
    'Pool of web services',
    'Webservice-Pool',
    'Pool de services web',
    'Pool de servicios web',
    'Webservice-pool',
    'Pool di servizi web',
  ],
  [
    'Alias from Administration > Web services > Classic SOAP pools configuration. Orders are written through it.',
    'Alias aus Administration > Web services > Classic SOAP pools configuration. Über ihn werden Aufträge geschrieben.',
    'Alias de Administration > Web services > Classic SOAP pools configuration. Les commandes sont écrites par lui.',
    'Alias de Administration > Web services > Classic SOAP pools configuration. Los pedidos se escriben a través de él.',
    'Alias uit Administration > Web services > Classic SOAP pools configuration. Orders worden daarmee geschreven.',
    'Alias da Administration > Web services > Classic SOAP pools configuration. Gli ordini si scrivono tramite esso.',
  ],
);
export const language = words(
  [
    'Language of messages',
    'Sprache der Meldungen',
    'Langue des messages',
    'Idioma de los mensajes',
    'Taal van meldingen',
    'Lingua dei messaggi',
  ],
  [
    'X3’s code of the language in which it says why an order is refused. Left empty: ENG.',
    'X3-Code der Sprache, in der es sagt, warum ein Auftrag abgelehnt wird. Leer: ENG.',
    'Code X3 de la langue dans laquelle il explique un refus de commande. Vide : ENG.',
    'Código X3 del idioma en que explica por qué rechaza un pedido. Vacío: ENG.',
    'X3-code van de taal waarin het zegt waarom een order wordt geweigerd. Leeg: ENG.',
    'Codice X3 della lingua in cui spiega perché un ordine è rifiutato. Se vuoto: ENG.',
  ],
);
export const currency = words(
  ['Currency', 'Währung', 'Devise', 'Divisa', 'Valuta', 'Valuta'],
  [
    'Of the company, as an ISO code. Left empty: that of the sales site’s company.',
    'Des Unternehmens, als ISO-Code. Leer: die des Unternehmens des Vertriebsstandorts.',
    'De la société, code ISO. Vide : celle de la société du site de vente.',
    'De la sociedad, código ISO. Vacío: la de la sociedad de la planta de venta.',
    'Van het bedrijf, als ISO-code. Leeg: die van het bedrijf van de verkooplocatie.',
    'Della società, come codice ISO. Se vuoto: quella della società del sito di vendita.',
  ],
);
