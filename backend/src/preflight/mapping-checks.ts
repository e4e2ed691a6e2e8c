import type { ErpField, FieldRecord } from '../erp/contract/fields.ts';
import { chargeRows, type Known, unitRows, valueTables } from '../flows/mapping/used.ts';
import { companyFieldsOf, dealFieldsOf, type Mapping } from '../store/mapping.ts';
import { type Evidence, type Outcome, outcome } from './outcome.ts';
import { call, type World } from './world.ts';

const SHOWN = 8;
const listed = (names: readonly string[]): string => names.slice(0, SHOWN).join(', ');
const isEmpty = ({ order, line, toErp, toCrm, charges }: Mapping): boolean =>
  toErp.length + toCrm.length + Object.keys(order).length + Object.keys(line).length + Object.keys(charges).length ===
  0;

async function knownOf({ account, erp, fieldsOf, connection }: World): Promise<Known> {
  const { mapping } = connection.options;
  const erpFields = async (record: FieldRecord): Promise<readonly ErpField[] | null> => {
    const options = mapping.toErp.flatMap((each) => (each.record === record ? [each.erp] : []));
    return (await erp.fields?.list({ record, options }, call()).catch(() => null))?.fields ?? null;
  };
  const [order, customer, deal, company, line] = await Promise.all([
    erpFields('order'),
    erpFields('customer'),
    fieldsOf(account.id, 'deal'),
    fieldsOf(account.id, 'company'),
    fieldsOf(account.id, 'line'),
  ]);
  return { erp: { order, customer }, crm: { deal, company, line } };
}
/** Fields that the mapping names and a side has no more. Where a side does not list its fields just now, none is called gone. */
function goneOf({ connection }: World, { erp, crm }: Known): { crm: string[]; erp: string[] } {
  const { mapping } = connection.options;
  const back = (record: FieldRecord) => mapping.toCrm.flatMap((each) => (each.record === record ? [each.crm] : []));
  const named = {
    deal: [...dealFieldsOf([connection]), ...back('order')],
    company: [...companyFieldsOf([connection]), ...back('customer')],
    line: Object.values(mapping.line).filter((name) => name !== undefined),
  };
  const inCrm = (['deal', 'company', 'line'] as const).flatMap((type) =>
    crm[type] ? named[type].filter((name) => !crm[type]?.some((field) => field.name === name)) : [],
  );
  const isThere = (record: FieldRecord, name: string, written: boolean) =>
    erp[record] === null || erp[record].some((field) => field.name === name && (!written || field.access === 'write'));
  const inErp = [
    ...mapping.toErp.filter((each) => !isThere(each.record, each.erp, true)),
    ...mapping.toCrm.filter((each) => !isThere(each.record, each.erp, false)),
  ].map((each) => each.erp);
  return { crm: [...new Set(inCrm)], erp: [...new Set(inErp)] };
}
/** Codes of charges that the ERP does not sell; null: it does not answer. */
async function unsoldItems({ erp, connection }: World): Promise<string[] | null> {
  const codes = [...new Set(Object.values(connection.options.mapping.charges))];
  if (codes.length === 0) return [];
  try {
    const results = (await erp.products?.resolve({ codes }, call()))?.results ?? [];
    return codes.filter((_, index) => !results[index] || results[index].archived);
  } catch {
    return null;
  }
}

/** Whether the mapping names only what there is, and says what every value is that is really used. */
export async function checkMapping(world: World): Promise<Outcome> {
  const { mapping } = world.connection.options;
  if (isEmpty(mapping)) return outcome('mapping', 'pass', { code: 'none' });
  const [known, { deals }, unsold] = await Promise.all([knownOf(world), world.sample(), unsoldItems(world)]);
  const gone = goneOf(world, known);
  const unmapped = valueTables(mapping, known, deals).flatMap(({ crm, rows }) =>
    rows.filter(({ uses, to, same }) => uses > 0 && to === '' && same === null).map(({ value }) => `${crm}: ${value}`),
  );
  const silent = [known.erp.order, known.erp.customer, known.crm.deal].includes(null) || unsold === null;
  const failing: Evidence[] = [
    ...(gone.crm.length > 0 ? [{ code: 'crm_gone', values: { fields: listed(gone.crm) } }] : []),
    ...(gone.erp.length > 0 ? [{ code: 'erp_gone', values: { fields: listed(gone.erp) } }] : []),
    ...(unmapped.length > 0
      ? [{ code: 'unmapped', values: { count: String(unmapped.length), names: listed(unmapped) } }]
      : []),
    ...(unsold && unsold.length > 0 ? [{ code: 'unsold', values: { codes: listed(unsold) } }] : []),
  ];
  const loose = chargeRows(mapping, deals).filter(({ uses, code }) => uses > 0 && code === '');
  const warned: Evidence[] =
    loose.length > 0 ? [{ code: 'charges', values: { names: listed(loose.map(({ name }) => name)) } }] : [];
  const count = String(mapping.toErp.length + mapping.toCrm.length + Object.keys(mapping.order).length);
  if (failing.length > 0) return outcome('mapping', 'fail', ...failing, ...warned);
  if (silent) return outcome('mapping', 'unknown', { code: 'silent' }, ...warned);
  return outcome('mapping', warned.length > 0 ? 'warn' : 'pass', { code: 'there', values: { count } }, ...warned);
}

/** Whether each unit that is used is one of the ERP's, and how statuses are shown. */
export async function checkUnits(world: World): Promise<Outcome> {
  const { mapping } = world.connection.options;
  const count = Object.keys(mapping.statuses).length;
  const statuses: Evidence =
    count > 0 ? { code: 'statuses', values: { count: String(count) } } : { code: 'statuses_own' };
  if (mapping.line.unit === undefined) return outcome('units', 'pass', { code: 'erp_units' }, statuses);
  const { deals } = await world.sample();
  try {
    const page = await world.erp.products?.list?.({ cursor: null }, call());
    const units = [...new Set(page?.products.map(({ unit }) => unit) ?? [])];
    const rows = unitRows(mapping, deals, units).filter(({ uses }) => uses > 0);
    const unmapped = rows.filter(({ to, same }) => to === '' && same === null).map(({ value }) => value);
    if (unmapped.length > 0)
      return outcome('units', 'fail', { code: 'unmapped', values: { names: listed(unmapped) } }, statuses);
    return outcome('units', 'pass', { code: 'mapped', values: { count: String(rows.length) } }, statuses);
  } catch {
    return outcome('units', 'unknown', { code: 'silent' }, statuses);
  }
}
