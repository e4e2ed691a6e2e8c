import { readFileSync } from 'node:fs';

type Kind =
  | 'text'
  | 'money'
  | 'decimal'
  | 'int'
  | 'bigint'
  | 'datetime'
  | 'date'
  | 'bool'
  | 'choice'
  | 'guid'
  | 'lookup';
export type Column = {
  /** The logical name; what the Web API calls it is `wire`. */
  name: string;
  wire: string;
  kind: Kind;
  label: string;
  length: number;
  required: boolean;
  /** Computed by the server: shown and never taken. */
  readOnly: boolean;
  custom: boolean;
  options: readonly { value: number; label: string }[];
  /** Tables that a lookup may point to. */
  targets: readonly string[];
};
/** A table. `navigations` gives the record that a lookup points to, `collections` the rows that point here. */
export type Table = {
  name: string;
  set: string;
  id: string;
  title: string;
  columns: Map<string, Column>;
  navigations: Map<string, { column: Column; target: string }>;
  collections: Map<string, { table: string; column: string }>;
  /** Alternate keys: by which columns a row may be named. */
  keys: (readonly string[])[];
  tracked: boolean;
};
export type Metadata = ReturnType<typeof openMetadata>;

const plain = { label: '', length: 0, required: false, readOnly: false, custom: false, options: [], targets: [] };
export function columnOf(given: Pick<Column, 'name' | 'kind'> & Partial<Column>): Column {
  return { ...plain, label: given.name, ...given, wire: given.kind === 'lookup' ? `_${given.name}_value` : given.name };
}
/** `name:text160!`, `statecode:choice=0~Open|1~Won`; `!` is required, `*` read-only. */
function parsed(text: string): Column {
  const [, name = '', kind = '', length = '', mark = ''] = /^(\w+):([a-z]+)(\d*)(?:=[^\s]*?)?([!*]?)$/.exec(text) ?? [];
  const options = (/=(.*?)[!*]?$/.exec(text)?.[1] ?? '').split('|').flatMap((each) => {
    const [value = '', label = ''] = each.split('~');
    return label === '' ? [] : [{ value: Number(value), label: label.replaceAll('_', ' ') }];
  });
  if (name === '') throw new Error(`metadata: ${text}`);
  return columnOf({
    ...{ name, kind: kind as Kind, options, length: Number(length || 0) },
    ...{ required: mark === '!', readOnly: mark === '*' },
  });
}
/** What every table has. */
const base: readonly Column[] = [
  columnOf({ name: 'createdon', kind: 'datetime', readOnly: true }),
  columnOf({ name: 'modifiedon', kind: 'datetime', readOnly: true }),
  columnOf({ name: 'versionnumber', kind: 'bigint', readOnly: true }),
  columnOf({ name: 'ownerid', kind: 'lookup', targets: ['systemuser'] }),
  columnOf({ name: 'createdby', kind: 'lookup', targets: ['systemuser'], readOnly: true }),
  columnOf({ name: 'modifiedby', kind: 'lookup', targets: ['systemuser'], readOnly: true }),
];

/** Adds a column, and what leads along it where it is a lookup. Several targets have a navigation each. */
export function addColumn(table: Table, column: Column): void {
  table.columns.set(column.wire, column);
  for (const target of column.targets)
    table.navigations.set(column.targets.length > 1 ? `${column.name}_${target}` : column.name, { column, target });
}
export function newTable(name: string, set: string, id: string, title: string): Table {
  const empty = { columns: new Map(), navigations: new Map(), collections: new Map(), keys: [], tracked: true };
  const table: Table = { name, set, id, title, ...empty };
  addColumn(table, columnOf({ name: id, kind: 'guid', required: true }));
  for (const column of base) addColumn(table, column);
  return table;
}

/** Tables, columns and their types, of one organisation: solutions add to them. Names are case sensitive. */
export function openMetadata() {
  const tables = new Map<string, Table>();
  let table: Table | null = null;
  for (const line of readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').split('\n')) {
    const [word = '', ...rest] = line.trim().split(' ');
    if (word === 'table') {
      const [name = '', set = '', id = '', title = ''] = rest;
      table = newTable(name, set, id, title);
      tables.set(name, table);
    } else if (word === 'lookups')
      for (const each of rest) {
        const [, name = '', targets = '', mark] = /^(\w+)>([\w,]+)(!?)$/.exec(each) ?? [];
        if (table)
          addColumn(table, columnOf({ name, kind: 'lookup', targets: targets.split(','), readOnly: mark === '!' }));
      }
    else if (word === 'collections')
      for (const each of rest) {
        const [name = '', to = '', column = ''] = each.split(/[>.]/);
        table?.collections.set(name, { table: to, column });
      }
    else if (word !== '') for (const each of [word, ...rest]) if (table) addColumn(table, parsed(each));
  }
  return {
    tables,
    bySet: (set: string): Table | null => [...tables.values()].find((each) => each.set === set) ?? null,
    named(name: string): Table {
      const found = tables.get(name);
      if (!found) throw new Error(`the metadata has no ${name}`);
      return found;
    },
  };
}
