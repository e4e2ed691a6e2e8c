import { words } from './words.ts';

/** What the form says about sites, published objects and fields of the folder. */
export const site = words(
  ['Sales site', 'Vertriebsstandort', 'Site de vente', 'Planta de venta', 'Verkooplocatie', 'Sito di vendita'],
  [
    'Code of the site whose orders Backroom makes. Its company gives name and currency.',
    'Code des Standorts, dessen Aufträge Backroom anlegt. Sein Unternehmen gibt Name und Währung.',
    'Code du site dont Backroom crée les commandes. Sa société donne le nom et la devise.',
    'Código de la planta cuyos pedidos crea Backroom. Su sociedad da el nombre y la divisa.',
    'Code van de locatie waarvoor Backroom orders maakt. Haar bedrijf geeft naam en valuta.',
    'Codice del sito di cui Backroom crea gli ordini. La sua società dà nome e valuta.',
  ],
);
export const shippingSite = words(
  [
    'Shipping site',
    'Versandstandort',
    'Site d’expédition',
    'Planta de expedición',
    'Verzendlocatie',
    'Sito di spedizione',
  ],
  [
    'Code of the site that ships the orders. Left empty: the sales site.',
    'Code des Standorts, der die Aufträge versendet. Leer: der Vertriebsstandort.',
    'Code du site qui expédie les commandes. Vide : le site de vente.',
    'Código de la planta que expide los pedidos. Vacío: la planta de venta.',
    'Code van de locatie die de orders verzendt. Leeg: de verkooplocatie.',
    'Codice del sito che spedisce gli ordini. Se vuoto: il sito di vendita.',
  ],
);
export const stockSites = words(
  [
    'Sites whose stock counts',
    'Standorte, deren Bestand zählt',
    'Sites dont le stock compte',
    'Plantas cuyo stock cuenta',
    'Locaties waarvan de voorraad telt',
    'Siti la cui giacenza conta',
  ],
  [
    'Codes, with commas. Stock elsewhere is shown and promises nothing. Left empty: the shipping site.',
    'Codes, mit Kommas. Bestand anderswo wird gezeigt und verspricht nichts. Leer: der Versandstandort.',
    'Codes, séparés par des virgules. Le stock d’ailleurs est affiché sans rien promettre. Vide : le site d’expédition.',
    'Códigos, separados por comas. El stock de otras plantas se muestra y no promete nada. Vacío: la planta de expedición.',
    'Codes, met komma’s. Voorraad elders wordt getoond en belooft niets. Leeg: de verzendlocatie.',
    'Codici, separati da virgole. La giacenza altrove si mostra e non promette nulla. Se vuoto: il sito di spedizione.',
  ],
);
export const orderType = words(
  ['Order type', 'Auftragsart', 'Type de commande', 'Tipo de pedido', 'Ordertype', 'Tipo d’ordine'],
  [
    'Code from Setup > Sales > Order types, with an automatic sequence number. Left empty: SON.',
    'Code aus Setup > Sales > Order types, mit automatischer Nummer. Leer: SON.',
    'Code de Setup > Sales > Order types, avec numérotation automatique. Vide : SON.',
    'Código de Setup > Sales > Order types, con numeración automática. Vacío: SON.',
    'Code uit Setup > Sales > Order types, met automatische nummering. Leeg: SON.',
    'Codice da Setup > Sales > Order types, con numerazione automatica. Se vuoto: SON.',
  ],
);
export const orderObject = words(
  [
    'Web service of orders',
    'Webservice der Aufträge',
    'Service web des commandes',
    'Servicio web de pedidos',
    'Webservice van orders',
    'Servizio web degli ordini',
  ],
  [
    'Publication name of the object SOH (Development > Script dictionary > Web services). Left empty: SOH.',
    'Veröffentlichungsname des Objekts SOH (Development > Script dictionary > Web services). Leer: SOH.',
    'Nom de publication de l’objet SOH (Development > Script dictionary > Web services). Vide : SOH.',
    'Nombre de publicación del objeto SOH (Development > Script dictionary > Web services). Vacío: SOH.',
    'Publicatienaam van het object SOH (Development > Script dictionary > Web services). Leeg: SOH.',
    'Nome di pubblicazione dell’oggetto SOH (Development > Script dictionary > Web services). Se vuoto: SOH.',
  ],
);
export const customerObject = words(
  [
    'Web service of customers',
    'Webservice der Kunden',
    'Service web des clients',
    'Servicio web de clientes',
    'Webservice van klanten',
    'Servizio web dei clienti',
  ],
  [
    'Publication name of the object BPC. Left empty: BPC.',
    'Veröffentlichungsname des Objekts BPC. Leer: BPC.',
    'Nom de publication de l’objet BPC. Vide : BPC.',
    'Nombre de publicación del objeto BPC. Vacío: BPC.',
    'Publicatienaam van het object BPC. Leeg: BPC.',
    'Nome di pubblicazione dell’oggetto BPC. Se vuoto: BPC.',
  ],
);
export const customerCategory = words(
  [
    'Category of new customers',
    'Kategorie neuer Kunden',
    'Catégorie des nouveaux clients',
    'Categoría de clientes nuevos',
    'Categorie van nieuwe klanten',
    'Categoria dei nuovi clienti',
  ],
  [
    'Code of the customer category that gives them terms, tax rule and number. Left empty: Backroom makes no customers.',
    'Code der Kundenkategorie, aus der Bedingungen, Steuerregel und Nummer kommen. Leer: Backroom legt keine Kunden an.',
    'Code de la catégorie client qui leur donne conditions, régime de taxe et numéro. Vide : Backroom ne crée pas de clients.',
    'Código de la categoría de cliente que les da condiciones, régimen de impuesto y número. Vacío: Backroom no crea clientes.',
    'Code van de klantcategorie die condities, belastingregel en nummer geeft. Leeg: Backroom maakt geen klanten.',
    'Codice della categoria cliente che dà loro condizioni, regime fiscale e numero. Se vuoto: Backroom non crea clienti.',
  ],
);
export const referenceField = words(
  [
    'Field of our reference',
    'Feld unserer Referenz',
    'Champ de notre référence',
    'Campo de nuestra referencia',
    'Veld van onze referentie',
    'Campo del nostro riferimento',
  ],
  [
    'Name of a text field of orders, 20 characters or more, that is on the published screen and in the representation SORDER. Then the customer’s own number stays free. Left empty: CUSORDREF.',
    'Name eines Textfelds der Aufträge mit mindestens 20 Zeichen, das auf dem veröffentlichten Bildschirm und in der Darstellung SORDER steht. Dann bleibt die eigene Nummer des Kunden frei. Leer: CUSORDREF.',
    'Nom d’un champ texte des commandes, 20 caractères au moins, présent sur l’écran publié et dans la représentation SORDER. Le numéro du client reste alors libre. Vide : CUSORDREF.',
    'Nombre de un campo de texto de los pedidos, de 20 caracteres o más, en la pantalla publicada y en la representación SORDER. Así el número propio del cliente queda libre. Vacío: CUSORDREF.',
    'Naam van een tekstveld van orders, minstens 20 tekens, op het gepubliceerde scherm en in de representatie SORDER. Dan blijft het eigen nummer van de klant vrij. Leeg: CUSORDREF.',
    'Nome di un campo di testo degli ordini, almeno 20 caratteri, presente nella schermata pubblicata e nella rappresentazione SORDER. Così il numero del cliente resta libero. Se vuoto: CUSORDREF.',
  ],
);
export const discounts = words(
  [
    'Discount columns',
    'Rabattspalten',
    'Colonnes de remise',
    'Columnas de descuento',
    'Kortingskolommen',
    'Colonne di sconto',
  ],
  [
    'How many columns of discounts an order line has on the published screen. All are emptied, so that the agreed price stands. Left empty: 1.',
    'Wie viele Rabattspalten eine Auftragszeile auf dem veröffentlichten Bildschirm hat. Alle werden geleert, damit der vereinbarte Preis gilt. Leer: 1.',
    'Nombre de colonnes de remise d’une ligne de commande sur l’écran publié. Toutes sont vidées pour que le prix convenu s’applique. Vide : 1.',
    'Cuántas columnas de descuento tiene una línea de pedido en la pantalla publicada. Todas se vacían para que valga el precio acordado. Vacío: 1.',
    'Hoeveel kortingskolommen een orderregel op het gepubliceerde scherm heeft. Ze worden alle leeggemaakt, zodat de afgesproken prijs geldt. Leeg: 1.',
    'Quante colonne di sconto ha una riga d’ordine nella schermata pubblicata. Tutte vengono svuotate, così vale il prezzo concordato. Se vuoto: 1.',
  ],
);
export const priceService = words(
  [
    'Web service of prices',
    'Webservice der Preise',
    'Service web des prix',
    'Servicio web de precios',
    'Webservice van prijzen',
    'Servizio web dei prezzi',
  ],
  [
    'Publication name of a subprogram that searches prices, with the parameters that docs/sage-x3.md prints. Left empty: prices are not compared.',
    'Veröffentlichungsname eines Unterprogramms zur Preisfindung, mit den Parametern aus docs/sage-x3.md. Leer: Preise werden nicht verglichen.',
    'Nom de publication d’un sous-programme de recherche de prix, avec les paramètres de docs/sage-x3.md. Vide : les prix ne sont pas comparés.',
    'Nombre de publicación de un subprograma de búsqueda de precios, con los parámetros de docs/sage-x3.md. Vacío: no se comparan precios.',
    'Publicatienaam van een subprogramma dat prijzen zoekt, met de parameters uit docs/sage-x3.md. Leeg: prijzen worden niet vergeleken.',
    'Nome di pubblicazione di un sottoprogramma che cerca i prezzi, con i parametri di docs/sage-x3.md. Se vuoto: i prezzi non si confrontano.',
  ],
);
