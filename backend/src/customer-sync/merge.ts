import { canonical, parseDecimal } from '@backroom/shared';

export type Values = Readonly<Record<string, string | null>>;
/** Both sides changed the field since they were the same. `field`: the ERP's; `crmField`: the CRM's. */
export type Conflict = { field: string; crmField: string; crm: string; erp: string };
export type Merged = {
  /** What the ERP is told, and what it must still have for that. */
  write: Record<string, string>;
  expected: Record<string, string | null>;
  base: Record<string, string | null>;
  conflicts: Conflict[];
};

const read = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
function same(left: string | null | undefined, right: string | null | undefined): boolean {
  const [one, other] = [read(left ?? ''), read(right ?? '')];
  if (one === other) return true;
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  return a !== null && b !== null && canonical(a) === canonical(b);
}

/**
 * What follows from the values of both sides and those that both had last. The CRM is master of these fields, and still no value is written over that
 * somebody entered in the ERP since. An empty field of the CRM says nothing: it empties none of the ERP.
 */
export function merge(
  { crm, erp, base }: { crm: Values; erp: Values; base: Values },
  crmNames: Readonly<Record<string, string>>,
): Merged {
  const merged: Merged = { write: {}, expected: {}, base: { ...base }, conflicts: [] };
  for (const [field, value] of Object.entries(crm)) {
    if (value === null || read(value) === '') continue;
    const there = erp[field] ?? null;
    const before = base[field];
    if (same(value, there)) merged.base[field] = there;
    else if (before !== undefined && same(value, before)) continue;
    else if (before === undefined ? there === null || read(there) === '' : same(there, before)) {
      merged.write[field] = value;
      merged.expected[field] = there;
      merged.base[field] = value;
    } else merged.conflicts.push({ field, crmField: crmNames[field] ?? field, crm: value, erp: there ?? '' });
  }
  return merged;
}
