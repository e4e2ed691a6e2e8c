import type { Value } from './database.ts';
import { badFilter, type Language, noFunction, noProperty, notFilterable } from './errors.ts';
import type { EntitySet, Field } from './metadata.ts';
import { literalOf } from './values.ts';

export type Condition = { sql: string; values: readonly Value[] };
const token = /\s*((?:\w*)'(?:[^']|'')*'|-?\d+(?:\.\d+)?[a-zA-Z]?|[A-Za-z_][\w/]*|[(),])/y;
const operators: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
const unsupported =
  /^(tolower|toupper|trim|length|indexof|replace|substring|concat|year|month|day|hour|round|floor|ceiling)$/;

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const [, each] = token.exec(text) ?? [];
    if (each === undefined) throw badFilter(`Invalid token detected at position ${at}`);
    found.push(each);
  }
  return found;
}

/** `$filter` of OData 2 as SQL. Each name must exist and be filterable, each literal have the form of its type. */
export function conditionOf(text: string, set: EntitySet, language: Language, hidden: ReadonlySet<string>): Condition {
  const tokens = tokensOf(text);
  let at = 0;
  const values: Value[] = [];
  const next = () => tokens[at++] ?? '';
  const take = (wanted: string) => {
    if (next() !== wanted) throw badFilter(`Invalid token detected: '${wanted}' is expected in '${text}'`);
  };
  function fieldNamed(name: string): Field {
    const field = set.fields.get(name);
    if (!field || hidden.has(`${set.name}.${name}`)) throw noProperty(name, set.type);
    if (!field.allows.includes('f') && !set.keys.includes(name)) throw notFilterable(name);
    return field;
  }
  const textField = (name: string) => {
    const field = fieldNamed(name);
    if (field.type !== 'String') throw badFilter(`Property ${name} is no string`);
    return field;
  };
  function searched(name: string): string {
    take('(');
    const first = next();
    take(',');
    const second = next();
    take(')');
    const [property, literal] = name === 'substringof' ? [second, first] : [first, second];
    const field = textField(property);
    const value = String(literalOf(field, literal, language));
    if (tokens[at] === 'eq' && /^(true|false)$/.test(tokens[at + 1] ?? '')) {
      at += 1;
      if (next() === 'false') throw badFilter(`${name} is compared with false`);
    }
    values.push(value);
    if (name === 'substringof') return `instr("${property}", ?) > 0`;
    values.push(value);
    return name === 'startswith' ? `substr("${property}", 1, length(?)) = ?` : `substr("${property}", -length(?)) = ?`;
  }
  function compared(name: string): string {
    const field = fieldNamed(name);
    const word = next();
    const operator = operators[word];
    if (!operator) throw badFilter(`Invalid operator '${word}'`);
    const literal = next();
    if (literal === 'null') return `"${name}" ${operator} ''`;
    const value = literalOf(field, literal, language);
    // Seen on real systems: nothing is found by a comparison with the initial value of a text.
    if (field.type === 'String' && value === '' && operator === '=') return '0';
    const numeric = field.type === 'Decimal' || field.type === 'Double';
    values.push(numeric ? Number(value) : value);
    const left = numeric ? `cast("${name}" as real)` : `"${name}"`;
    const some = /^DateTime/.test(field.type) ? ` and "${name}" <> ''` : '';
    return `(${left} ${operator} ?${some})`;
  }
  function primary(): string {
    const each = next();
    if (each === '(') {
      const inner = either();
      take(')');
      return `(${inner})`;
    }
    if (each === 'not') return `not ${primary()}`;
    if (/^(substringof|startswith|endswith)$/.test(each)) return searched(each);
    if (unsupported.test(each) && tokens[at] === '(') throw noFunction(each);
    if (!/^[A-Za-z_]/.test(each) || each.includes("'")) throw badFilter(`Invalid token detected: '${each}'`);
    return compared(each);
  }
  function both(): string {
    let sql = primary();
    while (tokens[at] === 'and') {
      at += 1;
      sql = `${sql} and ${primary()}`;
    }
    return sql;
  }
  function either(): string {
    let sql = both();
    while (tokens[at] === 'or') {
      at += 1;
      sql = `(${sql}) or (${both()})`;
    }
    return sql;
  }
  const sql = either();
  if (at < tokens.length) throw badFilter(`Invalid token detected: '${tokens[at]}'`);
  return { sql: `(${sql})`, values };
}
