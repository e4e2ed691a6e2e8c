import { addressesOf } from './customers.ts';
import { compact } from './days.ts';
import type { Field, Publication } from './metadata.ts';
import { linesOf } from './order-lines.ts';
import { stampOf } from './orders.ts';
import type { Row, Scalar, Store, Value } from './store.ts';
import { escaped } from './xml.ts';

/** What a document shows in the groups of its publication: fields of the header, and lines by their table. */
export type Shown = { fields: Row; lines: Readonly<Record<string, readonly Row[]>> };
const menus: Readonly<Record<number, readonly string[]>> = {
  1: ['No', 'Yes'],
  246: ['Active', 'In development', 'On shortage', 'Not renewed', 'Obsolete', 'Not usable'],
  270: ['Not delivered', 'Partly delivered', 'Delivered'],
  271: ['Not invoiced', 'Partly invoiced', 'Invoiced'],
  273: ['Not allocated', 'Partly allocated', 'Allocated'],
  279: ['Open', 'Closed'],
  301: ['OK', 'Blocked', 'Limit exceeded', 'Prepayment not made', 'Released'],
};
const types = { A: 'Char', M: 'Integer', I: 'Integer', N: 'Decimal', D: 'Date', T: 'Char' } as const;
function textOf({ kind }: Field, value: Scalar): string {
  if (value === null || value === '') return '';
  if (kind.type === 'D') return compact(String(value));
  if (typeof value === 'boolean') return value ? '2' : '1';
  return String(value);
}
function fieldXml(field: Field, value: Value): string {
  const type = `TYPE="${types[field.kind.type]}"`;
  if (field.values > 1) {
    const items = Array.from(
      { length: field.values },
      (_, nth) => `<ITM>${escaped(textOf(field, (value as readonly Scalar[] | undefined)?.[nth] ?? ''))}</ITM>`,
    );
    return `<LST NAME="${field.name}" SIZE="${field.values}" ${type}>${items.join('')}</LST>`;
  }
  const text = textOf(field, (value ?? '') as Scalar);
  const menu = field.menu === null ? undefined : menus[field.menu];
  const label = menu ? `MENULAB="${escaped(menu[Number(text) - 1] ?? '')}" MENULOCAL="${field.menu}" ` : '';
  const open = `<FLD ${label}NAME="${field.name}" ${type}`;
  return text === '' ? `${open}/>` : `${open}>${escaped(text)}</FLD>`;
}
/** `<RESULT>` as in a recorded answer: each group with all its fields, empty ones as empty elements. */
export function resultXml({ groups }: Publication, { fields, lines }: Shown): string {
  const parts = [...groups.values()].map((group) => {
    const shown = (row: Row): string =>
      [...group.fields.values()].map((field) => fieldXml(field, row[field.name] ?? null)).join('\n');
    if (group.rows === null) return `<GRP ID="${group.id}">\n${shown(fields)}\n</GRP>`;
    const rows = (lines[group.id] ?? []).map((row, nth) => `<LIN NUM="${nth + 1}">\n${shown(row)}\n</LIN>`);
    return `<TAB DIM="${group.rows}" ID="${group.id}" SIZE="${rows.length}">\n${rows.join('\n')}\n</TAB>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<RESULT>\n${parts.join('\n')}\n</RESULT>`;
}
/** Rows of a `query`. */
export function listXml(size: number, rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row, nth) => {
    const fields = Object.entries(row).map(([name, value]) => `<FLD NAME="${name}">${escaped(value)}</FLD>`);
    return `<LIN NUM="${nth + 1}">${fields.join('')}</LIN>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<RESULT DIM="${size}" SIZE="${rows.length}">\n${lines.join('\n')}\n</RESULT>`;
}
const first = (value: Value | undefined, nth = 0): string =>
  String((value as readonly Scalar[] | undefined)?.[nth] ?? '');
function order(store: Store, row: Row): Shown {
  const lines = linesOf(store, String(row.SOHNUM)).map(
    ({ quantities, prices }): Row => ({
      ...{ ...prices, ...quantities, NUMLIG: quantities.SOPLIN ?? 0, DSTOFCY: quantities.STOFCY ?? '' },
      VACITM1: first(prices.VACITM),
    }),
  );
  const { SALFCY, CUR } = row;
  return {
    fields: {
      ...{ ...row, REVNUM: 0, ZSALFCY: store.get('FACILITY', String(SALFCY))?.FCYNAM ?? '', ZSOHTYP: row.SOHTYP ?? '' },
      ...{
        ZCUR: store.get('TABCUR', String(CUR))?.CURSHO ?? '',
        WW_MODSTAMP: stampOf(row),
        WW_MODUSER: row.UPDUSR ?? '',
      },
      ...{ BPAADDLIG: row.BPDADDLIG ?? [], POSCOD: row.BPDPOSCOD ?? '', CTY: row.BPDCTY ?? '', CRY: row.BPDCRY ?? '' },
    },
    lines: { SOH4_1: lines },
  };
}
function customer(store: Store, row: Row): Shown {
  const partner = store.get('BPARTNER', String(row.BPCNUM)) as Row;
  const addresses = addressesOf({ store }, String(row.BPCNUM)).map((address): Row => {
    const several = (name: string, column: string, count: number): Row =>
      Object.fromEntries(Array.from({ length: count }, (_, nth) => [`${name}${nth + 1}`, first(address[column], nth)]));
    return {
      ...{ ...address, CODADR: address.BPAADD ?? '', BPACRY: address.CRY ?? '' },
      ...{ ...several('ADDLIG', 'BPAADDLIG', 3), ...several('TEL', 'TEL', 5), ...several('WEB', 'WEB', 5) },
    };
  });
  return { fields: { ...partner, ...row }, lines: { BPAC_1: addresses } };
}
function invoice(store: Store, row: Row): Shown {
  const header = store.get('SINVOICEV', String(row.NUM)) as Row;
  return {
    fields: { ...row, ...header, BPINAM: first(row.BPRNAM) },
    lines: { SIH4_1: store.where('SINVOICED', 'NUM', String(row.NUM)) },
  };
}
/** A row of an object's table as its publication shows it. */
export function shownObject(store: Store, { table }: Publication, row: Row): Shown {
  if (table === 'SORDER') return order(store, row);
  if (table === 'BPCUSTOMER') return customer(store, row);
  if (table === 'SINVOICE') return invoice(store, row);
  if (table === 'SRETURN')
    return { fields: row, lines: { SRH1_1: store.where('SRETURND', 'SRHNUM', String(row.SRHNUM)) } };
  return { fields: row, lines: {} };
}
