import type { Row, Store, Value } from './database.ts';
import { badOption, badUri, type Language, noProperty, notSortable } from './errors.ts';
import { conditionOf } from './filter.ts';
import { type EntitySet, setNamed } from './metadata.ts';
import { etagOf, keyText, valueOut } from './values.ts';

export type Options = {
  filter: string | null;
  select: readonly string[] | null;
  expand: readonly string[];
  orderby: string | null;
  top: number | null;
  skip: number;
  from: number;
  count: boolean;
  json: boolean;
};
const number = (name: string, text: string | null): number | null => {
  if (text === null) return null;
  if (!/^\d+$/.test(text)) throw badUri(`Invalid value '${text}' for ${name}`);
  return Number(text);
};
const known = /^\$(filter|select|expand|orderby|top|skip|skiptoken|inlinecount|format)$/;
/** System query options of one request. What does not begin with a dollar is the client's own, and is not looked at. */
export function optionsOf(query: URLSearchParams): Options {
  for (const name of query.keys()) if (name.startsWith('$') && !known.test(name)) throw badOption(name);
  const list = (name: string) =>
    query
      .get(name)
      ?.split(',')
      .map((each) => each.trim())
      .filter(Boolean) ?? null;
  const count = query.get('$inlinecount');
  if (count !== null && !/^(allpages|none)$/.test(count)) throw badUri(`Invalid value '${count}' for $inlinecount`);
  const format = query.get('$format');
  if (format !== null && !/^(json|xml|atom)$/.test(format)) throw badUri(`Invalid value '${format}' for $format`);
  return {
    ...{
      filter: query.get('$filter'),
      select: list('$select'),
      expand: list('$expand') ?? [],
      orderby: query.get('$orderby'),
    },
    ...{ top: number('$top', query.get('$top')), skip: number('$skip', query.get('$skip')) ?? 0 },
    ...{
      from: number('$skiptoken', query.get('$skiptoken')) ?? 0,
      count: count === 'allpages',
      json: format === 'json',
    },
  };
}

export type Reading = {
  store: Store;
  root: string;
  language: Language;
  /** Fields that an older release does not have. */
  hidden: ReadonlySet<string>;
  /** Rows that were made later are not seen yet. */
  until: number;
  pageSize: number;
  /** A status that no client knows. */
  strange: boolean;
  /** Sales organizations whose documents the user may see; null: all. */
  areas: readonly string[] | null;
};

/** How rows of one set belong to a row of another where the names of the keys do not say it. */
const joins: Readonly<Record<string, (row: Row) => Row>> = {
  'A_BusinessPartner.to_Customer': (row) => ({ Customer: row.Customer ?? '' }),
  'A_BusinessPartner.to_BusinessPartnerContact': (row) => ({ BusinessPartnerCompany: row.BusinessPartner ?? '' }),
  'A_BusinessPartnerAddress.to_EmailAddress': ({ AddressID = '' }) => ({ AddressID, Person: '' }),
  'A_BusinessPartnerAddress.to_PhoneNumber': ({ AddressID = '' }) => ({ AddressID, Person: '', PhoneNumberType: '1' }),
  'A_BusinessPartnerAddress.to_MobilePhoneNumber': ({ AddressID = '' }) => ({
    AddressID,
    Person: '',
    PhoneNumberType: '3',
  }),
  'A_BusinessPartnerAddress.to_URLAddress': ({ AddressID = '' }) => ({ AddressID, Person: '' }),
  'A_BusinessPartnerAddress.to_AddressUsage': ({ BusinessPartner = '', AddressID = '' }) => ({
    BusinessPartner,
    AddressID,
  }),
  'A_BPContactToAddress.to_EmailAddress': ({ AddressID = '', Person = '' }) => ({ AddressID, Person }),
  'A_BPContactToAddress.to_PhoneNumber': ({ AddressID = '', Person = '' }) => ({
    AddressID,
    Person,
    PhoneNumberType: '1',
  }),
  'A_BPContactToAddress.to_MobilePhoneNumber': ({ AddressID = '', Person = '' }) => ({
    AddressID,
    Person,
    PhoneNumberType: '3',
  }),
  'A_ProductSalesDelivery.to_SalesTax': ({ Product = '' }) => ({ Product }),
  'A_ProductSalesDelivery.to_SalesText': (row) => ({
    ...{ Product: row.Product ?? '', ProductSalesOrg: row.ProductSalesOrg ?? '' },
    ProductDistributionChnl: row.ProductDistributionChnl ?? '',
  }),
  'A_OutbDeliveryHeader.to_DeliveryDocumentPartner': (row) => ({ SDDocument: row.DeliveryDocument ?? '' }),
  'A_OutbDeliveryItem.to_DocumentFlow': (row) => ({
    ...{ Subsequentdocument: row.DeliveryDocument ?? '', SubsequentDocumentItem: row.DeliveryDocumentItem ?? '' },
  }),
  'A_OutbDeliveryPartner.to_Address2': (row) => ({
    ...{ DeliveryDocument: row.SDDocument ?? '', PartnerFunction: row.PartnerFunction ?? '' },
  }),
  'A_CustomerReturnItem.to_ProcessStep': (row) => ({
    ...{ RetsMgmtProcess: row.RetsMgmtProcess ?? '', RetsMgmtProcessItem: row.RetsMgmtProcessItem ?? '' },
  }),
};
/** The rows at the other end of a navigation; `keys` narrows them. */
export function rowsUnder({ store, until }: Reading, set: EntitySet, row: Row, name: string, keys: Row = {}): Row[] {
  const navigation = set.navigations.get(name);
  const target = setNamed(navigation?.set ?? '');
  const shared = navigation?.many
    ? set.keys.filter((key) => target.fields.has(key))
    : target.keys.filter((key) => set.fields.has(key));
  const by = joins[`${set.name}.${name}`]?.(row) ?? Object.fromEntries(shared.map((key) => [key, row[key] ?? '']));
  return store.rows(target.name, { ...by, ...keys }).filter(({ _made }) => Number(_made) <= until);
}

