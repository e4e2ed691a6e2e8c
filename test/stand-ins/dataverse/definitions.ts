import { badQuery, DataverseError } from './errors.ts';
import type { Column, Table } from './metadata.ts';
import { fromPairs, type Options } from './options.ts';
import type { Reading } from './read.ts';

const typeOf: Readonly<Record<Column['kind'], string>> = {
  ...{ text: 'String', money: 'Money', decimal: 'Decimal', int: 'Integer', bigint: 'BigInt', datetime: 'DateTime' },
  ...{ date: 'DateTime', bool: 'Boolean', choice: 'Picklist', guid: 'Uniqueidentifier', lookup: 'Lookup' },
};
const label = (text: string) => ({
  LocalizedLabels: [{ Label: text, LanguageCode: 1033, IsManaged: true }],
  UserLocalizedLabel: { Label: text, LanguageCode: 1033, IsManaged: true },
});
/** `State` and `Status` are types of their own, casts of which a picklist's cast does not give. */
const attributeType = ({ name, kind }: Column) =>
  name === 'statecode' ? 'State' : name === 'statuscode' ? 'Status' : typeOf[kind];

function attribute(column: Column): Record<string, unknown> {
  const common = {
    LogicalName: column.name,
    SchemaName: column.name,
    AttributeType: attributeType(column),
    DisplayName: label(column.label),
    IsValidForRead: true,
    IsValidForCreate: !column.readOnly,
    IsValidForUpdate: !column.readOnly,
    IsCustomAttribute: column.custom,
    IsPrimaryId: false,
    AttributeOf: null,
  };
  return common;
}
function casted(column: Column): Record<string, unknown> {
  const options = column.options.map(({ value, label: text }) => ({ Value: value, Label: label(text) }));
  return {
    ...attribute(column),
    ...(column.kind === 'text' ? { MaxLength: column.length } : {}),
    ...(column.kind === 'lookup' ? { Targets: column.targets } : {}),
    ...(options.length > 0 ? { OptionSet: { Options: options } } : {}),
  };
}
/** `LogicalName eq 'x'`, `IsCustomAttribute eq true`, joined by `and` or `or`: as much as definitions are asked for. */
function leaves(row: Record<string, unknown>, filter: string | null): boolean {
  if (filter === null) return true;
  const parts = filter.split(/\s+(?:and|or)\s+/);
  const each = parts.map((part) => {
    const [, name = '', operator, text, flag] =
      /^\(?(\w+) (eq|ne) (?:(?:[\w.]+)?'([^']*)'|(true|false|null))\)?$/.exec(part.trim()) ?? [];
    if (operator === undefined || !(name in row))
      throw badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.AttributeMetadata'.`);
    const wanted = text ?? { true: true, false: false, null: null }[flag ?? 'null'];
    return (row[name] === wanted) === (operator === 'eq');
  });
  return / or /.test(filter) ? each.some(Boolean) : each.every(Boolean);
}
function chosen(row: Record<string, unknown>, options: Options): Record<string, unknown> {
  if (!options.select) return row;
  for (const name of options.select)
    if (!(name in row))
      throw badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.AttributeMetadata'.`);
  const expanded = options.expand.map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => options.select?.includes(name) || name === 'MetadataId' || expanded.includes(name),
    ),
  );
}
const attributesOf = (table: Table, cast: string | null, options: Options) => {
  const type = cast?.replace('AttributeMetadata', '') ?? null;
  return [...table.columns.values()]
    .filter((column) => type === null || attributeType(column) === type)
    .map((column) => (type === null ? attribute(column) : casted(column)))
    .filter((row) => leaves(row, options.filter))
    .map((row) => chosen(row, options));
};

/** Definitions of tables and columns: `EntityDefinitions(LogicalName='quote')/Attributes`, with or without a cast. */
export function definitions(
  { metadata, root, access, user }: Reading,
  key: string | null,
  rest: string,
  query: URLSearchParams,
): object {
  const options = fromPairs(query);
  const describe = (table: Table) => {
    const inner = options.expand.find(({ name }) => name === 'Attributes');
    return {
      LogicalName: table.name,
      EntitySetName: table.set,
      PrimaryIdAttribute: table.id,
      PrimaryNameAttribute: table.title,
      ChangeTrackingEnabled: table.tracked,
      ...(inner ? { Attributes: attributesOf(table, null, inner.options) } : {}),
    };
  };
  const context = `${root}$metadata#EntityDefinitions`;
  if (key === null)
    return {
      '@odata.context': context,
      value: [...metadata.tables.values()]
        .map(describe)
        .filter((row) => leaves(row, options.filter))
        .map((row) => chosen(row, options)),
    };
  const name = /^LogicalName='(\w+)'$/.exec(key)?.[1] ?? '';
  const table = metadata.tables.get(name);
  if (!table)
    throw new DataverseError(
      404,
      '0x80060888',
      `Could not find an entity with name ${name} and id 00000000-0000-0000-0000-000000000000.`,
    );
  access.check(user, 'Read', table);
  if (rest === '') return { '@odata.context': `${context}/$entity`, ...chosen(describe(table), options) };
  const [, cast] = /^Attributes(?:\/Microsoft\.Dynamics\.CRM\.(\w+AttributeMetadata))?$/.exec(rest) ?? [];
  if (!rest.startsWith('Attributes')) throw badQuery(`Resource not found for the segment '${rest}'.`);
  return { '@odata.context': `${context}('${name}')/Attributes`, value: attributesOf(table, cast ?? null, options) };
}
