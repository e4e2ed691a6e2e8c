import { readFileSync } from 'node:fs';

export type Column = { name: string; kind: 'num' | 'str' | 'bool' | 'date' | 'datetime'; displayed: boolean };
/** What SuiteQL sees: names of tables and columns are compared without case. */
export const tables: ReadonlyMap<string, readonly Column[]> = new Map(
  readFileSync(new URL('tables.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...columns] = line.split(' ');
      return [
        name,
        columns.map((text): Column => {
          const [, column = '', kind = 'str', displayed = ''] = /^(\w+):(\w+)(&?)$/.exec(text) ?? [];
          return { name: column, kind: kind as Column['kind'], displayed: displayed !== '' };
        }),
      ];
    }),
);
/** Behind a column with a display value. */
export const displayOf = (column: string): string => `${column}__df`;
