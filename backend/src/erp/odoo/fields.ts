import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpField, FieldRecord } from '../contract/fields.ts';
import type { In, Out } from '../contract/schemas.ts';
import { exact, id, recordId, recordIds } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';

export const modelOf = { order: 'sale.order', customer: 'res.partner' } as const satisfies Record<FieldRecord, string>;
/** Choices of a link that are listed at most. */
const OPTIONS = 500;
/** What an admin of Odoo adds is seen after this. */
const KEEP_MS = 60_000;

/** Written by the order or customer itself, or deciding over prices, taxes, stock and rights: a mapped value would change what was checked. */
const own: Readonly<Record<FieldRecord, ReadonlySet<string>>> = {
  order: new Set([
    ...[
      'id',
      'name',
      'display_name',
      'origin',
      'client_order_ref',
      'partner_id',
      'partner_shipping_id',
      'partner_invoice_id',
    ],
    ...[
      'commitment_date',
      'picking_policy',
      'pricelist_id',
      'company_id',
      'currency_id',
      'state',
      'date_order',
      'locked',
    ],
    ...[
      'fiscal_position_id',
      'warehouse_id',
      'journal_id',
      'access_token',
      'signed_by',
      'signed_on',
      'prepayment_percent',
    ],
    ...[
      'require_payment',
      'require_signature',
      'sale_order_template_id',
      'preferred_payment_method_line_id',
      'type_name',
    ],
  ]),
  customer: new Set([
    ...[
      'id',
      'name',
      'display_name',
      'complete_name',
      'ref',
      'vat',
      'email',
      'phone',
      'street',
      'zip',
      'city',
      'country_id',
    ],
    ...[
      'active',
      'is_company',
      'company_registry',
      'lang',
      'parent_id',
      'company_id',
      'type',
      'property_product_pricelist',
      'employee',
      'partner_share',
    ],
    ...[
      'specific_property_product_pricelist',
      'property_account_position_id',
      'credit_limit',
      'use_partner_credit_limit',
    ],
    ...[
      'commercial_partner_id',
      'customer_rank',
      'supplier_rank',
      'color',
      'tz',
      'email_normalized',
      'phone_sanitized',
    ],
    ...[
      'property_account_payable_id',
      'property_account_receivable_id',
      'property_stock_customer',
      'property_stock_supplier',
    ],
  ]),
};
const technical =
  /^(access|activity|has|is|message|my_activity|rtc|show|signup|website_message|image|avatar|create|write|peppol|ubl|suggest|ignore_abnormal)_|_ids?_count$|_count$/;
const meaning: Readonly<Record<string, NonNullable<ErpField['means']>>> = {
  user_id: 'salesperson',
  payment_term_id: 'payment_terms',
  property_payment_term_id: 'payment_terms',
  carrier_id: 'shipping_method',
  property_delivery_carrier_id: 'shipping_method',
};
const kinds: Readonly<Record<string, ErpField['kind']>> = {
  char: 'text',
  text: 'text',
  integer: 'number',
  float: 'number',
  monetary: 'number',
  date: 'date',
  datetime: 'date',
  boolean: 'yes_no',
  selection: 'choice',
  many2one: 'choice',
};
const rowSchema = z.object({
  type: z.string(),
  string: z.string(),
  readonly: z.boolean().optional(),
  store: z.boolean().optional(),
  relation: z.string().optional(),
  size: z.number().int().positive().optional(),
  selection: z.array(z.tuple([z.union([z.string(), z.literal(false)]), z.string()])).optional(),
});
type FieldRow = z.output<typeof rowSchema>;

const rowsOf = (session: Session, record: FieldRecord, signal: AbortSignal): Promise<ReadonlyMap<string, FieldRow>> =>
  session.remembered(
    `own fields|${record}`,
    async () => {
      const attributes = ['type', 'string', 'readonly', 'store', 'relation', 'size', 'selection'];
      const model = modelOf[record];
      const all = await session.ask(z.record(z.string(), rowSchema), {
        model,
        method: 'fields_get',
        args: { attributes },
        signal,
      });
      const mappable = ([name, { type }]: [string, FieldRow]) =>
        kinds[type] !== undefined && !own[record].has(name) && !technical.test(name);
      return new Map(Object.entries(all).filter(mappable));
    },
    KEEP_MS,
  );

const nameRow = z.object({ id, display_name: z.string() });
async function optionsOf(session: Session, { selection, relation }: FieldRow, signal: AbortSignal) {
  if (!relation)
    return selection?.flatMap(([value, label]) => (value === false ? [] : [{ value, label }])).slice(0, OPTIONS);
  const found = await session.ask(z.array(nameRow), {
    model: relation,
    method: 'search_read',
    args: { domain: [], fields: ['display_name'], limit: OPTIONS + 1 },
    signal,
  });
  return found.length > OPTIONS
    ? undefined
    : found.map((each) => ({ value: String(each.id), label: each.display_name || String(each.id) }));
}

