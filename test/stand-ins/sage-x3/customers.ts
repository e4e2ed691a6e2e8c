import type { Call } from './call.ts';
import { ServiceRefusal } from './errors.ts';
import { type Entered, type Fields, type Line, listIn, numberIn, textIn } from './object-xml.ts';
import { CPY } from './orders.ts';
import type { Row } from './store.ts';

/** Customer categories, with the currency and the tax rule that a new customer takes over. */
const categories: Readonly<Record<string, { currency: string; tax: string }>> = {
  DE: { currency: 'EUR', tax: 'DOM' },
  EXP: { currency: 'EUR', tax: 'EXP' },
};
const ADDRESSES = 'BPAC_1';
const numbered = ['1', '2', '3', '4', '5'] as const;

function addressRow(line: Fields, old?: Row): Row {
  const text = (name: string, before: string): string => (line.has(name) ? textIn(line, name) : before);
  const several = (name: string, column: string, count: number): string[] =>
    numbered
      .slice(0, count)
      .map((nth, at) => text(`${name}${nth}`, String((old?.[column] as readonly string[])?.[at] ?? '')));
  const country = text('BPACRY', String(old?.CRY ?? ''));
  if (!/^[A-Z]{2}$/.test(country)) throw new ServiceRefusal(`BPACRY : ${country} : Record does not exist`);
  const same = ['POSCOD', 'CTY', 'SAT', 'CRYNAM', 'FCYWEB', 'BPADES'] as const;
  return {
    ...Object.fromEntries(same.map((name) => [name, text(name, String(old?.[name] ?? ''))])),
    ...{ BPAADDLIG: several('ADDLIG', 'BPAADDLIG', 3), TEL: several('TEL', 'TEL', 5), WEB: several('WEB', 'WEB', 5) },
    CRY: country,
  };
}
function placeAddresses({ store }: Call, customer: string, lines: readonly Line[]): void {
  const codes = new Set<string>();
  const flagged = lines.findIndex(({ fields }) => numberIn(fields, 'BPAADDFLG') === 2);
  for (const [nth, { fields }] of lines.entries()) {
    const code = textIn(fields, 'CODADR');
    if (codes.has(code)) throw new ServiceRefusal(`CODADR : ${code} : Record already exists`);
    codes.add(code);
    const isDefault = nth === Math.max(flagged, 0);
    store.add('BPADDRESS', {
      ...addressRow(fields),
      ...{ BPATYP: 1, BPANUM: customer, BPAADD: code, BPAADDFLG: isDefault },
    });
  }
}
/** `save` of a customer: without a number it is drawn. */
export function saveCustomer(call: Call, { fields, lines }: Entered): string {
  const { store } = call;
  const category = categories[textIn(fields, 'BCGCOD')];
  if (!category) throw new ServiceRefusal(`BCGCOD : ${textIn(fields, 'BCGCOD')} : Record does not exist`);
  const addresses = lines.get(ADDRESSES) ?? [];
  const first = addresses[0];
  if (!first) throw new ServiceRefusal('At least one address is mandatory');
  const currency = textIn(fields, 'CUR') || category.currency;
  if (!store.get('TABCUR', currency)) throw new ServiceRefusal(`CUR : ${currency} : Record does not exist`);
  const number = textIn(fields, 'BPCNUM') || `C${9000 + store.draw('BPC')}`;
  if (store.get('BPARTNER', number)) throw new ServiceRefusal(`BPCNUM : ${number} : Record already exists`);
  const names = listIn(fields, 'BPRNAM');
  const name = textIn(fields, 'BPCNAM') || (names[0] ?? '');
  const standard = textIn(
    (addresses.find(({ fields: each }) => numberIn(each, 'BPAADDFLG') === 2) ?? first).fields,
    'CODADR',
  );
  placeAddresses(call, number, addresses);
  store.add('BPARTNER', {
    ...{ BPRNUM: number, BPRNAM: [names[0] ?? '', names[1] ?? ''], CUR: currency, BPCFLG: true, ENAFLG: true },
    ...{ BPRSHO: textIn(fields, 'BPRSHO'), BPRLOG: textIn(fields, 'BPRLOG'), LAN: textIn(fields, 'LAN') || 'GER' },
    ...{ CRN: textIn(fields, 'CRN'), NAF: textIn(fields, 'NAF'), EECNUM: textIn(fields, 'EECNUM') },
    ...{ CRY: textIn(fields, 'CRY') || textIn(first.fields, 'BPACRY'), BPAADD: standard },
  });
  store.add('BPCUSTOMER', {
    ...{ BPCNUM: number, BPCNAM: name, BPCSHO: name.slice(0, 10), BPCSTA: numberIn(fields, 'BPCSTA') !== 1, BPCTYP: 1 },
    ...{ BCGCOD: textIn(fields, 'BCGCOD'), CUR: currency, VACBPR: textIn(fields, 'VACBPR') || category.tax },
    ...{ BPCINV: number, BPCPYR: number, BPCGRU: number, BPCRSK: number, OSTCTL: 3 },
    ...{ BPAADD: standard, BPAINV: standard, BPAPYR: standard, PTE: textIn(fields, 'PTE') || 'NET30' },
  });
  store.add('BPCUSTMVT', { BPCNUM: number, CPY, CUR: 'EUR' });
  return number;
}
/** `modify` of a customer; what is not named stays. */
export function modifyCustomer(call: Call, number: string, { fields, lines }: Entered): void {
  const { store } = call;
  const customer = store.get('BPCUSTOMER', number);
  const partner = store.get('BPARTNER', number);
  if (!customer || !partner) throw new ServiceRefusal(`BPCNUM : ${number} : Record does not exist`);
  const text = (row: Row, name: string): Row =>
    fields.has(name) ? { [name]: textIn(fields, name) } : { [name]: row[name] ?? '' };
  const names = listIn(fields, 'BPRNAM');
  store.change('BPCUSTOMER', customer, {
    ...{ ...text(customer, 'BPCNAM'), ...text(customer, 'VACBPR'), ...text(customer, 'PTE') },
    BPCSTA: fields.has('BPCSTA') ? numberIn(fields, 'BPCSTA') === 2 : (customer.BPCSTA ?? true),
  });
  store.change('BPARTNER', partner, {
    ...{ ...text(partner, 'BPRSHO'), ...text(partner, 'BPRLOG'), ...text(partner, 'CRN'), ...text(partner, 'NAF') },
    ...{ ...text(partner, 'EECNUM'), ...text(partner, 'LAN') },
    BPRNAM: names.length > 0 ? [names[0] ?? '', names[1] ?? ''] : (partner.BPRNAM ?? []),
  });
  const kept = addressesOf(call, number);
  for (const { number: nth, fields: line } of lines.get(ADDRESSES) ?? []) {
    const old = kept[nth - 1];
    if (old) store.change('BPADDRESS', old, addressRow(line, old));
    else
      store.add('BPADDRESS', { ...addressRow(line), ...{ BPATYP: 1, BPANUM: number, BPAADD: textIn(line, 'CODADR') } });
  }
}
export const addressesOf = ({ store }: Pick<Call, 'store'>, customer: string): Row[] =>
  store
    .where('BPADDRESS', 'BPANUM', customer)
    .filter(({ BPATYP }) => BPATYP === 1)
    .sort((a, b) => (String(a.BPAADD) < String(b.BPAADD) ? -1 : 1));
