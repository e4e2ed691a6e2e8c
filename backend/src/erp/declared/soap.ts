import type { Answer } from '../transport/exchange.ts';
import type { Document, Request } from './document.ts';
import type { Bindings } from './expression.ts';
import { filled, textOf } from './template.ts';
import { xmlOf, xmlText } from './xml.ts';

type Soap = NonNullable<Document['soap']>;
const envelopes = {
  '1.1': { namespace: 'http://schemas.xmlsoap.org/soap/envelope/', type: 'text/xml' },
  '1.2': { namespace: 'http://www.w3.org/2003/05/soap-envelope', type: 'application/soap+xml' },
} as const;

/** A request in its envelope. The action stands in a header of its own, since 1.2 in the type of the content. */
export async function enveloped(
  { version, header }: Soap,
  { action, body }: Request,
  input: unknown,
  bindings: Bindings,
): Promise<{ body: string; headers: Record<string, string> }> {
  const { namespace, type } = envelopes[version];
  const named = action === undefined ? undefined : await textOf(action, input, bindings, withoutQuotes);
  const content = `${type}; charset=utf-8`;
  return {
    body: xmlText({
      'soap:Envelope': {
        '@xmlns:soap': namespace,
        ...(header === undefined ? {} : { 'soap:Header': await filled(header, input, bindings) }),
        'soap:Body': (body === undefined ? undefined : await filled(body, input, bindings)) ?? '',
      },
    }),
    headers:
      version === '1.2'
        ? { 'content-type': named === undefined ? content : `${content}; action="${named}"` }
        : { 'content-type': content, soapaction: `"${named ?? ''}"` },
  };
}
const withoutQuotes = (text: string): string => text.replace(/["\\\r\n\0]/g, '');

type Elements = Readonly<Record<string, unknown>>;
const isElements = (value: unknown): value is Elements =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What stands in the body of an answer's envelope. Undefined where there is no envelope. */
export function bodyOf({ bytes, headers }: Pick<Answer, 'bytes' | 'headers'>): unknown {
  const read = xmlOf(bytes, headers.get('content-type') ?? '');
  const envelope = isElements(read) ? read.Envelope : undefined;
  if (!isElements(envelope) || !('Body' in envelope)) return undefined;
  return isElements(envelope.Body) ? envelope.Body : {};
}

const inside = (value: unknown, name: string): unknown => (isElements(value) ? value[name] : undefined);
const textIn = (value: unknown): string | null => {
  const one = Array.isArray(value) ? value[0] : value;
  const text = isElements(one) ? one['#text'] : one;
  return typeof text === 'string' && text !== '' ? text : null;
};
/** A fault, in whichever status it came. `isServers`: the server failed, so nobody knows how far it had got. */
export function faultIn(body: unknown): { words: string | null; isServers: boolean } | null {
  const fault = inside(body, 'Fault');
  if (fault === undefined) return null;
  const code = textIn(inside(fault, 'faultcode')) ?? textIn(inside(inside(fault, 'Code'), 'Value')) ?? '';
  return {
    words: textIn(inside(fault, 'faultstring')) ?? textIn(inside(inside(fault, 'Reason'), 'Text')),
    isServers: /(?:^|:)(?:Server|Receiver)$/.test(code),
  };
}
