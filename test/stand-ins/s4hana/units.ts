import { type Language, refused } from './errors.ts';

/** A unit as SAP keeps it, its ISO code, and what each language writes. */
type Unit = { sap: string; iso: string; shown: { EN: string; DE: string } };
const units: readonly Unit[] = [
  { sap: 'ST', iso: 'PCE', shown: { EN: 'PC', DE: 'ST' } },
  { sap: 'KAR', iso: 'CT', shown: { EN: 'CAR', DE: 'KAR' } },
  { sap: 'M', iso: 'MTR', shown: { EN: 'M', DE: 'M' } },
  { sap: 'ROL', iso: 'RO', shown: { EN: 'ROL', DE: 'ROL' } },
  { sap: 'KG', iso: 'KGM', shown: { EN: 'KG', DE: 'KG' } },
  { sap: 'STD', iso: 'HUR', shown: { EN: 'HR', DE: 'STD' } },
  { sap: 'DZ', iso: 'DZN', shown: { EN: 'DZ', DE: 'DZ' } },
];
const written = (language: Language) => (language === 'DE' ? 'DE' : 'EN');
const unknown = (unit: string, language: Language) =>
  refused('B1/301', {
    EN: `Unit ${unit} is not created in language ${language}`,
    DE: `Einheit ${unit} ist in Sprache ${language} nicht angelegt`,
    TR: `${unit} birimi ${language} dilinde yaratılmadı`,
  });

export const unitOut = (sap: string, language: Language): string =>
  units.find((unit) => unit.sap === sap)?.shown[written(language)] ?? sap;
export const isoOf = (sap: string): string => units.find((unit) => unit.sap === sap)?.iso ?? '';
/** The unit of a body, in the spelling of the field that it came in. */
export function unitIn(field: string, text: string, language: Language): string {
  if (text === '') return '';
  const found = units.find((unit) =>
    /ISOUnit$/.test(field)
      ? unit.iso === text
      : /SAPUnit$/.test(field)
        ? unit.sap === text
        : unit.shown[written(language)] === text,
  );
  if (!found) throw unknown(text, language);
  return found.sap;
}

/** Partner functions and document types have a key of their own in each language. */
const partners: Readonly<Record<string, string>> = { AG: 'SP', WE: 'SH', RE: 'BP', RG: 'PY', AP: 'CP', VE: 'ER' };
const types: Readonly<Record<string, string>> = { TA: 'OR', RE: 'RE', CBRE: 'CBRE', G2: 'CR', KLN: 'FD' };
const out = (table: Readonly<Record<string, string>>) => (key: string, language: Language) =>
  language === 'DE' ? key : (table[key] ?? key);
const into = (table: Readonly<Record<string, string>>) => (key: string, language: Language) =>
  language === 'DE' ? key : (Object.keys(table).find((own) => table[own] === key) ?? `?${key}`);
export const partnerOut = out(partners);
export const partnerIn = into(partners);
export const typeOut = out(types);
export const typeIn = into(types);
export const isPartner = (key: string): boolean => key in partners;
