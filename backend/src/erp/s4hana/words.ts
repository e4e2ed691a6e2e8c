import type { Text } from '../contract/manifest.ts';

/** What the form says about each field of a connection. */
type Words = { label: Text; help: Text };

export const address: Words = {
  label: {
    en: 'Address of the API host',
    de: 'Adresse des API-Hosts',
    fr: 'Adresse de l’hôte API',
    es: 'Dirección del host de la API',
    nl: 'Adres van de API-host',
    it: 'Indirizzo dell’host API',
  },
  help: {
    en: 'In the cloud the host with “-api” of the communication arrangement; on premises the host of SAP Gateway or of a reverse proxy before it, with its port.',
    de: 'In der Cloud der Host mit „-api“ aus der Kommunikationsvereinbarung; on-premises der Host von SAP Gateway oder eines Reverse-Proxys davor, mit Port.',
    fr: 'Dans le cloud, l’hôte avec « -api » de l’accord de communication ; sur site, l’hôte de SAP Gateway ou d’un proxy inverse placé devant, avec son port.',
    es: 'En la nube, el host con «-api» del acuerdo de comunicación; en instalaciones propias, el host de SAP Gateway o de un proxy inverso, con su puerto.',
    nl: 'In de cloud de host met “-api” uit de communicatieafspraak; on-premises de host van SAP Gateway of van een reverse proxy ervoor, met poort.',
    it: 'Nel cloud l’host con “-api” dell’accordo di comunicazione; on-premise l’host di SAP Gateway o di un reverse proxy a monte, con la porta.',
  },
};
export const user: Words = {
  label: { en: 'User', de: 'Benutzer', fr: 'Utilisateur', es: 'Usuario', nl: 'Gebruiker', it: 'Utente' },
  help: {
    en: 'Communication user (cloud) or technical user (on premises). Left empty where OAuth is used.',
    de: 'Kommunikationsbenutzer (Cloud) oder technischer Benutzer (on-premises). Leer, wenn OAuth verwendet wird.',
    fr: 'Utilisateur de communication (cloud) ou utilisateur technique (sur site). Vide si OAuth est utilisé.',
    es: 'Usuario de comunicación (nube) o usuario técnico (instalación propia). Vacío si se usa OAuth.',
    nl: 'Communicatiegebruiker (cloud) of technische gebruiker (on-premises). Leeg als OAuth wordt gebruikt.',
    it: 'Utente di comunicazione (cloud) o utente tecnico (on-premise). Vuoto se si usa OAuth.',
  },
};
export const password: Words = {
  label: { en: 'Password', de: 'Kennwort', fr: 'Mot de passe', es: 'Contraseña', nl: 'Wachtwoord', it: 'Password' },
  help: {
    en: 'Of that user. Wrong passwords lock the user: Backroom tries one once a minute at most.',
    de: 'Des Benutzers. Falsche Kennwörter sperren ihn: Backroom versucht eines höchstens einmal in der Minute.',
    fr: 'De cet utilisateur. Des mots de passe erronés le bloquent : Backroom essaie au plus une fois par minute.',
    es: 'De ese usuario. Las contraseñas erróneas lo bloquean: Backroom lo intenta como máximo una vez por minuto.',
    nl: 'Van die gebruiker. Foute wachtwoorden blokkeren hem: Backroom probeert het hoogstens één keer per minuut.',
    it: 'Di questo utente. Le password errate lo bloccano: Backroom prova al massimo una volta al minuto.',
  },
};
export const clientId: Words = {
  label: {
    en: 'OAuth client ID',
    de: 'OAuth-Client-ID',
    fr: 'ID client OAuth',
    es: 'ID de cliente OAuth',
    nl: 'OAuth-client-ID',
    it: 'ID client OAuth',
  },
  help: {
    en: 'For OAuth 2.0 with client credentials. Left empty where a user and a password are used.',
    de: 'Für OAuth 2.0 mit Client-Credentials. Leer, wenn Benutzer und Kennwort verwendet werden.',
    fr: 'Pour OAuth 2.0 avec client credentials. Vide si un utilisateur et un mot de passe sont utilisés.',
    es: 'Para OAuth 2.0 con credenciales de cliente. Vacío si se usan usuario y contraseña.',
    nl: 'Voor OAuth 2.0 met client credentials. Leeg als gebruiker en wachtwoord worden gebruikt.',
    it: 'Per OAuth 2.0 con client credentials. Vuoto se si usano utente e password.',
  },
};
export const clientSecret: Words = {
  label: {
    en: 'OAuth client secret',
    de: 'OAuth-Clientgeheimnis',
    fr: 'Secret client OAuth',
    es: 'Secreto de cliente OAuth',
    nl: 'OAuth-clientgeheim',
    it: 'Segreto client OAuth',
  },
  help: {
    en: 'Of that client.',
    de: 'Des Clients.',
    fr: 'De ce client.',
    es: 'De ese cliente.',
    nl: 'Van die client.',
    it: 'Di questo client.',
  },
};
export const client: Words = {
  label: { en: 'Client', de: 'Mandant', fr: 'Mandant', es: 'Mandante', nl: 'Client (mandant)', it: 'Mandante' },
  help: {
    en: 'Three digits, on premises only. Left empty: the system’s default client.',
    de: 'Drei Ziffern, nur on-premises. Leer: der Standardmandant des Systems.',
    fr: 'Trois chiffres, sur site uniquement. Vide : le mandant par défaut du système.',
    es: 'Tres cifras, solo en instalaciones propias. Vacío: el mandante predeterminado del sistema.',
    nl: 'Drie cijfers, alleen on-premises. Leeg: de standaardclient van het systeem.',
    it: 'Tre cifre, solo on-premise. Se vuoto: il mandante predefinito del sistema.',
  },
};
export const language: Words = {
  label: { en: 'Language', de: 'Sprache', fr: 'Langue', es: 'Idioma', nl: 'Taal', it: 'Lingua' },
  help: {
    en: 'Of SAP’s messages, product names and units: EN or DE. Left empty: EN.',
    de: 'Der Meldungen, Artikelnamen und Mengeneinheiten von SAP: EN oder DE. Leer: EN.',
    fr: 'Des messages, noms d’articles et unités de SAP : EN ou DE. Vide : EN.',
    es: 'De los mensajes, nombres de productos y unidades de SAP: EN o DE. Vacío: EN.',
    nl: 'Van de meldingen, productnamen en eenheden van SAP: EN of DE. Leeg: EN.',
    it: 'Dei messaggi, dei nomi dei prodotti e delle unità di SAP: EN o DE. Se vuoto: EN.',
  },
};
export const companyCode: Words = {
  label: {
    en: 'Company code',
    de: 'Buchungskreis',
    fr: 'Société',
    es: 'Sociedad',
    nl: 'Bedrijfsnummer',
    it: 'Società',
  },
  help: {
    en: 'Whose receivables are read.',
    de: 'Dessen Forderungen gelesen werden.',
    fr: 'Celle dont les créances sont lues.',
    es: 'Aquella cuyos cobros pendientes se leen.',
    nl: 'Waarvan de vorderingen worden gelezen.',
    it: 'Di cui si leggono i crediti.',
  },
};
export const salesOrganization: Words = {
  label: {
    en: 'Sales organization',
    de: 'Verkaufsorganisation',
    fr: 'Organisation commerciale',
    es: 'Organización de ventas',
    nl: 'Verkooporganisatie',
    it: 'Organizzazione commerciale',
  },
  help: {
    en: 'First part of the sales area in which orders are made.',
    de: 'Erster Teil des Vertriebsbereichs, in dem Aufträge angelegt werden.',
    fr: 'Première partie du domaine commercial dans lequel les commandes sont créées.',
    es: 'Primera parte del área de ventas en la que se crean los pedidos.',
    nl: 'Eerste deel van het verkoopgebied waarin orders worden gemaakt.',
    it: 'Prima parte dell’area di vendita in cui si creano gli ordini.',
  },
};
export const distributionChannel: Words = {
  label: {
    en: 'Distribution channel',
    de: 'Vertriebsweg',
    fr: 'Canal de distribution',
    es: 'Canal de distribución',
    nl: 'Distributiekanaal',
    it: 'Canale di distribuzione',
  },
  help: {
    en: 'Second part of the sales area.',
    de: 'Zweiter Teil des Vertriebsbereichs.',
    fr: 'Deuxième partie du domaine commercial.',
    es: 'Segunda parte del área de ventas.',
    nl: 'Tweede deel van het verkoopgebied.',
    it: 'Seconda parte dell’area di vendita.',
  },
};
export const division: Words = {
  label: {
    en: 'Division',
    de: 'Sparte',
    fr: 'Secteur d’activité',
    es: 'Sector',
    nl: 'Divisie',
    it: 'Settore merceologico',
  },
  help: {
    en: 'Third part of the sales area.',
    de: 'Dritter Teil des Vertriebsbereichs.',
    fr: 'Troisième partie du domaine commercial.',
    es: 'Tercera parte del área de ventas.',
    nl: 'Derde deel van het verkoopgebied.',
    it: 'Terza parte dell’area di vendita.',
  },
};
