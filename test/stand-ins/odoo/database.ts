import { holds, isMet } from './domain.ts';
import { missing, OdooError, unknownField } from './errors.ts';
import { type Field, type Fields, models } from './metadata.ts';

export type Row = { id: number } & Record<string, unknown>;
export type Values = Readonly<Record<string, unknown>>;
/** What a model reckons instead of keeping, and what a new record of it begins with. */
export type Behaviour = {
  computed?: Readonly<Record<string, (row: Row) => unknown>>;
  defaults?: (id: number, vals: Values) => Values;
};
type Search = { domain?: readonly unknown[]; fields?: readonly string[]; order?: string; limit?: number };

/** Records of one database. Links are kept as ids and read as `[id, name]`; what is empty is `false`. */
export function openDatabase(behaviours: Readonly<Record<string, Behaviour>>) {
  const tables = new Map([...models.keys()].map((model) => [model, new Map<number, Row>()] as const));
  const links = (fields: Fields) => [...fields.values()].filter(({ type }) => type === 'one2many');
  function fieldsOf(model: string): Fields {
    const found = models.get(model);
    if (!found) throw new OdooError('werkzeug.exceptions.NotFound', `the model '${model}' does not exist`);
    return found;
  }
  function fieldOf(model: string, name: string): Field {
    const found = fieldsOf(model).get(name);
    if (!found) throw unknownField(model, name);
    return found;
  }
  const tableOf = (model: string) => tables.get(model) ?? new Map<number, Row>();
  function get(model: string, id: number): Row {
    const row = tableOf(model).get(id);
    if (!row) throw missing(model, id);
    return row;
  }
  const all = (model: string): Row[] => [...tableOf(model).values()];
  const value = (model: string, row: Row, name: string): unknown => {
    const { type } = fieldOf(model, name);
    const computed = behaviours[model]?.computed?.[name];
    return (computed ? computed(row) : row[name]) ?? (type === 'float' || type === 'monetary' ? 0 : false);
  };
  function nameOf(model: string, id: number): string {
    const row = get(model, id);
    const code = row.default_code ? `[${row.default_code}] ` : '';
    return `${code}${row.name ?? ''}`;
  }
  function shown(model: string, row: Row, name: string): unknown {
    const { type, to } = fieldOf(model, name);
    const found = value(model, row, name);
    return type === 'many2one' && to && typeof found === 'number' ? [found, nameOf(to, found)] : found;
  }
  /** `stage_id.is_won`: a field of the record that is linked. */
  function follow(model: string, row: Row, path: string): unknown {
    const [name = '', ...rest] = path.split('.');
    const found = value(model, row, name);
    const { to } = fieldOf(model, name);
    if (rest.length === 0) return found;
    return to && typeof found === 'number' ? follow(to, get(to, found), rest.join('.')) : false;
  }
  /** Whether `row` is one of `ids` or stands above one of them. */
  const isAbove = (model: string, row: Row, ids: readonly number[]): boolean =>
    ids.some((id) => {
      let at = tableOf(model).get(id);
      while (at && at.id !== row.id) at = tableOf(model).get(Number(at.parent_id));
      return at !== undefined;
    });
  const meets = (model: string, row: Row) => (path: string, operator: string, wanted: unknown) =>
    operator === 'parent_of'
      ? isAbove(model, row, wanted as readonly number[])
      : isMet(follow(model, row, path), operator, wanted);

  function set(model: string, row: Row, vals: Values): void {
    for (const [name, given] of Object.entries(vals)) {
      const { type, to } = fieldOf(model, name);
      if (type === 'one2many') continue;
      if (behaviours[model]?.computed?.[name]) throw new OdooError('builtins.ValueError', `${name} is computed`);
      if (type === 'many2one' && to && typeof given === 'number') get(to, given);
      row[name] = given ?? false;
    }
  }
  function create(model: string, vals: Values): number {
    const fields = fieldsOf(model);
    const table = tableOf(model);
    const id = Math.max(0, ...table.keys()) + 1;
    const row: Row = { id };
    set(model, row, { ...behaviours[model]?.defaults?.(id, vals), ...vals });
    table.set(id, row);
    for (const { name, to } of links(fields)) {
      // `[0, 0, values]` makes a record that belongs to this one.
      for (const [, , line] of (vals[name] ?? []) as [number, number, Values][])
        create(to ?? '', { ...line, order_id: id });
    }
    return id;
  }
  return {
    ...{ fieldsOf, get, all, create, value },
    write(model: string, ids: readonly number[], vals: Values): void {
      for (const id of ids) set(model, get(model, id), vals);
    },
    read: (model: string, ids: readonly number[], fields: readonly string[]): Row[] =>
      ids.map((id) => {
        const row = get(model, id);
        return Object.assign({ id }, Object.fromEntries(fields.map((name) => [name, shown(model, row, name)])));
      }),
    search(model: string, { domain = [], fields, order = 'id', limit }: Search, activeOnly: boolean): Row[] {
      const known = fieldsOf(model);
      const wanted = fields && fields.length > 0 ? fields : [...known.keys()];
      const found = all(model).filter(
        (row) => !(activeOnly && known.has('active') && row.active === false) && holds(domain, meets(model, row)),
      );
      const keys = order.split(',').map((part) => part.trim().split(' '));
      found.sort((left, right) => {
        for (const [name = 'id', way] of keys) {
          const [one, other] = [value(model, left, name), value(model, right, name)] as [number, number];
          if (one !== other) return one < other === (way !== 'desc') ? -1 : 1;
        }
        return 0;
      });
      return this.read(
        model,
        found.slice(0, limit).map(({ id }) => id),
        wanted,
      );
    },
  };
}
export type Database = ReturnType<typeof openDatabase>;
