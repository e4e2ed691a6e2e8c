import type { Text } from '../contract/manifest.ts';

/** What the form says about each field of a connection. */
type Words = { label: Text; help: Text };

export const address: Words = {
  label: {
    en: 'SuiteTalk address',
    de: 'SuiteTalk-Adresse',
    fr: 'Adresse SuiteTalk',
    es: 'Dirección de SuiteTalk',
    nl: 'SuiteTalk-adres',
    it: 'Indirizzo SuiteTalk',
  },
  help: {
    en: 'Setup > Company > Company Information, tab “Company URLs”: SuiteTalk (SOAP and REST web services).',
    de: 'Setup > Unternehmen > Unternehmensinformationen, Registerkarte „Unternehmens-URLs“: SuiteTalk (SOAP- und REST-Webservices).',
    fr: 'Configuration > Société > Informations sur la société, onglet « URL de la société » : SuiteTalk (services web SOAP et REST).',
    es: 'Configuración > Empresa > Información de la empresa, pestaña «URL de la empresa»: SuiteTalk (servicios web SOAP y REST).',
    nl: 'Setup > Bedrijf > Bedrijfsgegevens, tabblad “Bedrijfs-URL’s”: SuiteTalk (SOAP- en REST-webservices).',
    it: 'Setup > Company > Company Information, scheda “Company URLs”: SuiteTalk (SOAP and REST web services).',
  },
};
export const account: Words = {
  label: {
    en: 'Account ID',
    de: 'Konto-ID',
    fr: 'ID de compte',
    es: 'ID de cuenta',
    nl: 'Account-ID',
    it: 'ID account',
  },
  help: {
    en: 'Setup > Company > Company Information. Of a sandbox with its ending.',
    de: 'Setup > Unternehmen > Unternehmensinformationen. Bei einer Sandbox mit ihrer Endung.',
    fr: 'Configuration > Société > Informations sur la société. Pour un bac à sable, avec sa terminaison.',
    es: 'Configuración > Empresa > Información de la empresa. En un sandbox, con su terminación.',
    nl: 'Setup > Bedrijf > Bedrijfsgegevens. Bij een sandbox met het achtervoegsel.',
    it: 'Setup > Company > Company Information. Per una sandbox, con il suffisso.',
  },
};
export const clientId: Words = {
  label: { en: 'Client ID', de: 'Client-ID', fr: 'ID client', es: 'ID de cliente', nl: 'Client-ID', it: 'ID client' },
  help: {
    en: 'Consumer key of the integration record with “Client Credentials (Machine to Machine) Grant”. NetSuite shows it once.',
    de: 'Consumer Key des Integrationsdatensatzes mit „Client Credentials (Machine to Machine) Grant“. NetSuite zeigt ihn einmal.',
    fr: 'Clé consommateur de l’enregistrement d’intégration avec « Client Credentials (Machine to Machine) Grant ». NetSuite l’affiche une seule fois.',
    es: 'Clave de consumidor del registro de integración con «Client Credentials (Machine to Machine) Grant». NetSuite la muestra una vez.',
    nl: 'Consumer key van de integratierecord met “Client Credentials (Machine to Machine) Grant”. NetSuite toont hem één keer.',
    it: 'Consumer key del record di integrazione con “Client Credentials (Machine to Machine) Grant”. NetSuite la mostra una sola volta.',
  },
};
export const certificateId: Words = {
  label: {
    en: 'Certificate ID',
    de: 'Zertifikats-ID',
    fr: 'ID du certificat',
    es: 'ID del certificado',
    nl: 'Certificaat-ID',
    it: 'ID certificato',
  },
  help: {
    en: 'Setup > Integration > OAuth 2.0 Client Credentials (M2M) Setup, column “Certificate ID”. A refreshed sandbox needs a new mapping.',
    de: 'Setup > Integration > OAuth 2.0 Client Credentials (M2M) Setup, Spalte „Certificate ID“. Nach dem Auffrischen einer Sandbox ist eine neue Zuordnung nötig.',
    fr: 'Configuration > Intégration > OAuth 2.0 Client Credentials (M2M) Setup, colonne « Certificate ID ». Un bac à sable actualisé demande un nouveau mappage.',
    es: 'Configuración > Integración > OAuth 2.0 Client Credentials (M2M) Setup, columna «Certificate ID». Un sandbox actualizado necesita una asignación nueva.',
    nl: 'Setup > Integratie > OAuth 2.0 Client Credentials (M2M) Setup, kolom “Certificate ID”. Na het verversen van een sandbox is een nieuwe koppeling nodig.',
    it: 'Setup > Integration > OAuth 2.0 Client Credentials (M2M) Setup, colonna “Certificate ID”. Dopo l’aggiornamento di una sandbox serve una nuova associazione.',
  },
};
export const privateKey: Words = {
  label: {
    en: 'Private key',
    de: 'Privater Schlüssel',
    fr: 'Clé privée',
    es: 'Clave privada',
    nl: 'Privésleutel',
    it: 'Chiave privata',
  },
  help: {
    en: 'PEM, of the uploaded certificate: RSA with 3072 bits or more, or an elliptic curve.',
    de: 'PEM, zum hochgeladenen Zertifikat: RSA ab 3072 Bit oder eine elliptische Kurve.',
    fr: 'PEM, du certificat téléversé : RSA de 3072 bits ou plus, ou courbe elliptique.',
    es: 'PEM, del certificado cargado: RSA de 3072 bits o más, o una curva elíptica.',
    nl: 'PEM, van het geüploade certificaat: RSA van 3072 bits of meer, of een elliptische kromme.',
    it: 'PEM, del certificato caricato: RSA da 3072 bit o più, o una curva ellittica.',
  },
};

const tokens: Text = {
  en: 'Only for an existing integration with token-based authentication; left empty where a certificate is used.',
  de: 'Nur für eine bestehende Integration mit tokenbasierter Authentifizierung; leer, wenn ein Zertifikat verwendet wird.',
  fr: 'Seulement pour une intégration existante avec authentification par jeton ; vide si un certificat est utilisé.',
  es: 'Solo para una integración existente con autenticación basada en tokens; vacío si se usa un certificado.',
  nl: 'Alleen voor een bestaande integratie met tokengebaseerde authenticatie; leeg als een certificaat wordt gebruikt.',
  it: 'Solo per un’integrazione esistente con autenticazione basata su token; vuoto se si usa un certificato.',
};
const ofToken = (en: string, de: string, fr: string, es: string, nl: string, it: string): Words => ({
  label: { en, de, fr, es, nl, it },
  help: tokens,
});
export const consumerKey = ofToken(
  'Consumer key (tokens)',
  'Consumer Key (Token)',
  'Clé consommateur (jetons)',
  'Clave de consumidor (tokens)',
  'Consumer key (tokens)',
  'Consumer key (token)',
);
export const consumerSecret = ofToken(
  'Consumer secret (tokens)',
  'Consumer Secret (Token)',
  'Secret consommateur (jetons)',
  'Secreto de consumidor (tokens)',
  'Consumer secret (tokens)',
  'Consumer secret (token)',
);
export const tokenId = ofToken('Token ID', 'Token-ID', 'ID de jeton', 'ID de token', 'Token-ID', 'ID token');
export const tokenSecret = ofToken(
  'Token secret',
  'Token-Geheimnis',
  'Secret de jeton',
  'Secreto de token',
  'Tokengeheim',
  'Segreto del token',
);
