import type { DatabaseSync } from 'node:sqlite';
import type { FieldRecord } from '@backroom/backend/erp/contract/fields';
import type { In, Out } from '@backroom/backend/erp/contract/schemas';
import { noteChange, transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { customerById } from './catalogue.ts';
import { checkFields, fields, putFields } from './fields.ts';
import { customerOf, orderById } from './orders.ts';

/** What the record says of itself where nobody has set the field. */
function ownValues(db: DatabaseSync, record: FieldRecord, id: string): Record<string, string | null> | null {
  if (record === 'customer') {
    const customer = customerById(db, id);
    return customer && { paymentTerms: customer.paymentTerms };
  }
  const order = orderById(db, id);
  return order && { paymentTerms: customerById(db, customerOf(db, id))?.paymentTerms ?? null };
}
export function readFields(
  db: DatabaseSync,
  { record, ids, names }: { record: FieldRecord; ids: readonly string[]; names: readonly string[] },
): Out<'fields.read'> {
  const unknown = names.find((name) => !fields[record].some((field) => field.name === name));
  if (unknown !== undefined) throw new Refusal('refused', `There is no field "${unknown}".`, unknown);
  const of = db.prepare('select name, value from custom_fields where record = ? and id = ?');
  return {
    results: ids.map((id) => {
      const own = ownValues(db, record, id);
      if (!own) return null;
      const set = new Map(of.all(record, id).map((row) => [String(row.name), String(row.value)]));
      return Object.fromEntries(names.map((name) => [name, set.get(name) ?? own[name] ?? null]));
    }),
  };
}
/** A person sets a field on the ERP's own screens, those too that no other system may write. */
export function setField(db: DatabaseSync, record: FieldRecord, id: string, name: string, value: string): void {
  if (!fields[record].some((field) => field.name === name))
    throw new Refusal('not_found', `There is no field "${name}".`);
  putFields(db, record, id, { [name]: value });
  noteChange(db, record, id, record === 'customer' ? id : customerOf(db, id));
}

/** Fields of a customer, where they still hold what the writer saw. */
export function writeFields(db: DatabaseSync, { id, values, expected }: In<'fields.write'>): Out<'fields.write'> {
  checkFields('customer', values);
  return transaction(db, () => {
    const names = Object.keys(values);
    const [now] = readFields(db, { record: 'customer', ids: [id], names }).results;
    if (!now) throw new Refusal('not_found', `There is no customer ${id}.`, 'id');
    const other = names.find((name) => (now[name] ?? null) !== (expected[name] ?? null));
    if (other !== undefined) throw new Refusal('conflict', `${other} was changed meanwhile.`, other);
    putFields(db, 'customer', id, values);
    noteChange(db, 'customer', id, id);
    return { written: true };
  });
}
