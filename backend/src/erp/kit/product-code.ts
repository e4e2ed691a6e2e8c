/** Characters that take no room on a screen: zero-width blanks and joiners, soft hyphen, byte order mark, direction marks. */
const invisible = /[\p{Cf}\p{Cc}]/gu;

/** What is left of a code on a screen: two codes of one look cannot be told apart by a person. Case and dashes stay. */
export const codeLook = (code: string): string =>
  code.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim();

/** Codes of one key differ by what people mistype: case, full-width characters, the kind of dash, blanks. */
export const codeKey = (code: string): string =>
  codeLook(code)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '');

/** Spellings under which an ERP that compares bytes may hold the code; the one asked for comes first. */
export const codeSpellings = (code: string): string[] => {
  const look = codeLook(code);
  return [...new Set([code, look, look.normalize('NFD'), look.normalize('NFKC')])];
};

export type Resolved<Product> = { product: Product | null; near: string | null };

/**
 * The product of a code among those that an ERP found for it: the exact code first, else the only one that looks the same. Otherwise the code that is
 * nearly the same is named, and nothing is ordered by it.
 */
export function pickByCode<Product extends { code: string }>(
  asked: string,
  found: readonly Product[],
): Resolved<Product> {
  const exact = found.find(({ code }) => code === asked);
  if (exact) return { product: exact, near: null };
  const [alike, another] = found.filter(({ code }) => codeLook(code) === codeLook(asked));
  if (alike && !another) return { product: alike, near: null };
  return { product: null, near: (alike ?? found.find(({ code }) => codeKey(code) === codeKey(asked)))?.code ?? null };
}
