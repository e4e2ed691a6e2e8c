import { num } from '../numbers.ts';
import { type Body, kindOf, linesOf, type Rec, type Store } from './database.ts';
import { derived } from './derived.ts';
import { unknownParameter } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Field, type Fields, type Resource, resourceNamed, shownPart } from './metadata.ts';

const BASE = ['id', 'displayed_as', '$path'];
/** Names that were asked for; `all` has each. */
export type Asked = { all: boolean; names: ReadonlySet<string> };
export function asked(text: string | null, fields: Fields): Asked {
  const names = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const all = names.includes('all');
  if (!all) for (const each of names) if (!fields.has(each)) throw unknownParameter(`attributes=${each}`);
  return { all, names: new Set(names) };
}
const has = ({ all, names }: Asked, name: string): boolean => all || names.has(name);
const moment = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
/** Name by which lists and references show a record. */
export function titleOf({ kind, body }: Rec): string {
  if (kind === 'contacts') return body.reference ? `${body.name} (${body.reference})` : body.name;
  if (kind === 'addresses') return linesOf(body);
  if (kind === 'products' || kind === 'services') return body.description;
  return body.displayed_as ?? body.quote_number ?? body.invoice_number ?? body.credit_note_number ?? body.name ?? '';
}
/** `wanted`: what the query switches on, as `show_balance`. */
export type View = { store: Store; faults: Faults; attributes: Asked; nested: Asked; wanted: ReadonlySet<string> };
const nothing: Asked = { all: false, names: new Set() };
const none: ReadonlySet<string> = new Set();

/** Decimals are texts here, "12.5" and "10.0"; where the business is told so, JSON numbers. */
const decimalOf = (text: string, { decimals }: Faults): unknown =>
  decimals === 'number' ? num(text) : text.includes('.') ? text : `${text}.0`;
function reference({ store, faults }: View, path: string, id: unknown, whole: boolean): unknown {
  const rec = store.find(kindOf(path), id);
  if (!rec) return null;
  const resource = resourceNamed(path);
  const attributes = { all: whole, names: new Set<string>() };
  return shownRecord({ store, faults, attributes, nested: nothing, wanted: none }, resource, rec);
}
function valueShown(view: View, { kind, inside, name }: Field, value: unknown): unknown {
  if (value === undefined || value === null) return kind === 'refs' || kind === 'list' || kind === 'texts' ? [] : null;
  const whole = has(view.nested, name);
  switch (kind) {
    case 'num':
      return decimalOf(String(value), view.faults);
    case 'ref':
    case 'own':
      return reference(view, inside, value, whole);
    case 'refs':
      return (value as string[]).map((each) => reference(view, inside, each, whole));
    case 'part':
      return shownFields(view, shownPart(inside), value as Body, null);
    case 'list':
      return (value as Body[]).map((each) => shownFields(view, shownPart(inside), each, null));
    default:
      return value;
  }
}
function shownFields(view: View, fields: Fields, body: Body, only: Asked | null): Body {
  const shown: Body = {};
  for (const field of fields.values())
    if (only === null || BASE.includes(field.name) || has(only, field.name))
      shown[field.name] = valueShown(view, field, body[field.name]);
  return shown;
}
/** A record as an answer shows it: its base attributes, and those that were asked for. */
export function shownRecord(view: View, { path, shown: fields }: Resource, rec: Rec): Body {
  const { faults, store, wanted } = view;
  const body = {
    ...rec.body,
    ...derived(store, rec, wanted),
    id: rec.id,
    displayed_as: titleOf(rec),
    $path: `/${path}/${rec.id}`,
    created_at: moment(rec.created),
    updated_at: moment(rec.modified),
    deleted_at: rec.deleted === null ? null : moment(rec.deleted),
  };
  const shown = shownFields(view, fields, body, view.attributes);
  for (const each of faults.withoutFields) {
    const [of, name = ''] = each.split('.');
    if (of === path) delete shown[name];
  }
  return shown;
}
/** Settings have no id. */
export const shownSingle = (store: Store, faults: Faults, fields: Fields, body: Body): Body =>
  shownFields({ store, faults, attributes: nothing, nested: nothing, wanted: none }, fields, body, null);
