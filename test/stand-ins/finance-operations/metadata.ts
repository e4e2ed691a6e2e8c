import { readFileSync } from 'node:fs';

type Kind = 'string' | 'decimal' | 'int' | 'date' | 'datetime' | 'enum';
export type Field = { name: string; kind: Kind; type: string; members: readonly string[] };
export type EntitySet = {
  name: string;
  type: string;
  keys: readonly string[];
  fields: ReadonlyMap<string, Field>;
  /** `10.0.47`: read out of that version's metadata. `recorded`: names of a recorded answer. `documentation`: names that integrators and Microsoft's pages give. */
  source: string;
};

const lines = readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').split('\n');
const enums = new Map<string, readonly string[]>();
const known = new Map<string, EntitySet>();
for (const line of lines) {
  const [word = '', ...rest] = line.split(' ');
  if (word === 'enum') enums.set(rest[0] ?? '', (rest[1] ?? '').split(','));
  else if (word === 'set') {
    const [name = '', type = '', keys = '', source = ''] = rest;
    const fields = new Map<string, Field>();
    known.set(name, { name, type, keys: keys.slice(5).split(','), fields, source: source.slice(7) });
  } else if (word !== '') {
    const fields = [...known.values()].at(-1)?.fields as Map<string, Field> | undefined;
    for (const each of [word, ...rest]) {
      const [name = '', type = ''] = each.split(':');
      const members = enums.get(type) ?? [];
      const kind = members.length > 0 ? 'enum' : (type as Kind);
      fields?.set(name, { name, kind, type, members });
    }
  }
}

/** Names, keys, types and choices of the entity sets that this double serves. Names are case sensitive. */
export const sets: ReadonlyMap<string, EntitySet> = known;
export function setNamed(name: string): EntitySet {
  const found = sets.get(name);
  if (!found) throw new Error(`the metadata has no ${name}`);
  return found;
}
export const NAMESPACE = 'Microsoft.Dynamics.DataEntities';
/** An empty date is no date: that of a day comes as noon. */
const NO_DATE = '1900-01-01T12:00:00Z';
const NO_TIME = '1900-01-01T00:00:00Z';
export function blankOf({ kind, members }: Field): string | number {
  if (kind === 'enum') return members[0] ?? '';
  if (kind === 'date') return NO_DATE;
  if (kind === 'datetime') return NO_TIME;
  return kind === 'string' ? '' : kind === 'int' ? 0 : '0';
}
