import { Num, readJson } from '../numbers.ts';
import { invalid, notAllowed } from './errors.ts';
import type { Operation, Parameter } from './metadata.ts';

const MOST_IN_LIST = 100;
const isType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => typeof value === 'number',
  number: (value) => typeof value === 'number' || value instanceof Num,
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Num),
};
const must = ({ name, type }: Parameter) =>
  invalid(`Parameter '${name}' must be ${type.includes('|') ? `one of ${type}` : `of type ${type}`}`);

/** The query, each parameter once; what is not in the document is refused. */
export function queryOf(operation: Operation, search: URLSearchParams): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const [name, text] of search) {
    const parameter = operation.query.get(name);
    if (!parameter) throw notAllowed(name);
    const { type } = parameter;
    const before = query.get(name);
    if (type === 'list') query.set(name, before === undefined ? text : `${before},${text}`);
    else query.set(name, text);
    if (type === 'integer' && !/^\d+$/.test(text)) throw must(parameter);
    if (type === 'boolean' && !/^(true|false|0|1)$/.test(text)) throw must(parameter);
    if (type.includes('|') && !type.split('|').includes(text)) throw must(parameter);
  }
  for (const { name, required } of operation.query.values())
    if (required && !query.has(name)) throw invalid(`Parameter '${name}' is required`);
  for (const name of ['ids', 'deal_ids']) {
    const ids = listOf(query, name);
    if (ids.length > MOST_IN_LIST) throw invalid(`Parameter '${name}' must have at most ${MOST_IN_LIST} items`);
    if (ids.some((id) => !/^\d+$/.test(id))) throw invalid(`Parameter '${name}' must be a list of integers`);
  }
  if (listOf(query, 'custom_fields').length > 15) throw invalid("Parameter 'custom_fields' must have at most 15 items");
  for (const name of ['updated_since', 'updated_until'])
    if (query.has(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(query.get(name) ?? ''))
      throw invalid(`Parameter '${name}' must be in RFC3339 format`);
  return query;
}
export const listOf = (query: ReadonlyMap<string, string>, name: string): string[] =>
  query.has(name) ? (query.get(name) ?? '').split(',') : [];

export function bodyOf(operation: Operation, text: string): Record<string, unknown> {
  if (!operation.body) return {};
  let body: unknown;
  try {
    body = readJson(text);
  } catch {
    throw invalid('The body is no JSON');
  }
  if (!isType.object?.(body)) throw invalid('The body must be an object');
  const fields = body as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    const parameter = operation.body.get(name);
    // A custom field at the top level too: it belongs below `custom_fields`.
    if (!parameter) throw notAllowed(name);
    const { type, nullable } = parameter;
    const choices = type.includes('|') ? type.split('|') : null;
    const fits = value === null ? nullable : choices ? choices.includes(String(value)) : isType[type]?.(value);
    // What a webhook may be for is said in its own envelope.
    if (fits === false && name !== 'event_object') throw must(parameter);
  }
  for (const { name, required } of operation.body.values())
    if (required && fields[name] === undefined) throw invalid(`Parameter '${name}' is required`);
  return fields;
}
