import { noAccess, noPrivilege } from './errors.ts';
import type { Table } from './metadata.ts';

const RIGHTS = ['ReadAccess', 'WriteAccess', 'AppendAccess', 'AppendToAccess', 'ShareAccess', 'DeleteAccess'] as const;
type Act = 'Read' | 'Write' | 'Create' | 'Delete';

/** What users may not do. Everything else they may: security roles are not played. */
export function openAccess() {
  const tables = new Set<string>();
  const records = new Set<string>();
  const columns = new Set<string>();
  const key = (...parts: string[]) => parts.join(' ').toLowerCase();
  return {
    /** The user lacks this privilege on the table. */
    denyTable: (user: string, act: Act, table: string) => void tables.add(key(user, act, table)),
    /** The user does not see this record. */
    denyRecord: (user: string, id: string) => void records.add(key(user, id)),
    /** Column security: nobody but the administrator sees the column, and its value comes as null, without a word. */
    hideColumn: (table: string, column: string) => void columns.add(key(table, column)),
    allowAll() {
      for (const each of [tables, records, columns]) each.clear();
    },
    hides: (table: Table, column: string) => columns.has(key(table.name, column)),
    sees: (user: string, id: string) => !records.has(key(user, id)),
    unseen: (user: string): string[] =>
      [...records].flatMap((each) => (each.startsWith(key(user)) ? [each.slice(user.length + 1)] : [])),
    check(user: string, act: Act, table: Table, id?: string): void {
      if (tables.has(key(user, act, table.name))) throw noPrivilege(user, `prv${act}${table.name}`, table.name);
      if (id !== undefined && records.has(key(user, id))) throw noAccess(user, `${act}Access`, id);
    },
    /** As RetrievePrincipalAccess says it. */
    rightsOn: (user: string, table: Table, id: string): string =>
      records.has(key(user, id)) || tables.has(key(user, 'Read', table.name))
        ? 'None'
        : RIGHTS.filter((right) => !tables.has(key(user, right.replace('Access', ''), table.name))).join(', '),
  };
}
export type Access = ReturnType<typeof openAccess>;
