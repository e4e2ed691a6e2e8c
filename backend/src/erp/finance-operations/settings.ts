import { z } from 'zod';
import { entraTenant } from '../contract/entra-fields.ts';
import { field } from '../contract/manifest.ts';
import { companyTimeZone } from '../contract/time-zone-field.ts';

const text = z.string().trim().min(1).max(200);
const code = z.string().trim().min(1).max(20).optional();
/** A field or an entity set of theirs. */
const name = z
  .string()
  .trim()
  .regex(/^[A-Za-z_]\w{0,99}$/)
  .optional();

type Defaults = { currency: z.ZodType<string>; lines: string; reference: string };
/** What an admin says of a company in Finance & Operations. */
export const settings = ({ currency, lines, reference }: Defaults) => ({
  tenant: entraTenant,
  company: field(text, {
    label: {
      en: 'Legal entity',
      de: 'Juristische Person',
      fr: 'Entité juridique',
      es: 'Entidad jurídica',
      nl: 'Rechtspersoon',
      it: 'Persona giuridica',
    },
    help: {
      en: 'ID of the company in Finance & Operations.',
      de: 'ID des Unternehmens in Finance & Operations.',
      fr: 'ID de la société dans Finance & Operations.',
      es: 'ID de la empresa en Finance & Operations.',
      nl: 'ID van het bedrijf in Finance & Operations.',
      it: 'ID della società in Finance & Operations.',
    },
    example: 'usmf',
  }),
  currency: field(currency, {
    label: { en: 'Currency', de: 'Währung', fr: 'Devise', es: 'Divisa', nl: 'Valuta', it: 'Valuta' },
    help: {
      en: 'Accounting currency of the company, as an ISO code.',
      de: 'Buchhaltungswährung des Unternehmens, als ISO-Code.',
      fr: 'Devise comptable de la société, code ISO.',
      es: 'Divisa de contabilidad de la empresa, código ISO.',
      nl: 'Boekhoudvaluta van het bedrijf, als ISO-code.',
      it: 'Valuta di contabilizzazione della società, come codice ISO.',
    },
    example: 'USD',
  }),
  timeZone: companyTimeZone,
  referenceField: field(name, {
    label: {
      en: 'Reference field',
      de: 'Referenzfeld',
      fr: 'Champ de référence',
      es: 'Campo de referencia',
      nl: 'Referentieveld',
      it: 'Campo del riferimento',
    },
    help: {
      en: `Field of the sales order header that carries our reference. Left empty: ${reference}. Name an extension field where people enter the buyer’s own number there.`,
      de: `Feld des Auftragskopfs, das unsere Referenz trägt. Leer: ${reference}. Wo dort die Bestellnummer des Kunden erfasst wird, ein Erweiterungsfeld angeben.`,
      fr: `Champ de l’en-tête de commande qui porte notre référence. Vide : ${reference}. Indiquez un champ d’extension si l’on y saisit le numéro de l’acheteur.`,
      es: `Campo de la cabecera del pedido que lleva nuestra referencia. Vacío: ${reference}. Indique un campo de extensión si allí se introduce el número del comprador.`,
      nl: `Veld van de orderkop dat onze referentie draagt. Leeg: ${reference}. Noem een extensieveld als daar het nummer van de koper wordt ingevoerd.`,
      it: `Campo della testata dell’ordine che porta il nostro riferimento. Se vuoto: ${reference}. Indica un campo di estensione se lì si inserisce il numero dell’acquirente.`,
    },
    example: 'ISV_ShopReference',
  }),
  linesEntity: field(name, {
    label: {
      en: 'Entity of order lines',
      de: 'Entität der Auftragspositionen',
      fr: 'Entité des lignes de commande',
      es: 'Entidad de líneas de pedido',
      nl: 'Entiteit van orderregels',
      it: 'Entità delle righe d’ordine',
    },
    help: {
      en: `Entity set of sales order lines. Left empty: ${lines}. Older versions have SalesOrderLinesV2 or SalesOrderLines.`,
      de: `Entitätssatz der Auftragspositionen. Leer: ${lines}. Ältere Versionen haben SalesOrderLinesV2 oder SalesOrderLines.`,
      fr: `Ensemble d’entités des lignes de commande. Vide : ${lines}. Les versions plus anciennes ont SalesOrderLinesV2 ou SalesOrderLines.`,
      es: `Conjunto de entidades de las líneas de pedido. Vacío: ${lines}. Las versiones anteriores tienen SalesOrderLinesV2 o SalesOrderLines.`,
      nl: `Entiteitset van orderregels. Leeg: ${lines}. Oudere versies hebben SalesOrderLinesV2 of SalesOrderLines.`,
      it: `Set di entità delle righe d’ordine. Se vuoto: ${lines}. Le versioni precedenti hanno SalesOrderLinesV2 o SalesOrderLines.`,
    },
  }),
  transactionsEntity: field(name, {
    label: {
      en: 'Entity of customer transactions',
      de: 'Entität der Debitorentransaktionen',
      fr: 'Entité des transactions client',
      es: 'Entidad de transacciones de cliente',
      nl: 'Entiteit van klanttransacties',
      it: 'Entità delle transazioni cliente',
    },
    help: {
      en: 'Entity set with open and settled amounts. Left empty: invoices and credit are not shown.',
      de: 'Entitätssatz mit offenen und ausgeglichenen Beträgen. Leer: Rechnungen und Kredit werden nicht angezeigt.',
      fr: 'Ensemble d’entités avec les montants ouverts et lettrés. Vide : factures et crédit ne sont pas affichés.',
      es: 'Conjunto de entidades con importes abiertos y liquidados. Vacío: no se muestran facturas ni crédito.',
      nl: 'Entiteitset met openstaande en vereffende bedragen. Leeg: facturen en krediet worden niet getoond.',
      it: 'Set di entità con importi aperti e liquidati. Se vuoto: fatture e fido non vengono mostrati.',
    },
    example: 'CustTransactions',
  }),
  site: field(code, {
    label: { en: 'Site', de: 'Standort', fr: 'Site', es: 'Sitio', nl: 'Site', it: 'Sito' },
    help: {
      en: 'From which orders are shipped. Left empty: as the product says.',
      de: 'Von dem Aufträge ausgeliefert werden. Leer: wie beim Artikel hinterlegt.',
      fr: 'D’où les commandes sont expédiées. Vide : comme l’indique l’article.',
      es: 'Desde el que se envían los pedidos. Vacío: como indique el producto.',
      nl: 'Vanwaar orders worden verzonden. Leeg: zoals bij het artikel staat.',
      it: 'Da cui si spediscono gli ordini. Se vuoto: come indicato nel prodotto.',
    },
    example: '1',
  }),
  warehouse: field(code, {
    label: { en: 'Warehouse', de: 'Lagerort', fr: 'Entrepôt', es: 'Almacén', nl: 'Magazijn', it: 'Magazzino' },
    help: {
      en: 'From which orders are shipped. Its stock alone counts as available. Left empty: all warehouses count.',
      de: 'Von dem Aufträge ausgeliefert werden. Nur sein Bestand gilt als verfügbar. Leer: alle Lagerorte zählen.',
      fr: 'D’où les commandes sont expédiées. Seul son stock compte comme disponible. Vide : tous les entrepôts comptent.',
      es: 'Desde el que se envían los pedidos. Solo su stock cuenta como disponible. Vacío: cuentan todos los almacenes.',
      nl: 'Vanwaar orders worden verzonden. Alleen de voorraad daarvan telt als beschikbaar. Leeg: alle magazijnen tellen.',
      it: 'Da cui si spediscono gli ordini. Solo la sua giacenza conta come disponibile. Se vuoto: contano tutti i magazzini.',
    },
    example: '11',
  }),
  customerGroup: field(code, {
    label: {
      en: 'Customer group',
      de: 'Debitorengruppe',
      fr: 'Groupe de clients',
      es: 'Grupo de clientes',
      nl: 'Klantengroep',
      it: 'Gruppo di clienti',
    },
    help: {
      en: 'Of new customers. Left empty: customers are not created from the CRM.',
      de: 'Neuer Debitoren. Leer: Debitoren werden nicht aus dem CRM angelegt.',
      fr: 'Des nouveaux clients. Vide : aucun client n’est créé depuis le CRM.',
      es: 'De los clientes nuevos. Vacío: no se crean clientes desde el CRM.',
      nl: 'Van nieuwe klanten. Leeg: er worden geen klanten vanuit het CRM aangemaakt.',
      it: 'Dei nuovi clienti. Se vuoto: dal CRM non si creano clienti.',
    },
    example: '10',
  }),
  returnReason: field(code, {
    label: {
      en: 'Return reason',
      de: 'Rücksendegrund',
      fr: 'Motif de retour',
      es: 'Motivo de devolución',
      nl: 'Retourreden',
      it: 'Motivo del reso',
    },
    help: {
      en: 'Reason code of return orders. Left empty: none is sent. What a rep writes stays in Backroom: return orders have no field for it.',
      de: 'Ursachencode der Rücklieferungen. Leer: keiner wird gesendet. Was ein Verkäufer schreibt, bleibt in Backroom: Rücklieferungen haben dafür kein Feld.',
      fr: 'Code motif des ordres de retour. Vide : aucun n’est envoyé. Ce qu’écrit un commercial reste dans Backroom : les ordres de retour n’ont pas de champ pour cela.',
      es: 'Código de motivo de los pedidos de devolución. Vacío: no se envía ninguno. Lo que escribe un comercial queda en Backroom: esos pedidos no tienen un campo para ello.',
      nl: 'Redencode van retourorders. Leeg: er wordt geen verzonden. Wat een verkoper schrijft, blijft in Backroom: retourorders hebben er geen veld voor.',
      it: 'Codice motivo degli ordini di reso. Se vuoto: non ne viene inviato nessuno. Il testo del venditore resta in Backroom: gli ordini di reso non hanno un campo per questo.',
    },
    example: 'DEFECT',
  }),
  cancelService: field(
    z
      .string()
      .trim()
      .regex(/^\w{1,80}\/\w{1,80}\/\w{1,80}$/)
      .optional(),
    {
      label: {
        en: 'Cancellation service',
        de: 'Stornierungsdienst',
        fr: 'Service d’annulation',
        es: 'Servicio de cancelación',
        nl: 'Annuleringsservice',
        it: 'Servizio di annullamento',
      },
      help: {
        en: 'Custom service that cancels a sales order, as group/service/operation. Left empty: orders are not cancelled from here, because no data entity does it.',
        de: 'Benutzerdefinierter Dienst, der einen Auftrag storniert, als Gruppe/Dienst/Operation. Leer: Aufträge werden von hier nicht storniert, weil keine Datenentität es kann.',
        fr: 'Service personnalisé qui annule une commande, sous la forme groupe/service/opération. Vide : aucune commande n’est annulée d’ici, car aucune entité de données ne le fait.',
        es: 'Servicio personalizado que cancela un pedido, como grupo/servicio/operación. Vacío: los pedidos no se cancelan desde aquí, porque ninguna entidad de datos lo hace.',
        nl: 'Aangepaste service die een order annuleert, als groep/service/bewerking. Leeg: orders worden niet vanaf hier geannuleerd, omdat geen gegevensentiteit dat doet.',
        it: 'Servizio personalizzato che annulla un ordine, come gruppo/servizio/operazione. Se vuoto: gli ordini non si annullano da qui, perché nessuna entità di dati lo consente.',
      },
      example: 'SalesServices/SalesOrderService/cancelOrder',
    },
  ),
  language: field(code, {
    label: {
      en: 'Language of orders',
      de: 'Sprache der Aufträge',
      fr: 'Langue des commandes',
      es: 'Idioma de los pedidos',
      nl: 'Taal van orders',
      it: 'Lingua degli ordini',
    },
    help: {
      en: 'Of order documents, as Finance & Operations names it. Left empty: en-US.',
      de: 'Der Auftragsbelege, wie Finance & Operations sie nennt. Leer: en-US.',
      fr: 'Des documents de commande, telle que la nomme Finance & Operations. Vide : en-US.',
      es: 'De los documentos de pedido, como lo nombra Finance & Operations. Vacío: en-US.',
      nl: 'Van orderdocumenten, zoals Finance & Operations die noemt. Leeg: en-US.',
      it: 'Dei documenti d’ordine, come la indica Finance & Operations. Se vuoto: en-US.',
    },
    example: 'de',
  }),
});
