import type { Doc, Kind, Store } from './store.ts';

export type Asked = { method: string; path: string; query: URLSearchParams; body: string };
export type Answered = { status: number; type: string; body: string };
/** A refusal as its framework writes it; the debug block names files. */
class Refusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
};
export const refused = (code: number, message: string): Answered => ({
  status: code,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify({
    error: { code, message: `${TITLES[code]}: ${message}` },
    debug: { source: 'api_access.class.php:167 at call stage', stages: { success: ['get'], failure: ['call'] } },
  }),
});
const json = (body: unknown): Answered => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
const AREAS: Readonly<
  Record<Kind, { columns: Readonly<Record<string, string>>; none: string; missing: string; table: string }>
> = {
  thirdparties: {
    columns: {
      rowid: 'id',
      nom: 'name',
      code_client: 'code_client',
      tva_intra: 'tva_intra',
      email: 'email',
      ref_ext: 'ref_ext',
      tms: '_tms',
    },
    none: 'Thirdparties not found',
    missing: 'Thirdparty not found',
    table: 'thirdparties',
  },
  products: {
    columns: { rowid: 'id', ref: 'ref', tosell: 'status', tms: '_tms' },
    none: 'No product found',
    missing: 'Product not found',
    table: 'product',
  },
  orders: {
    columns: { rowid: 'id', ref: 'ref', ref_ext: 'ref_ext', fk_statut: 'statut', tms: '_tms' },
    none: 'No order found',
    missing: 'Order not found',
    table: 'commande',
  },
  invoices: {
    columns: { rowid: 'id', ref: 'ref', tms: '_tms' },
    none: 'No invoice found',
    missing: 'Invoice not found',
    table: 'invoice',
  },
};
const localTime = (seconds: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' }).format(
    seconds * 1000,
  );
const columnOf = (doc: Doc, name: string): string =>
  (name === '_tms' ? localTime(doc.date_modification) : String(doc[name] ?? '')).toLowerCase();

/** `(t.ref_ext:=:'x') or (…)`; texts are compared without case. */
function filtered(kind: Kind, docs: readonly Doc[], filter: string | null): Doc[] {
  if (filter === null || filter === '') return [...docs];
  const parts = filter.split(/(?<=\)) or (?=\(t\.)/i);
  return [...new Set(parts.flatMap((part) => matching(kind, docs, part)))];
}
function matching(kind: Kind, docs: readonly Doc[], filter: string): Doc[] {
  const { columns, table } = AREAS[kind];
  const [, column = '', operator = '', raw = ''] = /^\(t\.(\w+):(=|!=|<|>|<=|>=|like):([^()]*)\)$/.exec(filter) ?? [];
  if (column === '')
    throw new Refusal(400, 'Error when validating parameter sqlfilters -> Bad syntax of the search string');
  const name = columns[column];
  if (name === undefined)
    throw new Refusal(503, `Error when retrieve ${table} list : Unknown column 't.${column}' in 'WHERE'`);
  const value = raw
    .replace(/^'([\s\S]*)'$/, '$1')
    .replaceAll("''", "'")
    .toLowerCase();
  const test = (text: string): boolean => {
    if (operator === 'like')
      return new RegExp(
        `^${value
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('%', '.*')
          .replaceAll('_', '.')}$`,
        's',
      ).test(text);
    const [left, right] =
      /^-?[\d.]+$/.test(value) && /^-?[\d.]+$/.test(text) ? [Number(text), Number(value)] : [text, value];
    return operator === '='
      ? left === right
      : operator === '!='
        ? left !== right
        : operator === '<'
          ? left < right
          : operator === '>'
            ? left > right
            : operator === '<='
              ? left <= right
              : left >= right;
  };
  return docs.filter((doc) => test(columnOf(doc, name)));
}
function list(store: Store, kind: Kind, query: URLSearchParams): Answered {
  const { columns, none } = AREAS[kind];
  let docs = filtered(kind, store.list(kind), query.get('sqlfilters'));
  const party = query.get('thirdparty_ids');
  if (party !== null) docs = docs.filter(({ socid }) => party.split(',').includes(String(socid)));
  if (query.get('status') === 'unpaid')
    docs = docs.filter(({ statut, remaintopay }) => statut === '1' && Number(remaintopay) !== 0);
  const sort = columns[(query.get('sortfield') ?? 't.rowid').replace('t.', '')] ?? 'id';
  const sign = query.get('sortorder')?.toUpperCase() === 'DESC' ? -1 : 1;
  docs.sort((left, right) => {
    const [a, b] = sort === 'id' ? [Number(left.id), Number(right.id)] : [columnOf(left, sort), columnOf(right, sort)];
    return a < b ? -sign : a > b ? sign : 0;
  });
  const size = Number(query.get('limit') ?? 100);
  const start = size * Number(query.get('page') ?? 0);
  const page = docs.slice(start, start + size);
  // As recorded: a list without rows is not found.
  if (page.length === 0) throw new Refusal(404, none);
  return json(page);
}
const eight = (value: number): string => value.toFixed(8);
const html =
  '<!doctype html>Dolibarr has detected a technical error.<br>\n<b>Dolibarr:</b> 16.0.3 - https://www.dolibarr.org<br>';
