import type { Text } from '../contract/manifest.ts';

/** What the form says about where the company is and how the integration signs in. */
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
    en: 'Of Sage Intacct’s REST API. It is the same for all companies and sandboxes.',
    de: 'Der REST-API von Sage Intacct. Sie ist für alle Unternehmen und Sandboxen dieselbe.',
    fr: 'De l’API REST de Sage Intacct. Elle est la même pour toutes les sociétés et tous les bacs à sable.',
    es: 'De la API REST de Sage Intacct. Es la misma para todas las empresas y sandboxes.',
    nl: 'Van de REST-API van Sage Intacct. Dit is voor alle bedrijven en sandboxes hetzelfde.',
    it: 'Dell’API REST di Sage Intacct. È lo stesso per tutte le aziende e le sandbox.',
  },
};
export const clientId: Words = {
  label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client', es: 'ID de cliente', nl: 'Client-ID', it: 'ID client' },
  help: {
    en: 'Of the application in Sage’s developer portal (Workspaces > Apps > API keys). Creating the key needs the sender ID and password of your Web Services license.',
    de: 'Der Anwendung im Entwicklerportal von Sage (Workspaces > Apps > API keys). Zum Anlegen des Schlüssels werden Sender-ID und Passwort Ihrer Web-Services-Lizenz gebraucht.',
    fr: 'De l’application du portail développeur de Sage (Workspaces > Apps > API keys). La création de la clé demande l’ID et le mot de passe d’expéditeur de votre licence Web Services.',
    es: 'De la aplicación en el portal para desarrolladores de Sage (Workspaces > Apps > API keys). Para crear la clave se necesitan el ID de remitente y la contraseña de su licencia de Web Services.',
    nl: 'Van de applicatie in het ontwikkelaarsportaal van Sage (Workspaces > Apps > API keys). Voor het maken van de sleutel zijn de sender-ID en het wachtwoord van uw Web Services-licentie nodig.',
    it: 'Dell’applicazione nel portale sviluppatori di Sage (Workspaces > Apps > API keys). Per creare la chiave servono l’ID mittente e la password della licenza Web Services.',
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
    en: 'Shown beside the client ID. An application is for production or for non-production companies, and stays so.',
    de: 'Steht neben der Client-ID. Eine Anwendung gilt für Produktiv- oder für Testunternehmen und bleibt dabei.',
    fr: 'Affiché à côté de l’ID client. Une application vaut pour les sociétés de production ou hors production, définitivement.',
    es: 'Aparece junto al ID de cliente. Una aplicación es para empresas de producción o de prueba, y no cambia.',
    nl: 'Staat naast de client-ID. Een applicatie is voor productie- of voor testbedrijven en blijft dat.',
    it: 'Accanto all’ID client. Un’applicazione è per aziende di produzione o di test, e resta tale.',
  },
};
export const user: Words = {
  label: {
    en: 'Web Services user',
    de: 'Web-Services-Benutzer',
    fr: 'Utilisateur Web Services',
    es: 'Usuario de Web Services',
    nl: 'Web Services-gebruiker',
    it: 'Utente Web Services',
  },
  help: {
    en: 'User ID from Company > Admin > Web Services users. Its permissions decide what Backroom sees; orders carry it as their creator, so use it for nothing else.',
    de: 'Benutzer-ID aus Company > Admin > Web Services users. Ihre Berechtigungen entscheiden, was Backroom sieht; Aufträge tragen sie als Ersteller, also nicht anderweitig verwenden.',
    fr: 'ID utilisateur de Company > Admin > Web Services users. Ses droits décident de ce que voit Backroom ; les commandes la portent comme créateur : ne l’utilisez pour rien d’autre.',
    es: 'ID de usuario de Company > Admin > Web Services users. Sus permisos deciden qué ve Backroom; los pedidos lo llevan como creador: no lo use para nada más.',
    nl: 'Gebruikers-ID uit Company > Admin > Web Services users. De rechten bepalen wat Backroom ziet; orders dragen hem als maker, dus gebruik hem nergens anders voor.',
    it: 'ID utente da Company > Admin > Web Services users. Le sue autorizzazioni determinano ciò che Backroom vede; gli ordini lo riportano come autore, quindi non usarlo per altro.',
  },
};
export const company: Words = {
  label: {
    en: 'Company ID',
    de: 'Unternehmens-ID',
    fr: 'ID de la société',
    es: 'ID de la empresa',
    nl: 'Bedrijfs-ID',
    it: 'ID azienda',
  },
  help: {
    en: 'Company > Setup > Configuration > Company, tab “General information”. A sandbox has its own, such as MyCompany-sandbox.',
    de: 'Company > Setup > Configuration > Company, Register „General information“. Eine Sandbox hat eine eigene, etwa MyCompany-sandbox.',
    fr: 'Company > Setup > Configuration > Company, onglet « General information ». Un bac à sable a le sien, par exemple MyCompany-sandbox.',
    es: 'Company > Setup > Configuration > Company, pestaña «General information». Un sandbox tiene el suyo, por ejemplo MyCompany-sandbox.',
    nl: 'Company > Setup > Configuration > Company, tabblad “General information”. Een sandbox heeft een eigen ID, zoals MyCompany-sandbox.',
    it: 'Company > Setup > Configuration > Company, scheda “General information”. Una sandbox ha un ID proprio, ad esempio MyCompany-sandbox.',
  },
};
export const entity: Words = {
  label: { en: 'Entity', de: 'Entität', fr: 'Entité', es: 'Entidad', nl: 'Entiteit', it: 'Entità' },
  help: {
    en: 'ID from Company > Setup > Entities, in a company with several: orders are made in it, and documents of others are not seen. Left empty: the top level, or a company of one entity.',
    de: 'ID aus Company > Setup > Entities, bei mehreren: Aufträge entstehen in ihr, Belege der anderen sind nicht zu sehen. Leer: die oberste Ebene oder ein Unternehmen mit einer Entität.',
    fr: 'ID de Company > Setup > Entities, s’il y en a plusieurs : les commandes y sont créées et les documents des autres ne sont pas vus. Vide : le niveau supérieur, ou une société à entité unique.',
    es: 'ID de Company > Setup > Entities, si hay varias: los pedidos se crean en ella y no se ven documentos de otras. Vacío: el nivel superior, o una empresa de una sola entidad.',
    nl: 'ID uit Company > Setup > Entities, bij meerdere: orders ontstaan daarin en documenten van andere zijn niet zichtbaar. Leeg: het hoogste niveau, of een bedrijf met één entiteit.',
    it: 'ID da Company > Setup > Entities, se sono più di una: gli ordini si creano lì e i documenti delle altre non si vedono. Se vuoto: il livello superiore o un’azienda con una sola entità.',
  },
};
export const currency: Words = {
  label: {
    en: 'Base currency',
    de: 'Basiswährung',
    fr: 'Devise de base',
    es: 'Divisa base',
    nl: 'Basisvaluta',
    it: 'Valuta di base',
  },
  help: {
    en: 'Of the entity or company, as an ISO code. Left empty: that of the entity. Without an entity it has to be entered.',
    de: 'Der Entität oder des Unternehmens, als ISO-Code. Leer: die der Entität. Ohne Entität muss sie angegeben werden.',
    fr: 'De l’entité ou de la société, code ISO. Vide : celle de l’entité. Sans entité, elle est à saisir.',
    es: 'De la entidad o la empresa, código ISO. Vacío: la de la entidad. Sin entidad, hay que indicarla.',
    nl: 'Van de entiteit of het bedrijf, als ISO-code. Leeg: die van de entiteit. Zonder entiteit moet u haar invullen.',
    it: 'Dell’entità o dell’azienda, come codice ISO. Se vuoto: quella dell’entità. Senza entità va inserita.',
  },
};
export const timeZone: Words = {
  label: {
    en: 'Time zone',
    de: 'Zeitzone',
    fr: 'Fuseau horaire',
    es: 'Zona horaria',
    nl: 'Tijdzone',
    it: 'Fuso orario',
  },
  help: {
    en: 'Of the company, as an IANA name. Left empty: UTC. It dates orders and decides when an invoice is overdue.',
    de: 'Des Unternehmens, als IANA-Name. Leer: UTC. Sie datiert Aufträge und entscheidet, ab wann eine Rechnung überfällig ist.',
    fr: 'De la société, nom IANA. Vide : UTC. Il date les commandes et détermine quand une facture est en retard.',
    es: 'De la empresa, como nombre IANA. Vacío: UTC. Fecha los pedidos y decide desde cuándo una factura está vencida.',
    nl: 'Van het bedrijf, als IANA-naam. Leeg: UTC. Dateert orders en bepaalt wanneer een factuur te laat is.',
    it: 'Dell’azienda, come nome IANA. Se vuoto: UTC. Data gli ordini e determina quando una fattura è scaduta.',
  },
};
