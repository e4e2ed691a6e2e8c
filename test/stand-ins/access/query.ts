/** A field that a query of GraphQL selects. */
export type Field = { name: string; args: Readonly<Record<string, string>>; fields: Field[] };
export type Query = { variables: Readonly<Record<string, string>>; fields: Field[] };
/** What a schema has: an object's fields, a list's, or nothing further. */
export type Shape = { args?: readonly string[]; fields?: Readonly<Record<string, Shape>> };

/** Reads the part of GraphQL that a question needs: variables, arguments, selections. Throws in a server's words. */
export function queryOf(text: string): Query {
  // Commas are blanks in GraphQL.
  const tokens = text.replaceAll(',', ' ').match(/[A-Za-z_]\w*|\$\w+|[{}()[\]:!]|"[^"]*"|\S/g) ?? [];
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at] ?? '';
    if (token === '' || (wanted !== undefined && token !== wanted))
      throw new Error(`Expected ${wanted ?? 'a token'}, but found ${token || '<EOF>'}.`);
    at += 1;
    return token;
  };
  const until = (end: string, each: () => void): void => {
    while (tokens[at] !== end) each();
    take(end);
  };
  const variables: Record<string, string> = {};
  if (tokens[at] === 'query') {
    take();
    if (tokens[at] === '(') {
      take('(');
      until(')', () => {
        const name = take();
        take(':');
        variables[name] = take();
      });
    }
  }
  function selection(): Field[] {
    const fields: Field[] = [];
    take('{');
    until('}', () => {
      const field: Field = { name: take(), args: {}, fields: [] };
      if (tokens[at] === '(') {
        take('(');
        const args: Record<string, string> = {};
        until(')', () => {
          const name = take();
          take(':');
          args[name] = take();
        });
        field.args = args;
      }
      if (tokens[at] === '{') field.fields = selection();
      fields.push(field);
    });
    return fields;
  }
  const fields = selection();
  if (at !== tokens.length) throw new Error(`Unexpected ${tokens[at]}.`);
  return { variables, fields };
}

/** Throws where a selection does not fit the schema, as a server of GraphQL refuses it. */
export function checkFields(
  fields: readonly Field[],
  shape: Shape,
  variables: Query['variables'],
  type = 'Query',
): void {
  for (const { name, args, fields: inner } of fields) {
    const known = shape.fields?.[name];
    if (!known) throw new Error(`The field \`${name}\` does not exist on the type \`${type}\`.`);
    for (const [argument, value] of Object.entries(args)) {
      if (!known.args?.includes(argument)) throw new Error(`The argument \`${argument}\` does not exist.`);
      if (variables[value] === undefined) throw new Error(`The following variables were not declared: ${value}.`);
    }
    if (Boolean(known.fields) !== inner.length > 0) throw new Error(`\`${name}\` must have a selection, or none.`);
    checkFields(inner, known, variables, name);
  }
}
/** The part of a value that was selected. */
export function selected(value: unknown, fields: readonly Field[]): unknown {
  if (Array.isArray(value)) return value.map((each) => selected(each, fields));
  if (fields.length === 0 || typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    fields.map(({ name, fields: inner }) => [name, selected((value as Record<string, unknown>)[name], inner)]),
  );
}
