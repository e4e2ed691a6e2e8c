import { cleanText, cleanTexts } from '@backroom/shared';
import type { Dialect } from 'kysely';
import { executing } from './executing.ts';

/** NUL and lone surrogates as escaped in JSON. An escaped backslash before them makes them plain characters. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

function parameter(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (!ESCAPED.test(text) || !/^\s*["[{]/.test(text)) return text;
  try {
    return JSON.stringify(cleanTexts(JSON.parse(text)));
  } catch {
    // Not JSON: the characters are not escaped.
    return text;
  }
}

/** Cleans every value written to the database, for all statements. */
export const cleaning = (dialect: Dialect): Dialect =>
  executing(
    dialect,
    (execute) =>
      (query, ...more) =>
        execute({ ...query, parameters: query.parameters.map(parameter) }, ...more),
  );
