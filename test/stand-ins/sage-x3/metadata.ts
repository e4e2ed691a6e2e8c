import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A type of the data dictionary: text, choice, whole number, decimal, day, time. `M1` is yes or no. */
export type Kind = { type: 'A' | 'M' | 'I' | 'N' | 'D' | 'T'; size: number; places: number };
type Column = { name: string; kind: Kind; values: number; refers: boolean };
type Collection = { name: string; table: string; column: string };
export type Table = {
  name: string;
  abbreviation: string;
  key: readonly string[];
  columns: ReadonlyMap<string, Column>;
  collections: readonly Collection[];
};
export type Field = {
  name: string;
  kind: Kind;
  values: number;
  required: boolean;
  shown: boolean;
  menu: number | null;
};
export type Group = { id: string; rows: number | null; fields: ReadonlyMap<string, Field> };
export type Publication = {
  name: string;
  /** The table of an object and its key; none for a subprogram. */
  table: string | null;
  key: string;
  groups: ReadonlyMap<string, Group>;
};

const lines = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, 'data', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));
function kindOf(text: string): Kind {
  const [, type = 'A', size = '0', places = '0'] = /^([AMINDT])(\d*)(?:\.(\d+))?$/.exec(text) ?? [];
  return { type: type as Kind['type'], size: Number(size || 0), places: Number(places) };
}
const valuesOf = (marks: readonly string[]): number => Number(marks.find((mark) => /^x\d+$/.test(mark))?.slice(1) ?? 1);
const isColumn = (mark = ''): boolean => /^[AMINDT]\d*(\.\d+)?$/.test(mark);

function readTables(): ReadonlyMap<string, Table> {
  type Open = Table & { columns: Map<string, Column>; collections: Collection[] };
  const tables = new Map<string, Open>();
  let open: Open | undefined;
  for (const [first = '', second = '', ...rest] of lines('tables.txt')) {
    if (first === '+') open?.collections.push({ name: second, table: rest[0] ?? '', column: rest[1] ?? '' });
    else if (isColumn(second))
      open?.columns.set(first, {
        ...{ name: first, kind: kindOf(second), values: valuesOf(rest), refers: rest.includes('>') },
      });
    else {
      open = { name: first, abbreviation: second, key: rest, columns: new Map(), collections: [] };
      tables.set(first, open);
    }
  }
  return tables;
}
function readPublications(): ReadonlyMap<string, Publication> {
  type Open = Publication & { groups: Map<string, Group & { fields: Map<string, Field> }> };
  const publications = new Map<string, Open>();
  let open: Open | undefined;
  let group: (Group & { fields: Map<string, Field> }) | undefined;
  for (const [first = '', second = '', ...rest] of lines('publications.txt')) {
    if (first === 'object' || first === 'run') {
      open = { name: second, table: rest[0] ?? null, key: rest[1] ?? '', groups: new Map() };
      publications.set(second, open);
    } else if (first === 'GRP' || first === 'TAB') {
      group = { id: second, rows: first === 'TAB' ? Number(rest[0]) : null, fields: new Map() };
      open?.groups.set(second, group);
    } else {
      const menu = rest.indexOf('menu');
      group?.fields.set(first, {
        ...{ name: first, kind: kindOf(second), values: valuesOf(rest), required: rest.includes('!') },
        ...{ shown: rest.includes('='), menu: menu < 0 ? null : Number(rest[menu + 1]) },
      });
    }
  }
  return publications;
}
/** The tables that have a class and a representation, by name. */
export const tables = readTables();
/** What is published as a SOAP web service, by its public name. */
export const publications = readPublications();
export function tableOf(name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}
