import { readFileSync } from 'node:fs';

/**
 * Objects of the REST API, from the vendor's OpenAPI files of 16 September 2026 (API v1), in `objects/*.txt`. Fields of subscriptions
 * that the company does not have are left out, save those marked "gap", which this double refuses as its own gap.
 *
 * A line without indent names an object and what may be done with it; an indented one has a path, its type and marks:
 * `!` read-only, `*` needed on create, `~` not in filters, `?` taken and not applied, `+` shown as "ID--NAME", `-` without href.
 * `num` and `int` are JSON numbers, `decN` a decimal as text with N places, `ref(object:shown)` a reference by key or id, `list(object)`
 * objects that the object owns.
 */
type Kind = 'text' | 'date' | 'moment' | 'dec' | 'int' | 'num' | 'bool' | 'enum' | 'ref' | 'list' | 'gap';
export type Field = {
  path: string;
  kind: Kind;
  /** Places of a decimal. */
  places: number;
  choices: readonly string[];
  /** The object that a reference or a list means. */
  object: string;
  /** What a reference shows beside key, id and href. */
  shown: readonly string[];
  readOnly: boolean;
  needed: boolean;
  unfilterable: boolean;
  ignored: boolean;
  named: boolean;
  withoutHref: boolean;
};
export type ObjectType = {
  name: string;
  creatable: boolean;
  updatable: boolean;
  /** Paths name the transaction definition: `document::Sales Order`. */
  typed: boolean;
  owned: boolean;
  fields: ReadonlyMap<string, Field>;
};

function fieldOf(line: string): Field {
  const [path = '', type = '', marks = ''] = line.trim().split(/\s+/);
  const [, word = '', inner = ''] = /^([a-z]+)\d*(?:\((.*)\))?$/.exec(type) ?? [];
  const [object = '', shown = ''] = inner.split(':');
  return {
    path,
    kind: word as Kind,
    places: Number(/\d+$/.exec(type)?.[0] ?? 0),
    choices: word === 'enum' ? inner.split(',') : [],
    object,
    shown: shown === '' ? [] : shown.split(','),
    readOnly: marks.includes('!'),
    needed: marks.includes('*'),
    unfilterable: marks.includes('~'),
    ignored: marks.includes('?'),
    named: marks.includes('+'),
    withoutHref: marks.includes('-'),
  };
}
function read(): Map<string, ObjectType> {
  const found = new Map<string, ObjectType>();
  for (const file of ['order-entry', 'accounts-receivable', 'inventory-control', 'other']) {
    const text = readFileSync(new URL(`./objects/${file}.txt`, import.meta.url), 'utf8');
    for (const block of text.trim().split('\n\n')) {
      const [head = '', ...lines] = block.split('\n');
      const [name = '', ...may] = head.split(' ');
      found.set(name, {
        name,
        creatable: may.includes('create'),
        updatable: may.includes('update'),
        typed: may.includes('typed'),
        owned: may.includes('owned'),
        fields: new Map(lines.map(fieldOf).map((field) => [field.path, field])),
      });
    }
  }
  return found;
}
const objects = read();
export const objectType = (name: string): ObjectType | undefined => objects.get(name);
export function typeOf(name: string): ObjectType {
  const type = objects.get(name);
  if (!type) throw new Error(`the double has no object ${name}`);
  return type;
}
/** Whether a path leads to fields: a group such as `contacts.default`. */
export const isGroup = ({ fields }: ObjectType, path: string): boolean =>
  [...fields.keys()].some((each) => each.startsWith(`${path}.`));
