import { LRUCache } from 'lru-cache';
import {
  type CrmCall,
  type CrmField,
  type CrmGap,
  type FieldOwner,
  ownName,
  type WriteBackField,
} from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { type FieldRow, fieldSchema } from './schemas.ts';
import { vatNames } from './unproved.ts';

export type Owner = 'deal' | 'company';
export type OwnField = {
  name: string;
  type: 'varchar' | 'double' | 'monetary' | 'date' | 'enum';
  options?: Readonly<Record<string, string>>;
};
const alerts = {
  ...{ ok: 'OK', near_limit: 'Near limit', over_limit: 'Over limit' },
  ...{ overdue: 'Overdue', blocked: 'Blocked', no_limit: 'No limit' },
};
const shared = {
  returnStatus: { name: 'ERP return status', type: 'varchar' },
  creditAlert: { name: 'ERP credit alert', type: 'enum', options: alerts },
  creditFree: { name: 'ERP credit left', type: 'double' },
} as const satisfies Partial<Record<WriteBackField, OwnField>>;
/**
 * What Backroom keeps on records: Pipedrive knows a custom field by a code of the account's own, so that its name is what it is found by. In the order of
 * their use: plans allow so many fields, and the last ones are those to go without. docs/crm-fields.md describes each.
 */
export const ownFields: Readonly<Record<Owner, Readonly<Partial<Record<WriteBackField, OwnField>>>>> = {
  deal: {
    orderNumber: { name: 'ERP order number', type: 'varchar' },
    orderStatus: { name: 'ERP order status', type: 'varchar' },
    promiseDate: { name: 'ERP promise date', type: 'date' },
    orderTotal: { name: 'ERP order total', type: 'monetary' },
    shippedOn: { name: 'ERP last shipment', type: 'date' },
    tracking: { name: 'ERP tracking number', type: 'varchar' },
    ...shared,
    invoicedTotal: { name: 'ERP invoiced total', type: 'monetary' },
    paidTotal: { name: 'ERP paid total', type: 'monetary' },
  },
  company: {
    erpCustomerNumber: { name: 'ERP customer number', type: 'varchar' },
    blocked: { name: 'ERP customer blocked', type: 'enum', options: { true: 'Yes', false: 'No' } },
    ...shared,
    paymentTerms: { name: 'ERP payment terms', type: 'varchar' },
    openTotal: { name: 'ERP open invoices', type: 'monetary' },
    overdueTotal: { name: 'ERP overdue invoices', type: 'monetary' },
    nextDue: { name: 'ERP next due date', type: 'date' },
    erpCurrency: { name: 'ERP currency', type: 'varchar' },
  },
};
/** Read, never written: an account that has such a field fills it itself. */
export const readNames = { poNumber: 'Customer PO number', requestedDate: 'Requested date' } as const;

const paths = { deal: 'dealFields', company: 'organizationFields', line: 'productFields' } as const satisfies Record<
  FieldOwner,
  string
>;
export const fieldsPath = (owner: FieldOwner): string => `/api/v2/${paths[owner]}`;
/** How long a list of fields is kept. Reading it costs as much as ten records. A write that names a deleted field reads it again. */
const KEEP_MS = 6 * 3_600_000;
/** Where a field was missing, it may have been made meanwhile. */
const LOOK_AGAIN_MS = 55_000;

/** The fields of an account's deals, organisations and products. */
export function fieldReader(client: PipedriveClient) {
  const kept = new LRUCache<string, { at: number; rows: readonly FieldRow[] }>({ max: 2000 });
  const asking = new Map<string, Promise<readonly FieldRow[]>>();
  async function rows(owner: FieldOwner, call: CrmCall, keepMs = KEEP_MS): Promise<readonly FieldRow[]> {
    const key = `${call.account}|${owner}`;
    const known = kept.get(key);
    if (known && performance.now() - known.at < keepMs) return known.rows;
    const under = asking.get(key);
    if (under) return under;
    const read = client.all(fieldsPath(owner), {}, fieldSchema, call).finally(() => asking.delete(key));
    asking.set(key, read);
    const found = await read;
    kept.set(key, { at: performance.now(), rows: found });
    return found;
  }
  /** The account's custom field of this name; of several, the first that was made. */
  const byName = (all: readonly FieldRow[], name: string): FieldRow | null =>
    all.find((each) => each.is_custom_field === true && each.field_name.trim().toLowerCase() === name.toLowerCase()) ??
    null;
  return {
    rows,
    byName,
    forget(account: string): void {
      for (const key of kept.keys()) if (key.startsWith(`${account}|`)) kept.delete(key);
    },
    /** The field that is written or read, ours by its name and an account's own by its code. Null: it is not there. */
    async of(owner: Owner, field: WriteBackField, call: CrmCall): Promise<FieldRow | null> {
      const all = await rows(owner, call);
      const own = ownName(field);
      if (own !== null) return all.find((each) => each.field_code === own) ?? null;
      const wanted = ownFields[owner][field];
      return wanted ? byName(all, wanted.name) : null;
    },
    /** A field for a company's VAT id, and one of its telephone number: Pipedrive has none of its own. */
    async known(call: CrmCall): Promise<{ vat: FieldRow | null; phone: FieldRow | null }> {
      const own = (await rows('company', call)).filter((each) => each.is_custom_field === true);
      return {
        vat: own.find((each) => vatNames.has(each.field_name.trim().toLowerCase())) ?? null,
        phone: own.find((each) => each.field_type === 'phone') ?? null,
      };
    },
    async list(owner: FieldOwner, call: CrmCall): Promise<readonly CrmField[]> {
      return (await rows(owner, call, LOOK_AGAIN_MS)).map(({ field_code, field_name, is_custom_field, options }) => ({
        name: field_code,
        label: field_name,
        written: is_custom_field === true,
        ...(options && options.length > 0 ? { options: options.map(({ label }) => ({ value: label, label })) } : {}),
      }));
    },
    /** A gap for each of the codes that an account chose itself and that is gone. */
    async gone(owner: FieldOwner, codes: readonly string[], call: CrmCall): Promise<CrmGap[]> {
      if (codes.length === 0) return [];
      const missingIn = (all: readonly FieldRow[]) =>
        codes.filter((code) => !all.some((each) => each.field_code === code));
      const missing = missingIn(await rows(owner, call));
      const still = missing.length > 0 ? missingIn(await rows(owner, call, LOOK_AGAIN_MS)) : [];
      return still.map((what) => ({ kind: 'hidden', what, lineId: null }));
    },
  };
}
export type FieldReader = ReturnType<typeof fieldReader>;
