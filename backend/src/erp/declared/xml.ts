import { cleanText } from '@backroom/shared';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** Elements of an answer may be nested that deep. */
const DEEPEST = 60;
const LONGEST = 20_000_000;
const TEXT = '#text';
const NAME = /^@?[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  transformTagName: (name) => name.replace(/^.*:/, ''),
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
  // Only XML's and HTML's own entities are left, which are no longer than what they stand for: a document type is refused.
  htmlEntities: true,
  processEntities: { maxExpandedLength: LONGEST },
});
/** Where texts stand in which namespace, and of which type they are, says nothing about what they mean. */
const isOfSyntax = (attribute: string): boolean =>
  /^@(?:xmlns(?::|$)|xml:)|:(?:nil|type|schemaLocation)$/.test(attribute);

/** An element as JSON: text where it has nothing else, null where the answer says that it is nil, a list where it is repeated. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  if (entries.some(([name, value]) => /^@(?:.*:)?nil$/.test(name) && (value === 'true' || value === '1'))) return null;
  const kept = entries.filter(([name]) => !isOfSyntax(name));
  const [only] = kept;
  if (!only) return '';
  if (kept.length === 1 && only[0] === TEXT) return only[1];
  return Object.fromEntries(kept.map(([name, value]) => [name, plain(value)]));
}
const charsetOf = (contentType: string): string => /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
/** An XML answer as JSON, names without their prefixes. Undefined for what is none: a page of HTML, nothing, or an answer that was cut. */
export function xmlOf(bytes: Uint8Array, contentType: string): unknown {
  try {
    const text = new TextDecoder(charsetOf(contentType)).decode(bytes);
    if (/<!DOCTYPE/i.test(text)) return undefined;
    return plain(parser.parse(text, true));
  } catch {
    return undefined;
  }
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML does not allow
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const isRaw = (value: object): value is { rawJSON: string } =>
  (JSON as unknown as { isRawJSON: (value: unknown) => boolean }).isRawJSON(value);
/** What is built has texts only, without the characters that XML has no way to write. */
function texts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(texts);
  if (value === null || value === undefined) return value;
  if (typeof value !== 'object') return cleanText(String(value)).replace(notInXml, '');
  if (isRaw(value)) return value.rawJSON;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, texts(each)]));
}
export const xmlText = (value: object): string =>
  `<?xml version="1.0" encoding="utf-8"?>${builder.build(texts(value))}`;

/** A name in a body that no element and no attribute can have; null where all can. */
export function wrongName(body: unknown): string | null {
  if (Array.isArray(body)) return body.map(wrongName).find((each) => each !== null) ?? null;
  if (typeof body !== 'object' || body === null) return null;
  for (const [name, value] of Object.entries(body)) {
    if (!NAME.test(name) && name !== TEXT && name !== '$do' && name !== '$each') return name;
    const inside = name === '$each' ? null : wrongName(value);
    if (inside !== null) return inside;
  }
  return null;
}