export async function listFields(
  session: Session,
  { record, options }: In<'fields.list'>,
  signal: AbortSignal,
): Promise<Out<'fields.list'>> {
  const rows = await rowsOf(session, record, signal);
  const fields = await Promise.all(
    [...rows].map(async ([name, row]): Promise<ErpField> => {
      // Odoo keeps moments where it shows a day: those are read, and written by nobody but Odoo.
      const isWritten = row.readonly !== true && row.store !== false && row.type !== 'datetime';
      const choices = options.includes(name) ? await optionsOf(session, row, signal) : undefined;
      return {
        name,
        label: row.string || name,
        kind: kinds[row.type] ?? 'text',
        access: isWritten ? 'write' : 'read',
        ...(row.size ? { longest: row.size } : {}),
        ...(meaning[name] ? { means: meaning[name] } : {}),
        ...(choices ? { options: choices } : {}),
      };
    }),
  );
  return { fields: fields.sort((left, right) => left.label.localeCompare(right.label)) };
}

const linkValue = z.tuple([z.number().int(), z.string()]).rest(z.unknown());
/** As the contract has it. Odoo writes "nothing" as `false`, of which only a yes or no is meant so. */
function textOf({ type }: FieldRow, value: unknown): string | null {
  if (type === 'boolean') return String(value === true);
  if (value === false || value === null || value === undefined || value === '') return null;
  if (type === 'many2one') {
    const linked = linkValue.safeParse(value);
    return linked.success ? String(linked.data[0]) : null;
  }
  if (type === 'datetime') return String(value).slice(0, 10);
  return typeof value === 'number' ? exact(value) : String(value);
}
const gone = (name: string) =>
  new ErpError('refused', `no field ${name}`, { field: name, words: `Odoo has no field "${name}".` });

export async function readFields(
  session: Session,
  { record, ids, names }: In<'fields.read'>,
  signal: AbortSignal,
): Promise<Out<'fields.read'>> {
  const rows = await rowsOf(session, record, signal);
  const missing = names.find((name) => !rows.has(name));
  if (missing !== undefined) throw gone(missing);
  const wanted = [...new Set(recordIds(ids))];
  const found = await session.ask(z.array(z.looseObject({ id })), {
    model: modelOf[record],
    method: 'search_read',
    args: { domain: [['id', 'in', wanted]], fields: names },
    context: { active_test: false },
    signal,
  });
  const byId = new Map(found.map((each) => [each.id, each]));
  return {
    results: ids.map((each) => {
      const row = byId.get(recordId(each) ?? 0);
      if (!row) return null;
      return Object.fromEntries(
        names.map((name) => [name, textOf(rows.get(name) as FieldRow, Reflect.get(row, name))]),
      );
    }),
  };
}

/** Cells for `load`, and a refusal for each field that Odoo does not have or does not let us write. */
export async function customCells(
  session: Session,
  record: FieldRecord,
  custom: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal,
): Promise<{ cells: (readonly [string, string])[]; refusals: { field: string; words: string }[] }> {
  const given = Object.entries(custom ?? {});
  if (given.length === 0) return { cells: [], refusals: [] };
  const rows = await rowsOf(session, record, signal);
  const found = given.map(([name, value]) => {
    const row = rows.get(name);
    const field = `custom.${name}`;
    if (!row || row.readonly === true || row.type === 'datetime')
      return { cell: null, refusal: { field, words: `Odoo has no field "${name}" that can be written.` } };
    if (row.type === 'many2one')
      return recordId(value) === null
        ? { cell: null, refusal: { field, words: `${row.string}: "${value}" is none of Odoo's choices.` } }
        : { cell: [`${name}/.id`, value] as const, refusal: null };
    return { cell: [name, row.type === 'boolean' ? (value === 'true' ? '1' : '0') : value] as const, refusal: null };
  });
  return {
    cells: found.flatMap(({ cell }) => (cell ? [cell] : [])),
    refusals: found.flatMap(({ refusal }) => (refusal ? [refusal] : [])),
  };
}

/** A value for `write`, which takes Odoo's own types. Undefined: no value of such a field. */
function writtenValue({ type }: FieldRow, value: string): unknown {
  if (type === 'many2one') return recordId(value) ?? undefined;
  if (type === 'boolean') return value === 'true';
  return kinds[type] === 'number' ? Number(value) : value;
}
export async function writeFields(
  session: Session,
  { record, id: customer, values, expected }: In<'fields.write'>,
  signal: AbortSignal,
): Promise<Out<'fields.write'>> {
  const { refusals } = await customCells(session, record, values, signal);
  const [refusal] = refusals;
  if (refusal) throw new ErpError('refused', refusal.words, refusal);
  const names = Object.keys(values);
  const [now] = (await readFields(session, { record, ids: [customer], names }, signal)).results;
  if (!now)
    throw new ErpError('not_found', `no ${modelOf[record]} ${customer}`, {
      field: 'id',
      words: 'Odoo has no such customer.',
    });
  const other = names.find((name) => (now[name] ?? null) !== (expected[name] ?? null));
  if (other !== undefined)
    throw new ErpError('conflict', `${other} was changed`, {
      field: other,
      words: `${other} was changed in Odoo meanwhile.`,
    });
  const rows = await rowsOf(session, record, signal);
  const vals = Object.fromEntries(
    names.map((name) => [name, writtenValue(rows.get(name) as FieldRow, values[name] ?? '')]),
  );
  await session.ask(z.unknown(), {
    model: modelOf[record],
    method: 'write',
    ids: [recordId(customer) ?? 0],
    args: { vals },
    write: true,
    signal,
  });
  return { written: true };
}
