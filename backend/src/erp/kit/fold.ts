/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Lower case without diacritics. `Çelik Ürünleri` is `celik urunleri`, `Straße` is `strasse`. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøåłđðþıħ]/g, (letter) => whole[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');

/**
 * One form for each way to write an umlaut: `Müller`, `Mueller` and `Muller` are `muller`. It joins a few words that differ (`Joel`, `Jol`),
 * so it serves to compare names, never to show them.
 */
export const folded = (text: string): string =>
  withoutMarks(text)
    .replace(/([aou])e/g, '$1')
    .replace(/aa/g, 'a');

/** Spellings of a word under which an ERP may have it, for searches that compare letters: `Mueller`, `Müller`, `Muller`. */
export function spellings(word: string): string[] {
  const lower = word.normalize('NFC').toLowerCase();
  const digraphs = withoutMarks(lower.replace(/[äöü]/g, (letter) => `${withoutMarks(letter)}e`));
  const umlauts = digraphs.replace(/([aou])e/g, (_, letter: string) => `${letter}\u0308`.normalize('NFC'));
  const all = [lower, digraphs, umlauts, withoutMarks(lower), digraphs.replace(/([aou])e/g, '$1')];
  return [...new Set([...all, ...all.map((each) => each.replace(/ss/g, 'ß'))])];
}
