import { pdfOf } from '../pdf.ts';
import { doctypes } from './doctypes.ts';
import { envelope, notFound, notUnique, Refusal, validation } from './errors.ts';
import { COMPANY, cancel, createOrder, money, priced, submit, USD, validOrder } from './orders.ts';
import { listed } from './query.ts';
import { type Doc, isDoctype, type Store } from './store.ts';

export type Asked = { method: string; path: string; query: URLSearchParams; body: string };
export type Answered = { status: number; type: string; body: string | Buffer };
const json = (body: unknown, status = 200): Answered => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

function bodyOf({ body }: Asked): Doc {
  if (body === '') return {};
  try {
    return JSON.parse(body) as Doc;
  } catch {
    throw new Refusal(500, 'JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)');
  }
}
/** What the doctype has not, and what it computes, is dropped without a word. */
function taken(doctype: string, body: Doc): Doc {
  const fields = doctypes.get(doctype);
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const field = fields?.get(name);
      if (name === 'docstatus') return [[name, value]];
      if (!field || field.computed) return [];
      return [
        [name, field.child && Array.isArray(value) ? value.map((row: Doc) => taken(field.child ?? '', row)) : value],
      ];
    }),
  );
}
const shown = (doc: Doc): Doc => Object.fromEntries(Object.entries(doc).filter(([name]) => !name.startsWith('_')));

