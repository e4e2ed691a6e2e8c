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

/** The fields of a form, in the order of their declaration. */
export function fieldsOf(schema: Fields): Field[] {
  return Object.entries(schema.shape).map(([name, each]) => {
    const meta = metas.get(each);
    if (!meta) throw new Error(`the manifest's field ${name} has no label`);
    return { ...meta, name, required: !each.safeParse(undefined).success };
  });
}
