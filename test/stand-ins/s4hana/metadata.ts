import { readdirSync, readFileSync } from 'node:fs';

type Type =
  | 'String'
  | 'Decimal'
  | 'DateTime'
  | 'DateTimeOffset'
  | 'Time'
  | 'Boolean'
  | 'Guid'
  | 'Double'
  | 'Int16'
  | 'Int32'
  | 'Byte';
export type Field = {
  name: string;
  type: Type;
  length: number | null;
  precision: number;
  scale: number;
  /** Of `c`reate, `u`pdate, `f`ilter and `s`ort, those that the vendor's metadata allow. */
  allows: string;
  /** A calendar day: no time may be sent. */
  isDate: boolean;
  /** Digits only; leading zeros are left away, and nothing entered is "0". */
  digits: boolean;
  upper: boolean;
  /** The field that holds the unit or currency of this value. */
  unit: string | null;
  semantics: 'currency' | 'measure' | null;
};
type Navigation = { name: string; set: string; many: boolean };
export type EntitySet = {
  service: string;
  namespace: string;
  name: string;
  type: string;
  /** Of `c`reate, `u`pdate and `d`elete, those that the set allows. */
  can: string;
  keys: readonly string[];
  etag: string | null;
  /** Reached through another entity only. */
  addressable: boolean;
  fields: ReadonlyMap<string, Field>;
  navigations: ReadonlyMap<string, Navigation>;
};
export type FunctionImport = {
  name: string;
  method: 'GET' | 'POST';
  returns: string;
  parameters: ReadonlyMap<string, Field>;
};
export type Service = {
  name: string;
  namespace: string;
  sets: ReadonlyMap<string, EntitySet>;
  functions: ReadonlyMap<string, FunctionImport>;
  complex: ReadonlyMap<string, ReadonlyMap<string, Field>>;
};

/** `RequestedQuantity Decimal(15,3) cufs unit=RequestedQuantitySAPUnit` */
function fieldOf(line: string): Field {
  const [name = '', described = '', ...marks] = line.split(' ');
  const [, type = described, first, second] = /^(\w+)\((\d+)(?:,(\d+))?\)$/.exec(described) ?? [];
  return {
    name,
    type: type as Type,
    length: type === 'String' && first ? Number(first) : null,
    precision: type === 'Decimal' ? Number(first ?? 31) : 0,
    scale: Number(second ?? 0),
    allows: /^[cufs]+$/.test(marks[0] ?? '') ? (marks[0] ?? '') : '',
    isDate: marks.includes('date'),
    digits: marks.includes('digits'),
    upper: marks.includes('upper'),
    unit: marks.find((mark) => mark.startsWith('unit='))?.slice(5) ?? null,
    semantics: marks.includes('currency-code') ? 'currency' : marks.includes('unit-of-measure') ? 'measure' : null,
  };
}

type Open<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Value[Key];
};
function serviceOf(text: string): Service {
  const [head = '', ...lines] = text.trim().split('\n');
  const [, name = '', namespace = name] = head.split(' ');
  const service: Open<Service> = { name, namespace, sets: new Map(), functions: new Map(), complex: new Map() };
  let set: Open<EntitySet> | null = null;
  let fields = new Map<string, Field>();
  for (const line of lines) {
    const [word = '', ...rest] = line.split(' ');
    if (word === 'set') {
      const [own = '', type = '', can = '', ...marks] = rest;
      const marked = (key: string) => marks.find((mark) => mark.startsWith(`${key}=`))?.slice(key.length + 1);
      fields = new Map();
      set = {
        ...{ service: name, namespace, name: own, type, can, fields, navigations: new Map() },
        ...{ keys: (marked('keys') ?? '').split(','), etag: marked('etag') ?? null },
        addressable: !marks.includes('unaddressable'),
      };
      service.sets.set(own, set);
    } else if (word === '>') {
      const [own = '', target = '', many] = rest;
      set?.navigations.set(own, { name: own, set: target, many: many === 'many' });
    } else if (word === 'function') {
      const [own = '', method = '', returns = ''] = rest;
      fields = new Map();
      service.functions.set(own, { name: own, method: method as 'GET', returns, parameters: fields });
    } else if (word === 'complex') {
      fields = new Map();
      service.complex.set(rest[0] ?? '', fields);
    } else fields.set(word, fieldOf(line));
  }
  return service;
}

const folder = new URL('metadata/', import.meta.url);
/** The services of this double, with the names, types and flags of SAP's own metadata. */
export const services: ReadonlyMap<string, Service> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => serviceOf(readFileSync(new URL(file, folder), 'utf8')))
    .map((service) => [service.name, service]),
);
const everySet = new Map([...services.values()].flatMap(({ sets }) => [...sets]));
export const sets: ReadonlyMap<string, EntitySet> = everySet;
export function setNamed(name: string): EntitySet {
  const found = everySet.get(name);
  if (!found) throw new Error(`The metadata have no ${name}`);
  return found;
}

/** What a field holds in which nothing was entered. */
export const blankOf = ({ type, digits }: Field): string | number => {
  if (type === 'Decimal' || type === 'Double') return '0';
  if (type === 'Boolean' || type.startsWith('Int') || type === 'Byte') return 0;
  return digits ? '0' : '';
};

/** Numbers that SAP stores with leading zeros and shows without (conversion exits ALPHA and MATN1). */
const converted =
  /^(Customer|Supplier|BusinessPartner|BusinessPartnerCompany|BusinessPartnerPerson|BPCustomerNumber|SoldToParty|ShipToParty|PayerParty|SalesOrder|SalesDocument|BillingDocument|DeliveryDocument|SDDocument|CustomerReturn|CreditMemoRequest|(Reference|Origin)SDDocument|PrecedingDocument|Subsequent[dD]ocument|AddressID|Product|Material|ContactPerson|RelationshipNumber|ConditionRecord|ReferenceBusinessPartner)$/;
/** As SAP stores a value that comes in, and as it shows one: numbers without leading zeros, codes in capitals. */
export function storedText(field: Field, value: string): string {
  const text = field.upper ? value.toUpperCase() : value;
  const bare = field.digits || converted.test(field.name);
  if (!bare || !/^\d+$/.test(text)) return field.digits && text === '' ? '0' : text;
  return text.replace(/^0+(?=\d)/, '');
}
