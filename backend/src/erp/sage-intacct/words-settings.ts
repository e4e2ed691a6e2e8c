import type { Text } from '../contract/manifest.ts';

/** What the form says about documents, warehouses and prices of the company. */
type Words = { label: Text; help: Text };

export const orderType: Words = {
  label: {
    en: 'Transaction definition of orders',
    de: 'Vorgangsdefinition der Aufträge',
    fr: 'Définition de transaction des commandes',
    es: 'Definición de transacción de los pedidos',
    nl: 'Transactiedefinitie van orders',
    it: 'Definizione di transazione degli ordini',
  },
  help: {
    en: 'Name from Order Entry > Setup > Transaction definitions, with a numbering sequence. Left empty: Sales Order.',
    de: 'Name aus Order Entry > Setup > Transaction definitions, mit Nummernkreis. Leer: Sales Order.',
    fr: 'Nom dans Order Entry > Setup > Transaction definitions, avec une séquence de numéros. Vide : Sales Order.',
    es: 'Nombre en Order Entry > Setup > Transaction definitions, con secuencia de numeración. Vacío: Sales Order.',
    nl: 'Naam uit Order Entry > Setup > Transaction definitions, met een nummerreeks. Leeg: Sales Order.',
    it: 'Nome da Order Entry > Setup > Transaction definitions, con una sequenza di numerazione. Se vuoto: Sales Order.',
  },
};
export const returnType: Words = {
  label: {
    en: 'Transaction definition of returns',
    de: 'Vorgangsdefinition der Rücksendungen',
    fr: 'Définition de transaction des retours',
    es: 'Definición de transacción de las devoluciones',
    nl: 'Transactiedefinitie van retouren',
    it: 'Definizione di transazione dei resi',
  },
  help: {
    en: 'One that may be made from the invoice or the shipment of an order. Left empty: Sales Return.',
    de: 'Eine, die aus Rechnung oder Lieferung eines Auftrags entstehen darf. Leer: Sales Return.',
    fr: 'Une définition pouvant être créée depuis la facture ou l’expédition d’une commande. Vide : Sales Return.',
    es: 'Una que pueda crearse desde la factura o el envío de un pedido. Vacío: Sales Return.',
    nl: 'Een die uit de factuur of levering van een order mag ontstaan. Leeg: Sales Return.',
    it: 'Una che si possa creare dalla fattura o dalla spedizione di un ordine. Se vuoto: Sales Return.',
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
    en: 'ID of the warehouse on new order lines. Left empty: the item’s default, where your company has one.',
    de: 'ID des Lagers auf neuen Auftragszeilen. Leer: das Standardlager des Artikels, sofern es eines gibt.',
    fr: 'ID de l’entrepôt des nouvelles lignes de commande. Vide : celui par défaut de l’article, s’il existe.',
    es: 'ID del almacén de las líneas de pedido nuevas. Vacío: el predeterminado del artículo, si lo hay.',
    nl: 'ID van het magazijn op nieuwe orderregels. Leeg: het standaardmagazijn van het artikel, als dat er is.',
    it: 'ID del magazzino nelle nuove righe d’ordine. Se vuoto: quello predefinito del prodotto, se esiste.',
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
    en: 'IDs, separated by commas: their stock alone counts as available. Left empty: the warehouse of orders, else all.',
    de: 'IDs, durch Kommas getrennt: Nur ihr Bestand gilt als verfügbar. Leer: das Lager der Aufträge, sonst alle.',
    fr: 'ID séparés par des virgules : seul leur stock compte comme disponible. Vide : l’entrepôt des commandes, sinon tous.',
    es: 'ID separados por comas: solo su stock cuenta como disponible. Vacío: el almacén de los pedidos o, si no, todos.',
    nl: 'ID’s, gescheiden door komma’s: alleen hun voorraad telt als beschikbaar. Leeg: het magazijn van orders, anders alle.',
    it: 'ID, separati da virgole: solo la loro giacenza conta come disponibile. Se vuoto: il magazzino degli ordini, altrimenti tutti.',
  },
};
export const location: Words = {
  label: { en: 'Location', de: 'Standort', fr: 'Site', es: 'Ubicación', nl: 'Locatie', it: 'Ubicazione' },
  help: {
    en: 'ID of the location on new order lines. A company with several entities refuses lines without one.',
    de: 'ID des Standorts auf neuen Auftragszeilen. Ein Unternehmen mit mehreren Entitäten lehnt Zeilen ohne Standort ab.',
    fr: 'ID du site des nouvelles lignes de commande. Une société à plusieurs entités refuse les lignes sans site.',
    es: 'ID de la ubicación de las líneas de pedido nuevas. Una empresa con varias entidades rechaza líneas sin ubicación.',
    nl: 'ID van de locatie op nieuwe orderregels. Een bedrijf met meerdere entiteiten weigert regels zonder locatie.',
    it: 'ID dell’ubicazione nelle nuove righe d’ordine. Un’azienda con più entità rifiuta le righe senza ubicazione.',
  },
};
export const department: Words = {
  label: { en: 'Department', de: 'Abteilung', fr: 'Département', es: 'Departamento', nl: 'Afdeling', it: 'Reparto' },
  help: {
    en: 'ID of the department on new order lines, where your transaction definition requires one.',
    de: 'ID der Abteilung auf neuen Auftragszeilen, wenn Ihre Vorgangsdefinition eine verlangt.',
    fr: 'ID du département des nouvelles lignes de commande, si votre définition de transaction l’exige.',
    es: 'ID del departamento de las líneas de pedido nuevas, si su definición de transacción lo exige.',
    nl: 'ID van de afdeling op nieuwe orderregels, als uw transactiedefinitie die vereist.',
    it: 'ID del reparto nelle nuove righe d’ordine, se la definizione di transazione lo richiede.',
  },
};
export const priceList: Words = {
  label: {
    en: 'Base price list',
    de: 'Basispreisliste',
    fr: 'Tarif de base',
    es: 'Lista de precios base',
    nl: 'Basisprijslijst',
    it: 'Listino prezzi di base',
  },
  help: {
    en: 'Name of the price list that counts where a customer has no other. Left empty: Base Price List.',
    de: 'Name der Preisliste, die gilt, wenn ein Kunde keine andere hat. Leer: Base Price List.',
    fr: 'Nom du tarif qui vaut lorsqu’un client n’en a pas d’autre. Vide : Base Price List.',
    es: 'Nombre de la lista de precios que vale cuando un cliente no tiene otra. Vacío: Base Price List.',
    nl: 'Naam van de prijslijst die geldt als een klant geen andere heeft. Leeg: Base Price List.',
    it: 'Nome del listino che vale se un cliente non ne ha un altro. Se vuoto: Base Price List.',
  },
};
