import type { Locale } from '@backroom/shared/messages/locale';
import { z } from 'zod';
import type { ErpFactory, ErpOptions } from './adapter.ts';
import { certificatesIn } from './certificates.ts';

/** English is required; a language without a translation shows it. */
export type Text = Readonly<{ en: string } & Partial<Record<Locale, string>>>;
export const textIn = (text: Text, locale: Locale): string => text[locale] ?? text.en;
/** What a form says about a field. `secret`: never shown again once it is stored. `long`: a text of several lines. `whole`: a whole number. */
export type FieldMeta = {
  label: Text;
  help: Text;
  secret?: boolean;
  example?: string;
  long?: boolean;
  whole?: boolean;
  /** Of a long text: what its schema says of a wrong one is shown, one message a line. */
  explained?: boolean;
};

const metas = z.registry<FieldMeta>();
/** Gives a field of a manifest its label and help. Fields may be made from the same schema: each gets a copy of its own. */
export const field = <Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema => {
  const own = schema.clone() as Schema;
  metas.add(own, meta);
  return own;
};
export type Field = FieldMeta & { name: string; required: boolean };

type Fields = z.ZodObject<Record<string, z.ZodType<string | undefined>>>;
/**
 * What an adapter declares about itself: the console's form, the check of what is entered, and the docs come from here. Values are text, as a
 * connection stores them. `address` and `documentation` tell an admin where to find what is asked for.
 */
export type ErpManifest = {
  id: string;
  name: string;
  /** Empty: what the ERP of a connection says of itself (`describe`). */
  versionsTested: readonly string[];
  /** Last day on which the publisher maintains a version, by the beginning of its number. Absent or not named: not known. */
  versionEnds?: Readonly<Record<string, string>>;
  address: FieldMeta;
  auth: Fields;
  settings: Fields;
  /** After how many days credentials end that were just made. Absent: they do not end, or nobody knows when. */
  credentialDays?: number;
  /**
   * The ERP gives a refresh token for a person who signs in there and lets the app in, by OAuth's authorization code. `field`: the field of `auth` that
   * holds the token; `server`: where that person is sent, by what else was entered.
   */
  grant?: { field: string; server: (options: ErpOptions) => GrantServer };
  /** Values of settings to start from, by a name that people know. */
  starts?: readonly { id: string; name: string; values: () => Readonly<Record<string, string>> }[];
  create: ErpFactory;
};

/** `authorizeUrl` may have parameters of its own. */
export type GrantServer = {
  authorizeUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  scope: string;
};

