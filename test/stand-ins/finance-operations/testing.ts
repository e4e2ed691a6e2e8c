import { apps, type FinanceOperations, TENANT } from './start.ts';

type Asked = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  app?: { clientId: string; secret: string };
};
export type Said = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  json: Record<string, any>;
  /** What stands in the inner error. */
  words: string;
};
/** A client of the double for its tests. */
export function clientOf(erp: () => FinanceOperations) {
  const tokens = new Map<string, string>();
  async function tokenOf({ clientId, secret }: { clientId: string; secret: string }): Promise<string> {
    const known = tokens.get(clientId);
    if (known) return known;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${erp().url}/.default`,
    });
    const answer = await fetch(`${erp().url}/${TENANT}/oauth2/v2.0/token`, { method: 'POST', body });
    const { access_token: token = '' } = (await answer.json()) as { access_token?: string };
    tokens.set(clientId, token);
    return token;
  }
  async function ask(path: string, { method = 'GET', body, headers = {}, app = apps.full }: Asked = {}): Promise<Said> {
    const response = await fetch(`${erp().url}/data/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(app)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    return {
      status: response.status,
      headers: response.headers,
      text,
      json,
      words: json.error?.innererror?.message ?? '',
    };
  }
  return { ask, forget: () => tokens.clear() };
}
export const head = (more: object = {}) => ({
  dataAreaId: 'usmf',
  OrderingCustomerAccountNumber: 'US-003',
  CustomersOrderReference: 'BR-TEST',
  ...more,
});
export const line = (SalesOrderNumber: string, more: object = {}) => ({
  dataAreaId: 'usmf',
  SalesOrderNumber,
  ItemNumber: 'T-2000',
  OrderedSalesQuantity: 2,
  ...more,
});
