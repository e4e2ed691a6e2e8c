import { dayOf } from './days.ts';
import { ServiceRefusal } from './errors.ts';
import type { Field, Group, Kind, Publication } from './metadata.ts';
import type { Scalar } from './store.ts';
import { childOf, type Element, elementOf } from './xml.ts';

export type Fields = ReadonlyMap<string, Scalar | readonly Scalar[]>;
export type Line = { number: number; fields: Fields };
/** What a caller entered: the fields of all groups, and the lines of each table. */
export type Entered = { fields: Fields; lines: ReadonlyMap<string, readonly Line[]> };

const typeNames: Readonly<Record<Kind['type'], string>> = {
  ...{ A: 'Char', M: 'Integer', I: 'Integer', N: 'Decimal', D: 'Date', T: 'Char' },
};
function typedValue({ name, kind: { type, size, places } }: Field, text: string): Scalar {
  const incorrect = (): ServiceRefusal => new ServiceRefusal(`${name} : Incorrect value (${text})`);
  if (type === 'A') {
    if (text.length > size) throw new ServiceRefusal(`${name} : ${size} characters maximum`);
    return text;
  }
  if (type === 'D') {
    const day = dayOf(text);
    if (!day) throw incorrect();
    return day;
  }
  if (type === 'N') {
    const [, whole = '', fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    if (whole === '' || whole.length > size || fraction.replace(/0+$/, '').length > places) throw incorrect();
    return Number(text);
  }
  if (!/^-?\d+$/.test(text)) throw incorrect();
  const number = Number(text);
  if (type === 'M' && (number < 1 || number > size)) throw incorrect();
  return number;
}
function entered(group: Group, element: Element): Fields {
  const fields = new Map<string, Scalar | readonly Scalar[]>();
  for (const child of element.children) {
    const name = child.attributes.NAME ?? '';
    const field = group.fields.get(name);
    if (!field || (child.name !== 'FLD' && child.name !== 'LST'))
      throw new ServiceRefusal(`${group.id} : Field ${name || child.name} does not exist`);
    if ((child.name === 'LST') !== field.values > 1)
      throw new ServiceRefusal(`${name} : ${field.values > 1 ? 'LST' : 'FLD'} expected`);
    const type = child.attributes.TYPE;
    if (type !== undefined && type !== typeNames[field.kind.type])
      throw new ServiceRefusal(`${name} : Type ${typeNames[field.kind.type]} expected`);
    // What is only shown may come back with the document that was read; it is not taken over.
    if (field.shown) continue;
    if (child.name === 'FLD') {
      fields.set(name, child.text === '' ? null : typedValue(field, child.text));
      continue;
    }
    if (child.children.length > field.values) throw new ServiceRefusal(`${name} : ${field.values} values maximum`);
    fields.set(
      name,
      child.children.map((item) => (item.text === '' ? '' : typedValue(field, item.text))),
    );
  }
  return fields;
}
/** Reads `<PARAM>` against what is published. Throws a refusal where it names something else, or a value does not fit. */
export function readObject(publication: Publication, xml: string): Entered {
  let param: Element;
  try {
    param = elementOf(xml.trim());
  } catch (error) {
    throw new ServiceRefusal(`XML parsing error: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (param.name !== 'PARAM') throw new ServiceRefusal('XML parsing error: PARAM expected');
  const fields = new Map<string, Scalar | readonly Scalar[]>();
  const lines = new Map<string, readonly Line[]>();
  for (const element of param.children) {
    const group = publication.groups.get(element.attributes.ID ?? '');
    if (!group || element.name !== (group.rows === null ? 'GRP' : 'TAB'))
      throw new ServiceRefusal(`${element.name} ${element.attributes.ID ?? ''} does not exist`);
    if (group.rows === null) {
      for (const [name, value] of entered(group, element)) fields.set(name, value);
      continue;
    }
    const rows = element.children.map((line, nth): Line => {
      if (line.name !== 'LIN') throw new ServiceRefusal(`${group.id} : LIN expected`);
      return { number: Number(line.attributes.NUM ?? nth + 1), fields: entered(group, line) };
    });
    if (rows.length > group.rows) throw new ServiceRefusal(`${group.id} : ${group.rows} lines maximum`);
    lines.set(group.id, rows);
  }
  return { fields, lines };
}
const isEmpty = (value: Scalar | readonly Scalar[] | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && (value[0] ?? '') === '');
/** Refuses a new document that lacks what is mandatory. */
export function demand(publication: Publication, { fields, lines }: Entered): void {
  const missing: string[] = [];
  for (const group of publication.groups.values())
    for (const field of group.fields.values()) {
      if (!field.required) continue;
      if (group.rows === null && isEmpty(fields.get(field.name))) missing.push(`${field.name} : Mandatory field`);
      if (group.rows === null) continue;
      for (const line of lines.get(group.id) ?? [])
        if (isEmpty(line.fields.get(field.name))) missing.push(`${field.name}(${line.number}) : Mandatory field`);
    }
  if (missing.length > 0) throw new ServiceRefusal(...missing);
}
export const textIn = (fields: Fields, name: string): string => {
  const value = fields.get(name);
  return value === undefined || value === null || Array.isArray(value) ? '' : String(value);
};
export const listIn = (fields: Fields, name: string): readonly string[] => {
  const value = fields.get(name);
  return Array.isArray(value) ? value.map((each) => String(each ?? '')) : [];
};
export const numberIn = (fields: Fields, name: string): number | null => {
  const value = fields.get(name);
  return typeof value === 'number' ? value : null;
};
export const childText = (element: Element, name: string): string => childOf(element, name)?.text ?? '';
