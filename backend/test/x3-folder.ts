import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { sageX3 } from '../src/erp/sage-x3/index.ts';

/** Hand-made answers of a folder for unit tests. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  /** Class of a list or a record; `soap` for the web services. */
  of: string;
  /** Of a record. */
  key: string | null;
  /** Of a list. */
  where: string;
  /** What was posted. */
  body: string;
  url: URL;
  headers: Headers;
};
export type Said = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> };

const site = { FCY: 'H01', FCYNAM: 'Hamburg', LEGCPY: 'HANSA' };
const company = { CPY: 'HANSA', CPYNAM: 'Hansa Handel', ACCCUR: 'EUR' };
const usual = ({ of, key }: Asked): Said => {
  if (of === 'soap') return refusedBy('Nothing was prepared.');
  if (of === 'FACILITY') return { body: site };
  if (of === 'COMPANY') return { body: company };
  return key === null ? rows() : { body: missing };
};
/** `answer` is asked for each request; undefined is a list without rows, or no such record. */
export function folderOf(
  answer: (asked: Asked) => Said | undefined,
  more: { credentials?: Record<string, string>; settings?: Record<string, string> } = {},
) {
  const calls: Asked[] = [];
  const ports: ErpPorts = {
    now: () => Date.parse('2026-11-28T12:00:00Z'),
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      const [, of = 'soap', key = null] =
        /^\/api1\/x3\/erp\/\w+\/(\w+)(?:\('(.*)'\))?$/.exec(decodeURIComponent(url.pathname)) ?? [];
      const asked: Asked = {
        method: init.method ?? 'GET',
        of,
        key,
        where: url.searchParams.get('where') ?? '',
        body: typeof init.body === 'string' ? init.body : '',
        url,
        headers: new Headers(init.headers),
      };
      calls.push(asked);
      const said = answer(asked) ?? usual(asked);
      const { status = 200, headers = {} } = said;
      return new Response(said.text ?? JSON.stringify(said.body), { status, headers });
    },
  };
  const adapter = sageX3(
    {
      url: 'https://x3.example',
      credentials: { user: 'backroom', password: 'secret', ...more.credentials },
      settings: { folder: 'SEED', pool: 'BACKROOM', site: 'H01', timeZone: 'Europe/Berlin', ...more.settings },
    },
    ports,
  );
  return {
    adapter,
    calls,
    lists: (of: string) => calls.filter((each) => each.of === of && each.key === null),
    writes: () => calls.filter(({ method, body }) => method === 'POST' && body.includes('<wss:save')),
  };
}
export const rows = (...found: object[]): Said => ({
  body: { $itemsPerPage: 20, $resources: found, $links: { $first: { $url: '/first' } } },
});
/** What Sage's online help quotes for a record that is not there. */
const missing = { $diagnoses: [{ $severity: 'error', $message: '721 : Record does not exist' }] };

const envelope = (inside: string): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wss="http://www.adonix.com/WSS"><soapenv:Body>${inside}</soapenv:Body></soapenv:Envelope>`;
/** A refusal in the shape of a recorded one: status 200, no document, messages elsewhere in the body. */
export const refusedBy = (words: string, { operation = 'save', type = 3 } = {}): Said => ({
  text: envelope(
    `<wss:${operation}Response><${operation}Return xsi:type="wss:CAdxResultXml"><messages xsi:type="soapenc:Array" soapenc:arrayType="wss:CAdxMessage[1]"><messages href="#id0"/></messages>` +
      `<resultXml xsi:type="xsd:string" xsi:nil="true"/><status xsi:type="xsd:int">0</status></${operation}Return></wss:${operation}Response>` +
      `<multiRef id="id0" soapenc:root="0" xsi:type="wss:CAdxMessage"><type>${type}</type><message>${words}</message></multiRef>`,
  ),
});
/** A document that was stored, as the web service gives it back. */
export const stored = (document: string, operation = 'save'): Said => ({
  text: envelope(
    `<wss:${operation}Response><${operation}Return xsi:type="wss:CAdxResultXml"><messages xsi:type="soapenc:Array" soapenc:arrayType="wss:CAdxMessage[0]"/>` +
      `<resultXml xsi:type="xsd:string"><![CDATA[<?xml version="1.0" encoding="UTF-8"?><RESULT>${document}</RESULT>]]></resultXml>` +
      `<status xsi:type="xsd:int">1</status></${operation}Return></wss:${operation}Response>`,
  ),
});
export const soapFault = (code: string, words: string): Said => ({
  status: 500,
  text: envelope(`<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${words}</faultstring></soapenv:Fault>`),
});
export const call = () => ({ signal: AbortSignal.timeout(5000) });

export const item = { ITMREF: '1896-S', ITMDES1: 'Pump', ITMSTA: 1, STU: 'UN', SAU: 'UN', SAUSTUCOE: 1, STOMGTCOD: 2 };
export const customer = {
  BPCNUM: 'C1011',
  BPCNAM: 'Nordwerk GmbH',
  BPCSTA: true,
  CUR: 'EUR',
  PTE: 'DE30',
  OSTCTL: 3,
  OSTAUZ: 0,
  BPAADD: '1',
  BPAINV: '1',
};
/** The head of an order as its class has it. */
export const head = (over: object = {}) => ({
  SOHNUM: 'SOI-1',
  BPCORD: 'C1011',
  BPCNAM: ['Nordwerk GmbH', ''],
  CUSORDREF: 'AAAABBBBCCCCDDDDEEEE',
  ORDDAT: '2026-11-28',
  DEMDLVDAT: null,
  SHIDAT: null,
  CUR: 'EUR',
  ORDSTA: 1,
  DLVSTA: 1,
  INVSTA: 1,
  CDTSTA: 1,
  ORDINVNOT: 20,
  ORDINVATI: 23.8,
  CREUSR: 'BACKR',
  CREDATTIM: '2026-11-28T12:00:00Z',
  BPAADD: '1',
  BPDNAM: ['Nordwerk GmbH'],
  BPDADDLIG: ['Hafenstr. 1'],
  BPDPOSCOD: '20457',
  BPDCTY: 'Hamburg',
  BPDCRY: 'DE',
  ...over,
});
export const reference = 'BR-AAAABBBBCCCCDDDDEEEE';
const priceLine = { SOHNUM: 'SOI-1', SOPLIN: 1000, ITMREF: '1896-S', ITMDES1: 'Pump', SAU: 'UN', NETPRI: 10 };
const quantityLine = { SOHNUM: 'SOI-1', SOPLIN: 1000, QTY: 2, DLVQTY: 0, INVQTY: 0 };
/** Customer, item and the lines of one order; `more` for the rest. */
export const small =
  (more: (asked: Asked) => Said | undefined) =>
  (asked: Asked): Said | undefined => {
    const there: Record<string, Said> = {
      BPCUSTOMER: asked.key === null ? rows(customer) : { body: customer },
      ITMMASTER: rows(item),
      SORDERP: rows(priceLine),
      SORDERQ: rows(quantityLine),
    };
    return more(asked) ?? there[asked.of];
  };
