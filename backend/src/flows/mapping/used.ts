import type { CrmDeal, CrmField } from '../../crm/contract/index.ts';
import type { ErpField } from '../../erp/contract/fields.ts';

import { folded, type Mapping, mappedTo, valuesKey } from '../../store/mapping.ts';
import { translated } from './values.ts';

/** What the ERP and the CRM have; null where they do not list it just now. */
export type Known = {
  erp: Readonly<Record<'order' | 'customer', readonly ErpField[] | null>>;
  crm: Readonly<Record<'deal' | 'company' | 'line', readonly CrmField[] | null>>;
};

/** A value of the CRM: in how many of the deals that were looked at, and what it is in the ERP without an entry. */
export type ValueRow = { value: string; uses: number; to: string; same: string | null };
export type ValueTable = {
  key: string;
  crm: string;
  field: ErpField;
  label: string;
  rows: ValueRow[];
  unmapped: number;
};
export type ChargeRow = { kind: 'shipping' | 'fee'; name: string; uses: number; code: string };

/** Each spelling once, in the order in which they come. */
function distinct(values: readonly string[]): string[] {
  return [...new Map(values.flatMap((value) => (value.trim() === '' ? [] : [[folded(value), value.trim()]]))).values()];
}
const labelOf = (known: readonly CrmField[] | null, name: string) => known?.find((field) => field.name === name);

/** The choices that mapped fields may have: what the CRM lists, what is used, and what is mapped already. */
export function valueTables(mapping: Mapping, known: Known, deals: readonly CrmDeal[]): ValueTable[] {
  return mapping.toErp.flatMap(({ record, crm, erp }) => {
    const field = known.erp[record]?.find(({ name }) => name === erp);
    if (field?.kind !== 'choice') return [];
    const key = valuesKey(record, erp);
    const map = mapping.values[key] ?? {};
    const inCrm = labelOf(known.crm[record === 'order' ? 'deal' : 'company'], crm);
    const used = deals.map((deal) => (record === 'order' ? deal.fields?.[crm] : deal.company?.fields?.[crm]) ?? '');
    const values = distinct([...used, ...Object.keys(map), ...(inCrm?.options?.map(({ value }) => value) ?? [])]);
    const rows = values.map((value) => {
      const same = translated(field, value);
      return {
        value,
        uses: used.filter((each) => folded(each) === folded(value)).length,
        to: mappedTo(map, value) ?? '',
        same: 'value' in same ? (field.options?.find((each) => each.value === same.value)?.label ?? same.value) : null,
      };
    });
    const unmapped = rows.filter(({ to, same }) => to === '' && same === null).length;
    return [{ key, crm, field, label: inCrm?.label ?? crm, rows, unmapped }];
  });
}

/** Charges of the quotes that were looked at and those that are mapped, then the two that stand for all others. */
export function chargeRows({ charges }: Mapping, deals: readonly CrmDeal[]): ChargeRow[] {
  const seen = deals.flatMap(({ adjustments = [] }) =>
    adjustments.flatMap(({ kind, name }) => (kind === 'fee' || kind === 'shipping' ? [`${kind}:${name}`] : [])),
  );
  const named = distinct([...seen, ...Object.keys(charges)]).filter((each) => !each.endsWith(':'));
  return [...named, 'shipping:', 'fee:'].map((each) => {
    const kind = each.startsWith('shipping:') ? 'shipping' : 'fee';
    return {
      kind,
      name: each.slice(kind.length + 1),
      uses: seen.filter((other) => folded(other) === folded(each)).length,
      code: (each.endsWith(':') ? charges[each] : mappedTo(charges, each)) ?? '',
    };
  });
}
export function unitRows({ units }: Mapping, deals: readonly CrmDeal[], erpUnits: readonly string[]): ValueRow[] {
  const used = deals.flatMap(({ lines }) => lines.flatMap(({ unit }) => unit ?? []));
  return distinct([...used, ...Object.keys(units)]).map((value) => ({
    value,
    uses: used.filter((each) => folded(each) === folded(value)).length,
    to: mappedTo(units, value) ?? '',
    same: erpUnits.find((unit) => folded(unit) === folded(value)) ?? null,
  }));
}
