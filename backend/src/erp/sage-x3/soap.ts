import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { exchange } from '../transport/exchange.ts';
import type { Logon } from '../transport/logon.ts';
import { type Asked, silenceOf } from '../transport/silence.ts';
import type { Turnstile } from '../transport/turnstile.ts';
import { ERRORS, NO_POOL, SOAP, WSS } from './facts.ts';
import { errorOf } from './faults.ts';
import { attributeOf, childOf, childrenOf, type Element, textIn, xmlOf, xmlText } from './xml.ts';

type Operation = 'save' | 'run' | 'query';
const encoding = 'http://schemas.xmlsoap.org/soap/encoding/';
const text = (name: string, value: string): string => `<${name} xsi:type="xsd:string">${xmlText(value)}</${name}>`;
/** What is inside is XML again, and escaped there: it cannot hold the end of the section. */
const inner = (name: string, xml: string): string =>
  `<${name} xsi:type="xsd:string"><![CDATA[${xml.replaceAll(']]>', ']]&gt;')}]]></${name}>`;

/** In the encoding of SOAP 1.1 an element may stand elsewhere: `href="#id0"` leads to it. */
const resolved = (element: Element | undefined, body: Element): Element | undefined => {
  const href = attributeOf(element, 'href');
  return href === null
    ? element
    : childrenOf(body, 'multiRef').find((each) => attributeOf(each, 'id') === href.replace(/^#/, ''));
};
const isNil = (element: Element | undefined): boolean => ['true', '1'].includes(attributeOf(element, 'nil') ?? '');

type SoapOptions = { url: string; pool: string; language: string; logon: Logon; gate: Turnstile };
/** The pool of web services, which every answer of leaves with status 200. */
export function soapClient({ url, pool, language, logon, gate }: SoapOptions, { fetch, now }: ErpPorts) {
  const context =
    `<callContext xsi:type="wss:CAdxCallContext">${text('codeLang', language)}${text('poolAlias', pool)}` +
    `${text('poolId', '')}${text('requestConfig', 'adxwss.optreturn=XML')}</callContext>`;
  const enveloped = (operation: Operation, parts: string): string =>
    '<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:wss="${WSS}">` +
    `<soapenv:Header/><soapenv:Body><wss:${operation} soapenv:encodingStyle="${encoding}">${context}${parts}` +
    `</wss:${operation}></soapenv:Body></soapenv:Envelope>`;

  async function send(operation: Operation, parts: string, asked: Asked): Promise<Element> {
    const { signal } = asked;
    const answer = await gate(signal, () =>
      logon(signal, (authorization) =>
        exchange(
          fetch,
          `${url}${SOAP}`,
          {
            method: 'POST',
            headers: { authorization, 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
            body: enveloped(operation, parts),
          },
          asked,
        ),
      ),
    );
    const body = childOf(xmlOf(new TextDecoder().decode(answer.bytes)), 'Envelope', 'Body');
    const fault = childOf(body, 'Fault');
    if (fault) throw faultError(fault, asked);
    if (answer.status !== 200) throw errorOf(answer, asked, now());
    const result = body && resolved(childOf(body, `${operation}Response`, `${operation}Return`), body);
    if (!body || !result) throw new ErpError(silenceOf(asked), `${asked.what}: the answer is no result`);
    return resultIn(result, body, asked);
  }
  /** The document that a call gave. A refusal stands in an answer of status 200. */
  function resultIn(result: Element, body: Element, asked: Asked): Element {
    const messages = childrenOf(childOf(result, 'messages'), 'messages').flatMap((each) => {
      const message = resolved(each, body);
      const words = textIn(childOf(message, 'message')).trim();
      return words === '' ? [] : [{ type: textIn(childOf(message, 'type')).trim(), words }];
    });
    const status = textIn(childOf(result, 'status')).trim();
    if (status === '0') {
      const errors = messages.filter(({ type }) => ERRORS.includes(type));
      const words = (errors.length > 0 ? errors : messages).map((each) => each.words).join(' ');
      const isPool = NO_POOL.test(words);
      throw new ErpError('refused', `${asked.what}: ${words}`, { words: words || null, field: isPool ? 'pool' : null });
    }
    const xml = childOf(result, 'resultXml');
    const document = isNil(xml) ? undefined : xmlOf(textIn(xml));
    // Neither done nor refused, or done without a document: what it did is not known.
    if (status !== '1' || !document)
      throw new ErpError(silenceOf(asked), `${asked.what}: status ${status} without a document`);
    return childOf(document, 'RESULT') ?? document;
  }
  const publicName = (name: string): string => text('publicName', name);
  return {
    /** Makes an object. */
    save: (name: string, xml: string, signal: AbortSignal): Promise<Element> =>
      send('save', `${publicName(name)}${inner('objectXml', xml)}`, { what: `save ${name}`, write: true, signal }),
    /** Runs a subprogram that stores nothing. */
    run: (name: string, xml: string, signal: AbortSignal): Promise<Element> =>
      send('run', `${publicName(name)}${inner('inputXml', xml)}`, { what: `run ${name}`, signal }),
    /** The first rows of the list of an object. */
    query: (name: string, size: number, signal: AbortSignal): Promise<Element> =>
      send(
        'query',
        `${publicName(name)}<objectKeys xmlns:soapenc="${encoding}" xsi:type="wss:ArrayOfCAdxParamKeyValue" soapenc:arrayType="wss:CAdxParamKeyValue[0]"/>` +
          `<listSize xsi:type="xsd:int">${size}</listSize>`,
        { what: `query ${name}`, signal },
      ),
  };
}
export type SoapClient = ReturnType<typeof soapClient>;

/** A fault of the caller came before X3 began; where the server failed, nobody knows how far it had got. */
function faultError(fault: Element, asked: Asked): ErpError {
  const words = textIn(childOf(fault, 'faultstring')).trim();
  const isCallers = /(?:^|:|\.)Client\b/.test(textIn(childOf(fault, 'faultcode')).trim());
  const kind = isCallers ? 'refused' : silenceOf(asked);
  return new ErpError(kind, `${asked.what}: ${words}`, { words: words || null });
}
