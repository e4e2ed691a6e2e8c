import { parseDecimal } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpField, FieldRecord } from '../contract/fields.ts';
import { fit } from '../transport/json.ts';
import type { Call, TrytonClient } from './client.ts';
import { idOf, idsOf, refused, type Tryton, unknownCustomer } from './support.ts';
import { date, datetime, float, numeric, toDate, toNumeric } from './wire.ts';

const modelOf = { order: 'sale.sale', customer: 'party.party' } as const satisfies Record<FieldRecord, string>;
/** Choices of a link that are listed at most. */
const OPTIONS = 500;

/** Written by the order or customer itself, or deciding over prices, taxes and stock: a mapped value would change what was checked. */
const own: Readonly<Record<FieldRecord, ReadonlySet<string>>> = {
  order: new Set([
    ...[
      'id',
      'number',
      'reference',
      'description',
      'state',
      'party',
      'invoice_party',
      'shipment_party',
      'company',
      'currency',
    ],
    ...[
      'sale_date',
      'invoice_address',
      'shipment_address',
      'shipping_date',
      'warehouse',
      'price_list',
      'comment',
      'origin',
    ],
    ...['rec_name', 'xml_id', 'invoice_state', 'shipment_state', 'party_lang', 'currency_digits', 'invoice_method'],
    ...[
      'shipment_method',
      'contact',
      'quoted_by',
      'confirmed_by',
      'untaxed_amount_cache',
      'tax_amount_cache',
      'total_amount_cache',
      'tax_identifier',
    ],
  ]),
  customer: new Set([
    ...[
      'id',
      'name',
      'code',
      'code_readonly',
      'active',
      'replaced_by',
      'tax_identifier',
      'lang',
      'full_name',
      'rec_name',
      'xml_id',
    ],
    ...[
      'phone',
      'mobile',
      'fax',
      'email',
      'website',
      'distance',
      'sale_price_list',
      'customer_tax_rule',
      'account_payable',
    ],
    ...['account_receivable', 'supplier_tax_rule', 'supplier_payment_term', 'customer_location', 'supplier_location'],
  ]),
};
const technical = /^(create|write)_(date|uid)$|_string$|^(payable|receivable|deposit)|_visible$|^has_|^credit_/;
const meaning: Readonly<Record<string, NonNullable<ErpField['means']>>> = {
  employee: 'salesperson',
  agent: 'salesperson',
  payment_term: 'payment_terms',
  customer_payment_term: 'payment_terms',
  carrier: 'shipping_method',
};
const kinds: Readonly<Record<string, ErpField['kind']>> = {
  char: 'text',
  text: 'text',
  integer: 'number',
  biginteger: 'number',
  float: 'number',
  numeric: 'number',
  date: 'date',
  datetime: 'date',
  boolean: 'yes_no',
  selection: 'choice',
  many2one: 'choice',
};
const rowSchema = z.looseObject({
  type: z.string(),
  string: z.string(),
  readonly: z.boolean().nullish(),
  relation: z.string().nullish(),
  size: z.unknown().optional(),
  // A method's name where the choices depend on the record.
  selection: z.unknown().optional(),
});
type FieldRow = z.infer<typeof rowSchema>;
const selectionSchema = z.array(z.tuple([z.string().nullable(), z.string()]));

async function rowsOf(client: TrytonClient, record: FieldRecord, call: Call): Promise<ReadonlyMap<string, FieldRow>> {
  const model = modelOf[record];
  const answer = fit(
    z.record(z.string(), rowSchema),
    await client.call(`model.${model}.fields_get`, [null], call),
    model,
  );
  const mappable = ([name, { type }]: [string, FieldRow]) =>
    kinds[type] !== undefined && !own[record].has(name) && !technical.test(name);
  return new Map(Object.entries(answer).filter(mappable));
}
const namedRow = z.object({ id: z.number(), rec_name: z.string() });
async function optionsOf(client: TrytonClient, { selection, relation }: FieldRow, call: Call) {
  if (!relation) {
    const choices = selectionSchema.safeParse(selection);
    return choices.success
      ? choices.data.flatMap(([value, label]) => (value ? [{ value, label: label || value }] : []))
      : undefined;
  }
  const found = await client.search(
    relation,
    { domain: [], fields: ['rec_name'], row: namedRow, limit: OPTIONS + 1, order: [['id', 'ASC']] },
    call,
  );
  return found.length > OPTIONS ? undefined : found.map((each) => ({ value: String(each.id), label: each.rec_name }));
}
const isWritten = ({ readonly, type }: FieldRow): boolean => readonly !== true && type !== 'datetime';

