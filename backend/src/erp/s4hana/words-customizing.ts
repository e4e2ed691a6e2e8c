import type { Text } from '../contract/manifest.ts';

/** What the form says about the keys that a company's customizing decides. */
type Words = { label: Text; help: Text };

export const orderType: Words = {
  label: {
    en: 'Order type',
    de: 'Auftragsart',
    fr: 'Type de commande',
    es: 'Clase de pedido',
    nl: 'Ordersoort',
    it: 'Tipo di ordine',
  },
  help: {
    en: 'In SAP’s internal spelling of the language above. Left empty: OR.',
    de: 'In der Schreibweise der oben gewählten Sprache. Leer: OR.',
    fr: 'Dans l’écriture de la langue choisie ci-dessus. Vide : OR.',
    es: 'Con la grafía del idioma elegido arriba. Vacío: OR.',
    nl: 'In de schrijfwijze van de hierboven gekozen taal. Leeg: OR.',
    it: 'Nella grafia interna di SAP della lingua indicata sopra. Se vuoto: OR.',
  },
};
export const priceCondition: Words = {
  label: {
    en: 'Condition type for prices',
    de: 'Konditionsart für Preise',
    fr: 'Type de condition pour les prix',
    es: 'Clase de condición para precios',
    nl: 'Conditiesoort voor prijzen',
    it: 'Tipo di condizione per i prezzi',
  },
  help: {
    en: 'A price that may be entered by hand. It carries the net price of a quote’s line. Left empty: PPR0.',
    de: 'Ein Preis, der von Hand eingegeben werden darf. Er trägt den Nettopreis einer Angebotsposition. Leer: PPR0.',
    fr: 'Un prix qui peut être saisi manuellement. Il porte le prix net d’une ligne de devis. Vide : PPR0.',
    es: 'Un precio que se puede introducir a mano. Lleva el precio neto de una línea de la cotización. Vacío: PPR0.',
    nl: 'Een prijs die met de hand mag worden ingevoerd. Draagt de nettoprijs van een offerteregel. Leeg: PPR0.',
    it: 'Un prezzo che si può inserire a mano. Porta il prezzo netto di una riga del preventivo. Se vuoto: PPR0.',
  },
};
export const noteText: Words = {
  label: {
    en: 'Text type for notes',
    de: 'Textart für Notizen',
    fr: 'Type de texte pour les notes',
    es: 'Clase de texto para notas',
    nl: 'Tekstsoort voor notities',
    it: 'Tipo di testo per le note',
  },
  help: {
    en: 'ID of the header text that gets an order’s note and a return’s reason. Left empty: TX01.',
    de: 'ID des Kopftextes, der die Notiz eines Auftrags und den Grund einer Retoure aufnimmt. Leer: TX01.',
    fr: 'ID du texte d’en-tête qui reçoit la note d’une commande et le motif d’un retour. Vide : TX01.',
    es: 'ID del texto de cabecera que recibe la nota de un pedido y el motivo de una devolución. Vacío: TX01.',
    nl: 'ID van de koptekst die de notitie van een order en de reden van een retour krijgt. Leeg: TX01.',
    it: 'ID del testo di testata che riceve la nota di un ordine e il motivo di un reso. Se vuoto: TX01.',
  },
};
export const plants: Words = {
  label: {
    en: 'Plants that deliver',
    de: 'Auslieferungswerke',
    fr: 'Divisions de livraison',
    es: 'Centros de entrega',
    nl: 'Leverende vestigingen',
    it: 'Divisioni di consegna',
  },
  help: {
    en: 'Separated by commas. Left empty: the delivering plant of each product’s sales data.',
    de: 'Durch Kommas getrennt. Leer: das Auslieferungswerk aus den Vertriebsdaten des Artikels.',
    fr: 'Séparées par des virgules. Vide : la division de livraison des données de vente de chaque article.',
    es: 'Separados por comas. Vacío: el centro suministrador de los datos de ventas de cada producto.',
    nl: 'Gescheiden door komma’s. Leeg: de leverende vestiging uit de verkoopgegevens van elk artikel.',
    it: 'Separate da virgole. Se vuoto: la divisione di consegna dei dati di vendita di ogni prodotto.',
  },
};
export const creditSegment: Words = {
  label: {
    en: 'Credit segment',
    de: 'Kreditsegment',
    fr: 'Segment de crédit',
    es: 'Segmento de crédito',
    nl: 'Kredietsegment',
    it: 'Segmento di credito',
  },
  help: {
    en: 'Of SAP Credit Management. Left empty: the connection has no credit card, because SAP’s other APIs have no limit.',
    de: 'Von SAP Credit Management. Leer: Die Verbindung hat keine Kreditkarte, denn die anderen Schnittstellen von SAP kennen kein Limit.',
    fr: 'De SAP Credit Management. Vide : la connexion n’a pas de carte de crédit client, car les autres API de SAP n’ont pas de limite.',
    es: 'De SAP Credit Management. Vacío: la conexión no muestra el crédito, porque las demás API de SAP no tienen límite.',
    nl: 'Van SAP Credit Management. Leeg: de verbinding toont geen krediet, want de andere API’s van SAP kennen geen limiet.',
    it: 'Di SAP Credit Management. Se vuoto: la connessione non ha una scheda del fido, perché le altre API di SAP non hanno un limite.',
  },
};
export const rejectionReason: Words = {
  label: {
    en: 'Reason for rejection',
    de: 'Absagegrund',
    fr: 'Motif de refus',
    es: 'Motivo de rechazo',
    nl: 'Afwijzingsreden',
    it: 'Motivo di rifiuto',
  },
  help: {
    en: 'To cancel an order, Backroom rejects its items with this reason. Left empty: orders are not cancelled from the CRM.',
    de: 'Zum Stornieren sagt Backroom die Positionen eines Auftrags mit diesem Grund ab. Leer: Aufträge werden nicht aus dem CRM storniert.',
    fr: 'Pour annuler une commande, Backroom refuse ses postes avec ce motif. Vide : aucune commande n’est annulée depuis le CRM.',
    es: 'Para anular un pedido, Backroom rechaza sus posiciones con este motivo. Vacío: los pedidos no se anulan desde el CRM.',
    nl: 'Om een order te annuleren, wijst Backroom de posities met deze reden af. Leeg: orders worden niet vanuit het CRM geannuleerd.',
    it: 'Per annullare un ordine, Backroom ne rifiuta le posizioni con questo motivo. Se vuoto: gli ordini non si annullano dal CRM.',
  },
};
export const returnType: Words = {
  label: {
    en: 'Return type',
    de: 'Retourenart',
    fr: 'Type de retour',
    es: 'Clase de devolución',
    nl: 'Retoursoort',
    it: 'Tipo di reso',
  },
  help: {
    en: 'Order type of customer returns. Left empty: CBRE.',
    de: 'Auftragsart der Kundenretouren. Leer: CBRE.',
    fr: 'Type de commande des retours clients. Vide : CBRE.',
    es: 'Clase de pedido de las devoluciones de cliente. Vacío: CBRE.',
    nl: 'Ordersoort van klantretouren. Leeg: CBRE.',
    it: 'Tipo di ordine dei resi cliente. Se vuoto: CBRE.',
  },
};
export const returnReason: Words = {
  label: {
    en: 'Return reason',
    de: 'Retourengrund',
    fr: 'Motif de retour',
    es: 'Motivo de devolución',
    nl: 'Retourreden',
    it: 'Motivo del reso',
  },
  help: {
    en: 'Order reason of customer returns. What a rep writes goes into the text. Left empty: 102.',
    de: 'Auftragsgrund der Kundenretouren. Was ein Verkäufer schreibt, kommt in den Text. Leer: 102.',
    fr: 'Motif de commande des retours clients. Ce qu’un commercial écrit va dans le texte. Vide : 102.',
    es: 'Motivo de pedido de las devoluciones. Lo que escribe un comercial va en el texto. Vacío: 102.',
    nl: 'Orderreden van klantretouren. Wat een verkoper schrijft, komt in de tekst. Leeg: 102.',
    it: 'Motivo d’ordine dei resi cliente. Il testo del venditore va nel testo. Se vuoto: 102.',
  },
};
export const reconciliationAccount: Words = {
  label: {
    en: 'Reconciliation account',
    de: 'Abstimmkonto',
    fr: 'Compte collectif',
    es: 'Cuenta asociada',
    nl: 'Verzamelrekening',
    it: 'Conto di riconciliazione',
  },
  help: {
    en: 'Of new customers. Left empty: Backroom makes no customers in this SAP.',
    de: 'Neuer Kunden. Leer: Backroom legt in diesem SAP keine Kunden an.',
    fr: 'Des nouveaux clients. Vide : Backroom ne crée pas de clients dans ce SAP.',
    es: 'De los clientes nuevos. Vacío: Backroom no crea clientes en este SAP.',
    nl: 'Van nieuwe klanten. Leeg: Backroom maakt geen klanten aan in dit SAP.',
    it: 'Dei nuovi clienti. Se vuoto: Backroom non crea clienti in questo SAP.',
  },
};
export const partnerGrouping: Words = {
  label: {
    en: 'Grouping of new partners',
    de: 'Gruppierung neuer Partner',
    fr: 'Groupement des nouveaux partenaires',
    es: 'Agrupación de nuevos interlocutores',
    nl: 'Groepering van nieuwe partners',
    it: 'Raggruppamento dei nuovi partner',
  },
  help: {
    en: 'Decides the number range of new customers. Left empty: SAP’s default.',
    de: 'Bestimmt den Nummernkreis neuer Kunden. Leer: die Vorgabe von SAP.',
    fr: 'Détermine la tranche de numéros des nouveaux clients. Vide : valeur par défaut de SAP.',
    es: 'Decide el rango de números de los clientes nuevos. Vacío: el valor predeterminado de SAP.',
    nl: 'Bepaalt de nummerreeks van nieuwe klanten. Leeg: de standaard van SAP.',
    it: 'Determina l’intervallo di numerazione dei nuovi clienti. Se vuoto: il valore predefinito di SAP.',
  },
};
export const currency: Words = {
  label: {
    en: 'Company currency',
    de: 'Hauswährung',
    fr: 'Devise de la société',
    es: 'Moneda de la sociedad',
    nl: 'Bedrijfsvaluta',
    it: 'Valuta della società',
  },
  help: {
    en: 'Left empty: read from the postings of the company code.',
    de: 'Leer: wird aus den Buchungen des Buchungskreises gelesen.',
    fr: 'Vide : lue dans les écritures de la société.',
    es: 'Vacío: se lee de las contabilizaciones de la sociedad.',
    nl: 'Leeg: wordt uit de boekingen van het bedrijfsnummer gelezen.',
    it: 'Se vuoto: letta dalle registrazioni della società.',
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
    de: 'Des Unternehmens, als IANA-Name. Leer: UTC. Sie bestimmt das Auftragsdatum und ab wann eine Rechnung überfällig ist.',
    fr: 'De la société, nom IANA. Vide : UTC. Il date les commandes et détermine quand une facture est en retard.',
    es: 'De la empresa, como nombre IANA. Vacío: UTC. Fecha los pedidos y decide desde cuándo una factura está vencida.',
    nl: 'Van het bedrijf, als IANA-naam. Leeg: UTC. Dateert orders en bepaalt vanaf wanneer een factuur te laat is.',
    it: 'Dell’azienda, come nome IANA. Se vuoto: UTC. Data gli ordini e determina quando una fattura è scaduta.',
  },
};
