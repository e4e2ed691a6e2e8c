import type { Access } from './access.ts';
import { reviseQuote } from './actions.ts';
import type { Row, Store } from './database.ts';
import { addColumn, type Column, columnOf, type Metadata, newTable, type Table } from './metadata.ts';
import { preferencesOf } from './options.ts';
import { insertRow, removeRow, updateRow, type Writing } from './write.ts';

export type NewColumn = Pick<Column, 'name' | 'kind'> &
  Partial<Pick<Column, 'label' | 'length' | 'options' | 'targets'>>;
export type NewTable = {
  name: string;
  set: string;
  title: string;
  columns: readonly NewColumn[];
  keys?: readonly (readonly string[])[];
};

const stateColumns = [
  columnOf({
    ...{ name: 'statecode', kind: 'choice' },
    options: [
      { value: 0, label: 'Active' },
      { value: 1, label: 'Inactive' },
    ],
  }),
  columnOf({
    ...{ name: 'statuscode', kind: 'choice' },
    options: [
      { value: 1, label: 'Active' },
      { value: 2, label: 'Inactive' },
    ],
  }),
];

/** What people of the organisation do: they may put what the service refuses, such as a price of too many digits. */
export function openDesk(parts: {
  store: Store;
  metadata: Metadata;
  access: Access;
  faults: Writing['faults'];
  now: () => number;
  user: () => string;
  newId?: (() => string) | undefined;
}) {
  const { store, metadata, access } = parts;
  const writing = (): Writing => ({
    ...parts,
    user: parts.user(),
    root: '',
    compatible: false,
    prefer: preferencesOf(undefined),
  });
  const rowOf = (name: string, id: string): { table: Table; row: Row } => {
    const table = metadata.named(name);
    const row = store.get(table, id);
    if (!row) throw new Error(`${name} ${id} is not there`);
    return { table, row };
  };
  /** Plain names of lookups become their columns. */
  function stored(table: Table, given: Row): Row {
    const row: Row = {};
    for (const [name, value] of Object.entries(given)) {
      const column = table.columns.get(name) ?? table.columns.get(`_${name}_value`);
      const along = table.navigations.get(name);
      if (!column && !along) throw new Error(`${table.name} has no ${name}`);
      const to = column ?? along?.column;
      row[to?.wire ?? name] = value;
      if (to?.kind === 'lookup')
        row[`${to.wire}_type`] = value === null ? null : (along?.target ?? to.targets[0] ?? null);
    }
    return row;
  }
  function put(name: string, given: Row): string {
    const table = metadata.named(name);
    return String(insertRow(writing(), table, stored(table, given))[table.id]);
  }
  function addColumns(name: string, columns: readonly NewColumn[]): void {
    const table = metadata.named(name);
    for (const each of columns) {
      const column = columnOf({ ...each, custom: true, length: each.length ?? (each.kind === 'text' ? 100 : 0) });
      if (table.columns.has(column.wire)) continue;
      addColumn(table, column);
      store.addColumn(table, column);
    }
  }
  return {
    put,
    get: (name: string, id: string): Row | null => store.get(metadata.named(name), id),
    change(name: string, id: string, changes: Row): void {
      const { table, row } = rowOf(name, id);
      updateRow(writing(), table, row, stored(table, changes));
    },
    remove(name: string, id: string): void {
      const { table, row } = rowOf(name, id);
      removeRow(writing(), table, row);
    },
    /** The lost record stays, inactive and marked; what pointed to it points to the one that was kept. */
    merge(name: 'account' | 'contact', kept: string, lost: string): void {
      const { table, row } = rowOf(name, lost);
      for (const other of metadata.tables.values())
        for (const column of other.columns.values())
          if (column.kind === 'lookup' && column.targets.includes(name) && column.name !== 'masterid')
            store.run(
              `update "${other.name}" set "${column.wire}" = ? where "${column.wire}" = ? and coalesce("${column.wire}_type", ?) = ?`,
              ...[kept, lost, name, name],
            );
      const merged = { merged: 1, statecode: 1, statuscode: 2, _masterid_value: kept, _masterid_value_type: name };
      updateRow(writing(), table, row, merged);
    },
    /** Ids of a quote's lines, in their order. */
    linesOf: (quote: string): string[] =>
      store.rows(metadata.named('quotedetail'), '_quoteid_value', quote).map((row) => String(row.quotedetailid)),
    /** The next revision's id. */
    revise: (quote: string): string => String(reviseQuote(writing(), quote).quoteid),
    /** What a solution brings. A second time it changes nothing. */
    installSolution(solution: {
      uniquename: string;
      version: string;
      managed?: boolean;
      columns?: Readonly<Record<string, readonly NewColumn[]>>;
      tables?: readonly NewTable[];
    }): void {
      for (const { name, set, title, columns, keys = [] } of solution.tables ?? []) {
        if (metadata.tables.has(name)) continue;
        const table = newTable(name, set, `${name}id`, title);
        for (const column of stateColumns) addColumn(table, column);
        metadata.tables.set(name, table);
        store.createTable(table);
        addColumns(name, columns);
        for (const key of keys) {
          table.keys.push(key);
          store.addKey(table, key);
        }
      }
      for (const [name, columns] of Object.entries(solution.columns ?? {})) addColumns(name, columns);
      const { uniquename, version, managed = true } = solution;
      put('solution', { uniquename, friendlyname: uniquename, version, ismanaged: managed ? 1 : 0 });
    },
    /** The column is gone from the table, as when somebody deletes it. */
    removeColumn(name: string, column: string): void {
      const { columns } = metadata.named(name);
      if (!columns.delete(column)) throw new Error(`${name} has no ${column}`);
    },
    /** The column may be read and not written. */
    lockColumn(name: string, column: string): void {
      const { columns } = metadata.named(name);
      const found = columns.get(column);
      if (!found) throw new Error(`${name} has no ${column}`);
      columns.set(column, { ...found, readOnly: true });
    },
    addKey(name: string, columns: readonly string[]): void {
      const table = metadata.named(name);
      table.keys.push(columns);
      store.addKey(table, columns);
    },
    trackChanges(name: string, on: boolean): void {
      metadata.named(name).tracked = on;
    },
    access,
    /** The execution context that a webhook of a step is sent, unsigned. `gone`: a delete, whose target is a reference. */
    contextOf(
      message: 'Create' | 'Update' | 'Delete' | 'Merge',
      name: string,
      id: string,
      attributes: Readonly<Record<string, unknown>> = {},
    ): object {
      const organization = store.one('select organizationid as id, name from organization');
      const target = {
        __type: 'EntityReference:http://schemas.microsoft.com/xrm/2011/Contracts',
        Id: id,
        LogicalName: name,
      };
      const given = Object.entries(attributes).map(([key, value]) => ({ key, value }));
      return {
        ...{ MessageName: message, PrimaryEntityName: name, PrimaryEntityId: id, Depth: 1, Mode: 1, Stage: 40 },
        ...{ OrganizationId: organization?.id, OrganizationName: organization?.name },
        ...{ UserId: parts.user(), InitiatingUserId: parts.user(), OperationCreatedOn: `/Date(${parts.now()})/` },
        InputParameters: [
          {
            key: 'Target',
            value:
              message === 'Delete' || message === 'Merge'
                ? target
                : { ...target, __type: 'Entity:http://schemas.microsoft.com/xrm/2011/Contracts', Attributes: given },
          },
          ...(message === 'Merge' ? given : []),
        ],
        ...{ OutputParameters: [], PreEntityImages: [], PostEntityImages: [], SharedVariables: [] },
      };
    },
  };
}
export type Desk = ReturnType<typeof openDesk>;
