import type { Call } from './call.ts';
import { type Body, kindOf, type Rec } from './database.ts';
import { shownState } from './documents.ts';
import { gap, invalid, unknownParameter } from './errors.ts';
import { fixed } from './fixed.ts';
import type { Resource } from './metadata.ts';
import { asked, shownRecord, titleOf } from './read.ts';

type Test = (rec: Rec, value: string) => boolean;
const holds = (text: unknown, part: string): boolean =>
  String(text ?? '')
    .toLowerCase()
    .includes(part.toLowerCase());
const isTrue = (value: string): boolean => value === 'true';
const stateOf = (rec: Rec): string => (rec.kind === 'sales_quotes' ? shownState(rec).id : rec.body.status);
/** A time with its zone, or a day with it: `2026-01-01T00:00:00Z`, `2026-01-01T+00:00`. */
function timeOf(text: string, name: string): number {
  const [, day = '', time = '00:00:00', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  const at = Date.parse(`${day}T${time}${zone === '' ? 'Z' : zone}`);
  if (Number.isNaN(at)) throw invalid('is not a valid date', name);
  return at;
}
const seconds = (time: number): number => Math.floor(time / 1000) * 1000;
const searched: Readonly<Record<string, readonly string[]>> = {
  contacts: ['name', 'reference'],
  products: ['item_code', 'description'],
  services: ['item_code', 'description'],
  sales_quotes: ['reference', 'contact_name'],
  sales_invoices: ['reference', 'contact_name'],
  sales_credit_notes: ['reference', 'contact_name'],
  ledger_accounts: ['nominal_code', 'display_name'],
  stock_movements: ['details'],
};
const tests = (call: Call): Readonly<Record<string, Test>> => ({
  contact_id: ({ body }, value) => body.contact === value,
  address_id: ({ body }, value) => body.address === value,
  stock_item_id: ({ body }, value) => body.stock_item === value,
  contact_type_id: ({ body }, value) => body.contact_types.includes(value),
  ledger_account_type_id: ({ body }, value) => body.ledger_account_type === value,
  status_id: (rec, value) => stateOf(rec) === value,
  from_date: ({ body }, value) => body.date >= value.slice(0, 10),
  to_date: ({ body }, value) => body.date <= value.slice(0, 10),
  updated_or_created_since: ({ modified }, value) => seconds(modified) >= timeOf(value, 'updated_or_created_since'),
  deleted_since: ({ deleted }, value) => deleted !== null && seconds(deleted) > timeOf(value, 'deleted_since'),
  active: ({ body }, value) => (body.active ?? true) === isTrue(value),
  filter_inactive_contacts: ({ body }, value) => !isTrue(value) || body.is_active,
  exclude_system: ({ body }, value) => !isTrue(value) || !body.system,
  out_of_stock: ({ body }, value) => fixed(body.quantity_in_stock ?? '0') <= 0n === isTrue(value),
  visible_in: ({ body }, value) => body.visible_scopes?.includes(value) ?? false,
  search: ({ kind, body }, value) => (searched[kind] ?? []).some((name) => holds(body[name], value)),
  // Of the contact's persons; whether parts of an address are found is not published.
  email: ({ id }, value) =>
    call.store.of('contact_persons', id).some(({ body }) => body.email?.toLowerCase() === value.toLowerCase()),
});
const PAGING = ['page', 'items_per_page', 'attributes', 'nested_attributes', 'sort'];
const FLAGS = ['show_balance', 'show_payments_allocations'];
/** Options of the query that are switched on. An option that the vendor's file does not have is refused. */
export function wantedOf(query: URLSearchParams, options: readonly string[]): Set<string> {
  const wanted = new Set<string>();
  for (const [name, value] of query) {
    if (!options.includes(name)) throw unknownParameter(name);
    if (!FLAGS.includes(name)) continue;
    if (value !== 'true' && value !== 'false') throw invalid('is not included in the list', name);
    if (value === 'true') wanted.add(name);
  }
  return wanted;
}
function wholeOf(query: URLSearchParams, name: string, usual: number, most: number): number {
  const text = query.get(name);
  if (text === null) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw invalid(`must be between 1 and ${most}`, name);
  return value;
}
/** Artefacts come newest first, everything else by its name. Nobody has published in which order they come. */
function sorted(rows: Rec[], { sort: allowed, path }: Resource, text: string | null): Rec[] {
  const [name = '', direction = 'asc'] = (text ?? '').split(':');
  if (text !== null && (!allowed.includes(name) || !['asc', 'desc'].includes(direction)))
    throw invalid('is invalid', 'sort');
  const keyOf = (rec: Rec): string | number => {
    if (name === 'created_at') return rec.created;
    if (name === 'updated_at') return rec.modified;
    return rec.body[name] ?? '';
  };
  const turn = direction === 'desc' ? -1 : 1;
  const compare = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0);
  const [isArtefact, isSorted] = [path.startsWith('sales_') || path.startsWith('contact_p'), text !== null];
  if (isSorted)
    return rows
      .map((rec) => ({ rec, key: keyOf(rec) }))
      .sort((a, b) => turn * compare(a.key, b.key))
      .map(({ rec }) => rec);
  if (isArtefact) return rows.reverse();
  return rows
    .map((rec) => ({ rec, key: titleOf(rec) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ rec }) => rec);
}
function candidates({ store, query }: Call, kind: string): Rec[] {
  const contact = query.get('contact_id');
  return contact === null ? store.all(kind) : store.of(kind, contact);
}
/** A page of a list. Without `attributes` its rows have nothing but id, name and path. */
export function listed(call: Call, resource: Resource): Body {
  const { store, faults, query } = call;
  const wanted = wantedOf(query, resource.list);
  const filters = [...new Set(query.keys())].filter((name) => !PAGING.includes(name) && !FLAGS.includes(name));
  const known = tests(call);
  const checks = filters.map((name) => {
    const test = known[name];
    if (!test) throw gap(`query option ${name}`);
    return { test, value: query.get(name) ?? '' };
  });
  const [attributes, nested] = [
    asked(query.get('attributes'), resource.shown),
    asked(query.get('nested_attributes'), resource.shown),
  ];
  const perPage = wholeOf(query, 'items_per_page', 20, 200);
  const wantedPage = wholeOf(query, 'page', 1, 999_999_999);
  const before = Date.now() - faults.listLagMs;
  const isDeletedAsked = filters.includes('deleted_since');
  const rows = sorted(
    candidates(call, kindOf(resource.path)).filter(
      (rec) =>
        (resource.path !== 'stock_items' || rec.body.quantity_in_stock !== undefined) &&
        (isDeletedAsked || rec.deleted === null) &&
        (resource.path !== 'stock_items' || rec.body.active || query.has('active')) &&
        (faults.listLagMs === 0 || rec.created <= before) &&
        checks.every(({ test, value }) => test(rec, value)),
    ),
    resource,
    query.get('sort'),
  );
  const size = Math.min(perPage, faults.pageSize);
  // Beyond the end it is the last page.
  const page = Math.min(wantedPage, Math.max(1, Math.ceil(rows.length / size)));
  const shown = rows.slice((page - 1) * size, page * size);
  const to = (other: number): string => {
    const turned = new URLSearchParams({ page: String(other), items_per_page: String(size) });
    for (const [name, value] of query) if (!turned.has(name)) turned.append(name, value);
    return `/${resource.path}?${turned}`;
  };
  return {
    $total: rows.length,
    $page: page,
    $next: page * size < rows.length ? to(page + 1) : null,
    $back: page > 1 ? to(page - 1) : null,
    $itemsPerPage: size,
    $items: shown.map((rec) => shownRecord({ store, faults, attributes, nested, wanted }, resource, rec)),
  };
}
