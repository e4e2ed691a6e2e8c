import type { CrmAddress, CrmCall, CrmCompany, CrmContact, CrmRecord, RecordWish } from '../contract/index.ts';
import { CrmError, type CrmGap } from '../contract/index.ts';
import type { OdooClient, Row } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { type Merges, mergedIdsOf } from './merges.ts';
import { MERGED_IDS, models, names as ours } from './names.ts';
import { hiddenGaps, idText, link, numberOf, present, text, valueText } from './rows.ts';

export type CompanyWish = Pick<RecordWish, 'names' | 'companyFields'>;
const standard = [
  ...['name', 'is_company', 'commercial_partner_id', 'vat', 'website', 'email', 'phone', 'function', 'lang', 'type'],
  ...['street', 'street2', 'zip', 'city', 'country_id', 'country_code'],
];
const CONTACTS = 20;
/** The child of a company whose address is where its goods go. */
const DELIVERY = 'delivery';

/** Fields of a company that an admin has chosen. */
export const chosenNames = ({ names = {}, companyFields = [] }: CompanyWish): string[] => [
  ...Object.values(names).filter((name): name is string => name !== undefined),
  ...companyFields,
];
export const partnerFields = (columns: Columns | null, wish: CompanyWish): string[] =>
  present(columns, [...standard, ours.erpCustomerNumber, MERGED_IDS, ...chosenNames(wish)]);
export const partnerGaps = (columns: Columns | null, wish: CompanyWish): CrmGap[] =>
  hiddenGaps(columns, chosenNames(wish));

const hostOf = (website: string | null): string | null => {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `https://${website}`);
  return url?.hostname.replace(/^www\./, '') || null;
};
const placeOf = (row: Row) => ({
  street: [text(row, 'street'), text(row, 'street2')].filter((each) => each !== null).join('\n') || null,
  postalCode: text(row, 'zip'),
  city: text(row, 'city'),
  country: text(row, 'country_code') ?? link(row, 'country_id')?.name ?? null,
});
export const addressOf = (row: Row): CrmAddress => ({ name: text(row, 'name'), ...placeOf(row) });
const parts = ['street', 'postalCode', 'city', 'country'] as const;
const isEmpty = (row: Row): boolean => parts.every((part) => placeOf(row)[part] === null);

/** `children`: as far as they are known; one for deliveries is where goods go. */
export function toCompany(
  row: Row,
  columns: Columns | null,
  wish: CompanyWish,
  children: readonly Row[] = [],
): CrmCompany {
  const { names = {}, companyFields = [] } = wish;
  const chosen = (name: string) => valueText(row, name, columns);
  const depot = children.filter((each) => text(each, 'type') === DELIVERY && !isEmpty(each));
  const [only, ...more] = depot;
  return {
    id: String(row.id),
    name: text(row, 'name') ?? '',
    domain: hostOf(text(row, 'website')),
    vatId: chosen(names.vatId ?? 'vat'),
    erpNumber: chosen(names.erpNumber ?? ours.erpCustomerNumber),
    phone: text(row, 'phone'),
    ...placeOf(row),
    // Of several it is the quotation that says which one.
    ...(only && more.length === 0 ? { shipTo: placeOf(only) } : {}),
    ...(names.registrationNumber ? { registrationNumber: chosen(names.registrationNumber) } : {}),
    ...(companyFields.length > 0
      ? { fields: Object.fromEntries(companyFields.map((name) => [name, chosen(name)])) }
      : {}),
  };
}
export const toContact = (row: Row): CrmContact => ({
  id: String(row.id),
  name: text(row, 'name') ?? '',
  email: text(row, 'email'),
  phone: text(row, 'phone'),
  ...(text(row, 'function') ? { role: text(row, 'function') } : {}),
  ...(text(row, 'lang') ? { language: text(row, 'lang')?.slice(0, 2) ?? null } : {}),
});
/** People of a company, and itself where it is a person. */
export function contactsOf(company: Row | null, children: readonly Row[]): CrmContact[] {
  const people = children.filter((each) => text(each, 'type') === 'contact' && each.is_company !== true);
  const self = company && company.is_company !== true ? [company] : [];
  return [...self, ...people].slice(0, CONTACTS).map(toContact);
}

