import { type Decimal, round } from '@backroom/shared';
import type { Row, Value } from './database.ts';
import { badBody, badUri, badValue, type Language, noProperty } from './errors.ts';
import { type EntitySet, type Field, setNamed, storedText } from './metadata.ts';
import { partnerIn, partnerOut, typeIn, typeOut, unitIn, unitOut } from './units.ts';

const documentType = /^(SalesOrderType|CustomerReturnType|CreditMemoRequestType)$/;
const noDecimals = new Set(['JPY', 'KRW']);

/** A text as SAP stores it: conversion exits of units, partner functions and document types included. */
function textIn(field: Field, text: string, language: Language): string {
  if (field.semantics === 'measure' || /ISOUnit$/.test(field.name)) return unitIn(field.name, text, language);
  if (field.name === 'PartnerFunction') return partnerIn(text.toUpperCase(), language);
  if (documentType.test(field.name)) return typeIn(text.toUpperCase(), language);
  return storedText(field, text);
}
function textOut(field: Field, value: string, language: Language): string {
  if (field.semantics === 'measure' && !/SAPUnit$/.test(field.name)) return unitOut(value, language);
  if (field.name === 'PartnerFunction') return partnerOut(value, language);
  return documentType.test(field.name) ? typeOut(value, language) : value;
}

const milliseconds = (stored: string) => Date.parse(/Z$/.test(stored) ? stored : `${stored}Z`);
/** Amounts have the decimals of their currency, quantities three, everything else those of its type. */
function decimalOut(field: Field, value: Value, row: Row): string {
  const currency = field.unit ? row[field.unit] : undefined;
  const amount = /Currency/.test(field.unit ?? '');
  const places = amount ? (noDecimals.has(String(currency)) ? 0 : 2) : field.scale;
  const [whole = '0', part = ''] = round(String(value === '' ? '0' : value) as Decimal, Math.min(places, 12)).split(
    '.',
  );
  return places === 0 ? whole : `${whole}.${part.padEnd(places, '0')}`;
}
/** A stored value as the JSON of OData 2 writes it. */
export function valueOut(field: Field, row: Row, language: Language): unknown {
  const value = row[field.name] ?? '';
  if (field.type === 'Decimal') return decimalOut(field, value, row);
  if (field.type === 'Boolean') return value === 1;
  if (field.type === 'DateTime') return value === '' ? null : `/Date(${milliseconds(String(value))})/`;
  if (field.type === 'DateTimeOffset') return value === '' ? null : `/Date(${milliseconds(String(value))}+0000)/`;
  if (/^(Int|Byte)/.test(field.type)) return Number(value);
  if (field.type === 'Time') return value === '' ? 'PT00H00M00S' : value;
  if (field.type === 'Guid' && value === '') return null;
  return textOut(field, String(value), language);
}

const day = 86_400_000;
function dateIn(field: Field, value: unknown): string {
  if (value === null) return '';
  const wrong = () => badValue(field.name, value, `Edm.${field.type}`);
  if (typeof value !== 'string') throw wrong();
  const [, epoch] = /^\/Date\((-?\d+)(?:\+0000)?\)\/$/.exec(value) ?? [];
  const iso =
    field.type === 'DateTime' ? /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
  if (epoch === undefined && !iso.test(value)) throw wrong();
  const at = epoch === undefined ? milliseconds(value) : Number(epoch);
  if (Number.isNaN(at) || (field.isDate && at % day !== 0)) throw wrong();
  const full = new Date(at).toISOString();
  return field.type === 'DateTime' ? full.slice(0, 19) : full;
}
/** One value of a body, as its field takes it. */
function valueIn(field: Field, value: unknown, language: Language): Value {
  const wrong = () => badValue(field.name, value, `Edm.${field.type}`);
  if (field.type === 'DateTime' || field.type === 'DateTimeOffset') return dateIn(field, value);
  if (field.type === 'Decimal') {
    // A number of JSON is refused: decimals are strings.
    if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) throw wrong();
    const [whole = '', part = ''] = value.replace('-', '').split('.');
    if (part.length > field.scale || whole.replace(/^0+/, '').length > field.precision - field.scale) throw wrong();
    return value;
  }
  if (field.type === 'Boolean') {
    if (typeof value !== 'boolean') throw wrong();
    return value ? 1 : 0;
  }
  if (/^(Int|Byte)/.test(field.type)) {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong();
    return value;
  }
  if (value === null && field.type !== 'String') return '';
  if (typeof value !== 'string') throw wrong();
  if (field.length !== null && value.length > field.length)
    throw badBody(
      `Property '${field.name}' has value '${value}' that is longer than the maximum length ${field.length}`,
    );
  if (field.digits && !/^\d*$/.test(value)) throw wrong();
  return textIn(field, value, language);
}

