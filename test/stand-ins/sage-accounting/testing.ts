import { app, BUSINESS, type SageAccounting } from './start.ts';

type Asked = { method?: string; body?: unknown; headers?: Record<string, string>; business?: string | null };
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Said = { status: number; headers: Headers; text: string; json: any; error: any };

/** The token endpoint. */
export async function signIn(erp: SageAccounting, form: Record<string, string>): Promise<Said> {
  const { clientId: client_id, clientSecret: client_secret } = app;
  const body = new URLSearchParams({ client_id, client_secret, ...form });
  return saidOf(await fetch(`${erp.url}/token`, { method: 'POST', body }));
}
async function saidOf(response: Response): Promise<Said> {
  const text = await response.text();
  const json = /^[[{]/.test(text) ? JSON.parse(text) : null;
  const error = Array.isArray(json) ? json[0] : json;
  return { status: response.status, headers: response.headers, text, json, error };
}
/** A client of the double for its tests: each user signs in once. */
export function clientOf(erp: () => SageAccounting, who: 'full' | 'limited' = 'full') {
  let token: string | null = null;
  async function ask(path: string, asked: Asked = {}): Promise<Said> {
    const { method = 'GET', body, headers = {}, business = BUSINESS } = asked;
    token ??= (await signIn(erp(), { grant_type: 'refresh_token', refresh_token: erp().consent(who) })).json
      .access_token;
    const response = await fetch(`${erp().url}/v3.1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(business === null ? {} : { 'x-business': business }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return saidOf(response);
  }
  return {
    ask,
    forget: () => {
      token = null;
    },
    post: (path: string, entity: string, fields: object) => ask(path, { method: 'POST', body: { [entity]: fields } }),
    put: (path: string, entity: string, fields: object) => ask(path, { method: 'PUT', body: { [entity]: fields } }),
    remove: (path: string) => ask(path, { method: 'DELETE' }),
  };
}
