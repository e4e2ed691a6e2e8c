import { dateSchema } from '@backroom/shared';
import { boundLines } from '../contract/bounds.ts';
import {
  type CrmCall,
  type CrmCompany,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type CrmRecord,
  type RecordWish,
} from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { chosenNames, companyFieldsOf, toCompany, toContact } from './companies.ts';
import { extrasReader } from './extras.ts';
import { type FieldReader, readNames } from './fields.ts';
import { type ReadLine, toLine } from './lines.ts';
import {
  type DealRow,
  dealSchema,
  type LineRow,
  lineSchema,
  one,
  organizationSchema,
  type PersonRow,
  type ProductRow,
  personSchema,
  productSchema,
} from './schemas.ts';
import { settleDeal } from './totals.ts';
import { currencyOf, customText, filled, isFieldCode } from './values.ts';

/** Contacts are for finding the customer by e-mail; more than a few add nothing. */
const CONTACTS = 20;
/** Ids of one question. */
const IDS = 100;
const isId = (text: string): boolean => /^\d{1,18}$/.test(text);
/** Anything else is no id, and must not become a path. */
function checked(type: string, id: string): string {
  if (!isId(id)) throw new CrmError('not_found', `no ${type} has the id ${id}`);
  return id;
}
const order = ({ order_nr, id }: LineRow): number => Number(order_nr ?? id);

