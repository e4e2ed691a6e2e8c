/** An element of a request, with the namespace that it stands in. */
export type Element = { name: string; namespace: string; text: string; children: Element[] };
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const unescaped = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Reads XML as strictly as a server of web services: each element closed, each prefix declared. Throws otherwise. */
function elementOf(xml: string): Element {
  const tokens = /<\?[^>]*\?>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/g;
  const root: Element = { name: '', namespace: '', text: '', children: [] };
  const open: { element: Element; tag: string; scope: Record<string, string> }[] = [
    { element: root, tag: '', scope: {} },
  ];
  let end = 0;
  for (const token of xml.matchAll(tokens)) {
    if (token.index !== end) throw new Error(`not XML at ${end}`);
    end = token.index + token[0].length;
    const [, closing, tag = '', attributes = '', single, text] = token;
    const top = open.at(-1);
    if (!top) throw new Error('nothing is open');
    if (text !== undefined) top.element.text += unescaped(text);
    else if (closing === '/') {
      if (top.tag !== tag) throw new Error(`</${tag}> closes <${top.tag}>`);
      open.pop();
    } else if (tag !== '') {
      const scope = { ...top.scope };
      for (const [, name = '', uri = ''] of attributes.matchAll(/xmlns:?([\w.-]*)\s*=\s*"([^"]*)"/g)) scope[name] = uri;
      const [local = '', prefix = ''] = tag.split(':').reverse();
      if (prefix !== '' && scope[prefix] === undefined) throw new Error(`the prefix ${prefix} is not declared`);
      const element: Element = { name: local, namespace: scope[prefix] ?? '', text: '', children: [] };
      top.element.children.push(element);
      if (single !== '/') open.push({ element, tag, scope });
    }
  }
  if (end !== xml.length || open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0] as Element;
}
/** The operation in the body of an envelope of SOAP 1.1. */
export function operationIn(xml: string): Element {
  const envelope = elementOf(xml.trim());
  const body = envelope.children.find(({ name, namespace }) => name === 'Body' && namespace === ENVELOPE);
  const [operation, another] = body?.children ?? [];
  if (envelope.name !== 'Envelope' || envelope.namespace !== ENVELOPE || !operation || another)
    throw new Error('no envelope with one operation');
  return operation;
}
/** Texts of an element's children, which have to be these, in this order, as a contract of WCF wants them. */
export function partsOf(element: Element, names: readonly string[]): Record<string, string> {
  const found = element.children.map(({ name }) => name);
  if (found.join() !== names.join()) throw new Error(`${element.name} has ${found.join()} and not ${names.join()}`);
  return Object.fromEntries(element.children.map(({ name, text }) => [name, text]));
}
export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${ENVELOPE}"><s:Body>${body}</s:Body></s:Envelope>`;
export const fault = (code: string, words: string, detail = ''): string =>
  envelope(
    `<s:Fault><faultcode xmlns:a="urn:codes">${code}</faultcode><faultstring xml:lang="en-US">${escaped(words)}</faultstring>${detail}</s:Fault>`,
  );
export const elements = (fields: Readonly<Record<string, string | null>>): string =>
  Object.entries(fields)
    .map(([name, value]) =>
      value === null
        ? `<${name} i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>`
        : `<${name}>${escaped(value)}</${name}>`,
    )
    .join('');
