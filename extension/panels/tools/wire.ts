// Writes what a surface checks answers with: the zod schemas of `shared` as JSON Schemas. wire.test.ts fails until it was run again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  customerPanelSchema,
  decisionSchema,
  panelsAnswerSchema,
  previewSchema,
  problemSchema,
  quoteChoiceInputSchema,
  settingsSchema,
  submissionSchema,
  textsSchema,
} from '@backroom/shared';
import { z } from 'zod';
import type { Schema } from '../src/fits.ts';

export const WIRE = join(import.meta.dirname, '..', 'src', 'wire.generated.ts');
/** What a client may be answered, by name. */
export const wireSchemas = {
  problem: problemSchema,
  panels: panelsAnswerSchema,
  decision: decisionSchema,
  preview: previewSchema,
  submission: submissionSchema,
  submissions: z.object({ submissions: z.array(submissionSchema) }),
  linked: z.object({ panel: customerPanelSchema }),
  document: z.object({ url: z.url() }),
  chosen: quoteChoiceInputSchema,
  settings: settingsSchema,
  texts: textsSchema,
};
const understood = {
  $ref: true,
  type: true,
  const: true,
  enum: true,
  anyOf: true,
  oneOf: true,
  properties: true,
  required: true,
  additionalProperties: true,
  items: true,
  pattern: true,
  format: true,
  minLength: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  exclusiveMinimum: true,
} as const satisfies Record<keyof Schema, true>;
/** Said of strings by their type already, or bounds that no number of ours comes near. */
const spare = (name: string, value: unknown) =>
  name === '$schema' ||
  name === 'propertyNames' ||
  (/imum$/i.test(name) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER);

/** A schema with only the keywords that src/fits.ts reads; throws on another one. */
function reduced(schema: object): Schema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]) => {
      if (spare(name, value)) return [];
      if (!(name in understood)) throw new Error(`src/fits.ts does not read "${name}"`);
      if (name === 'anyOf' || name === 'oneOf') return [[name, (value as object[]).map(reduced)]];
      if (name === 'items' || name === 'additionalProperties') return [[name, reduced(value as object)]];
      if (name === 'properties') return [[name, mapped(value as Record<string, object>)]];
      return [[name, value]];
    }),
  );
}
const mapped = (schemas: Record<string, object>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, reduced(schema)]));

/** The text of src/wire.generated.ts. */
export function wireFile(): string {
  // As the wire carries it: `io: 'input'` leaves unknown fields alone, as zod does by leaving them out.
  const { properties, $defs } = z.toJSONSchema(z.object(wireSchemas), { reused: 'ref', io: 'input' });
  const data = {
    schemas: mapped(properties as Record<string, object>),
    definitions: mapped($defs as Record<string, object>),
  };
  return `// Generated from the schemas of shared by extension/panels/tools/wire.ts. Do not edit.
import type { Schema } from './fits.ts';

export type WireName = ${Object.keys(wireSchemas)
    .map((name) => `'${name}'`)
    .join(' | ')};
export const wire: { schemas: Record<WireName, Schema>; definitions: Record<string, Schema> } = ${JSON.stringify(data).replaceAll('__schema', '')};
`;
}
if (import.meta.main) writeFileSync(WIRE, wireFile());
