import { businessCentral } from '../src/erp/business-central/index.ts';
import type { ErpPorts } from '../src/erp/contract/ports.ts';

/** Hand-made answers of a tenant for unit tests, in the shapes of the vendor's documentation. It checks nothing and is no stand-in. */
export type Asked = { method: string; path: string; query: Record<string, string>; headers: Headers; body: unknown };
type Said = { status?: number; body?: unknown; headers?: Record<string, string> } | Error;
export type Answering = (asked: Asked) => Said;

export const COMPANY = '11111111-1111-1111-1111-111111111111';
const ROOT = '/v2.0/contoso.example/Production/api/v2.0/';
export const guid = (digit: number): string => `${String(digit).padStart(8, '0')}-0000-4000-8000-000000000000`;
const companies = [
  { id: COMPANY, name: 'CRONUS', displayName: 'CRONUS International Ltd.', systemVersion: '28.0.1' },
  { id: guid(99), name: 'Other', displayName: 'Other', systemVersion: '28.0.1' },
];

/** `answer` is asked for each read of the company's sets, also inside a `$batch`. `calls` are the HTTP requests after the sign-in. */
export function tenantOf(
  answer: Answering,
  settings: Record<string, string> = { company: 'CRONUS' },
  overHttp: Answering = () => ({ status: 599 }),
) {
  const calls: Asked[] = [];
  const tokens: string[] = [];
  let now = Date.parse('2026-11-28T12:00:00Z');
  const asks = (method: string, url: URL, headers: Headers, body: unknown): Asked => ({
    method,
    path: decodeURIComponent(url.pathname).replace(ROOT, '').replace(`companies(${COMPANY})/`, ''),
    query: Object.fromEntries(url.searchParams),
    headers,
    body,
  });
  function said(asked: Asked): Said {
    if (asked.path === 'companies') return { body: { value: companies } };
    if (asked.path === 'companyInformation') return { body: { value: [{ currencyCode: 'EUR' }] } };
    return answer(asked);
  }
  const ports: ErpPorts = {
    now: () => now,
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      if (url.pathname.endsWith('/oauth2/v2.0/token')) {
        tokens.push(`token-${tokens.length + 1}`);
        return Response.json({ access_token: tokens.at(-1), token_type: 'Bearer', expires_in: 3600 });
      }
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      const asked = asks(init.method ?? 'GET', url, new Headers(init.headers), init.body);
      calls.push(asked);
      const own = overHttp(asked);
      if (own instanceof Error) throw own;
      if (own.status !== 599)
        return new Response(bodyOf(own.body), { status: own.status ?? 200, headers: own.headers });
      if (asked.path === '$batch') {
        const responses = (body.requests as { id: string; url: string; headers: Record<string, string> }[]).map(
          (each) => {
            const part = said(asks('GET', new URL(each.url, `https://x${ROOT}`), new Headers(each.headers), undefined));
            if (part instanceof Error) throw part;
            return { id: each.id, status: part.status ?? 200, headers: part.headers ?? {}, body: part.body };
          },
        );
        // In any order.
        return new Response(JSON.stringify({ responses: responses.reverse() }));
      }
      const one = said(asked);
      if (one instanceof Error) throw one;
      return new Response(bodyOf(one.body), { status: one.status ?? 200, headers: one.headers });
    },
  };
  const adapter = businessCentral(
    {
      url: 'https://api.example',
      credentials: { clientId: 'app', clientSecret: 'secret' },
      settings: { tenant: 'contoso.example', environment: 'Production', ...settings },
    },
    ports,
  );
  const move = (ms: number) => {
    now += ms;
  };
  return { adapter, calls, tokens, move };
}
const bodyOf = (body: unknown): ConstructorParameters<typeof Response>[0] =>
  body === undefined
    ? null
    : body instanceof Uint8Array
      ? new Uint8Array(body)
      : typeof body === 'string'
        ? body
        : JSON.stringify(body);

export const call = () => ({ signal: AbortSignal.timeout(5000) });
export const list = (...value: unknown[]) => ({ body: { value } });
export const fault = (status: number, code: string, message: string) => ({
  status,
  body: { error: { code, message } },
});

export const customer = (digit: number, more: object = {}) => ({
  id: guid(digit),
  number: `C${digit}`,
  displayName: 'Adatum Corporation',
  city: 'Atlanta',
  country: 'US',
  email: 'robert.townes@adatum.example',
  taxRegistrationNumber: '',
  currencyCode: 'EUR',
  paymentTermsId: guid(70),
  blocked: '_x0020_',
  creditLimit: 0,
  ...more,
});
export const item = (digit: number, more: object = {}) => ({
  id: guid(digit),
  number: `ITEM-${digit}`,
  displayName: 'ATHENS Desk',
  type: 'Inventory',
  blocked: false,
  inventory: 4,
  unitPrice: 1000.8,
  priceIncludesTax: false,
  baseUnitOfMeasureCode: 'PCS',
  ...more,
});
export const orderLine = (more: object = {}) => ({
  itemId: guid(1),
  lineType: 'Item',
  lineObjectNumber: 'ITEM-1',
  description: 'ATHENS Desk',
  unitOfMeasureCode: 'PCS',
  quantity: 12,
  unitPrice: 100.25,
  discountPercent: 0,
  netAmount: 1203,
  amountIncludingTax: 1431.57,
  shippedQuantity: 0,
  invoicedQuantity: 0,
  shipmentDate: '2026-12-04',
  ...more,
});
const document = {
  externalDocumentNumber: 'BR-ABCDEFGH12',
  customerId: guid(10),
  customerNumber: 'C10',
  customerName: 'Adatum Corporation',
  currencyCode: 'EUR',
  pricesIncludeTax: false,
  totalAmountExcludingTax: 1203,
  totalAmountIncludingTax: 1431.57,
};
export const order = (digit: number, more: object = {}) => ({
  ...document,
  id: guid(digit),
  number: `S-${digit}`,
  status: 'Draft',
  orderDate: '2026-11-20',
  requestedDeliveryDate: '0001-01-01',
  fullyShipped: false,
  partialShipping: true,
  shipToName: 'Adatum Corporation',
  shipToAddressLine1: '192 Market Square',
  shipToCity: 'Atlanta',
  shipToCountry: 'US',
  shipToPostCode: '31772',
  salesOrderLines: [orderLine()],
  ...more,
});
export const invoice = (digit: number, more: object = {}) => ({
  ...document,
  id: guid(digit),
  number: `INV-${digit}`,
  status: 'Open',
  invoiceDate: '2026-10-01',
  dueDate: '2026-10-31',
  remainingAmount: 1431.57,
  orderId: guid(50),
  orderNumber: 'S-50',
  salesInvoiceLines: [orderLine()],
  ...more,
});
export const memo = (digit: number, more: object = {}) => ({
  ...document,
  id: guid(digit),
  number: `CM-${digit}`,
  status: 'Open',
  creditMemoDate: '2026-11-02',
  invoiceNumber: 'INV-1',
  salesCreditMemoLines: [orderLine({ quantity: 2 })],
  ...more,
});