function resource(store: Store, asked: Asked): Answered {
  const [doctype = '', name] = asked.path.split('/').map(decodeURIComponent);
  if (!isDoctype(doctype)) throw new Refusal(404, 'DoesNotExistError', `DocType ${doctype} not found`);
  if (name === undefined) {
    if (asked.method === 'GET')
      return json({ data: listed(doctype, rowsOf(store, doctype, asked.query), asked.query) });
    if (asked.method !== 'POST') throw new Refusal(405, 'MethodNotAllowed', 'Not allowed');
    const body = taken(doctype, bodyOf(asked));
    if (doctype === 'Sales Order') return json({ data: shown(createOrder(store, body)) });
    if (doctype === 'Customer') return json({ data: shown(createCustomer(store, body)) });
    throw new Refusal(403, 'PermissionError', `No permission for ${doctype}`);
  }
  const found = store.get(doctype, name);
  if (!found) throw notFound(doctype, name);
  if (asked.method === 'GET') return json({ data: shown(found) });
  if (asked.method !== 'PUT' || doctype !== 'Sales Order')
    throw new Refusal(403, 'PermissionError', `No permission for ${doctype}`);
  const { docstatus, ...changes } = taken(doctype, bodyOf(asked));
  if (docstatus === 2) return json({ data: shown(cancel(store, found)) });
  if (Object.keys(changes).length > 0 && found.docstatus === 1) {
    const [field = ''] = Object.keys(changes);
    throw new Refusal(
      417,
      'UpdateAfterSubmitError',
      ` Not allowed to change <strong>${field}</strong> after submission from <strong>${found[field]}</strong> to <strong>${changes[field]}</strong>`,
    );
  }
  const changed =
    Object.keys(changes).length > 0 ? store.save(doctype, validOrder(store, { ...found, ...changes }, found)) : found;
  return json({ data: shown(docstatus === 1 ? submit(store, changed) : changed) });
}
/** Rows of a child table are asked for with the parent's doctype. */
function rowsOf(store: Store, doctype: string, query: URLSearchParams): Doc[] {
  const parent = query.get('parent');
  const owner = [...doctypes].find(([, fields]) => [...fields.values()].some(({ child }) => child === doctype));
  if (!owner) return store.list(doctype);
  if (parent !== owner[0]) throw new Refusal(403, 'PermissionError', `No permission for ${doctype}`);
  const field = [...owner[1].values()].find(({ child }) => child === doctype)?.name ?? '';
  return store.list(owner[0]).flatMap((doc) => (doc[field] as Doc[] | undefined) ?? []);
}
function createCustomer(store: Store, body: Doc): Doc {
  if (!body.customer_name) throw validation('Customer Name is required');
  if (body.backroom_reference && store.withReference('Customer', body.backroom_reference).length > 0)
    throw notUnique('Backroom Reference');
  let name = String(body.customer_name);
  for (let nth = 1; store.get('Customer', name); nth += 1) name = `${body.customer_name} - ${nth}`;
  return store.save('Customer', { disabled: 0, is_frozen: 0, ...body, name });
}
/** One item at a time, as the form asks it. `rate` stays 0, as recorded. */
function itemDetails(store: Store, { args }: Doc): Doc {
  const item = store.get('Item', String(args?.item_code));
  if (!item) throw notFound('Item', String(args?.item_code));
  // ERPNext does not check that the customer exists.
  const { list: own, percent } = priced(item, Number(args.qty));
  // Converted where there is a rate, else the price list's own figure. Nothing is rounded: amounts have the noise of floats.
  const list = args.currency === 'USD' ? own / USD : own;
  return {
    item_code: item.name,
    item_name: item.item_name,
    uom: item.stock_uom,
    qty: Number(args.qty),
    price_list_rate: list,
    rate: 0,
    discount_percentage: percent,
    discount_amount: list - list * (1 - percent / 100),
    pricing_rules: percent > 0 ? '["PRLE-0001"]' : '',
    actual_qty: 0,
  };
}
function receivable(store: Store, filters: Doc): Doc {
  const party = String(filters.party?.[0] ?? '');
  if (filters.company !== COMPANY) throw validation(`Company ${filters.company} does not exist`);
  const rows = store
    .ofCustomer('Sales Invoice', party)
    .filter(({ docstatus, outstanding_amount }) => docstatus === 1 && outstanding_amount !== 0);
  const result = rows.map((doc) => ({
    voucher_type: 'Sales Invoice',
    voucher_no: doc.name,
    party,
    posting_date: doc.posting_date,
    due_date: doc.due_date,
    invoiced: doc.grand_total,
    outstanding: money(doc.outstanding_amount * Number(doc.conversion_rate ?? 1)),
    outstanding_in_account_currency: doc.outstanding_amount,
    currency: 'EUR',
  }));
  const total = money(result.reduce((sum, { outstanding }) => sum + outstanding, 0));
  // The last row is a list of the columns' sums, as recorded.
  return { result: rows.length > 0 ? [...result, ['', '', '', '', total]] : [], columns: [] };
}
function method(store: Store, asked: Asked): Answered {
  const { path, query } = asked;
  if (path === 'frappe.auth.get_logged_user') return json({ message: 'Administrator' });
  if (path === 'frappe.utils.change_log.get_versions')
    return json({ message: { frappe: { version: '15.75.0' }, erpnext: { version: '15.71.1' } } });
  if (path === 'erpnext.stock.get_item_details.get_item_details')
    return json({ message: itemDetails(store, bodyOf(asked)) });
  if (path === 'frappe.desk.query_report.run' && query.get('report_name') === 'Accounts Receivable')
    return json({ message: receivable(store, JSON.parse(query.get('filters') ?? '{}') as Doc) });
  if (path === 'frappe.utils.print_format.download_pdf') {
    const doctype = String(query.get('doctype'));
    const found = isDoctype(doctype) ? store.get(doctype, String(query.get('name'))) : null;
    if (!found) throw notFound(doctype, String(query.get('name')));
    return { status: 200, type: 'application/pdf', body: pdfOf(String(found.name)) };
  }
  throw new Refusal(403, 'PermissionError', `Function <strong>${path}</strong> is not whitelisted.`);
}
/** Answers as Frappe does; nothing here waits, so each request is one step. */
export function answer(store: Store, asked: Asked, denied: readonly string[]): Answered {
  try {
    const [, area = '', rest = ''] = /^\/api\/(resource|method)\/(.+)$/.exec(asked.path) ?? [];
    if (
      denied.some(
        (name) =>
          asked.path.includes(encodeURIComponent(name)) ||
          (asked.query.get('report_name') === 'Accounts Receivable' && name === 'Sales Invoice'),
      )
    )
      throw new Refusal(
        403,
        'PermissionError',
        `User <strong>limited</strong> does not have doctype access via role permission`,
      );
    if (area === 'resource') return resource(store, { ...asked, path: rest });
    if (area === 'method') return method(store, { ...asked, path: rest });
    return { status: 404, type: 'text/html', body: '<!doctype html><title>Not Found</title>' };
  } catch (error) {
    if (error instanceof Refusal) return json(envelope(error), error.status);
    throw error;
  }
}
