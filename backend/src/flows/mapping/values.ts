import { parseDecimal } from '@backroom/shared';
import type { ErpField } from '../../erp/contract/fields.ts';
import { folded, type Mapping, mappedTo, type ToErp, valuesKey } from '../../store/mapping.ts';

/** A value as the ERP takes it, or why there is none. `unmapped`: an admin has to say what it is in the ERP. `gone`: what it is mapped to is no choice. */
export type Translated = { value: string } | { trouble: 'unmapped' | 'unusable' | 'gone' };

const yes = new Set(['true', 'yes', '1', 'on']);
const no = new Set(['false', 'no', '0', 'off']);
/** CRMs tell a day as `yyyy-mm-dd`, as an instant, or as milliseconds since 1970 at midnight in UTC. */
export function dayIn(text: string): string | null {
  const day = /^(\d{4}-\d\d-\d\d)($|T)/.exec(text)?.[1] ?? null;
  if (day !== null) return Number.isNaN(Date.parse(day)) ? null : day;
  return /^-?\d{11,13}$/.test(text) ? new Date(Number(text)).toISOString().slice(0, 10) : null;
}

function plain({ kind, longest }: ErpField, text: string): string | null {
  if (kind === 'number') return parseDecimal(text);
  if (kind === 'date') return dayIn(text);
  if (kind === 'yes_no') return yes.has(folded(text)) ? 'true' : no.has(folded(text)) ? 'false' : null;
  return longest !== undefined && text.length > longest ? null : text;
}
function choice({ options }: ErpField, text: string, mapped: string | undefined): Translated {
  if (mapped !== undefined)
    return !options || options.some(({ value }) => value === mapped) ? { value: mapped } : { trouble: 'gone' };
  const same = options?.filter(({ value, label }) => value === text || folded(label) === folded(text)) ?? [];
  const [only] = same;
  // Two choices of one name: which is meant an admin has to say.
  return only && same.length === 1 ? { value: only.value } : { trouble: 'unmapped' };
}
/** A value of the CRM in the ERP's field: what the map says, else the choice of the same name, else the value itself. */
export function translated(field: ErpField, text: string, map: Readonly<Record<string, string>> = {}): Translated {
  const mapped = mappedTo(map, text);
  if (field.kind === 'choice') return choice(field, text, mapped);
  const value = plain(field, mapped ?? text);
  return value === null ? { trouble: 'unusable' } : { value };
}

/** What keeps a record from being carried as it is mapped. `field`: the CRM's, of `gone_erp` the ERP's. */
export type MappingTrouble = {
  code: 'gone_erp' | 'read_only' | 'unmapped' | 'unusable' | 'gone';
  field: string;
  value: string;
};
/** What the record's mapped fields are in the ERP. Empty fields of the CRM are not sent. */
export function mappedValues(
  mapping: Mapping,
  record: ToErp['record'],
  fields: readonly ErpField[],
  crm: Readonly<Record<string, string | null>>,
): { values: Record<string, string>; troubles: MappingTrouble[] } {
  const values: Record<string, string> = {};
  const troubles: MappingTrouble[] = [];
  for (const line of mapping.toErp) {
    if (line.record !== record) continue;
    const field = fields.find(({ name }) => name === line.erp);
    if (field?.access !== 'write') {
      troubles.push({ code: field ? 'read_only' : 'gone_erp', field: line.erp, value: '' });
      continue;
    }
    const text = crm[line.crm]?.trim() ?? '';
    if (text === '') continue;
    const found = translated(field, text, mapping.values[valuesKey(record, line.erp)]);
    if ('value' in found) values[line.erp] = found.value;
    else troubles.push({ code: found.trouble, field: line.crm, value: text });
  }
  return { values, troubles };
}
