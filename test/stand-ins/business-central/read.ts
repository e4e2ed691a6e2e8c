import { canonical, decimal } from '@backroom/shared';
import { computed, etagOf, type Row, type Store } from './database.ts';
import { badRequest, dialog, noProperty, notImplemented, syntax } from './errors.ts';
import { conditionOf, type FilterRules } from './filter.ts';
import { type EntitySet, NO_GUID, setNamed, setOfEntity, typeOf } from './metadata.ts';
import { agedOf, financialDetailsOf } from './receivables.ts';

export type Reading = {
  store: Store;
  company: string;
  /** Absolute address of the service, for links. */
  root: string;
  rules: FilterRules;
  /** Decimals as texts, because `Accept` says `IEEE754Compatible=true`. */
  compatible: boolean;
  /** Rows that are younger are not on the replica yet. */
  until: number;
  pageSize: number;
  mayRead: (set: EntitySet) => void;
  /** What was sent, without the page that it asked for: a next link repeats it. */
  asked: string;
  /** An enum that a later version of the product has. */
  strange: boolean;
};
export type Options = {
  select: readonly string[] | null;
  expand: ReadonlyMap<string, Options>;
  filter: string | null;
  orderby: string | null;
  top: number | null;
  skip: number;
  count: boolean;
  from: number;
  raw: ReadonlyMap<string, string>;
};
const known = new Set([
  '$filter',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$schemaversion',
  '$skiptoken',
  'tenant',
  'aid',
]);

/** Splits at the separator, but not inside parentheses or texts. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
const whole = (text: string, name: string): number => {
  if (!/^\d+$/.test(text))
    throw badRequest(`The value '${text}' of the query option '${name}' is not a non-negative integer.`);
  return Number(text);
};
function optionsFrom(raw: ReadonlyMap<string, string>): Options {
  for (const name of raw.keys())
    if (name.startsWith('$') && !known.has(name)) throw badRequest(`The query parameter '${name}' is not supported.`);
  const text = (name: string) => raw.get(name) ?? null;
  const expand = new Map<string, Options>();
  for (const part of split(text('$expand') ?? '', ',')) {
    const [, name = part, inner = ''] = /^(\w+)\((.*)\)$/s.exec(part) ?? [];
    const pairs = split(inner, ';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1)] as const;
    });
    expand.set(name, optionsFrom(new Map(pairs)));
  }
  return {
    select: raw.has('$select') ? split(text('$select') ?? '', ',') : null,
    expand,
    filter: text('$filter'),
    orderby: text('$orderby'),
    top: raw.has('$top') ? whole(text('$top') ?? '', '$top') : null,
    skip: raw.has('$skip') ? whole(text('$skip') ?? '', '$skip') : 0,
    count: text('$count') === 'true',
    from: raw.has('$skiptoken') ? whole(text('$skiptoken') ?? '', '$skiptoken') : 0,
    raw,
  };
}
export function optionsOf(query: string): Options {
  const raw = new Map<string, string>();
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const at = pair.indexOf('=');
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '));
    if (raw.has(decode(name))) throw syntax('Bad Request - Error in query syntax');
    raw.set(decode(name), decode(value));
  }
  return optionsFrom(raw);
}

function ordered(text: string | null, set: EntitySet): string {
  if (text === null) return '_seq';
  return split(text, ',')
    .map((part) => {
      const [name = '', direction = 'asc'] = part.split(/\s+/);
      const field = set.fields.get(name);
      if (!field) throw noProperty(name, typeOf(set));
      if (field.variable) throw badRequest(`The field '${name}' cannot be ordered by.`);
      if (!['asc', 'desc'].includes(direction)) throw syntax('Bad Request - Error in query syntax');
      return `${field.kind === 'decimal' ? `cast("${name}" as real)` : `"${name}"`} ${direction}`;
    })
    .concat('_seq')
    .join(', ');
}

/** A number in JSON with every digit that it has. */
const { rawJSON: rawJson } = JSON as unknown as { rawJSON: (text: string) => unknown };
const digitsOf = (value: string | number | undefined) => canonical(decimal(String(value ?? '0')));

/** A row as JSON, with what was asked to be expanded. Decimals keep every digit. */
export function shown(reading: Reading, set: EntitySet, row: Row, options: Options): Record<string, unknown> {
  checked(set, options);
  const out: Record<string, unknown> = row._rev === undefined ? {} : { '@odata.etag': etagOf(row) };
  for (const [name, { kind }] of set.fields) {
    if (options.select && !options.select.includes(name) && !options.select.includes('*')) continue;
    const value = row[name];
    if (kind === 'stream') out[`${name}@odata.mediaReadLink`] = `${reading.root}${String(row._media ?? '')}`;
    else if (kind === 'decimal') out[name] = reading.compatible ? digitsOf(value) : rawJson(digitsOf(value));
    else if (kind === 'bool') out[name] = value === 1;
    else out[name] = reading.strange && name === 'status' && kind === 'enum' ? 'Pending_x0020_Prepayment' : value;
  }
  for (const [name, inner] of options.expand) out[name] = expanded(reading, set, row, name, inner);
  return out;
}

