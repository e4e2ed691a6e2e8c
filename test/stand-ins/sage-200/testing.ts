import { readJson } from '../numbers.ts';
import { app, companies, type Sage200, site } from './start.ts';

type Asked = { method?: string; body?: unknown; headers?: Record<string, string>; user?: 'full' | 'limited' };
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
type Said = { status: number; headers: Headers; text: string; json: any; message: string };
export const signIn = (erp: Sage200, form: Record<string, string>): Promise<Response> =>
  fetch(`${erp.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...form }),
  });
export const headers = { 'x-site': site, 'x-company': companies.main };
export const ROOT = '/uk/sage200extra/accounts/v1/';

/** A client of the double for its tests. */
export function clientOf(erp: () => Sage200) {
  const tokens = new Map<string, string>();
  async function tokenOf(user: 'full' | 'limited'): Promise<string> {
    const known = tokens.get(user);
    if (known) return known;
    const said = await signIn(erp(), { grant_type: 'refresh_token', refresh_token: erp().consent(user) });
    const { access_token } = (await said.json()) as { access_token: string };
    tokens.set(user, access_token);
    return access_token;
  }
  async function ask(
    path: string,
    { method = 'GET', body, headers: more = headers, user = 'full' }: Asked = {},
  ): Promise<Said> {
    const response = await fetch(`${erp().url}${ROOT}${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenOf(user)}`, 'content-type': 'application/json', ...more },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') ? readJson(text) : null;
    const message =
      (json as { Message?: string; message?: string } | null)?.Message ??
      (json as { message?: string } | null)?.message ??
      '';
    return { status: response.status, headers: response.headers, text, json, message };
  }
  const idOf = (table: string, field: string, value: string): number =>
    Number(erp().store.table(table).by(field, value)[0]?.id);
  const warehouse = (name = 'HOME'): number =>
    Number([...erp().store.table('warehouse').all()].find((row) => row.name === name)?.id);
  const line = (code: string, line_quantity: number, more: object = {}) => ({
    ...{
      line_type: 'EnumLineTypeStandard',
      product_id: idOf('product', 'code', code),
      warehouse_id: warehouse(),
      line_quantity,
    },
    ...more,
  });
  return {
    ...{ ask, idOf, warehouse, line, forget: () => tokens.clear() },
    customer: (reference: string): number => idOf('customer', 'reference', reference),
    list: (path: string, options: Record<string, string> = {}): Promise<Said> =>
      ask(`${path}?${new URLSearchParams(options)}`),
    /** A sales order of two pieces, unless told otherwise. */
    post: (more: object = {}, reference = 'MUR001'): Promise<Said> =>
      ask('sop_orders?$expand=lines', {
        method: 'POST',
        body: { customer_id: idOf('customer', 'reference', reference), lines: [line('T-2000', 2)], ...more },
      }),
  };
}
