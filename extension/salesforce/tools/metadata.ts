import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

type Field = { type: string; many: boolean; required: boolean };
type Shape = { fields: Map<string, Field> } | { values: Set<string> } | { plain: true };

/** Salesforce publishes the types of its metadata API, made from the WSDL; they are read as the schema that they are. */
const source = readFileSync(
  createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts'),
  'utf8',
);

const shapes = new Map<string, Shape>();
function shapeOf(type: string): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = readShape(type);
  shapes.set(type, shape);
  return shape;
}
function readShape(type: string): Shape {
  const found = new RegExp(`^export type ${type} = ([^;{]*)(\\{[\\s\\S]*?\\n\\})?;`, 'm').exec(source);
  if (!found) return { plain: true };
  const [, head = '', body] = found;
  if (body === undefined) {
    const values = [...head.matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '');
    return values.length > 0 ? { values: new Set(values) } : { plain: true };
  }
  const inherited = head
    .split('&')
    .map((name) => name.trim())
    .filter(Boolean)
    .flatMap((name) => {
      const shape = shapeOf(name);
      return 'fields' in shape ? [...shape.fields] : [];
    });
  const own = [...body.matchAll(/^\s+(\w+)(\??): ([\w.]+)(\[\])?;/gm)].map(
    ([, name, optional, kind, many]): [string, Field] => [
      name ?? '',
      { type: kind ?? '', many: many !== undefined, required: optional !== '?' && many === undefined },
    ],
  );
  return { fields: new Map([...inherited, ...own]) };
}

/** Where the source format holds more than the API's type says: an LWC's target configurations are a text there and XML in the file. */
const free = new Set(['LightningComponentBundle.targetConfigs', 'CustomMetadataValue.value']);

function check(type: string, value: unknown, path: string): string[] {
  const shape = shapeOf(type);
  if ('plain' in shape) {
    if (type === 'boolean' && value !== 'true' && value !== 'false') return [`${path}: true or false`];
    if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(String(value))) return [`${path}: a number`];
    return typeof value === 'object' && value !== null ? [`${path}: ${type} has no parts`] : [];
  }
  if ('values' in shape) return shape.values.has(String(value)) ? [] : [`${path}: ${String(value)} is no ${type}`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${type} has parts`];
  const given = value as Record<string, unknown>;
  const missing = [...shape.fields]
    .filter(([name, field]) => field.required && !(name in given))
    .map(([name]) => `${path}: ${name} is missing`);
  const wrong = Object.entries(given)
    .filter(([name]) => !name.startsWith('@') && !free.has(`${type}.${name}`))
    .flatMap(([name, inner]) => {
      const field = shape.fields.get(name);
      if (!field) return [`${path}: ${type} has no ${name}`];
      const list = Array.isArray(inner) ? inner : [inner];
      if (list.length > 1 && !field.many) return [`${path}.${name}: only one`];
      return list.flatMap((each) => check(field.type, each, `${path}.${name}`));
    });
  return [...missing, ...wrong];
}

/** What is wrong with a metadata file of that type: not well-formed, another root, an unknown, missing or wrong field. */
export function metadataErrors(type: string, xml: string): string[] {
  const formed = XMLValidator.validate(xml);
  if (formed !== true) return [`${formed.err.line}: ${formed.err.msg}`];
  const read = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    ignoreDeclaration: true,
    parseTagValue: false,
  }).parse(xml) as Record<string, unknown>;
  const [root = ''] = Object.keys(read);
  if (root !== type) return [`the root is ${root}, not ${type}`];
  if ('plain' in shapeOf(type)) return [`${type} is no type of the metadata API`];
  return check(type, read[root], root);
}