export type Written = { row: Row; parts: ReadonlyMap<string, readonly Written[]> };
/** The body of a write: each property must exist, be allowed, and have its type. `how`: `c`reate or `u`pdate. */
export function writtenBy(
  body: unknown,
  set: EntitySet,
  how: 'c' | 'u',
  language: Language,
  hidden: ReadonlySet<string>,
): Written {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badBody('Malformed request body');
  const row: Row = {};
  const parts = new Map<string, readonly Written[]>();
  for (const [name, value] of Object.entries(body)) {
    if (name === '__metadata') continue;
    const navigation = set.navigations.get(name);
    if (navigation) {
      if (how === 'u') throw badBody(`Deep update of '${name}' is not supported`);
      const target = setNamed(navigation.set);
      if (target.can === '-') throw badBody(`Navigation property '${name}' cannot be part of a deep insert`);
      const nested: unknown =
        typeof value === 'object' && value !== null && 'results' in value
          ? (value as { results: unknown }).results
          : value;
      if (navigation.many !== Array.isArray(nested)) throw badBody(`Property '${name}' has a wrong multiplicity`);
      const each: readonly unknown[] = Array.isArray(nested) ? nested : [nested];
      parts.set(
        name,
        each.map((one) => writtenBy(one, target, how, language, hidden)),
      );
      continue;
    }
    const field = set.fields.get(name);
    if (!field || hidden.has(`${set.name}.${name}`))
      throw badBody(`Property '${name}' is invalid for entity type '${set.type}'`);
    if (!field.allows.includes(how) && !set.keys.includes(name))
      throw badBody(`Property '${name}' is not ${how === 'c' ? 'creatable' : 'updatable'}`);
    row[name] = valueIn(field, value, language);
  }
  return { row, parts };
}

const literals: Readonly<Partial<Record<Field['type'], RegExp>>> = {
  String: /^'((?:[^']|'')*)'$/,
  DateTime: /^datetime'(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)'$/,
  DateTimeOffset: /^datetimeoffset'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))'$/,
  Time: /^time'(PT\d+H\d+M\d+S)'$/,
  Guid: /^guid'([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})'$/,
  Decimal: /^(-?\d+(?:\.\d+)?)[mM]$/,
  Double: /^(-?\d+(?:\.\d+)?)d?$/,
  Boolean: /^(true|false)$/,
};
/** A literal of a URI, as its field stores it. */
export function literalOf(field: Field, literal: string, language: Language): Value {
  const [matched, value] = (literals[field.type] ?? /^(-?\d+)$/).exec(literal) ?? [];
  if (matched === undefined || value === undefined)
    throw badUri(`Invalid literal ${literal} for property '${field.name}' of type Edm.${field.type}`);
  if (field.type === 'String') return textIn(field, value.replaceAll("''", "'"), language);
  if (field.type === 'Boolean') return value === 'true' ? 1 : 0;
  if (field.type === 'DateTime') return new Date(milliseconds(value)).toISOString().slice(0, 19);
  if (field.type === 'DateTimeOffset') return new Date(value).toISOString();
  return /^(Int|Byte)/.test(field.type) ? Number(value) : value;
}
/** `('1')` or `(A='1',B='2')`: all parts of the key, each once. */
export function keyOf(set: EntitySet, text: string, language: Language): Row {
  const wrong = () => badUri(`Invalid key predicate type for segment '${set.name}'`);
  const only = set.keys.length === 1 ? set.fields.get(set.keys[0] ?? '') : undefined;
  if (only && !/^\w+=/.test(text)) return { [only.name]: literalOf(only, text, language) };
  const found: Row = {};
  for (const [, name = '', literal = ''] of text.matchAll(/(?:^|,)(\w+)=((?:\w*'(?:[^']|'')*')|[^,]*)/g)) {
    const field = set.fields.get(name);
    if (!field) throw noProperty(name, set.type);
    if (!set.keys.includes(name) || name in found) throw wrong();
    found[name] = literalOf(field, literal, language);
  }
  if (set.keys.some((key) => !(key in found))) throw wrong();
  return found;
}
const quoted = (value: Value) => encodeURIComponent(`'${String(value).replaceAll("'", "''")}'`);
/** The key predicate of a row, as SAP writes it into addresses. */
export function keyText(set: EntitySet, row: Row): string {
  const one = (name: string) => {
    const { type } = set.fields.get(name) ?? {};
    const value = row[name] ?? '';
    if (type === 'DateTime') return `datetime${encodeURIComponent(`'${value}'`)}`;
    if (type === 'Guid') return `guid${encodeURIComponent(`'${value}'`)}`;
    return type === 'Boolean' ? String(value === 1) : quoted(value);
  };
  return set.keys.length === 1 ? one(set.keys[0] ?? '') : set.keys.map((key) => `${key}=${one(key)}`).join(',');
}
/** SAP's form of it: the time of the last change, percent-encoded within its quotes. */
export function etagOf(set: EntitySet, row: Row): string | null {
  if (set.etag === null) return null;
  const value = String(row[set.etag] ?? '');
  if (set.fields.get(set.etag)?.type !== 'DateTimeOffset') return `W/"'${value}'"`;
  return `W/"datetimeoffset'${encodeURIComponent(value.replace(/\.(\d{3})Z$/, '.$10000Z'))}'"`;
}