/** A partner with those above it: the commercial one among them is the customer. */
export const withAncestors = (client: OdooClient, ids: readonly number[], fields: readonly string[], call: CrmCall) =>
  ids.length === 0
    ? Promise.resolve<Row[]>([])
    : client.search({ model: models.company, domain: [['id', 'parent_of', ids]], fields, order: 'id' }, call);
export const commercialOf = (rows: readonly Row[], partner: number): Row | null => {
  const row = rows.find(({ id }) => id === partner);
  const head = row && link(row, 'commercial_partner_id')?.id;
  return rows.find(({ id }) => id === (head ?? partner)) ?? null;
};
/** What hangs below a company, and the addresses of a quotation. */
export const childrenOf = (
  client: OdooClient,
  company: number | null,
  addresses: readonly number[],
  fields: readonly string[],
  call: CrmCall,
) => {
  const below = [
    ['parent_id', '=', company],
    ['active', '=', true],
  ];
  const domain = [
    ...(company !== null && addresses.length > 0 ? ['|'] : []),
    ...(company === null ? [] : ['&', ...below]),
    ...(addresses.length > 0 ? [['id', 'in', addresses]] : []),
  ];
  return domain.length === 0
    ? Promise.resolve<Row[]>([])
    : client.search({ model: models.company, domain, fields: [...fields, 'parent_id'], order: 'id', limit: 200 }, call);
};

/** A company, by its own id or by that of somebody in it. */
export function companyReader(client: OdooClient, describe: Describer, merges: Merges) {
  return async function company(given: string, call: CrmCall & RecordWish): Promise<CrmRecord> {
    const columns = await describe.columns(models.company, call);
    const fields = partnerFields(columns, call);
    const read = async (id: number) => {
      const rows = await withAncestors(client, [id], fields, call);
      return rows.some((row) => row.id === id) ? commercialOf(rows, id) : null;
    };
    const asked = numberOf(given, models.company);
    const row = (await read(asked)) ?? (await merges.follow('company', asked, read, call));
    if (!row) throw new CrmError('not_found', `no res.partner ${given}`);
    const children = await childrenOf(client, row.id, [], fields, call);
    const mergedIds = mergedIdsOf(row);
    const found = {
      ...toCompany(
        row,
        columns,
        call,
        children.filter((each) => link(each, 'parent_id')?.id === row.id),
      ),
      ...(mergedIds.length > 0 ? { mergedIds } : {}),
    };
    return { type: 'company', id: found.id, name: found.name, company: found, contacts: contactsOf(row, children) };
  };
}

const PAGE = 200;
/** Every customer that is its own head, page by page by its id. People of the database's own company are none. */
export function companyLister(client: OdooClient, describe: Describer) {
  return async ({ cursor }: { cursor: string | null }, call: CrmCall & CompanyWish) => {
    if (cursor !== null && !/^\d{1,10}$/.test(cursor)) throw new CrmError('refused', 'not a cursor of ours');
    const columns = await describe.columns(models.company, call);
    const domain = [
      ['id', '>', Number(cursor ?? 0)],
      ['active', '=', true],
      ['partner_share', '=', true],
      '|',
      ['is_company', '=', true],
      ['parent_id', '=', false],
    ];
    const fields = partnerFields(columns, call);
    const rows = await client.search({ model: models.company, domain, fields, order: 'id', limit: PAGE }, call);
    const heads = rows.filter((row) => idText(row, 'commercial_partner_id') === String(row.id));
    const deliveries = await depots(client, heads, fields, call);
    const companies = heads.map((row) => {
      const email = text(row, 'email');
      const own = deliveries.filter((each) => link(each, 'parent_id')?.id === row.id);
      return { ...toCompany(row, columns, call, own), emails: email ? [email] : [] };
    });
    return { companies, cursor: rows.length < PAGE ? null : String(rows.at(-1)?.id) };
  };
}
const depots = (client: OdooClient, heads: readonly Row[], fields: readonly string[], call: CrmCall) =>
  heads.length === 0
    ? Promise.resolve<Row[]>([])
    : client.search(
        {
          model: models.company,
          domain: [
            ['parent_id', 'in', heads.map(({ id }) => id)],
            ['type', '=', DELIVERY],
            ['active', '=', true],
          ],
          fields: [...fields, 'parent_id'],
          order: 'id',
        },
        call,
      );