export function recordReader(client: PipedriveClient, fields: FieldReader) {
  const extras = extrasReader(client);
  async function productsOf(lines: readonly LineRow[], call: CrmCall): Promise<Map<string, ProductRow>> {
    const ids = [...new Set(lines.flatMap(({ product_id }) => product_id ?? []))];
    const found = new Map<string, ProductRow>();
    for (let at = 0; at < ids.length; at += IDS) {
      const query = { ids: ids.slice(at, at + IDS).join(',') };
      for (const row of await client.all('/api/v2/products', query, productSchema, call)) found.set(row.id, row);
    }
    return found;
  }
  /** The lines of the deal that somebody has not switched off, in the order of the page. */
  async function linesOf(deal: string, call: CrmCall): Promise<LineRow[]> {
    const query = { sort_by: 'id', sort_direction: 'asc' };
    const rows = await client.all(`/api/v2/deals/${deal}/products`, query, lineSchema, call, boundLines);
    return rows
      .filter(({ is_enabled }) => is_enabled !== false)
      .sort((left, right) => order(left) - order(right) || Number(left.id) - Number(right.id));
  }
  async function companyOf(id: string, call: CrmCall & RecordWish): Promise<CrmCompany> {
    const path = `/api/v2/organizations/${checked('organisation', id)}`;
    const [{ data: row }, own] = await Promise.all([
      client.request('GET', path, undefined, one(organizationSchema), call),
      companyFieldsOf(fields, call),
    ]);
    if (row.is_deleted === true) throw new CrmError('not_found', `organisation ${id} was deleted`);
    return toCompany(row, own, call);
  }
  /** The deal's organisation; one that Pipedrive does not give is a gap. */
  async function buyerOf({ org_id }: DealRow, gaps: CrmGap[], call: CrmCall & RecordWish): Promise<CrmCompany | null> {
    if (org_id == null) return null;
    try {
      return await companyOf(org_id, call);
    } catch (error) {
      if (!(error instanceof CrmError && (error.kind === 'refused' || error.kind === 'not_found'))) throw error;
      gaps.push({ kind: 'unreadable', what: `organisation ${org_id}`, lineId: null });
      return null;
    }
  }
  /** The deal's own person first. */
  async function personsOf(query: Record<string, string>, own: string | null, call: CrmCall): Promise<PersonRow[]> {
    const { rows } = await client.list('/api/v2/persons', { ...query, limit: String(CONTACTS) }, personSchema, call);
    const isOwn = ({ id }: PersonRow) => (id === own ? 0 : 1);
    return rows.filter(({ is_deleted }) => is_deleted !== true).sort((left, right) => isOwn(left) - isOwn(right));
  }
  async function ownValues(row: DealRow, call: CrmCall) {
    const all = await fields.rows('deal', call);
    const text = (name: string) => {
      const field = fields.byName(all, name);
      return field ? customText(row, field.field_code, field.options ?? []) : null;
    };
    const number = await fields.of('deal', 'orderNumber', call);
    const day = dateSchema.safeParse(text(readNames.requestedDate)).data;
    return {
      orderNumber: number ? customText(row, number.field_code) : null,
      poNumber: text(readNames.poNumber),
      requestedDate: day ?? null,
      chosen: (codes: readonly string[]) =>
        Object.fromEntries(
          codes.map((code) => [
            code,
            customText(row, code, all.find((each) => each.field_code === code)?.options ?? []),
          ]),
        ),
    };
  }

  async function deal(id: string, call: CrmCall & RecordWish): Promise<CrmDeal> {
    const path = `/api/v2/deals/${checked('deal', id)}`;
    const { data: row } = await client.request('GET', path, undefined, one(dealSchema), call);
    if (row.is_deleted === true || row.status === 'deleted') throw new CrmError('not_found', `deal ${id} was deleted`);
    const gaps: CrmGap[] = [];
    const wanted = (call.fields ?? []).filter(isFieldCode);
    const lineCodes = Object.values(call.lineNames ?? {}).filter(
      (name) => name !== undefined && isFieldCode(name),
    ) as string[];
    const withPersons = row.person_id != null || row.org_id != null;
    const [rows, company, persons, own, discounts, instalments, ...gone] = await Promise.all([
      linesOf(row.id, call),
      buyerOf(row, gaps, call),
      withPersons ? personsOf({ deal_id: row.id }, row.person_id ?? null, call) : [],
      ownValues(row, call),
      extras.discounts(row.id, gaps, call),
      extras.instalments(row.id, gaps, call),
      fields.gone('company', chosenNames(call), call),
      fields.gone('deal', wanted, call),
      fields.gone('line', lineCodes, call),
    ]);
    const products = await productsOf(rows, call);
    gaps.push(...gone.flat());
    for (const each of instalments) {
      const what = ['instalment', each.description, each.amount, each.billing_date].flatMap(
        (part) => filled(part) ?? [],
      );
      gaps.push({ kind: 'adjustment', what: what.join(' '), lineId: null });
    }
    const read: ReadLine[] = rows.map((each) =>
      toLine(each, products.get(each.product_id ?? '') ?? null, gaps, call.lineNames),
    );
    const currency = currencyOf(row.currency);
    const amounts = read.map((each) => each.amounts);
    const lines = amounts.every((each) => each !== null) ? amounts : null;
    const { adjustments, total } = settleDeal({ value: row.value ?? null, currency, lines, discounts }, gaps);
    return {
      type: 'deal',
      id: row.id,
      name: row.title ?? '',
      currency,
      company,
      contacts: persons.map(toContact),
      quote: null,
      linesFrom: read.length === 0 ? 'none' : 'deal',
      orderNumber: own.orderNumber,
      lines: read.map(({ line }) => line),
      ...(row.pipeline_id != null ? { pipeline: row.pipeline_id } : {}),
      ...(wanted.length > 0 ? { fields: own.chosen(wanted) } : {}),
      ...(own.poNumber === null ? {} : { poNumber: own.poNumber }),
      ...(own.requestedDate === null ? {} : { requestedDate: own.requestedDate }),
      ...(adjustments.length > 0 ? { adjustments } : {}),
      ...(total === null ? {} : { total }),
      ...(gaps.length > 0 ? { gaps } : {}),
    };
  }
  async function company(id: string, call: CrmCall & RecordWish): Promise<CrmRecord> {
    const record = await companyOf(id, call);
    const contacts = (await personsOf({ org_id: record.id }, null, call)).map(toContact);
    return { type: 'company', id: record.id, name: record.name, company: record, contacts };
  }
  return { deal, company };
}
