import type { Typed } from './form.ts';

/** Rows of a table of the form: `values-0-key-1` is the value of the CRM, `values-0-to-1` that of the ERP. */
export function readRows(typed: Typed, prefix: string): Record<string, string> {
  const map: Record<string, string> = {};
  for (let index = 0; typed[`${prefix}-key-${index}`] !== undefined; index += 1) {
    const key = typed[`${prefix}-key-${index}`]?.trim() ?? '';
    const to = typed[`${prefix}-to-${index}`]?.trim() ?? '';
    if (key !== '' && to !== '') map[key] = to;
  }
  return map;
}