function expanded(reading: Reading, set: EntitySet, row: Row, name: string, options: Options): unknown {
  const relation = set.relations.get(name);
  if (relation) {
    const target = setNamed(relation.set);
    const id = String(row[relation.by]);
    const found = id === NO_GUID ? null : reading.store.get(target.name, id);
    return found ? shown(reading, target, found, options) : null;
  }
  const part = set.parts.get(name);
  const target = part && setOfEntity(part.entity);
  if (!part) throw noProperty(name, typeOf(set));
  if (!target) throw notImplemented(`This double has no ${name}.`);
  reading.mayRead(target);
  if (!part.many) {
    const [one] = rowsUnder(reading, set, row, target);
    return one ? shown(reading, target, one, options) : null;
  }
  return pageOf(reading, target, String(row.id), { ...options, from: 0 }, Number.MAX_SAFE_INTEGER).rows.map((each) =>
    shown(reading, target, each, options),
  );
}

/** Rows of a set that is computed, or stands under another. */
export function rowsUnder(reading: Reading, parent: EntitySet, row: Row, target: EntitySet): Row[] {
  const { store } = reading;
  if (target.name === 'customerFinancialDetails') return [financialDetailsOf(store, row)];
  if (target.name === 'agedAccountsReceivables') return [agedOf(store, row)];
  if (target.name === 'pdfDocument')
    return [
      {
        id: String(row.id),
        parentId: String(row.id),
        parentType: parent.name === 'salesInvoices' ? 'Sales_x0020_Invoice' : 'Sales_x0020_Credit_x0020_Memo',
        _media: `companies(${reading.company})/${parent.name}(${row.id})/pdfDocument/pdfDocumentContent`,
      },
    ];
  if (target.name === 'itemVariants') return store.all('select * from "itemVariants" where itemId = ?', String(row.id));
  return store.all(`select * from "${target.name}" where _parent = ? order by _seq`, String(row.id));
}

function computedRows({ store, company }: Reading, set: EntitySet): Row[] {
  const customers = store.all('select * from customers where _company = ? order by _seq', company);
  return customers.map((row) =>
    set.name === 'customerFinancialDetails' ? financialDetailsOf(store, row) : agedOf(store, row),
  );
}

/** Names are looked at before any row is: a question about nothing that is misspelt is refused all the same. */
function checked(set: EntitySet, { select, expand }: Options): void {
  for (const name of select ?? []) if (!set.fields.has(name) && name !== '*') throw noProperty(name, typeOf(set));
  for (const [name, inner] of expand) {
    const relation = set.relations.get(name);
    const part = set.parts.get(name);
    if (!relation && !part) throw noProperty(name, typeOf(set));
    const target = relation ? setNamed(relation.set) : setOfEntity(part?.entity ?? '');
    if (target) checked(target, inner);
  }
}

/** One page of a set: all of the company's, or of one parent. */
export function pageOf(
  reading: Reading,
  set: EntitySet,
  parent: string | null,
  options: Options,
  size = reading.pageSize,
) {
  const { store, company, rules, until } = reading;
  checked(set, options);
  const condition = options.filter === null ? null : conditionOf(options.filter, set, rules);
  const order = ordered(options.orderby, set);
  let rows: Row[];
  let total: number;
  const from = options.from + options.skip;
  // What is asked for by number comes whole, without a link to more.
  const most = options.top ?? size;
  if (computed.has(set.name)) {
    if (options.filter !== null && !/^(id|number|customerId|customerNumber) eq /.test(options.filter))
      throw notImplemented(`This double filters ${set.name} by its keys only.`);
    const wanted = condition?.values[0];
    const field = [...(condition?.fields ?? [])][0] ?? '';
    const all = computedRows(reading, set).filter((row) => wanted === undefined || row[field] === wanted);
    [rows, total] = [all.slice(from, from + most), all.length];
  } else {
    const lines = set.fields.has('documentId') || set.name === 'salesReturnOrderLines';
    if (
      lines &&
      parent === null &&
      ![...(condition?.fields ?? [])].some((name) => name === 'documentId' || name === 'id')
    )
      throw dialog('You must specify an Id or a Document Id to get the lines.');
    const where = [
      '_company = ?',
      '_made <= ?',
      ...(parent === null ? [] : ['_parent = ?']),
      ...(condition ? [condition.sql] : []),
    ];
    const values = [company, until, ...(parent === null ? [] : [parent]), ...(condition?.values ?? [])];
    const sql = `from "${set.name}" where ${where.join(' and ')}`;
    rows = store.all(`select * ${sql} order by ${order} limit ? offset ?`, ...values, most, from);
    total = Number(store.one(`select count(*) as n ${sql}`, ...values)?.n ?? 0);
  }
  const more = options.top === null && from + rows.length < total;
  return { rows, total, next: more ? options.from + rows.length : null };
}
