import { readFileSync } from 'node:fs';

/**
 * Entities and paths of the API, from Sage's OpenAPI files ("Sage 200 v1 Extra"): names, types, lengths and marks.
 *
 * `entities.txt`: a line without indent names an entity, an indented one a field, its type and marks: `!` read-only, `*` required, `@SFCM`
 * settable only on these types of line (standard, free text, charge, comment). `decN` is a decimal with N places, `textN` a text of at most N
 * characters, `ref(entity)` and `list(entity)` come with $expand, `gap` is something that this double lacks. `name_1..20` are twenty fields.
 *
 * `paths.txt`: a path, its methods, and what they take and give: `POST:taken>given`.
 */
type Kind = 'text' | 'moment' | 'dec' | 'int' | 'bool' | 'enum' | 'ref' | 'list' | 'group' | 'gap';
export type Field = {
  name: string;
  kind: Kind;
  /** Characters of a text, places of a decimal, bits of an integer. */
  size: number;
  /** Name of the entity or of the enumeration. */
  of: string;
  readOnly: boolean;
  required: boolean;
  /** Types of line on which it may be set; empty where all may. */
  lineTypes: string;
  /** Fields of a group. */
  fields: Map<string, Field>;
};
export type Entity = { name: string; fields: ReadonlyMap<string, Field> };
type Route = {
  pattern: string;
  parts: readonly string[];
  methods: ReadonlyMap<string, { takes: string; gives: string }>;
};

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8').trim();

function kindOf(type: string): Pick<Field, 'kind' | 'size' | 'of'> {
  const [, word = '', digits = '', of = ''] = /^([a-z]+)(\d*)(?:\((\w+)\))?$/.exec(type) ?? [];
  return { kind: word as Kind, size: digits === '' ? Number.POSITIVE_INFINITY : Number(digits), of };
}
function fieldsOf(line: string): Field[] {
  const [named = '', type = '', ...marks] = line.trim().split(' ');
  const [, stem = named, first = '', last = ''] = /^(\w+_)(\d+)\.\.(\d+)$/.exec(named) ?? [];
  const names = first === '' ? [named] : Array.from({ length: Number(last) }, (_, nth) => `${stem}${nth + 1}`);
  const mark = marks.find((each) => !each.startsWith('@')) ?? '';
  return names.map((name) => ({
    ...{ name, ...kindOf(type), readOnly: mark.includes('!'), required: mark.includes('*') },
    ...{ lineTypes: marks.find((each) => each.startsWith('@'))?.slice(1) ?? '', fields: new Map() },
  }));
}
function readEntities(): Map<string, Entity> {
  const found = new Map<string, Entity>();
  for (const block of textOf('./entities.txt').split('\n\n')) {
    const [name = '', ...lines] = block.split('\n');
    const fields = new Map<string, Field>();
    for (const field of lines.flatMap(fieldsOf)) {
      const [group = '', inner] = field.name.split('.');
      if (inner) fields.get(group)?.fields.set(inner, { ...field, name: inner });
      else fields.set(field.name, field);
    }
    found.set(name, { name, fields });
  }
  return found;
}
const readRoutes = (): Route[] =>
  textOf('./paths.txt')
    .split('\n')
    .map((line) => {
      const [pattern = '', ...methods] = line.split(' ');
      const read = methods.map((each) => {
        const [method = '', schemas = ''] = each.split(':');
        const [takes = '', gives = ''] = schemas.includes('>') ? schemas.split('>') : ['', schemas];
        return [method, { takes, gives }] as const;
      });
      return { pattern, parts: pattern.slice(1).split('/'), methods: new Map(read) };
    });
const entities = readEntities();
const routes = readRoutes();

export function entityOf(name: string): Entity {
  const entity = entities.get(name);
  if (!entity) throw new Error(`the double has no entity ${name}`);
  return entity;
}
/** The vendor's path that an address means, with the ids in it; null where there is none. */
export function routeOf(path: string): { route: Route; ids: string[] } | null {
  const asked = path.split('/');
  const route = routes.find(
    ({ parts }) =>
      parts.length === asked.length && parts.every((part, nth) => part.startsWith('{') || part === asked[nth]),
  );
  return route ? { route, ids: asked.filter((_, nth) => route.parts[nth]?.startsWith('{')) } : null;
}
