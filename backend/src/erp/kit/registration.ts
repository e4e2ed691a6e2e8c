/** A number of the trade or company register in one spelling: `HRB 12 345` and `hrb-12345` are the same; null without a sign. */
export const registrationKey = (text: string | null | undefined): string | null =>
  text
    ?.normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase() || null;
