import { readFileSync } from 'node:fs';

type Kind =
  | ('text' | 'num' | 'int' | 'bool' | 'date' | 'moment' | 'enum' | 'texts')
  | ('ref' | 'refs' | 'own' | 'id' | 'ids' | 'part' | 'list' | 'none' | 'gap');
export type Field = {
  name: string;
  kind: Kind;
  /** Length of a text, range of a whole number, choices, the resource that is meant, or the part. */
  inside: string;
  needed: boolean;
};
export type Fields = ReadonlyMap<string, Field>;
export type Resource = {
  path: string;
  /** The name under which requests carry it. */
  entity: string;
  /** Area of the roles that users have. */
  area: string;
  may: readonly string[];
  list: readonly string[];
  get: readonly string[];
  sort: readonly string[];
  shown: Fields;
  post: Fields;
};

const resources = new Map<string, Resource>();
const singles = new Map<string, Fields>();
const shownParts = new Map<string, Fields>();
const takenParts = new Map<string, Fields>();
function fieldOf(text: string): Field {
  const [, name = '', kind = '', inside = '', flag = ''] = /^([$\w]+):(\w+)(?:\(([^)]*)\))?(\*?)$/.exec(text) ?? [];
  if (name === '') throw new Error(`metadata: ${text}`);
  return { name, kind: kind as Kind, inside, needed: flag === '*' };
}
const fieldsIn = (texts: readonly string[]): Fields =>
  new Map(texts.map((text) => [text.split(':')[0] ?? '', fieldOf(text)]));

let part = '';
let single = '';
let open: Resource | null = null;
for (const line of readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').split('\n')) {
  const [word = '', ...rest] = line.split(' ').filter(Boolean);
  const [first = '', entity = '', area = '', may = ''] = rest;
  if (word === '' || word.startsWith('#')) continue;
  if (word === 'part' || word === 'single' || word === 'resource') {
    part = word === 'part' ? first : '';
    single = word === 'single' ? first : '';
    open =
      word === 'resource'
        ? {
            path: first,
            entity,
            area,
            may: may.split(','),
            list: [],
            get: [],
            sort: [],
            shown: new Map(),
            post: new Map(),
          }
        : null;
    if (open) resources.set(first, open);
  } else if (part !== '') (word === 'shown' ? shownParts : takenParts).set(part, fieldsIn(rest));
  else if (single !== '') singles.set(single, fieldsIn(rest));
  else if (open) Object.assign(open, { [word]: word === 'shown' || word === 'post' ? fieldsIn(rest) : rest });
}

export const resourceAt = (path: string): Resource | undefined => resources.get(path);
export const singleAt = (path: string): Fields | undefined => singles.get(path);
function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the metadata has no ${name}`);
  return value;
}
export const resourceNamed = (path: string): Resource => found(resources.get(path), path);
export const shownPart = (name: string): Fields => found(shownParts.get(name), name);
export const takenPart = (name: string): Fields => found(takenParts.get(name), name);
