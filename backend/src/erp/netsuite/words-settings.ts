import type { Text } from '../contract/manifest.ts';

type Words = { label: Text; help: Text };

export const subsidiary: Words = {
  label: {
    en: 'Subsidiary',
    de: 'Tochtergesellschaft',
    fr: 'Filiale',
    es: 'Filial',
    nl: 'Dochteronderneming',
    it: 'Consociata',
  },
  help: {
    en: 'Internal ID, in OneWorld accounts: of orders and new customers. Left empty: the customer’s own; then no customers are created in OneWorld.',
    de: 'Interne ID, in OneWorld-Konten: der Aufträge und neuen Kunden. Leer: die des Kunden; dann werden in OneWorld keine Kunden angelegt.',
    fr: 'ID interne, dans les comptes OneWorld : des commandes et des nouveaux clients. Vide : celle du client ; aucun client n’est alors créé dans OneWorld.',
    es: 'ID interno, en cuentas OneWorld: de los pedidos y los clientes nuevos. Vacío: la del cliente; entonces no se crean clientes en OneWorld.',
    nl: 'Interne ID, in OneWorld-accounts: van orders en nieuwe klanten. Leeg: die van de klant; dan worden er in OneWorld geen klanten aangemaakt.',
    it: 'ID interno, negli account OneWorld: di ordini e nuovi clienti. Se vuoto: quella del cliente; in OneWorld allora non si creano clienti.',
  },
};
export const currency: Words = {
  label: { en: 'Currency', de: 'Währung', fr: 'Devise', es: 'Divisa', nl: 'Valuta', it: 'Valuta' },
  help: {
    en: 'Of the company, as an ISO code. Left empty: that of the subsidiary, else the base currency of the account.',
    de: 'Des Unternehmens, als ISO-Code. Leer: die der Tochtergesellschaft, sonst die Basiswährung des Kontos.',
    fr: 'De la société, code ISO. Vide : celle de la filiale, sinon la devise de base du compte.',
    es: 'De la empresa, código ISO. Vacío: la de la filial o, si no, la divisa base de la cuenta.',
    nl: 'Van het bedrijf, als ISO-code. Leeg: die van de dochteronderneming, anders de basisvaluta van het account.',
    it: 'Dell’azienda, come codice ISO. Se vuoto: quella della consociata, altrimenti la valuta di base dell’account.',
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
    en: 'Of the integration’s user, as an IANA name; the account’s usual one is America/Los_Angeles. Left empty: UTC. It dates orders and decides when an invoice is overdue.',
    de: 'Des Integrationsbenutzers, als IANA-Name; üblich im Konto ist America/Los_Angeles. Leer: UTC. Sie datiert Aufträge und entscheidet, ab wann eine Rechnung überfällig ist.',
    fr: 'De l’utilisateur de l’intégration, nom IANA ; celui du compte est par défaut America/Los_Angeles. Vide : UTC. Il date les commandes et détermine quand une facture est en retard.',
    es: 'Del usuario de la integración, como nombre IANA; el habitual de la cuenta es America/Los_Angeles. Vacío: UTC. Fecha los pedidos y decide desde cuándo una factura está vencida.',
    nl: 'Van de gebruiker van de integratie, als IANA-naam; gebruikelijk is America/Los_Angeles. Leeg: UTC. Dateert orders en bepaalt wanneer een factuur te laat is.',
    it: 'Dell’utente dell’integrazione, come nome IANA; di solito America/Los_Angeles. Se vuoto: UTC. Data gli ordini e determina quando una fattura è scaduta.',
  },
};
export const locations: Words = {
  label: {
    en: 'Locations that deliver',
    de: 'Liefernde Standorte',
    fr: 'Emplacements qui livrent',
    es: 'Ubicaciones que entregan',
    nl: 'Leverende locaties',
    it: 'Ubicazioni di consegna',
  },
  help: {
    en: 'Internal IDs, separated by commas: their stock alone counts as available. Left empty: all locations count.',
    de: 'Interne IDs, durch Kommas getrennt: Nur ihr Bestand gilt als verfügbar. Leer: alle Standorte zählen.',
    fr: 'ID internes, séparés par des virgules : seul leur stock compte comme disponible. Vide : tous les emplacements comptent.',
    es: 'ID internos, separados por comas: solo su stock cuenta como disponible. Vacío: cuentan todas las ubicaciones.',
    nl: 'Interne ID’s, gescheiden door komma’s: alleen hun voorraad telt als beschikbaar. Leeg: alle locaties tellen.',
    it: 'ID interni, separati da virgole: solo la loro giacenza conta come disponibile. Se vuoto: contano tutte le ubicazioni.',
  },
};
export const orderLocation: Words = {
  label: {
    en: 'Location of orders',
    de: 'Standort der Aufträge',
    fr: 'Emplacement des commandes',
    es: 'Ubicación de los pedidos',
    nl: 'Locatie van orders',
    it: 'Ubicazione degli ordini',
  },
  help: {
    en: 'Internal ID, written on new orders. Left empty: as NetSuite decides.',
    de: 'Interne ID, die auf neuen Aufträgen steht. Leer: wie NetSuite entscheidet.',
    fr: 'ID interne inscrit sur les nouvelles commandes. Vide : selon NetSuite.',
    es: 'ID interno que figura en los pedidos nuevos. Vacío: como decida NetSuite.',
    nl: 'Interne ID op nieuwe orders. Leeg: zoals NetSuite bepaalt.',
    it: 'ID interno, scritto nei nuovi ordini. Se vuoto: decide NetSuite.',
  },
};
export const orderStatus: Words = {
  label: {
    en: 'Status of new orders',
    de: 'Status neuer Aufträge',
    fr: 'Statut des nouvelles commandes',
    es: 'Estado de los pedidos nuevos',
    nl: 'Status van nieuwe orders',
    it: 'Stato dei nuovi ordini',
  },
  help: {
    en: 'A: pending approval, B: pending fulfillment; B needs the right to approve. Left empty: as the account’s preferences say.',
    de: 'A: Genehmigung ausstehend, B: Ausführung ausstehend; B braucht das Recht zu genehmigen. Leer: nach den Einstellungen des Kontos.',
    fr: 'A : en attente d’approbation, B : en attente d’exécution ; B demande le droit d’approuver. Vide : selon les préférences du compte.',
    es: 'A: pendiente de aprobación, B: pendiente de ejecución; B necesita permiso para aprobar. Vacío: según las preferencias de la cuenta.',
    nl: 'A: wacht op goedkeuring, B: wacht op uitvoering; B vereist het recht om goed te keuren. Leeg: volgens de voorkeuren van het account.',
    it: 'A: in attesa di approvazione, B: in attesa di evasione; B richiede il diritto di approvare. Se vuoto: secondo le preferenze dell’account.',
  },
};
export const restletScript: Words = {
  label: {
    en: 'Script for invoices as PDF',
    de: 'Skript für Rechnungen als PDF',
    fr: 'Script pour les factures en PDF',
    es: 'Script para facturas en PDF',
    nl: 'Script voor facturen als pdf',
    it: 'Script per le fatture in PDF',
  },
  help: {
    en: 'Script ID of Backroom’s RESTlet, where it is installed in the account. Left empty: invoices are listed without their PDF.',
    de: 'Skript-ID des RESTlets von Backroom, wenn es im Konto installiert ist. Leer: Rechnungen werden ohne PDF angezeigt.',
    fr: 'ID de script du RESTlet de Backroom, s’il est installé dans le compte. Vide : les factures sont listées sans leur PDF.',
    es: 'ID de script del RESTlet de Backroom, si está instalado en la cuenta. Vacío: las facturas se muestran sin su PDF.',
    nl: 'Script-ID van de RESTlet van Backroom, als die in het account is geïnstalleerd. Leeg: facturen worden zonder pdf getoond.',
    it: 'ID script del RESTlet di Backroom, se installato nell’account. Se vuoto: le fatture compaiono senza PDF.',
  },
};
export const restletDeployment: Words = {
  label: {
    en: 'Deployment of the script',
    de: 'Deployment des Skripts',
    fr: 'Déploiement du script',
    es: 'Implementación del script',
    nl: 'Implementatie van het script',
    it: 'Distribuzione dello script',
  },
  help: {
    en: 'Its deployment ID, if it is not the one of the installed package.',
    de: 'Seine Deployment-ID, wenn sie nicht die des installierten Pakets ist.',
    fr: 'Son ID de déploiement, si ce n’est pas celui du paquet installé.',
    es: 'Su ID de implementación, si no es el del paquete instalado.',
    nl: 'De implementatie-ID, als het niet die van het geïnstalleerde pakket is.',
    it: 'L’ID di distribuzione, se non è quello del pacchetto installato.',
  },
};
