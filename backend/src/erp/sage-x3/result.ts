import { attributeOf, childrenOf, type Element, textIn, xmlText } from './xml.ts';

const named = (elements: readonly Element[], name: string): Element | undefined =>
  elements.find((each) => attributeOf(each, 'NAME') === name);
/** A field of an object, in whichever of its groups. Null: it is not there, or empty. */
export function fieldIn(document: Element, name: string): string | null {
  for (const group of [document, ...childrenOf(document, 'GRP')]) {
    const found = named(childrenOf(group, 'FLD'), name);
    if (found) return textIn(found).trim() || null;
  }
  return null;
}
/** The lines of a table: their fields by name. */
export function linesIn(document: Element, table: string): ReadonlyMap<string, string>[] {
  const found = childrenOf(document, 'TAB').find((each) => attributeOf(each, 'ID') === table);
  return childrenOf(found, 'LIN').map(
    (line) => new Map(childrenOf(line, 'FLD').map((each) => [attributeOf(each, 'NAME') ?? '', textIn(each).trim()])),
  );
}

/** Fields to write: absent ones are left out, because an empty one would be written. A list is a field of several values. */
export type Fields = Readonly<Record<string, string | readonly string[] | null | undefined>>;
const fieldsXml = (fields: Fields): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => {
      if (value == null || value === '') return [];
      if (typeof value === 'string') return [`<FLD NAME="${xmlText(name)}">${xmlText(value)}</FLD>`];
      const items = value.map((each) => `<ITM>${xmlText(each)}</ITM>`).join('');
      return [`<LST NAME="${xmlText(name)}" SIZE="${value.length}">${items}</LST>`];
    })
    .join('');
export type Body = {
  /** Fields whose group is not known: X3 finds them by their names. */
  fields?: Fields;
  groups: Readonly<Record<string, Fields>>;
  tables?: Readonly<Record<string, readonly Fields[]>>;
};
/** An object as it is written. */
export function paramXml({ fields = {}, groups, tables = {} }: Body): string {
  const parts = Object.entries(groups).flatMap(([id, own]) => {
    const xml = fieldsXml(own);
    return xml === '' ? [] : [`<GRP ID="${id}">${xml}</GRP>`];
  });
  const lines = (rows: readonly Fields[]): string =>
    rows.map((row, index) => `<LIN NUM="${index + 1}">${fieldsXml(row)}</LIN>`).join('');
  const lists = Object.entries(tables).map(
    ([id, rows]) => `<TAB ID="${id}" SIZE="${rows.length}">${lines(rows)}</TAB>`,
  );
  return `<PARAM>${fieldsXml(fields)}${parts.join('')}${lists.join('')}</PARAM>`;
}
