import { randomBytes } from 'node:crypto';
import { Num } from '../numbers.ts';
import { capped, invalid, notFound } from './errors.ts';

export type FieldsOf = 'deal' | 'organization' | 'product';
export type Field = Record<string, unknown> & {
  field_code: string;
  field_name: string;
  field_type: string;
  is_custom_field: boolean;
  options: { id: number; label: string }[] | null;
};
const CAP = { lite: 30, growth: 100, premium: 300, ultimate: 500 } as const;
const standard: Readonly<Record<FieldsOf, readonly (readonly [string, string, string])[]>> = {
  deal: [
    ['title', 'Title', 'varchar'],
    ['value', 'Value', 'monetary'],
    ['currency', 'Currency', 'varchar'],
    ['org_id', 'Organization', 'org'],
    ['person_id', 'Contact person', 'people'],
    ['status', 'Status', 'status'],
    ['expected_close_date', 'Expected close date', 'date'],
    ['won_time', 'Won time', 'date'],
  ],
  organization: [
    ['name', 'Name', 'varchar'],
    ['address', 'Address', 'address'],
    ['website', 'Website', 'varchar'],
  ],
  product: [
    ['name', 'Name', 'varchar'],
    ['code', 'Product code', 'varchar'],
    ['unit', 'Unit', 'varchar'],
  ],
};
const subfields: Readonly<Record<string, readonly string[]>> = {
  monetary: ['value', 'currency'],
  daterange: ['from', 'until'],
  timerange: ['from', 'until'],
};
const isNumber = (value: unknown) => typeof value === 'number' || value instanceof Num;
const isText = (value: unknown) => typeof value === 'string';

/** Fields of the account's records. A name may be there twice; a code is of forty hexadecimal characters, and another one in each account. */
export function openFields(plan: keyof typeof CAP) {
  const all: Record<FieldsOf, Field[]> = { deal: [], organization: [], product: [] };
  let option = 0;
  function fieldOf(code: string, name: string, type: string, custom: boolean, labels: readonly string[] | null): Field {
    return {
      ...{ field_name: name, field_code: code, description: null, field_type: type },
      options:
        labels?.map((label) => {
          option += 1;
          return { id: option, label };
        }) ?? null,
      subfields:
        subfields[type]?.map((each) => ({
          field_code: each,
          field_name: `${each} of ${name}`,
          field_type: 'varchar',
        })) ?? null,
      ...{ is_custom_field: custom, is_optional_response_field: false },
    };
  }
  for (const owner of ['deal', 'organization', 'product'] as const)
    all[owner] = standard[owner].map(([code, name, type]) => fieldOf(code, name, type, false, null));
  const custom = (owner: FieldsOf) => all[owner].filter(({ is_custom_field }) => is_custom_field);
  function create(owner: FieldsOf, name: string, type: string, labels: readonly string[] | null = null): Field {
    const used = custom('deal').length + custom('organization').length + custom('product').length;
    if (used >= CAP[plan]) throw capped('feature_capping_custom_fields_limit');
    const chooses = type === 'enum' || type === 'set';
    if (chooses && (labels ?? []).length === 0) throw invalid("Parameter 'options' is required");
    if (!chooses && labels) throw invalid("Parameter 'options' is not allowed");
    const field = fieldOf(randomBytes(20).toString('hex'), name, type, true, labels);
    all[owner].push(field);
    return field;
  }
  function remove(owner: FieldsOf, code: string): Field {
    const field = all[owner].find(({ field_code }) => field_code === code);
    if (!field?.is_custom_field) throw notFound('Field');
    all[owner] = all[owner].filter((each) => each !== field);
    return field;
  }
  /** The value as it is kept; refuses what the field's type does not take. */
  function checked(owner: FieldsOf, code: string, value: unknown): unknown {
    const field = custom(owner).find(({ field_code }) => field_code === code);
    const name = `custom_fields.${code}`;
    if (!field) throw invalid(`Parameter '${name}' is not allowed`);
    if (value === null) return null;
    const options = new Set(field.options?.map(({ id }) => id));
    const known = (each: unknown) => typeof each === 'number' && options.has(each);
    const { value: amount, currency } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
    const fits: Readonly<Record<string, () => boolean>> = {
      varchar: () => isText(value) && (value as string).length <= 255,
      text: () => isText(value),
      phone: () => isText(value),
      varchar_auto: () => isText(value),
      double: () => isNumber(value),
      date: () => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value as string),
      enum: () => known(value),
      set: () => Array.isArray(value) && value.length > 0 && value.every(known),
      monetary: () => isNumber(amount) && isText(currency) && /^[A-Z]{3}$/.test(currency as string),
    };
    if (fits[field.field_type]?.() === false) throw invalid(`Parameter '${name}' must be of type ${field.field_type}`);
    return value;
  }
  return {
    ...{ create, remove, checked, custom },
    list: (owner: FieldsOf): readonly Field[] => all[owner],
    get(owner: FieldsOf, code: string): Field {
      const field = all[owner].find(({ field_code }) => field_code === code);
      if (!field) throw notFound('Field');
      return field;
    },
    named: (owner: FieldsOf, name: string) => all[owner].find(({ field_name }) => field_name === name) ?? null,
  };
}
export type Fields = ReturnType<typeof openFields>;
