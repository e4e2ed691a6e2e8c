import { readFileSync } from 'node:fs';

type Kind = 'string' | 'int' | 'double' | 'boolean' | 'date' | 'datetime' | 'ref' | 'enum' | 'part' | 'list';
export type Field = {
  name: string;
  kind: Kind;
  /** Choices of an enum, the record that a reference points to, the part that a sublist or subrecord is made of. */
  of: readonly string[];
  length: number | null;
  mandatory: boolean;
  readOnly: boolean;
};
export type RecordType = {
  name: string;
  /** Types of one group draw their ids from one sequence: customers and contacts, all transactions, all items. */
  group: string;
  /** The type as SuiteQL names it. */
  kind: string;
  fields: ReadonlyMap<string, Field>;
};

const records = new Map<string, RecordType>();
const parts = new Map<string, Map<string, Field>>();
let open = new Map<string, Field>();
function fieldOf(text: string): Field {
  const [, name = '', kind = '', inside = '', flag = ''] = /^(\w+):(\w+)(?:\(([^)]*)\))?([*~]?)$/.exec(text) ?? [];
  if (name === '') throw new Error(`metadata: ${text}`);
  return {
    name,
    kind: kind as Kind,
    of: kind === 'string' ? [] : inside.split('|'),
    length: kind === 'string' && inside !== '' ? Number(inside) : null,
    mandatory: flag === '*',
    readOnly: flag === '~',
  };
}
for (const line of readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').split('\n')) {
  const [word = '', name = '', group = '', kind = ''] = line.split(' ');
  if (line.startsWith('#') || word === '') continue;
  if (word === 'record' || word === 'part') {
    open = new Map();
    if (word === 'part') parts.set(name, open);
    else records.set(name.toLowerCase(), { name, group, kind, fields: open });
  } else for (const each of line.split(' ')) open.set(fieldOf(each).name, fieldOf(each));
}

/** Names of record types are compared without case, those of fields with it. */
export const recordType = (name: string): RecordType | undefined => records.get(name.toLowerCase());
export function typeNamed(name: string): RecordType {
  const found = recordType(name);
  if (!found) throw new Error(`the metadata has no ${name}`);
  return found;
}
export function partNamed(name: string): ReadonlyMap<string, Field> {
  const found = parts.get(name);
  if (!found) throw new Error(`the metadata has no part ${name}`);
  return found;
}
