export type Element = { name: string; attributes: Readonly<Record<string, string>>; text: string; children: Element[] };
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|quot|apos|amp));/g,
    (_, hex?: string, decimal?: string, name = '') =>
      hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (named[name] ?? ''),
  );
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const TOKEN =
  /<\?[^>]*\?>|<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gs;
/** Reads XML with CDATA. Throws where an element is not closed, a prefix is not declared, or a lone `&` stands in a text. */
export function elementOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open: { element: Element; tag: string; prefixes: ReadonlySet<string> }[] = [
    { element: root, tag: '', prefixes: new Set(['xml']) },
  ];
  let end = 0;
  for (const token of xml.matchAll(TOKEN)) {
    if (token.index !== end) throw new Error(`not XML at ${end}`);
    end = token.index + token[0].length;
    const [, cdata, closing, tag, attributeText = '', single, text] = token;
    const top = open.at(-1);
    if (!top) throw new Error('nothing is open');
    if (cdata !== undefined) top.element.text += cdata;
    else if (text !== undefined) {
      if (/&(?!#x[0-9a-fA-F]+;|#\d+;|(?:lt|gt|quot|apos|amp);)/.test(text)) throw new Error('a lone & in a text');
      top.element.text += unescaped(text);
    } else if (closing === '/') {
      if (top.tag !== tag) throw new Error(`</${tag}> closes <${top.tag}>`);
      open.pop();
    } else if (tag !== undefined) {
      const pairs = [...attributeText.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, name = '', double, simple]) => [name, unescaped(double ?? simple ?? '')] as const,
      );
      const declared = pairs.flatMap(([name]) => (name.startsWith('xmlns:') ? [name.slice(6)] : []));
      const prefixes = new Set([...top.prefixes, ...declared]);
      const [local = '', prefix = ''] = tag.split(':').reverse();
      for (const used of [prefix, ...pairs.map(([name]) => (name.includes(':') ? (name.split(':')[0] ?? '') : ''))])
        if (used !== '' && used !== 'xmlns' && !prefixes.has(used)) throw new Error(`prefix ${used} is not declared`);
      const element: Element = { name: local, attributes: Object.fromEntries(pairs), text: '', children: [] };
      top.element.children.push(element);
      if (single !== '/') open.push({ element, tag, prefixes });
    }
  }
  if (end !== xml.length || open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0] as Element;
}
export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);
