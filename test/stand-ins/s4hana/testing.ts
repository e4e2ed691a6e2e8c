import { CLIENT, type S4hana, users } from './start.ts';

type Asked = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  user?: { name: string; password: string } | null;
};
export type Said = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  json: Record<string, any>;
  error: { code: string; words: string; details: { code: string; severity: string }[] };
};

/** A client of the double for its tests: signs in, keeps cookies and the CSRF token, asks for JSON in English. */
export function clientOf(erp: () => S4hana) {
  let cookies: string[] = [];
  let token = '';
  async function ask(
    path: string,
    { method = 'GET', headers = {}, body, user = users.full }: Asked = {},
  ): Promise<Said> {
    const [, query = ''] = path.split(/\?(.*)/s);
    const more = [
      /sap-client=/.test(query) ? '' : `sap-client=${CLIENT}`,
      /sap-language=/.test(query) ? '' : 'sap-language=EN',
    ]
      .filter(Boolean)
      .join('&');
    const response = await fetch(`${erp().url}/sap/opu/odata/sap/${path}${path.includes('?') ? '&' : '?'}${more}`, {
      method,
      headers: {
        ...(user ? { authorization: `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}` } : {}),
        ...{
          accept: 'application/json',
          cookie: cookies.join('; '),
          ...(method === 'GET' ? {} : { 'x-csrf-token': token }),
        },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const given = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    if (given.length > 0) cookies = given;
    token = response.headers.get('x-csrf-token') ?? token;
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    const error = {
      code: json.error?.code ?? '',
      words: json.error?.message?.value ?? '',
      details: json.error?.innererror?.errordetails ?? [],
    };
    return { status: response.status, headers: response.headers, text, json, error };
  }
  return {
    ask,
    /** As a client does before its first write. */
    fetchToken: () => ask('API_SALES_ORDER_SRV/', { headers: { 'x-csrf-token': 'Fetch' } }),
    forget: () => {
      cookies = [];
      token = '';
    },
    useToken: (other: string) => {
      token = other;
    },
  };
}
export const head = {
  SalesOrderType: 'OR',
  SalesOrganization: '1010',
  DistributionChannel: '10',
  OrganizationDivision: '00',
  SoldToParty: '10100001',
};
export const item = { Material: 'T-2000', RequestedQuantity: '2' };
export const orderBody = (more: object = {}, items: readonly object[] = [item]) => ({
  ...head,
  PurchaseOrderByShipToParty: 'BR-TEST',
  ...more,
  to_Item: items,
});
export const milliseconds = (day: string) => `/Date(${Date.parse(day)})/`;