/** Without credentials: settings are shown again. */
function isProxy(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** What an admin may say otherwise of any installation. Left empty, the adapter's own values count. */
export const tuning = z.object({
  concurrency: field(
    z
      .string()
      .regex(/^[1-9]\d?$/)
      .optional(),
    {
      label: {
        en: 'Calls at once',
        de: 'Gleichzeitige Aufrufe',
        fr: 'Appels simultanés',
        es: 'Llamadas simultáneas',
        nl: 'Gelijktijdige aanroepen',
        it: 'Chiamate contemporanee',
      },
      help: {
        en: 'How many requests the ERP gets at the same time, 1 to 99. Left empty: as its adapter says.',
        de: 'Wie viele Anfragen das ERP zur selben Zeit bekommt, 1 bis 99. Leer: wie es der Adapter vorsieht.',
        fr: 'Nombre de requêtes simultanées vers l’ERP, de 1 à 99. Vide : valeur de l’adaptateur.',
        es: 'Cuántas solicitudes recibe el ERP a la vez, de 1 a 99. Vacío: lo que indique su adaptador.',
        nl: 'Hoeveel verzoeken het ERP tegelijk krijgt, 1 tot 99. Leeg: zoals de adapter aangeeft.',
        it: 'Quante richieste riceve l’ERP allo stesso tempo, da 1 a 99. Se vuoto: come indicato dall’adattatore.',
      },
      whole: true,
    },
  ),
  commitSeconds: field(
    z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
    {
      label: {
        en: 'Longest commit in seconds',
        de: 'Längster Schreibvorgang in Sekunden',
        fr: 'Écriture la plus longue en secondes',
        es: 'Confirmación más larga en segundos',
        nl: 'Langste verwerking in seconden',
        it: 'Elaborazione massima in secondi',
      },
      help: {
        en: 'How long the ERP may still create an order after its answer got lost. Backroom sends the order again only after that. Left empty: as its adapter says.',
        de: 'Wie lange das ERP einen Auftrag noch anlegen kann, nachdem seine Antwort verloren ging. Erst danach sendet Backroom ihn erneut. Leer: wie es der Adapter vorsieht.',
        fr: 'Durée pendant laquelle l’ERP peut encore créer une commande après la perte de sa réponse. Backroom ne la renvoie qu’ensuite. Vide : valeur de l’adaptateur.',
        es: 'Cuánto tiempo puede el ERP crear todavía un pedido después de perderse su respuesta. Solo después Backroom envía de nuevo el pedido. Vacío: lo que indique su adaptador.',
        nl: 'Hoe lang het ERP nog een order kan aanmaken nadat het antwoord verloren ging. Pas daarna verzendt Backroom de order opnieuw. Leeg: zoals de adapter aangeeft.',
        it: 'Per quanto tempo l’ERP può ancora creare un ordine dopo una risposta persa. Solo in seguito Backroom invia di nuovo l’ordine. Se vuoto: come indicato dall’adattatore.',
      },
      whole: true,
    },
  ),
  proxy: field(z.string().trim().max(500).refine(isProxy).optional(), {
    label: { en: 'Proxy', de: 'Proxy', fr: 'Proxy', es: 'Proxy', nl: 'Proxy', it: 'Proxy' },
    help: {
      en: 'Address of an HTTP proxy on the way to the ERP, without user and password. Left empty: none.',
      de: 'Adresse eines HTTP-Proxys auf dem Weg zum ERP, ohne Benutzer und Passwort. Leer: keiner.',
      fr: 'Adresse d’un proxy HTTP vers l’ERP, sans utilisateur ni mot de passe. Vide : aucun.',
      es: 'Dirección de un proxy HTTP de camino al ERP, sin usuario ni contraseña. Vacío: ninguno.',
      nl: 'Adres van een HTTP-proxy op weg naar het ERP, zonder gebruiker en wachtwoord. Leeg: geen.',
      it: 'Indirizzo di un proxy HTTP verso l’ERP, senza utente e password. Se vuoto: nessuno.',
    },
    example: 'http://proxy.example.com:3128',
  }),
  ca: field(
    z
      .string()
      .trim()
      .max(20_000)
      .refine((text) => certificatesIn(text) !== null)
      .optional(),
    {
      label: {
        en: 'Trusted certificate',
        de: 'Vertrautes Zertifikat',
        fr: 'Certificat de confiance',
        es: 'Certificado de confianza',
        nl: 'Vertrouwd certificaat',
        it: 'Certificato attendibile',
      },
      help: {
        en: 'Certificate of your own authority, as PEM, where the ERP’s certificate is signed by it. Left empty: the usual authorities.',
        de: 'Zertifikat Ihrer eigenen Zertifizierungsstelle als PEM, wenn das des ERP von ihr stammt. Leer: die üblichen Stellen.',
        fr: 'Certificat de votre propre autorité, au format PEM, si celui de l’ERP est signé par elle. Vide : les autorités usuelles.',
        es: 'Certificado de su propia autoridad, en formato PEM, si ha firmado el certificado del ERP. Vacío: las autoridades habituales.',
        nl: 'Certificaat van uw eigen autoriteit, als PEM, als het certificaat van het ERP daardoor is ondertekend. Leeg: de gebruikelijke autoriteiten.',
        it: 'Certificato della tua autorità, in formato PEM, se ha firmato il certificato dell’ERP. Se vuoto: le autorità abituali.',
      },
      long: true,
    },
  ),
});

/** The fields of a form, in the order of their declaration. */
export function fieldsOf(schema: Fields): Field[] {
  return Object.entries(schema.shape).map(([name, each]) => {
    const meta = metas.get(each);
    if (!meta) throw new Error(`the manifest's field ${name} has no label`);
    return { ...meta, name, required: !each.safeParse(undefined).success };
  });
}
