import type { Text } from '../contract/manifest.ts';

/** What the form says about the company and its orders. */
type Words = { label: Text; help: Text };

export const site: Words = {
  label: {
    en: 'Site ID',
    de: 'Standort-ID (Site)',
    fr: 'ID du site',
    es: 'ID del sitio',
    nl: 'Site-ID',
    it: 'ID del sito',
  },
  help: {
    en: 'Of your Sage 200. Left empty: the only one that the user sees; where there are several, the test of the connection names them.',
    de: 'Ihres Sage 200. Leer: die einzige, die der Benutzer sieht; gibt es mehrere, nennt sie der Test der Verbindung.',
    fr: 'De votre Sage 200. Vide : le seul que voit l’utilisateur ; s’il y en a plusieurs, le test de la connexion les nomme.',
    es: 'De su Sage 200. Vacío: el único que ve el usuario; si hay varios, la prueba de la conexión los nombra.',
    nl: 'Van uw Sage 200. Leeg: de enige die de gebruiker ziet; zijn er meer, dan noemt de test van de verbinding ze.',
    it: 'Del tuo Sage 200. Se vuoto: l’unico che l’utente vede; se sono più di uno, il test della connessione li elenca.',
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
    en: 'Number of the company in that site. Left empty: the only one that the user sees; where there are several, the test of the connection names them.',
    de: 'Nummer des Unternehmens in diesem Standort. Leer: das einzige, das der Benutzer sieht; gibt es mehrere, nennt sie der Test der Verbindung.',
    fr: 'Numéro de la société sur ce site. Vide : la seule que voit l’utilisateur ; s’il y en a plusieurs, le test de la connexion les nomme.',
    es: 'Número de la empresa en ese sitio. Vacío: la única que ve el usuario; si hay varias, la prueba de la conexión las nombra.',
    nl: 'Nummer van het bedrijf in die site. Leeg: het enige dat de gebruiker ziet; zijn er meer, dan noemt de test van de verbinding ze.',
    it: 'Numero dell’azienda in quel sito. Se vuoto: l’unica che l’utente vede; se sono più di una, il test della connessione le elenca.',
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
    en: 'Of the company, as an IANA name. Left empty: Europe/London. It dates orders and decides when an invoice is overdue.',
    de: 'Des Unternehmens, als IANA-Name. Leer: Europe/London. Sie datiert Aufträge und entscheidet, ab wann eine Rechnung überfällig ist.',
    fr: 'De la société, nom IANA. Vide : Europe/London. Il date les commandes et détermine quand une facture est en retard.',
    es: 'De la empresa, como nombre IANA. Vacío: Europe/London. Fecha los pedidos y decide desde cuándo una factura está vencida.',
    nl: 'Van het bedrijf, als IANA-naam. Leeg: Europe/London. Dateert orders en bepaalt wanneer een factuur te laat is.',
    it: 'Dell’azienda, come nome IANA. Se vuoto: Europe/London. Data gli ordini e determina quando una fattura è scaduta.',
  },
};
export const referenceField: Words = {
  label: {
    en: 'Spare text for our reference',
    de: 'Freies Textfeld für unsere Referenz',
    fr: 'Texte libre pour notre référence',
    es: 'Texto libre para nuestra referencia',
    nl: 'Vrij tekstveld voor onze referentie',
    it: 'Testo libero per il nostro riferimento',
  },
  help: {
    en: 'Number, 1 to 10, of a spare text of orders and customers that nothing else uses: orders are found again by it. Left empty: 1.',
    de: 'Nummer, 1 bis 10, eines freien Textfelds (spare text) von Aufträgen und Kunden, das sonst nichts benutzt: Darüber werden Aufträge wiedergefunden. Leer: 1.',
    fr: 'Numéro, de 1 à 10, d’un texte libre (spare text) des commandes et des clients que rien d’autre n’utilise : les commandes sont retrouvées par lui. Vide : 1.',
    es: 'Número, del 1 al 10, de un texto libre (spare text) de pedidos y clientes que nada más use: por él se vuelven a encontrar los pedidos. Vacío: 1.',
    nl: 'Nummer, 1 tot 10, van een vrij tekstveld (spare text) van orders en klanten dat niets anders gebruikt: daarmee worden orders teruggevonden. Leeg: 1.',
    it: 'Numero, da 1 a 10, di un testo libero (spare text) di ordini e clienti che nient’altro usi: con esso si ritrovano gli ordini. Se vuoto: 1.',
  },
};
export const warehouse: Words = {
  label: {
    en: 'Warehouse of orders',
    de: 'Lager der Aufträge',
    fr: 'Entrepôt des commandes',
    es: 'Almacén de los pedidos',
    nl: 'Magazijn van orders',
    it: 'Magazzino degli ordini',
  },
  help: {
    en: 'Name of the warehouse on new order lines. Left empty: the only one for sales.',
    de: 'Name des Lagers auf neuen Auftragszeilen. Leer: das einzige für den Verkauf.',
    fr: 'Nom de l’entrepôt des nouvelles lignes de commande. Vide : le seul destiné aux ventes.',
    es: 'Nombre del almacén de las líneas de pedido nuevas. Vacío: el único para ventas.',
    nl: 'Naam van het magazijn op nieuwe orderregels. Leeg: het enige voor verkoop.',
    it: 'Nome del magazzino nelle nuove righe d’ordine. Se vuoto: l’unico per le vendite.',
  },
};
export const warehouses: Words = {
  label: {
    en: 'Warehouses that deliver',
    de: 'Liefernde Lager',
    fr: 'Entrepôts qui livrent',
    es: 'Almacenes que entregan',
    nl: 'Leverende magazijnen',
    it: 'Magazzini di consegna',
  },
  help: {
    en: 'Names, separated by commas: their stock alone counts as available. Left empty: the warehouse of orders, else all.',
    de: 'Namen, durch Kommas getrennt: Nur ihr Bestand gilt als verfügbar. Leer: das Lager der Aufträge, sonst alle.',
    fr: 'Noms séparés par des virgules : seul leur stock compte comme disponible. Vide : l’entrepôt des commandes, sinon tous.',
    es: 'Nombres separados por comas: solo su stock cuenta como disponible. Vacío: el almacén de los pedidos o, si no, todos.',
    nl: 'Namen, gescheiden door komma’s: alleen hun voorraad telt als beschikbaar. Leeg: het magazijn van orders, anders alle.',
    it: 'Nomi separati da virgole: solo la loro giacenza conta come disponibile. Se vuoto: il magazzino degli ordini, altrimenti tutti.',
  },
};
