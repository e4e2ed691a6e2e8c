/**
 * The national part of VAT ids, without country prefix and with nothing but letters and digits. `keep` cuts it down to what identifies the company:
 * France puts two check digits before the SIREN, Sweden `01` behind the organisation number. Check digits are not verified: a number that both
 * sides have wrong is still the same number.
 */
export type VatFormat = { national: RegExp; keep?: (national: string) => string };

const format = (national: RegExp, keep?: (national: string) => string): VatFormat => ({
  national,
  ...(keep && { keep }),
});
const first = (length: number) => (national: string) => national.slice(0, length);

export const vatFormats: Readonly<Record<string, VatFormat>> = {
  AT: format(/^U?\d{8}$/, (national) => national.replace('U', '')),
  BE: format(/^[01]?\d{9}$/, (national) => national.padStart(10, '0')),
  BG: format(/^\d{9,10}$/),
  CH: format(/^E?\d{9}$/, (national) => national.replace('E', '')),
  CY: format(/^\d{8}[A-Z]$/),
  CZ: format(/^\d{8,10}$/),
  DE: format(/^\d{9}$/),
  DK: format(/^\d{8}$/),
  EE: format(/^\d{9}$/),
  ES: format(/^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/),
  FI: format(/^\d{8}$/),
  // 11 places with the check digits, 9 the SIREN, 14 the SIRET that begins with it.
  FR: format(/^(?:[A-HJ-NP-Z0-9]{2}\d{9}|\d{9}|\d{14})$/, (national) =>
    national.length === 11 ? national.slice(2) : national.slice(0, 9),
  ),
  GB: format(/^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/),
  GR: format(/^\d{9}$/),
  HR: format(/^\d{11}$/),
  // The tax number has three more digits, for the kind of taxation and the county.
  HU: format(/^(?:\d{8}|\d{11})$/, first(8)),
  IE: format(/^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/),
  IS: format(/^\d{5,6}$/),
  IT: format(/^\d{11}$/),
  LI: format(/^\d{5}$/),
  LT: format(/^(?:\d{9}|\d{12})$/),
  LU: format(/^\d{8}$/),
  LV: format(/^\d{11}$/),
  MT: format(/^\d{8}$/),
  NL: format(/^\d{9}B\d{2}$/),
  NO: format(/^\d{9}$/),
  PL: format(/^\d{10}$/),
  PT: format(/^\d{9}$/),
  RO: format(/^\d{2,10}$/),
  RS: format(/^\d{9}$/),
  SE: format(/^(?:\d{10}|\d{10}01)$/, first(10)),
  SI: format(/^\d{8}$/),
  SK: format(/^\d{10}$/),
  SM: format(/^\d{5}$/),
  TR: format(/^\d{10}$/),
  UA: format(/^\d{8,12}$/),
};

/** Prefixes that are not the ISO code of the country. Northern Ireland's traders have one number under both prefixes. */
const otherPrefixes: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB', UK: 'GB', MC: 'FR' };
export const vatCountry = (code: string): string => otherPrefixes[code] ?? code;
