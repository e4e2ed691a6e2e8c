import { createHmac } from 'node:crypto';
import { apps, folder, pool, type SageX3 } from './start.ts';
import { childOf, type Element, elementOf } from './xml.ts';

type Credential = (typeof apps)['full'];
export const basic = ({ login, password }: Pick<Credential, 'login' | 'password'>): string =>
  `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
/** A token as a connected application signs it, with other claims where a test wants them. */
export function signed(app: Credential, claims: object = {}, secret: string = app.secret): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000) - 30;
  const body = { iss: app.clientId, sub: app.login, aud: app.url, iat, exp: iat + 300, ...claims };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(body)}`;
  return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
const tag = (name: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([field, value]) => `<${name} NAME="${field}">${value}</${name}>`)
    .join('');
type Wish = {
  groups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  tables?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
};
export const param = ({ groups = {}, tables = {} }: Wish): string =>
  `<PARAM>${Object.entries(groups)
    .map(([id, fields]) => `<GRP ID="${id}">${tag('FLD', fields)}</GRP>`)
    .join('')}${Object.entries(tables)
    .map(
      ([id, rows]) =>
        `<TAB ID="${id}" SIZE="${rows.length}">${rows.map((row, nth) => `<LIN NUM="${nth + 1}">${tag('FLD', row)}</LIN>`).join('')}</TAB>`,
    )
    .join('')}</PARAM>`;
/** An order of two flanges for a customer, changed as a test wants it. */
export const order = (
  header: Readonly<Record<string, string>> = {},
  line: Readonly<Record<string, string>> = {},
): string =>
  param({
    groups: { SOH0_1: { SALFCY: 'H01', SOHTYP: 'SOI', BPCORD: 'C1003', ...header } },
    tables: { SOH4_1: [{ ITMREF: 'T-2005', QTY: '2', ...line }] },
  });
export const envelope = (operation: string, parts: Readonly<Record<string, string>>, alias: string = pool): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wss="http://www.adonix.com/WSS"><soapenv:Body><wss:${operation}><callContext><codeLang>ENG</codeLang><poolAlias>${alias}</poolAlias><requestConfig>adxwss.optreturn=XML</requestConfig></callContext>${Object.entries(
    parts,
  )
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</wss:${operation}></soapenv:Body></soapenv:Envelope>`;
const cdata = (text: string): string => `<![CDATA[${text}]]>`;

type Served = {
  http: number;
  status: string;
  messages: string[];
  type: string;
  result: Element | null;
  text: string;
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
type Read = { status: number; json: any; text: string };
/** The field of an answered document, wherever its group is. */
export function field({ result }: Served, name: string): string | undefined {
  const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
  return (result ? all(result) : []).find(({ attributes }) => attributes.NAME === name)?.text;
}
/** A client of the double for its tests. */
export function clientOf(erp: () => SageX3) {
  async function post(body: string, headers: Record<string, string> = {}): Promise<Served> {
    const response = await fetch(`${erp().url}/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC`, {
      method: 'POST',
      headers: { authorization: basic(apps.full), soapaction: '""', 'content-type': 'text/xml', ...headers },
      body,
    });
    const text = await response.text();
    if (!text.startsWith('<soapenv'))
      return { http: response.status, status: '', messages: [], type: '', result: null, text };
    const answer = childOf(elementOf(text), 'Body') as Element;
    const returned = answer.children[0]?.children[0] as Element;
    const refs = answer.children.filter(({ name }) => name === 'multiRef');
    const pointed = (childOf(returned, 'messages')?.children ?? []).map(
      ({ attributes }) => refs.find(({ attributes: own }) => `#${own.id}` === attributes.href) as Element,
    );
    const xml = childOf(returned, 'resultXml')?.text ?? '';
    return {
      ...{ http: response.status, status: childOf(returned, 'status')?.text ?? '', text },
      ...{ messages: pointed.map((ref) => childOf(ref, 'message')?.text ?? '') },
      ...{ type: pointed[0] ? (childOf(pointed[0], 'type')?.text ?? '') : '', result: xml ? elementOf(xml) : null },
    };
  }
  const keys = (key: string, value: string): string => `<item><key>${key}</key><value>${value}</value></item>`;
  return {
    post,
    save: (xml: string, name = 'SOH', headers: Record<string, string> = {}) =>
      post(envelope('save', { publicName: name, objectXml: cdata(xml) }), headers),
    modify: (number: string, xml: string) =>
      post(envelope('modify', { publicName: 'SOH', objectKeys: keys('SOHNUM', number), objectXml: cdata(xml) })),
    remove: (number: string) => post(envelope('delete', { publicName: 'SOH', objectKeys: keys('SOHNUM', number) })),
    removeLines: (number: string, lines: readonly number[]) =>
      post(
        envelope('deleteLines', {
          ...{ publicName: 'SOH', objectKeys: keys('SOHNUM', number), blocKey: 'SOH4_1' },
          lineKeys: lines.map((line) => `<item>${line}</item>`).join(''),
        }),
      ),
    read: (name: string, key: string, value: string) =>
      post(envelope('read', { publicName: name, objectKeys: keys(key, value) })),
    query: (name: string, key: string, value: string, size = 100) =>
      post(envelope('query', { publicName: name, objectKeys: keys(key, value), listSize: String(size) })),
    run: (xml: string) => post(envelope('run', { publicName: 'ZGETPRICE', inputXml: cdata(xml) })),
    async get(path: string, authorization: string = basic(apps.full)): Promise<Read> {
      const address = path.startsWith('http') ? path : `${erp().url}/api1/x3/erp/${folder}/${path}`;
      const response = await fetch(address, { headers: { authorization } });
      const text = await response.text();
      return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : {} };
    },
  };
}
export const listOf = (name: string, more: Readonly<Record<string, string>> = {}): string =>
  `${name}?${new URLSearchParams({ representation: `${name}.$query`, ...more })}`;
export const detailsOf = (name: string, key: string): string =>
  `${name}('${encodeURIComponent(key)}')?representation=${name}.$details`;
