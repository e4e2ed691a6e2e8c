// Writes what a surface checks answers with: the zod schemas of `shared` as JSON Schemas. wire.test.ts fails until it was run again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cancelPreviewSchema,
  changePreviewSchema,
  customerPanelSchema,
  decisionSchema,
  orderActSchema,
  panelsAnswerSchema,
  previewSchema,
  priceChangeSchema,
  problemSchema,
  quoteChoiceInputSchema,
  settingsSchema,
  submissionSchema,
  textsSchema,
} from '@backroom/shared';
import { z } from 'zod';
import { isShapes, type Keywords, type Schema } from '../src/fits.ts';

export const WIRE = join(import.meta.dirname, '..', 'src', 'wire.generated.ts');
/** What a client may be answered, by name. */
export const wireSchemas = {
  problem: problemSchema,
  panels: panelsAnswerSchema,
  decision: decisionSchema,
  preview: previewSchema,
  changePreview: changePreviewSchema,
  cancelPreview: cancelPreviewSchema,
  orderAct: orderActSchema,
  submission: submissionSchema,
  submissions: z.object({ submissions: z.array(submissionSchema) }),
  linked: z.object({ panel: customerPanelSchema }),
  document: z.object({ url: z.url() }),
  accessRequest: z.object({ requested: z.literal(true) }),
  chosen: quoteChoiceInputSchema,
  priceChange: priceChangeSchema,
  settings: settingsSchema,
  texts: textsSchema,
};
/** Keywords that src/fits.ts reads under the same name. */
const kept = new Set<string>(
  Object.keys({
    const: true,
    enum: true,
    items: true,
    pattern: true,
    format: true,
    minLength: true,
    maxLength: true,
    minimum: true,
    maximum: true,
    exclusiveMinimum: true,
  } satisfies Omit<Record<keyof Keywords, true>, 'is' | 'fields' | 'each'>),
);
type Json = Record<string, unknown>;
/** Said of strings by their type already, or bounds that no number of ours comes near. */
const spare = (name: string, value: unknown, { format }: Json) =>
  // src/fits.ts knows these without their patterns of 200 to 330 characters.
  (name === 'pattern' && ['date', 'date-time', 'uuid'].includes(String(format))) ||
  name === '$schema' ||
  name === 'propertyNames' ||
  (/imum$/i.test(name) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER);

function fieldsOf(properties: Json, required: readonly string[]): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      required.includes(name) ? name : `${name}?`,
      compact(inner as Json),
    ]),
  );
}
/** A JSON Schema in the form that src/fits.ts reads. Throws on a keyword that it does not. */
function compact(schema: Json): Schema {
  const { type, anyOf, oneOf, properties, required = [], additionalProperties, ...rest } = schema;
  const shapes = anyOf ?? oneOf;
  if (shapes) return (shapes as Json[]).map(compact);
  const known = Object.entries(rest).filter(([name, value]) => !spare(name, value, rest));
  for (const [name] of known) if (!kept.has(name)) throw new Error(`src/fits.ts does not read "${name}"`);
  const keywords: Keywords = Object.fromEntries(
    known.map(([name, value]) => [name, name === 'items' ? compact(value as Json) : value]),
  );
  if (properties) keywords.fields = fieldsOf(properties as Json, required as string[]);
  if (typeof additionalProperties === 'object') keywords.each = compact(additionalProperties as Json);
  // These say themselves what they are of.
  const says = ['const', 'enum', 'items', 'fields', 'each'].some((name) => name in keywords);
  const types = (Array.isArray(type) ? type : [type]) as string[];
  if (type === undefined || says) return keywords;
  if (Object.keys(keywords).length > 0) return { is: String(type), ...keywords };
  return types.length === 1 ? String(type) : types;
}

/** Every shape once: what is used more than once becomes a definition, and a reference is its place. */
function shared(schemas: Record<string, Schema>) {
  const known = new Map<string, number>();
  const nodes: Schema[] = [];
  const uses: number[] = [];
  const use = (part: Schema): Schema => {
    if (typeof part === 'number') uses[part] = (uses[part] ?? 0) + 1;
    return part;
  };
  const intern = (schema: Schema): Schema => {
    if (typeof schema !== 'object') return schema;
    const node = mapped(schema, intern);
    const key = JSON.stringify(node);
    const at = known.get(key) ?? nodes.push(node) - 1;
    if (!known.has(key)) mapped(node, use);
    known.set(key, at);
    return at;
  };
  const roots = mapped({ fields: schemas }, (root) => use(intern(root))) as { fields: Record<string, Schema> };
  const definitions: Schema[] = [];
  const places = new Map<number, number>();
  const written = (part: Schema): Schema => {
    const node = typeof part === 'number' ? nodes[part] : undefined;
    if (typeof part !== 'number' || node === undefined) return part;
    if (uses[part] === 1) return mapped(node, written);
    const place = places.get(part) ?? definitions.push('') - 1;
    if (!places.has(part)) {
      places.set(part, place);
      definitions[place] = mapped(node, written);
    }
    return place;
  };
  return { schemas: mapped(roots, written) as typeof roots, definitions };
}
/** A schema whose parts went through `change`. */
function mapped(schema: Schema, change: (part: Schema) => Schema): Schema {
  if (typeof schema !== 'object') return schema;
  if (isShapes(schema)) return schema.map(change);
  const { fields, items, each } = schema;
  return {
    ...schema,
    ...(fields
      ? { fields: Object.fromEntries(Object.entries(fields).map(([name, part]) => [name, change(part)])) }
      : {}),
    ...(items === undefined ? {} : { items: change(items) }),
    ...(each === undefined ? {} : { each: change(each) }),
  };
}

/** As text it is smaller in a bundle that keeps its lines, and is read faster than code. */
const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
/** The text of src/wire.generated.ts. */
export function wireFile(): string {
  // As the wire carries it: `io: 'input'` leaves unknown fields alone, as zod does by leaving them out.
  const { properties } = z.toJSONSchema(z.object(wireSchemas), { reused: 'inline', io: 'input' });
  const { schemas, definitions } = shared(fieldsOf(properties as Json, Object.keys(wireSchemas)));
  const data = { schemas: schemas.fields, definitions };
  return `// Generated from the schemas of shared by extension/panels/tools/wire.ts. Do not edit.
import type { Schema } from './fits.ts';

export type WireName = ${Object.keys(wireSchemas)
    .map((name) => `'${name}'`)
    .join(' | ')};
export const wire = JSON.parse(
  '${quoted(JSON.stringify(data))}',
) as { schemas: Record<WireName, Schema>; definitions: readonly Schema[] };
`;
}
if (import.meta.main) writeFileSync(WIRE, wireFile());
