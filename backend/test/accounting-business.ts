import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { sageAccounting } from '../src/erp/sage-accounting/index.ts';

/** Hand-made answers of a business for unit tests. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  /** Below the API's own address, without the query. */
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  headers: Headers;
};
export type Said = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> };
let businesses = 0;

export const page = (...items: object[]): Said => ({
  body: { $total: items.length, $page: 1, $next: null, $back: null, $itemsPerPage: 200, $items: items },
});
export const refusal = (status: number, code: string, message: string, source = ''): Said => ({
  status,
  body: [{ $severity: 'error', $dataCode: code, $message: message, $source: source }],
});

/** `answer` is asked for each request; undefined is a list without rows, or no such record. */
export function businessOf(answer: (asked: Asked) => Said | undefined, settings: Record<string, string> = {}) {
  const calls: Asked[] = [];
  businesses += 1;
  const clock = { now: Date.parse('2026-11-28T12:00:00Z') };
  const ports: ErpPorts = {
    now: () => clock.now,
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      const isForm = url.pathname === '/token';
      const asked: Asked = {
        method: init.method ?? 'GET',
        path: url.pathname.replace(/^\/v3\.1/, ''),
        query: isForm ? new URLSearchParams(String(init.body)) : url.searchParams,
        body: !isForm && typeof init.body === 'string' ? JSON.parse(init.body) : {},
        headers: new Headers(init.headers),
      };
      calls.push(asked);
      const { status = 200, body, text, headers } = answer(asked) ?? usual(asked);
      return new Response(text ?? (body === undefined ? null : JSON.stringify(body)), {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      });
    },
  };
  const adapter = sageAccounting(
    {
      url: 'https://sage.example',
      // Tokens are kept by what was entered, and requests counted by the business.
      credentials: { clientId: 'app', clientSecret: 'secret', refreshToken: `first-${businesses}` },
      settings: { business: `business-${businesses}`, timeZone: 'Europe/London', ...settings },
    },
    ports,
  );
  const at = (path: string, method = 'GET') => calls.filter((each) => each.path === path && each.method === method);
  return {
    adapter,
    calls,
    at,
    clock,
    writes: () => calls.filter((each) => each.method !== 'GET' && each.path !== '/token'),
  };
}
let tokens = 0;
function usual({ path }: Asked): Said {
  if (path === '/token') {
    tokens += 1;
    return {
      body: {
        access_token: `access-${tokens}`,
        refresh_token: `refresh-${tokens}`,
        token_type: 'bearer',
        expires_in: 300,
      },
    };
  }
  if (path.startsWith('/businesses/'))
    return { body: { id: 'b', name: 'Kestrel Ltd', country: { id: 'GB' }, subscriptions: [{ active: true }] } };
  if (path === '/financial_settings') return { body: { base_currency: { id: 'GBP' } } };
  if (path === '/tax_rates') return page({ id: 'GB_STANDARD', percentage: '20.0' });
  if (path === '/contacts') return page(customer);
  if (path === '/products') return page(product);
  if (path === `/contacts/${customer.id}`) return { body: customer };
  return path.split('/').length === 2
    ? page()
    : refusal(404, 'RecordNotFound', 'The requested resource could not be found.');
}
export const call = () => ({ signal: AbortSignal.timeout(5000) });

export const customer = {
  id: 'c1',
  displayed_as: 'Nord Works (NW01)',
  name: 'Nord Works',
  reference: 'NW01',
  credit_limit: null,
  credit_days: 30,
  currency: { id: 'GBP' },
  main_address: { id: 'a1', city: 'Leeds', country: { id: 'GB' } },
  updated_at: '2026-11-01T08:00:00Z',
};
export const product = {
  id: 'p1',
  item_code: '1896-S',
  description: 'Pump',
  sales_ledger_account: { id: 'l4000' },
  sales_tax_rate: { id: 'GB_STANDARD' },
  sales_prices: [
    { price_name: 'Sales Price', price: '12.0', price_includes_tax: false, product_sales_price_type: { id: 't1' } },
    { price_name: 'Trade', price: '0.0', price_includes_tax: false, product_sales_price_type: { id: 't2' } },
  ],
  active: true,
  updated_at: '2026-11-01T08:00:00Z',
};
export const REFERENCE = 'BR-AAAABBBBCCCCDDDD0001';
/** A quote as Sage tells it. */
export const quote = (over: object = {}) => ({
  id: 'q1',
  displayed_as: 'SQ-7',
  quote_number: '7',
  quote_number_prefix: 'SQ-',
  contact: { id: 'c1' },
  contact_name: 'Nord Works',
  contact_reference: 'NW01',
  date: '2026-11-28',
  reference: REFERENCE,
  notes: null,
  shipping_net_amount: '0.0',
  net_amount: '20.0',
  tax_amount: '4.0',
  total_amount: '24.0',
  currency: { id: 'GBP' },
  status: { id: 'PENDING' },
  created_at: '2026-11-28T11:59:00Z',
  updated_at: '2026-11-28T11:59:00Z',
  invoice: null,
  quote_lines: [
    {
      id: 'x1',
      description: 'Pump',
      product: { id: 'p1' },
      service: null,
      quantity: '2.0',
      unit_price: '10.0',
      net_amount: '20.0',
    },
  ],
  ...over,
});
