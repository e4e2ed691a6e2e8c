import { readFileSync } from 'node:fs';

export type Field = { name: string; type: string; to: string | null; readonly: boolean; label: string };
export type Fields = ReadonlyMap<string, Field>;

/** Models and fields as `fields_get` of a real Odoo 19 with the app named them, as many of them as are served. */
function readModels(): ReadonlyMap<string, Fields> {
  const models = new Map<string, Map<string, Field>>();
  let fields = new Map<string, Field>();
  for (const line of readFileSync(new URL('./metadata.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      fields = new Map();
      models.set(line, fields);
      continue;
    }
    const [name = '', kind = '', access, ...label] = line.trim().split(' ');
    const [type = '', to = null] = kind.split(':');
    fields.set(name, { name, type, to, readonly: access === 'ro', label: label.join(' ') });
  }
  return models;
}
export const models = readModels();
