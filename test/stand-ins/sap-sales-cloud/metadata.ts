import { readFileSync } from 'node:fs';

type Kind = 'text' | 'uuid' | 'date' | 'moment' | 'number' | 'bool' | 'enum' | 'group' | 'list' | 'extensions';
export type Field = {
  name: string;
  kind: Kind;
  /** Of a text; 0: any. */
  length: number;
  options: readonly string[];
  /** Computed by the server: shown, and refused in a body. */
  readOnly: boolean;
  /** Of a group, or of each element of a list. */
  fields: Fields;
};
export type Fields = ReadonlyMap<string, Field>;
export type Entity = {
  name: EntityName;
  /** Below `/sap/c4c/api/v1/`. */
  path: string;
  fields: Fields;
  /** Of a PATCH that was done: the record, or nothing. */
  patched: 200 | 204;
};
export const entityNames = ['salesQuote', 'opportunity', 'account', 'contactPerson', 'product', 'employee'] as const;
export type EntityName = (typeof entityNames)[number];

const none: Fields = new Map();
const kinds: readonly string[] = ['text', 'uuid', 'date', 'moment', 'number', 'bool'];
/** `name:text40`, `name:A|B*` (`*`: read-only), `name@type`, `name[]@type`, `name{ … }`, `name[]{ … }`, `extensions`. */
function fieldsIn(words: string[], types: ReadonlyMap<string, Fields>): Fields {
  const fields = new Map<string, Field>();
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (word === '}') break;
    const plain = /^(\w+):([A-Za-z_|]+?)(\d*)(\*?)$/.exec(word);
    const nested = /^(\w+)(\*?)(\[\])?(\*?)(?:@(\w+)|\{)$/.exec(word);
    if (word === 'extensions')
      fields.set(word, {
        name: word,
        kind: 'extensions',
        length: 0,
        options: [],
        readOnly: false,
        fields: none,
      });
    else if (plain) {
      const [, name = '', kind = '', length, mark] = plain;
      fields.set(name, {
        ...{ name, kind: kinds.includes(kind) ? (kind as Kind) : 'enum', length: Number(length || 0) },
        ...{ options: kinds.includes(kind) ? [] : kind.split('|'), readOnly: mark === '*', fields: none },
      });
    } else if (nested) {
      const [, name = '', before, list, after, type] = nested;
      const inner = type === undefined ? fieldsIn(words, types) : types.get(type);
      if (!inner) throw new Error(`metadata: no type ${type}`);
      fields.set(name, {
        ...{ name, kind: list ? 'list' : 'group', length: 0, options: [] },
        ...{ readOnly: before === '*' || after === '*', fields: inner },
      });
    } else throw new Error(`metadata: ${word}`);
  }
  return fields;
}

function read(): ReadonlyMap<string, Entity> {
  const types = new Map<string, Fields>();
  const entities = new Map<string, Entity>();
  const text = readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').trim();
  for (const block of text.split(/\n+(?=type |entity )/)) {
    const [word, name = '', ...rest] = block.split(/\s+/);
    if (word === 'type') types.set(name, fieldsIn(rest, types));
    else {
      const [path = '', patched, ...fields] = rest;
      const known = entityNames.find((each) => each === name);
      if (!known) throw new Error(`metadata: ${name}`);
      entities.set(path, {
        name: known,
        path,
        patched: patched === '204' ? 204 : 200,
        fields: fieldsIn(fields, types),
      });
    }
  }
  return entities;
}
/** Each entity that is served, by its path. */
export const entities = read();
