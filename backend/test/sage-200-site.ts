import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { sage200 } from '../src/erp/sage-200/index.ts';

/** Hand-made answers of a site for unit tests. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  /** Below the API's own address. */
  resource: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  headers: Headers;
};
export type Said = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> };
let sites = 0;

export const place = { site_id: 'site-1', site_name: 'Hansa', company_id: 1, company_name: 'Hansa Ltd' };
export const customer = {
  id: 11,
  reference: 'ACM001',
  name: 'Acme Ltd',
  currency_iso_code: 'GBP',
  credit_limit: 0,
  balance: 0,
  value_of_current_orders_in_sop: 0,
  account_status_type: 'AccountStatusActive',
};
const product = {
  id: 5,
  code: 'BENCH-1',
  name: 'Bench',
  status_type: 'Active',
  product_group_product_type: 'EnumStockItemTypeStock',
  stock_unit_name: 'Each',
  allow_sales_order: true,
};
const lists: Readonly<Record<string, readonly object[]>> = {
  sites: [place],
  currencies: [{ id: 1, is_base_currency: true, currency_iso_code_id: 44 }],
  currency_iso_codes: [{ id: 44, code: 'GBP' }],
  country_codes: [{ id: 13, code: 'GB', name: 'Great Britain' }],
  warehouses: [{ id: 3, name: 'HOME', use_for_sales_trading: true }],
  units: [{ id: 8, name: 'Each' }],
  customer_views: [customer],
  product_views: [product],
};

/** `answer` is asked for each request; undefined is what a small site would say, and else an empty list. */
export function siteOf(
  answer: (asked: Asked) => Said | undefined = () => undefined,
  settings: Record<string, string> = {},
) {
  const calls: Asked[] = [];
  sites += 1;
  const refreshToken = `refresh-${sites}`;
  const ports: ErpPorts = {
    now: () => Date.parse('2026-11-28T12:00:00Z'),
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      const token = url.pathname === '/oauth/token';
      const asked: Asked = {
        method: init.method ?? 'GET',
        resource: token ? 'token' : url.pathname.replace(/^\/uk\/sage200extra\/accounts\/v1\//, ''),
        query: url.searchParams,
        body: typeof init.body === 'string' && !token ? JSON.parse(init.body) : {},
        headers: new Headers(init.headers),
      };
      calls.push(asked);
      const usual = token
        ? { body: { access_token: 'token', token_type: 'bearer', expires_in: 28_800, refresh_token: 'next' } }
        : { body: lists[asked.resource] ?? [] };
      const said: Said = answer(asked) ?? usual;
      return new Response(said.text ?? JSON.stringify(said.body), {
        status: said.status ?? 200,
        headers: { 'content-type': 'application/json', ...said.headers },
      });
    },
  };
  const adapter = sage200(
    { url: '', credentials: { clientId: 'app', clientSecret: 'secret', refreshToken }, settings },
    ports,
  );
  return {
    adapter,
    calls,
    asked: (resource: string, method = 'GET') =>
      calls.filter((each) => each.resource === resource && each.method === method),
  };
}
/** What one resource says to one method. */
export const saying =
  (resource: string, said: Said, method = 'GET') =>
  (asked: Asked): Said | undefined =>
    asked.resource === resource && asked.method === method ? said : undefined;
export const call = () => ({ signal: AbortSignal.timeout(5000) });

export const reference = 'BR-AAAABBBBCCCCDDDD0001';
/** An order as a list with its lines gives it. */
export const order = (over: object = {}) => ({
  id: 400,
  customer_id: 11,
  is_draft: false,
  document_no: '0000001001',
  document_date: '2026-11-28T00:00:00',
  document_status: 'EnumDocumentStatusLive',
  currency_id: 1,
  total_net_value: 20.0,
  total_gross_value: 24.0,
  spare_text_1: reference,
  document_created_by: 'Backroom',
  customer,
  lines: [line()],
  memos: [],
  ...over,
});
export const line = (over: object = {}) => ({
  id: 401,
  line_type: 'EnumLineTypeStandard',
  line_number: 1,
  product_id: 5,
  code: 'BENCH-1',
  description: 'Bench',
  line_quantity: 2,
  despatch_receipt_quantity: 0,
  invoice_credit_quantity: 0,
  selling_unit_price: 10.0,
  line_total_value: 20.0,
  ...over,
});
