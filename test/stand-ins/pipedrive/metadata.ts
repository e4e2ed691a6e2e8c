import { readFileSync } from 'node:fs';

/** `type`: a JSON type, `list` of ids or names with commas between, or the values that are allowed. */
export type Parameter = { name: string; type: string; required: boolean; nullable: boolean };
export type Operation = {
  key: string;
  method: string;
  pattern: RegExp;
  /** Tokens of the day's budget. */
  cost: number;
  scopes: readonly string[];
  query: ReadonlyMap<string, Parameter>;
  body: ReadonlyMap<string, Parameter> | null;
};

function parametersOf(text: string): ReadonlyMap<string, Parameter> {
  const all = text
    .trim()
    .split(' ')
    .map((each) => {
      const [, name = '', type = '', flags = ''] = /^(\w+):([^!?]+)([!?]*)$/.exec(each) ?? [];
      return { name, type, required: flags.includes('!'), nullable: flags.includes('?') };
    });
  return new Map(all.map((each) => [each.name, each]));
}

/** Each operation that is served, as Pipedrive's own OpenAPI documents describe it: path, cost, scopes, parameters. And the fields of each entity. */
function read() {
  const operations: Operation[] = [];
  const entities = new Map<string, readonly string[]>();
  for (const line of readFileSync(new URL('metadata.txt', import.meta.url), 'utf8').split('\n')) {
    const last = operations.at(-1);
    if (line.startsWith('  ? ') && last) last.query = parametersOf(line.slice(4));
    else if (line.startsWith('  = ') && last) last.body = parametersOf(line.slice(4));
    else if (line.startsWith('ENTITY ')) {
      const [, name = '', ...fields] = line.split(' ');
      entities.set(name, fields);
    } else if (line !== '') {
      const [method = '', path = '', cost = '', scopes = ''] = line.split(' ');
      const pattern = new RegExp(`^${path.replace('{id}', '(?<id>[^/]+)').replace('{field_code}', '(?<code>[^/]+)')}$`);
      const noQuery: ReadonlyMap<string, Parameter> = new Map();
      operations.push({
        ...{ key: `${method} ${path}`, method, pattern, cost: Number(cost), scopes: scopes.split(',') },
        ...{ query: noQuery, body: null },
      });
    }
  }
  // `/deals/products` is no deal of that id.
  const wide = ({ pattern }: Operation) => Number(pattern.source.includes('(?<'));
  return { operations: operations.sort((left, right) => wide(left) - wide(right)), entities };
}
const found = read();
export const operations: readonly Operation[] = found.operations;
/** A row of the entity with every field of it, empty. */
export function blank(entity: string): Record<string, unknown> {
  const fields = found.entities.get(entity);
  if (!fields) throw new Error(`${entity} is no entity of the metadata`);
  return Object.fromEntries(fields.map((name) => [name, null]));
}
