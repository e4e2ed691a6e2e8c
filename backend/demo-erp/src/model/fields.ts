import type { DatabaseSync } from 'node:sqlite';
import type { ErpField, FieldRecord } from '@backroom/backend/erp/contract/fields';
import type { Out } from '@backroom/backend/erp/contract/schemas';
import { parseDecimal } from '@backroom/shared';
import { Refusal } from '../refusal.ts';

const choice = (...labels: string[]) => labels.map((label) => ({ value: label, label }));
const paymentTerms = choice('In advance', '14 days net', '30 days net', '60 days net');
const salespeople = [
  { value: 'E-01', label: 'Alma Sandberg' },
  { value: 'E-02', label: 'Boris Kessel' },
  { value: 'E-03', label: 'Carla Ferri' },
];
const shipping = [
  { value: 'STD', label: 'Standard parcel' },
  { value: 'EXP', label: 'Express' },
  { value: 'FRT', label: 'Freight forwarder' },
  { value: 'PICK', label: 'Picked up' },
];
/** Fields beside those that the contract names. Nobody can add one here; a real ERP has hundreds. */
export const fields: Readonly<Record<FieldRecord, readonly ErpField[]>> = {
  order: [
    {
      name: 'salesperson',
      label: 'Salesperson',
      kind: 'choice',
      access: 'write',
      means: 'salesperson',
      options: salespeople,
    },
    {
      name: 'paymentTerms',
      label: 'Payment terms',
      kind: 'choice',
      access: 'write',
      means: 'payment_terms',
      options: paymentTerms,
    },
    {
      name: 'shippingMethod',
      label: 'Shipping method',
      kind: 'choice',
      access: 'write',
      means: 'shipping_method',
      options: shipping,
    },
    { name: 'costCentre', label: 'Cost centre', kind: 'text', access: 'write', longest: 20 },
    { name: 'campaign', label: 'Campaign', kind: 'text', access: 'write', longest: 60 },
    {
      name: 'incoterm',
      label: 'Incoterm',
      kind: 'choice',
      access: 'write',
      options: choice('EXW', 'FCA', 'DAP', 'DDP'),
    },
    { name: 'projectStart', label: 'Project start', kind: 'date', access: 'write' },
    { name: 'insuredValue', label: 'Insured value', kind: 'number', access: 'write' },
    { name: 'labelled', label: 'Customer labels', kind: 'yes_no', access: 'write' },
    { name: 'clerk', label: 'Clerk', kind: 'text', access: 'read' },
  ],
  customer: [
    {
      name: 'salesperson',
      label: 'Salesperson',
      kind: 'choice',
      access: 'write',
      means: 'salesperson',
      options: salespeople,
    },
    {
      name: 'paymentTerms',
      label: 'Payment terms',
      kind: 'choice',
      access: 'write',
      means: 'payment_terms',
      options: paymentTerms,
    },
    { name: 'industry', label: 'Industry', kind: 'text', access: 'write', longest: 60 },
    { name: 'segment', label: 'Segment', kind: 'choice', access: 'write', options: choice('A', 'B', 'C') },
    { name: 'rating', label: 'Rating', kind: 'text', access: 'read' },
    { name: 'customerSince', label: 'Customer since', kind: 'date', access: 'read' },
  ],
};

export const listFields = (
  _: DatabaseSync,
  { record, options }: { record: FieldRecord; options: readonly string[] },
): Out<'fields.list'> => ({
  fields: fields[record].map(({ options: choices, ...field }) => ({
    ...field,
    ...(choices && options.includes(field.name) ? { options: choices } : {}),
  })),
});

/** Why the value cannot stand in the field; null: it can. */
function whyNot(field: ErpField, value: string): string | null {
  const { label, kind, longest, options = [] } = field;
  if (kind === 'choice' && !options.some((each) => each.value === value)) return `${label} has no choice "${value}".`;
  if (kind === 'number' && parseDecimal(value) === null) return `${label} is a number, and "${value}" is none.`;
  if (kind === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) return `${label} is a day, and "${value}" is none.`;
  if (kind === 'yes_no' && value !== 'true' && value !== 'false') return `${label} is yes or no.`;
  return longest !== undefined && value.length > longest ? `${label} has at most ${longest} characters.` : null;
}
/** Refuses what none of the fields takes. */
export function checkFields(record: FieldRecord, values: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fields[record].find((each) => each.name === name && each.access === 'write');
    const words = field ? whyNot(field, value) : `There is no field "${name}" to write.`;
    if (words !== null) throw new Refusal('refused', words, `custom.${name}`);
  }
}
export function putFields(
  db: DatabaseSync,
  record: FieldRecord,
  id: string,
  values: Readonly<Record<string, string>> = {},
): void {
  const put = db.prepare('insert or replace into custom_fields (record, id, name, value) values (?, ?, ?, ?)');
  for (const [name, value] of Object.entries(values)) put.run(record, id, name, value);
}
