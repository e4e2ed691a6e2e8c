import { cleanText } from '@backroom/shared';
import { XMLParser } from 'fast-xml-parser';

const TEXT = '#text';
const LONGEST = 20_000_000;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  transformTagName: (name) => name.replace(/^.*:/, ''),
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 60,
  // Each element is a list: one line of an order has the shape of many.
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  htmlEntities: true,
  processEntities: { maxExpandedLength: LONGEST },
});

/** An element of an answer. Names have no prefix. */
export type Element = Readonly<Record<string, unknown>>;
/** Undefined for what is no XML: a page of HTML, nothing, or an answer that was cut. */
export function xmlOf(text: string): Element | undefined {
  // A document type could name entities that expand without end.
  if (/<!DOCTYPE/i.test(text) || text.trim() === '') return undefined;
  try {
    return parser.parse(text, true) as Element;
  } catch {
    return undefined;
  }
}
const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
/** The children of this name, in their order. An element without attributes and children is a text. */
export const childrenOf = (element: Element | undefined, name: string): Element[] => {
  const found = element?.[name];
  if (!Array.isArray(found)) return [];
  return found.map((each) => (isElement(each) ? each : { [TEXT]: String(each) }));
};
export const childOf = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], element);
export const textIn = (element: Element | undefined): string => {
  const text = element?.[TEXT];
  return typeof text === 'string' ? text : '';
};
/** An attribute by its name, whatever its prefix. */
export function attributeOf(element: Element | undefined, name: string): string | null {
  const found = Object.entries(element ?? {}).find(
    ([key]) => key.replace(/^@(?:.*:)?/, '') === name && key.startsWith('@'),
  );
  return found ? String(found[1]) : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML does not allow
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** A text as it may stand in an element or an attribute. */
export const xmlText = (value: string): string =>
  cleanText(value)
    .replace(notInXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
