import { cleanText } from '@backroom/shared';
import { IN_MOST, UNKNOWN_NAME } from './facts.ts';
import { faultIn } from './faults.ts';

/** A text of a query. There are no parameters: quotes are doubled, and nothing else ends a text in SuiteQL. */
export const text = (value: string): string => `'${cleanText(value).replaceAll("'", "''")}'`;
export const texts = (values: readonly string[]): string => values.map(text).join(',');
/** A pattern that finds a text anywhere. Its own signs for patterns count as letters. */
export const containing = (value: string): string =>
  `${text(`%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)} ESCAPE '\\'`;
export const day = (column: string, name: string): string => `TO_CHAR(${column},'YYYY-MM-DD') AS ${name}`;
export const moment = (column: string, name: string): string => `TO_CHAR(${column},'YYYY-MM-DD HH24:MI:SS') AS ${name}`;
export const momentLiteral = (value: string): string => `TO_DATE(${text(value)},'YYYY-MM-DD HH24:MI:SS')`;

/** Parts of a list that is too long for one condition. */
export function parts<Value>(values: readonly Value[], most = IN_MOST): Value[][] {
  const unique = [...new Set(values)];
  return Array.from({ length: Math.ceil(unique.length / most) }, (_, nth) =>
    unique.slice(nth * most, (nth + 1) * most),
  );
}

/** Whether a column or a table may be asked for: accounts differ by features, and roles by rights. */
export type Has = (name: string) => boolean;
/** A part of a query that is left out where the account does not have its name. */
export const optional = (has: Has, name: string, part: string): string => (has(name) ? part : '');

/** The name that a refusal says this account does not have; null for any other refusal. */
export function unknownName(error: unknown): string | null {
  const found = UNKNOWN_NAME.exec(faultIn(error)?.detail ?? '');
  const name = found?.slice(1).find(Boolean);
  return name?.split('.').at(-1)?.toLowerCase() ?? null;
}