const wire = { date, datetime, float, numeric };
const linkSchema = z.number().int();
function textOf({ type }: FieldRow, value: unknown): string | null {
  if (type === 'boolean') return String(value === true);
  if (value === null || value === undefined || value === '') return null;
  if (type === 'date' || type === 'datetime') return wire[type].parse(value).slice(0, 10);
  if (type === 'float' || type === 'numeric') return wire[type].parse(value);
  if (type === 'many2one') return String(linkSchema.parse(value));
  return String(value);
}
/** As Tryton's wire has it; null where it is no value of such a field. */
function wireOf({ type }: FieldRow, text: string): unknown {
  if (type === 'boolean') return text === 'true';
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? toDate(text) : null;
  if (type === 'many2one') return idOf(text);
  if (type === 'integer' || type === 'biginteger') return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
  const number = type === 'float' || type === 'numeric' ? parseDecimal(text) : null;
  if (type === 'numeric') return number && toNumeric(number);
  return type === 'float' ? number && Number(number) : text;
}

/** Values for `create`, and what keeps a field from being written, by its name. */
export async function customValues(
  { client }: Pick<Tryton, 'client'>,
  record: FieldRecord,
  custom: Readonly<Record<string, string>> | undefined,
  call: Call,
) {
  const given = Object.entries(custom ?? {});
  const rows = given.length > 0 ? await rowsOf(client, record, call) : new Map<string, FieldRow>();
  const values: Record<string, unknown> = {};
  const problems = given.flatMap(([name, text]) => {
    const row = rows.get(name);
    if (!row || !isWritten(row))
      return [refused(`custom.${name}`, `Tryton has no field "${name}" that can be written.`)];
    const value = wireOf(row, text);
    if (value === null) return [refused(`custom.${name}`, `${row.string}: Tryton does not take "${text}".`)];
    values[name] = value;
    return [];
  });
  return { values, problems };
}

export function fieldsOf(tryton: Tryton): NonNullable<ErpAdapter['fields']> {
  const { client } = tryton;
  const own: NonNullable<ErpAdapter['fields']> = {
    async write({ record, id, values, expected }, call) {
      const names = Object.keys(values);
      const custom = await customValues(tryton, record, values, call);
      if (custom.problems[0]) throw custom.problems[0];
      const [now] = (await own.read({ record, ids: [id], names }, call)).results;
      if (!now) throw unknownCustomer(id);
      const other = names.find((name) => (now[name] ?? null) !== (expected[name] ?? null));
      if (other !== undefined)
        throw new ErpError('conflict', `${other} was changed`, {
          field: other,
          words: `${other} was changed in Tryton meanwhile.`,
        });
      await client.call(`model.${modelOf[record]}.write`, [[idOf(id)], custom.values], call, { write: true });
      return { written: true };
    },
    async list({ record, options }, call) {
      const rows = await rowsOf(client, record, call);
      const fields = await Promise.all(
        [...rows].map(async ([name, row]): Promise<ErpField> => {
          const choices = options.includes(name) ? await optionsOf(client, row, call) : undefined;
          return {
            name,
            label: row.string || name,
            kind: kinds[row.type] ?? 'text',
            access: isWritten(row) ? 'write' : 'read',
            ...(typeof row.size === 'number' && row.size > 0 ? { longest: row.size } : {}),
            ...(meaning[name] ? { means: meaning[name] } : {}),
            ...(choices ? { options: choices } : {}),
          };
        }),
      );
      return { fields: fields.sort((left, right) => left.label.localeCompare(right.label)) };
    },
    async read({ record, ids, names }, call) {
      const rows = await rowsOf(client, record, call);
      const missing = names.find((name) => !rows.has(name));
      if (missing !== undefined) throw refused(missing, `Tryton has no field "${missing}".`);
      const asked = {
        domain: [['id', 'in', idsOf(ids)]],
        fields: names,
        row: z.looseObject({ id: z.number() }),
        context: { active_test: false },
      };
      const found = await client.search(modelOf[record], asked, call);
      const byId = new Map(found.map((each) => [each.id, each]));
      return {
        results: ids.map((id) => {
          const row = byId.get(idOf(id) ?? 0);
          return row
            ? Object.fromEntries(names.map((name) => [name, textOf(rows.get(name) as FieldRow, row[name])]))
            : null;
        }),
      };
    },
  };
  return own;
}
