import type { Locale } from '@backroom/shared/messages/locale';
import { z } from 'zod';
import type { ErpFactory } from './adapter.ts';

export type Text = Readonly<Record<Locale, string>>;
/** What a form says about a field. `secret`: never shown again once it is stored. */
export type FieldMeta = { label: Text; help: Text; secret?: boolean; example?: string };

const metas = z.registry<FieldMeta>();
/** Gives a field of a manifest its label and help. */
export const field = <Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema => {
  metas.add(schema, meta);
  return schema;
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
  versionsTested: readonly string[];
  address: FieldMeta;
  auth: Fields;
  settings: Fields;
  create: ErpFactory;
};

/** What an admin may say otherwise of any installation. Left empty, the adapter's own values count. */
export const tuning = z.object({
  concurrency: field(
    z
      .string()
      .regex(/^[1-9]\d?$/)
      .optional(),
    {
      label: { en: 'Calls at once', de: 'Gleichzeitige Aufrufe', fr: 'Appels simultanés' },
      help: {
        en: 'How many requests the ERP gets at the same time, 1 to 99. Left empty: as its adapter says.',
        de: 'Wie viele Anfragen das ERP zur selben Zeit bekommt, 1 bis 99. Leer: wie es der Adapter vorsieht.',
        fr: 'Nombre de requêtes simultanées vers l’ERP, de 1 à 99. Vide : valeur de l’adaptateur.',
      },
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
      },
      help: {
        en: 'How long the ERP may still create an order after its answer got lost. Backroom sends the order again only after that. Left empty: as its adapter says.',
        de: 'Wie lange das ERP einen Auftrag noch anlegen kann, nachdem seine Antwort verloren ging. Erst danach sendet Backroom ihn erneut. Leer: wie es der Adapter vorsieht.',
        fr: 'Durée pendant laquelle l’ERP peut encore créer une commande après la perte de sa réponse. Backroom ne la renvoie qu’ensuite. Vide : valeur de l’adaptateur.',
      },
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