/** Names are looked at before any row is: a misspelt one is refused also where nothing is found. */
export function checked(
  reading: Reading,
  set: EntitySet,
  { select, expand }: Pick<Options, 'select' | 'expand'>,
): void {
  for (const path of expand) walk(path);
  for (const path of select ?? []) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const target = walk(steps.join('/'));
    if (steps.length > 0 && !expand.some((each) => each === steps.join('/') || each.startsWith(`${steps.join('/')}/`)))
      throw badUri(`Select path '${path}' is not expanded`);
    if (last === '*' || target.navigations.has(last)) continue;
    if (!target.fields.has(last) || reading.hidden.has(`${target.name}.${last}`)) throw noProperty(last, target.type);
  }
  function walk(path: string): EntitySet {
    let at = set;
    for (const step of path.split('/').filter(Boolean)) {
      const navigation = at.navigations.get(step);
      if (!navigation) throw noProperty(step, at.type);
      at = setNamed(navigation.set);
    }
    return at;
  }
}

const below = (paths: readonly string[], name: string) =>
  paths.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
const statuses = /^(OverallSDProcessStatus|SDProcessStatus)$/;
/** An entity as JSON, with what is expanded; navigations that are not are named with their address. */
export function shown(reading: Reading, set: EntitySet, row: Row, options: Pick<Options, 'select' | 'expand'>): object {
  const uri = `${reading.root}${set.service}/${set.name}(${keyText(set, row)})`;
  const etag = etagOf(set, row);
  const body: Record<string, unknown> = {
    __metadata: { id: uri, uri, type: `${set.namespace}.${set.type}`, ...(etag ? { etag } : {}) },
  };
  const wanted = options.select && new Set(options.select.map((path) => path.split('/')[0] ?? ''));
  const chosen = (name: string) => !wanted || wanted.has('*') || wanted.has(name);
  for (const field of set.fields.values()) {
    if (!chosen(field.name) || reading.hidden.has(`${set.name}.${field.name}`)) continue;
    body[field.name] = reading.strange && statuses.test(field.name) ? 'Q' : valueOut(field, row, reading.language);
  }
  for (const { name, many, set: target } of set.navigations.values()) {
    const expanded = options.expand.some((path) => path === name || path.startsWith(`${name}/`));
    if (!expanded) {
      if (chosen(name)) body[name] = { __deferred: { uri: `${uri}/${name}` } };
      continue;
    }
    const inner = options.select && below(options.select, name);
    const selected = options.select && !options.select.includes(name) && inner?.length ? inner : null;
    const parts = rowsUnder(reading, set, row, name).map((each) =>
      shown(reading, setNamed(target), each, { select: selected, expand: below(options.expand, name) }),
    );
    body[name] = many ? { results: parts } : (parts[0] ?? null);
  }
  return body;
}

function ordered(text: string | null, set: EntitySet): string {
  const parts = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [, name = '', way = 'asc'] = /^(\w+)(?:\s+(asc|desc))?$/.exec(each) ?? [];
      const field = set.fields.get(name);
      if (!field) throw noProperty(name || each, set.type);
      if (!field.allows.includes('s') && !set.keys.includes(name)) throw notSortable(name);
      return `${field.type === 'Decimal' ? `cast("${name}" as real)` : `"${name}"`} ${way}`;
    });
  return [...parts, '_seq'].join(', ');
}
/** One page of a set; `within` holds where it is one row's. */
export function pageOf(reading: Reading, set: EntitySet, options: Options, within: Row[] | null = null) {
  const { store, language, hidden, until } = reading;
  checked(reading, set, options);
  const condition = options.filter === null ? null : conditionOf(options.filter, set, language, hidden);
  const seqs = within?.map(({ _seq }) => Number(_seq)).join(', ');
  const areas =
    reading.areas && set.fields.has('SalesOrganization') ? reading.areas.map((area) => `'${area}'`).join(', ') : null;
  const where = [
    ...['_made <= ?', ...(within ? [`_seq in (${seqs})`] : []), ...(condition ? [condition.sql] : [])],
    ...(areas === null ? [] : [`SalesOrganization in (${areas})`]),
  ].join(' and ');
  const values: Value[] = [until, ...(condition?.values ?? [])];
  const from = options.skip + options.from;
  const most = Math.min(options.top ?? Number.MAX_SAFE_INTEGER, reading.pageSize);
  const sql = `from "${set.name}" where ${where}`;
  const rows = store.all(
    `select * ${sql} order by ${ordered(options.orderby, set)} limit ? offset ?`,
    ...values,
    most,
    from,
  );
  const total = Number(store.one(`select count(*) as n ${sql}`, ...values)?.n ?? 0);
  const more = options.top === null && from + rows.length < total;
  return { rows, total, next: more ? options.from + rows.length : null };
}
