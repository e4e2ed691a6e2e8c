import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { sageIntacct } from '../src/erp/sage-intacct/index.ts';

/** Hand-made answers of a company for unit tests. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  /** Below the API's own address. */
  path: string;
  /** Of a query. */
  object: string;
  body: Readonly<Record<string, unknown>>;
  headers: Headers;
};
export type Said = { status?: number; body?: unknown; bytes?: Uint8Array; headers?: Record<string, string> };
let companies = 0;

/** `answer` is asked for each request; undefined is a query without rows, or no such record. */
export function companyOf(answer: (asked: Asked) => Said | undefined, settings: Record<string, string> = {}) {
  const calls: Asked[] = [];
  companies += 1;
  const ports: ErpPorts = {
    now: () => Date.parse('2026-11-28T12:00:00Z'),
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
      const asked: Asked = {
        method: init.method ?? 'GET',
        path: `${url.pathname.replace(/^\/ia\/api\/v1/, '')}${url.search}`,
        object: typeof body.object === 'string' ? body.object : '',
        body,
        headers: new Headers(init.headers),
      };
      calls.push(asked);
      const said = answer(asked) ?? usual(asked);
      const text = said.bytes ?? (said.body === undefined ? null : JSON.stringify(said.body));
      return new Response(text as ConstructorParameters<typeof Response>[0], {
        status: said.status ?? 200,
        headers: { 'content-type': 'application/json', ...said.headers },
      });
    },
  };
  const adapter = sageIntacct(
    {
      url: '',
      credentials: { clientId: 'app', clientSecret: 'secret', user: 'backroom' },
      // The number of requests at once is kept by company.
      settings: { company: `Test${companies}`, currency: 'EUR', timeZone: 'Europe/Berlin', ...settings },
    },
    ports,
  );
  return {
    adapter,
    calls,
    queries: (object: string) => calls.filter((each) => each.object === object),
    writes: () => calls.filter(({ method, path }) => method !== 'GET' && path.startsWith('/objects/')),
  };
}
export const rows = (...found: object[]): Said => ({
  body: {
    'ia::result': found,
    'ia::meta': { totalCount: found.length, start: 1, pageSize: 100, next: null, previous: null },
  },
});
export const made = (key: string): Said => ({
  status: 201,
  body: { 'ia::result': { key, id: key }, 'ia::meta': { totalCount: 1, totalSuccess: 1, totalError: 0 } },
});
const usual = ({ path }: Asked): Said => {
  if (path === '/oauth2/token') return { body: { access_token: 'token', token_type: 'Bearer', expires_in: 43_200 } };
  return path === '/services/core/query' ? rows() : refusal(404, 'invalidRequest', 'The record does not exist.');
};
/** The envelope of the REST API: the reason stands in the last of the details. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  details: readonly { errorId?: string; message: string; correction?: string; target?: string }[] = [],
): Said => ({
  status,
  body: {
    'ia::result': { 'ia::error': { code, message, errorId: 'REST-7001', supportId: 'VXx2JWEB353', details } },
    'ia::meta': { totalCount: 1, totalSuccess: 0, totalError: 1 },
  },
});
export const call = () => ({ signal: AbortSignal.timeout(5000) });

export const customer = { key: '11', id: 'C1011', name: 'Nordwerk GmbH', status: 'active', currency: 'EUR' };
export const item = {
  key: '5',
  id: '1896-S',
  name: 'Pump',
  status: 'active',
  itemType: 'inventory',
  'unitOfMeasureGroup.id': 'Count',
};
const units = [
  { key: '1', id: 'Each', 'parent.id': 'Count', conversionFactor: 1, numberOfDecimalPlaces: 0 },
  { key: '2', id: 'Dozen', 'parent.id': 'Count', conversionFactor: 12, numberOfDecimalPlaces: 0 },
];
const groups = [{ key: '9', id: 'Count', baseUnit: 'Each', 'defaults.orderEntry.id': 'Each' }];
/** Customer, item and units of a small company; `more` for the rest. */
export const small =
  (more: (asked: Asked) => Said | undefined) =>
  (asked: Asked): Said | undefined =>
    more(asked) ??
    {
      'accounts-receivable/customer': rows(customer),
      'inventory-control/item': rows(item),
      'inventory-control/unit-of-measure': rows(...units),
      'inventory-control/unit-of-measure-group': rows(...groups),
    }[asked.object];
/** The head of an order as the query service gives it. */
export const head = (over: object = {}) => ({
  key: '400',
  documentNumber: 'SO-1001',
  documentType: 'Sales Order',
  state: 'pending',
  referenceNumber: 'BR-AAAABBBBCCCCDDDD0001',
  txnDate: '2026-11-28',
  txnCurrency: 'EUR',
  baseCurrency: 'EUR',
  subtotal: '20.00',
  total: '20.00',
  subtotalInTxnCurrency: '20.00',
  totalInTxnCurrency: '20.00',
  'customer.key': '11',
  'customer.id': 'C1011',
  'audit.createdBy': '7',
  ...over,
});
export const line = (over: object = {}) => ({
  key: '900',
  'documentHeader.key': '400',
  lineNumber: 1,
  'dimensions.item.key': '5',
  'dimensions.item.id': '1896-S',
  'dimensions.item.name': 'Pump',
  unit: 'Each',
  unitQuantity: '2',
  quantity: '2',
  quantityConverted: '0',
  unitPrice: '10.00',
  priceInTxnCurrency: '10.00',
  ...over,
});