/** The id as a bare number. Unknown products are taken, unknown customers end in a page; `qty` and prices are texts. */
export function createOrder(store: Store, given: Doc): Answered {
  if (given.socid === undefined) throw new Refusal(400, 'socid field missing');
  const customer = store.get('thirdparties', Number(given.socid));
  if (!customer) return { status: 500, type: 'text/html; charset=utf-8', body: html };
  const id = store.next('orders');
  const lines = ((given.lines ?? []) as Doc[]).map((line, nth) => {
    const product = store.get('products', Number(line.fk_product));
    const net = Math.round(Number(line.qty) * Number(line.subprice) * 100) / 100;
    const percent = Number(line.tva_tx ?? product?.tva_tx ?? 0);
    const tax = Math.round(net * percent) / 100;
    return {
      id: String(id * 100 + nth),
      ref: product?.ref ?? null,
      fk_product: String(line.fk_product),
      product_ref: product?.ref ?? null,
      product_label: product?.label ?? null,
      desc: line.desc ?? '',
      qty: String(line.qty),
      subprice: eight(Number(line.subprice)),
      price: String(line.subprice),
      tva_tx: percent.toFixed(4),
      total_ht: eight(net),
      total_tva: eight(tax),
      total_ttc: eight(net + tax),
    };
  });
  const sum = (name: 'total_ht' | 'total_tva' | 'total_ttc') =>
    eight(lines.reduce((total, line) => total + Number(line[name]), 0));
  store.save('orders', {
    id,
    ref: `(PROV${id})`,
    ref_ext: given.ref_ext ?? null,
    ref_client: given.ref_client ?? null,
    socid: String(given.socid),
    statut: '0',
    status: '0',
    billed: '0',
    date: Number(given.date),
    total_ht: sum('total_ht'),
    total_tva: sum('total_tva'),
    total_ttc: sum('total_ttc'),
    multicurrency_code: 'EUR',
    lines,
  });
  return json(id);
}
export function validate(store: Store, id: number): Answered {
  const order = store.get('orders', id);
  if (!order) throw new Refusal(404, 'Order not found');
  if (order.statut !== '0') return { status: 304, type: 'application/json', body: '' };
  return json(
    store.save('orders', {
      ...order,
      ref: `CO2611-${String(store.next('numbers')).padStart(4, '0')}`,
      statut: '1',
      status: '1',
    }),
  );
}
/** Its guard before the API, in its words: signs that may come from an attack are refused in an address. */
const guard =
  'Access refused to 127.0.0.1 by SQL or Script injection protection in main.inc.php:analyseVarsForSqlAndScriptsInjection type=1<br> Try to go back, fix data of your form and resubmit it.';
/** Answers as Dolibarr does; nothing here waits, so each request is one step. */
export function answer(store: Store, asked: Asked): Answered {
  if ([...asked.query.values()].some((value) => value.includes('"')))
    return { status: 403, type: 'text/html; charset=utf-8', body: guard };
  try {
    const [area = '', id, verb] = asked.path
      .replace(/^\/api\/index\.php\//, '')
      .split('/')
      .map(decodeURIComponent);
    if (area === 'status') return json({ success: { code: 200, dolibarr_version: '16.0.3' } });
    if (!(area in AREAS)) throw new Refusal(404, 'Not Found');
    const kind = area as Kind;
    if (id === undefined) {
      if (asked.method === 'GET') return list(store, kind, asked.query);
      if (asked.method === 'POST' && kind === 'orders') return createOrder(store, JSON.parse(asked.body) as Doc);
      throw new Refusal(403, 'Access not allowed');
    }
    if (kind === 'orders' && asked.method === 'POST' && verb === 'validate') return validate(store, Number(id));
    const found = /^\d+$/.test(id) ? store.get(kind, Number(id)) : null;
    if (!found) throw new Refusal(404, AREAS[kind].missing);
    const { stock_reel, ...plain } = found;
    return json(asked.query.get('includestockdata') === '1' ? found : plain);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    throw error;
  }
}
