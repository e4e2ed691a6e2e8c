import { apps, type Intacct } from './start.ts';

type Asked = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  app?: { clientId: string; clientSecret: string; username: string };
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Said = { status: number; headers: Headers; json: any; result: any; error: any; last: string };
export const signIn = (erp: Intacct, form: Record<string, string>): Promise<Response> =>
  fetch(`${erp.url}/ia/api/v1/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
export const credentials = ({ clientId, clientSecret, username }: NonNullable<Asked['app']>) => ({
  ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, username },
});

export const DOCUMENT = 'order-entry/document';
export const ORDERS = `objects/${DOCUMENT}::Sales%20Order`;
/** A line as requests have it. */
export const line = (item: string, unitQuantity: string, more: object = {}) => ({
  dimensions: { item: { id: item }, warehouse: { id: 'WH-HAM' }, location: { id: '100' } },
  unitQuantity,
  ...more,
});

/** A client of the double for its tests. */
export function clientOf(erp: () => Intacct) {
  const tokens = new Map<string, string>();
  async function tokenOf(app: NonNullable<Asked['app']>): Promise<string> {
    const known = tokens.get(app.username);
    if (known) return known;
    const { access_token } = (await (await signIn(erp(), credentials(app))).json()) as { access_token: string };
    tokens.set(app.username, access_token);
    return access_token;
  }
  async function ask(path: string, { method = 'GET', body, headers = {}, app = apps.full }: Asked = {}): Promise<Said> {
    const response = await fetch(`${erp().url}/ia/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenOf(app)}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    const result = json['ia::result'];
    const error = result?.['ia::error'] ?? json['ia::error'] ?? json.error;
    return {
      status: response.status,
      headers: response.headers,
      json,
      result,
      error,
      last: error?.details?.at(-1)?.message ?? error?.message ?? '',
    };
  }
  const query = (object: string, fields: string[], more: object = {}, asked: Asked = {}) =>
    ask('services/core/query', { method: 'POST', body: { object, fields, ...more }, ...asked });
  const order = (more: object) => ({ customer: { id: 'C1003' }, lines: [line('T-2000', '2')], ...more });
  return {
    ...{ ask, query, forget: () => tokens.clear() },
    /** A sales order of two pieces, unless told otherwise. */
    post: (more: object = {}, headers: Record<string, string> = {}) =>
      ask(ORDERS, { method: 'POST', body: order(more), headers }),
    patch: (key: string, body: unknown) => ask(`${ORDERS}/${key}`, { method: 'PATCH', body }),
    read: async (key: string) => (await ask(`${ORDERS}/${key}`)).result,
  };
}
