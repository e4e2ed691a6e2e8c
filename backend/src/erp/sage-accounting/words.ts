import type { Text } from '../contract/manifest.ts';

/** What the form says about the business, and how the app signs in. */
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
    en: 'Of Sage Accounting. It is the same for all businesses and countries.',
    de: 'Von Sage Accounting. Sie ist für alle Unternehmen und Länder dieselbe.',
    fr: 'De Sage Accounting. Elle est la même pour toutes les entreprises et tous les pays.',
    es: 'De Sage Accounting. Es la misma para todas las empresas y países.',
    nl: 'Van Sage Accounting. Het is voor alle bedrijven en landen hetzelfde.',
    it: 'Di Sage Accounting. È lo stesso per tutte le aziende e tutti i paesi.',
  },
};
export const clientId: Words = {
  label: {
    en: 'Client ID',
    de: 'Client-ID',
    fr: 'ID client',
    es: 'ID de cliente',
    nl: 'Client-ID',
    it: 'ID client',
  },
  help: {
    en: 'Of your app in Sage’s developer self service (developerselfservice.sageone.com).',
    de: 'Ihrer App im Developer Self Service von Sage (developerselfservice.sageone.com).',
    fr: 'De votre application dans le portail développeur de Sage (developerselfservice.sageone.com).',
    es: 'De su aplicación en el portal para desarrolladores de Sage (developerselfservice.sageone.com).',
    nl: 'Van uw app in de developer self service van Sage (developerselfservice.sageone.com).',
    it: 'Della tua app nel portale sviluppatori di Sage (developerselfservice.sageone.com).',
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
    en: 'Shown beside the client ID.',
    de: 'Steht neben der Client-ID.',
    fr: 'Affiché à côté de l’ID client.',
    es: 'Aparece junto al ID de cliente.',
    nl: 'Staat naast de client-ID.',
    it: 'Mostrato accanto all’ID client.',
  },
};
export const refreshToken: Words = {
  label: {
    en: 'Refresh token',
    de: 'Refresh-Token',
    fr: 'Jeton d’actualisation',
    es: 'Token de actualización',
    nl: 'Vernieuwingstoken',
    it: 'Token di aggiornamento',
  },
  help: {
    en: 'From authorizing the app as a user of the business. It works once: Backroom keeps the one that follows. After 31 days without use, or where it was used elsewhere, authorize again and enter the new one.',
    de: 'Aus der Freigabe der App durch einen Benutzer des Unternehmens. Es gilt einmal: Backroom behält das jeweils nächste. Nach 31 Tagen ohne Nutzung, oder wenn es anderswo benutzt wurde, die App erneut freigeben und das neue eintragen.',
    fr: 'Obtenu en autorisant l’application en tant qu’utilisateur de l’entreprise. Il sert une seule fois : Backroom conserve le suivant. Après 31 jours sans usage, ou s’il a servi ailleurs, autorisez de nouveau et saisissez le nouveau.',
    es: 'Se obtiene al autorizar la aplicación como usuario de la empresa. Sirve una sola vez: Backroom guarda el siguiente. Tras 31 días sin uso, o si se usó en otro lugar, autorice de nuevo e introduzca el nuevo.',
    nl: 'Uit het autoriseren van de app als gebruiker van het bedrijf. Het werkt één keer: Backroom bewaart het volgende. Na 31 dagen zonder gebruik, of als het elders is gebruikt, autoriseert u opnieuw en vult u het nieuwe in.',
    it: 'Si ottiene autorizzando l’app come utente dell’azienda. Vale una volta sola: Backroom conserva il successivo. Dopo 31 giorni senza uso, o se è stato usato altrove, autorizza di nuovo e inserisci quello nuovo.',
  },
};
export const business: Words = {
  label: {
    en: 'Business ID',
    de: 'Unternehmens-ID',
    fr: 'ID de l’entreprise',
    es: 'ID de la empresa',
    nl: 'Bedrijfs-ID',
    it: 'ID azienda',
  },
  help: {
    en: 'A user may have several. Left empty: the test names those that there are, with their IDs.',
    de: 'Ein Benutzer kann mehrere haben. Leer: Der Test nennt die vorhandenen mit ihren IDs.',
    fr: 'Un utilisateur peut en avoir plusieurs. Vide : le test indique celles qui existent, avec leurs ID.',
    es: 'Un usuario puede tener varias. Vacío: la prueba indica las que hay, con sus ID.',
    nl: 'Een gebruiker kan er meer hebben. Leeg: de test noemt de bedrijven die er zijn, met hun ID.',
    it: 'Un utente può averne più di una. Se vuoto: la verifica indica quelle esistenti, con i loro ID.',
  },
};
export const orderDocument: Words = {
  label: {
    en: 'What an order becomes',
    de: 'Was aus einem Auftrag wird',
    fr: 'Ce que devient une commande',
    es: 'En qué se convierte un pedido',
    nl: 'Wat een order wordt',
    it: 'Che cosa diventa un ordine',
  },
  help: {
    en: 'Sage Accounting has no orders. quote: a sales quote, of which you make the invoice. invoice: a draft sales invoice, which you release. Left empty: quote.',
    de: 'Sage Accounting hat keine Aufträge. quote: ein Angebot, aus dem Sie die Rechnung machen. invoice: ein Rechnungsentwurf, den Sie freigeben. Leer: quote.',
    fr: 'Sage Accounting n’a pas de commandes. quote : un devis, dont vous faites la facture. invoice : un brouillon de facture, que vous validez. Vide : quote.',
    es: 'Sage Accounting no tiene pedidos. quote: una cotización, de la que usted hace la factura. invoice: un borrador de factura, que usted emite. Vacío: quote.',
    nl: 'Sage Accounting kent geen orders. quote: een offerte, waarvan u de factuur maakt. invoice: een conceptfactuur, die u vrijgeeft. Leeg: quote.',
    it: 'Sage Accounting non ha ordini. quote: un preventivo, da cui si ricava la fattura. invoice: una bozza di fattura, da emettere. Se vuoto: quote.',
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
    en: 'Of the business, as an ISO code. Left empty: as Sage Accounting says, where the user may read its settings.',
    de: 'Des Unternehmens, als ISO-Code. Leer: wie es Sage Accounting sagt, wenn der Benutzer die Einstellungen lesen darf.',
    fr: 'De l’entreprise, code ISO. Vide : celle de Sage Accounting, si l’utilisateur peut en lire les paramètres.',
    es: 'De la empresa, código ISO. Vacío: la que indica Sage Accounting, si el usuario puede leer su configuración.',
    nl: 'Van het bedrijf, als ISO-code. Leeg: zoals Sage Accounting aangeeft, als de gebruiker de instellingen mag lezen.',
    it: 'Dell’azienda, come codice ISO. Se vuoto: quella di Sage Accounting, se l’utente può leggerne le impostazioni.',
  },
};
