import type { Known } from '../../flows/mapping/used.ts';
import { type Mapping, orderTargets } from '../../store/mapping.ts';
import { hasField } from '../connection/field-choices.ts';

export type Typed = Readonly<Record<string, string>>;
/** A table of the form: fields of one record in one direction. */
export const tables = ['order', 'customer', 'back-order', 'back-customer'] as const;
export type Table = (typeof tables)[number];
export const recordOf = (table: Table): 'order' | 'customer' => (table.endsWith('order') ? 'order' : 'customer');
export const isBack = (table: Table): boolean => table.startsWith('back-');
/** Rows of one table. */
export const MOST_ROWS = 40;
const EMPTY_ROWS = 2;
export type Pair = { crm: string; erp: string };

export const pairsOf = ({ toErp, toCrm }: Mapping, table: Table): Pair[] =>
  (isBack(table) ? toCrm : toErp)
    .filter(({ record }) => record === recordOf(table))
    .map(({ crm, erp }) => ({ crm, erp }));

/** The form as it is stored: with a line for what every ERP has and nobody has mapped yet, and empty ones for more. */
export function shownMapping(mapping: Mapping, { erp }: Known): Typed {
  const typed: Record<string, string> = {};
  for (const target of orderTargets) typed[`target-${target}`] = mapping.order[target] ?? '';
  typed['line-code'] = mapping.line.code ?? '';
  typed['line-unit'] = mapping.line.unit ?? '';
  for (const table of tables) {
    const pairs = pairsOf(mapping, table);
    const offered = isBack(table)
      ? []
      : (erp[recordOf(table)] ?? []).filter(
          ({ means, access, name }) => means && access === 'write' && pairs.every((pair) => pair.erp !== name),
        );
    const rows = [...pairs, ...offered.map(({ name }) => ({ crm: '', erp: name }))];
    for (const [index, pair] of [
      ...rows,
      ...Array.from({ length: EMPTY_ROWS }, () => ({ crm: '', erp: '' })),
    ].entries()) {
      typed[`${table}-crm-${index}`] = pair.crm;
      typed[`${table}-erp-${index}`] = pair.erp;
    }
  }
  return typed;
}
export function rowsOf(typed: Typed, table: Table): Pair[] {
  const rows: Pair[] = [];
  for (let index = 0; index < MOST_ROWS; index += 1) {
    const [crm, erp] = [typed[`${table}-crm-${index}`], typed[`${table}-erp-${index}`]];
    if (crm === undefined && erp === undefined) break;
    rows.push({ crm: crm?.trim() ?? '', erp: erp?.trim() ?? '' });
  }
  return rows;
}

const isName = (name: string): boolean => /^\w{1,100}$/.test(name);
const crmType = { order: 'deal', customer: 'company' } as const;
export type Wrong = { field: string; code: 'crm_gone' | 'erp_gone' | 'erp_read' | 'crm_read' | 'twice' | 'half' };

function wrongRow(row: Pair, table: Table, known: Known, before: readonly Pair[]): Wrong['code'] | null {
  const { crm, erp } = row;
  if (crm === '' || erp === '') return 'half';
  const inCrm = known.crm[crmType[recordOf(table)]];
  if (!isName(crm) || !hasField(inCrm, crm)) return 'crm_gone';
  const inErp = known.erp[recordOf(table)];
  const field = inErp?.find(({ name }) => name === erp);
  if (inErp && !field) return 'erp_gone';
  if (!isBack(table) && field?.access === 'read') return 'erp_read';
  if (isBack(table) && inCrm?.find(({ name }) => name === crm)?.written === false) return 'crm_read';
  const target = isBack(table) ? 'crm' : 'erp';
  return before.some((each) => each[target] === row[target]) ? 'twice' : null;
}

/** What was typed, or what of it cannot be. A line without a field of the CRM is none; a line taken over from before keeps its value map. */
export function readMapping(typed: Typed, mapping: Mapping, known: Known): { mapping: Mapping } | { wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const single = (name: string, type: 'deal' | 'line'): string | undefined => {
    const text = typed[name]?.trim() ?? '';
    if (text === '') return undefined;
    if (!isName(text) || !hasField(known.crm[type], text)) wrong.push({ field: name, code: 'crm_gone' });
    return text;
  };
  const order: Mapping['order'] = {};
  for (const target of orderTargets) {
    const name = single(`target-${target}`, 'deal');
    if (name !== undefined) order[target] = name;
  }
  const [code, unit] = [single('line-code', 'line'), single('line-unit', 'line')];
  const shown = shownMapping(mapping, known);
  const toErp: Mapping['toErp'] = [];
  const toCrm: Mapping['toCrm'] = [];
  for (const table of tables) {
    const record = recordOf(table);
    const kept: Pair[] = [];
    for (const [index, row] of rowsOf(typed, table).entries()) {
      // An ERP field that is offered and left alone, or is mapped no more. One that a person chose is half a line.
      const isChosen = known.erp[record] !== null && row.erp !== (shown[`${table}-erp-${index}`] ?? '');
      if (row.crm === '' && (row.erp === '' || (!isBack(table) && !isChosen))) continue;
      const why = wrongRow(row, table, known, kept);
      if (why !== null)
        wrong.push({
          field: `${table}-${why === 'erp_gone' || why === 'erp_read' || (why === 'half' && row.erp === '') ? 'erp' : 'crm'}-${index}`,
          code: why,
        });
      kept.push(row);
    }
    if (isBack(table)) toCrm.push(...kept.map((pair) => ({ record, ...pair })));
    else toErp.push(...kept.map((pair) => ({ record, ...pair })));
  }
  if (wrong.length > 0) return { wrong };
  return {
    mapping: { ...mapping, order, line: { ...(code ? { code } : {}), ...(unit ? { unit } : {}) }, toErp, toCrm },
  };
}
