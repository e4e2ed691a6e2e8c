import { z } from 'zod';

/** Names of fields are the CRM's and the ERP's own. */
const nameSchema = z.string().min(1).max(100);
const mapSchema = z.record(z.string().max(400), z.string().min(1).max(400));

/** What an order says beside its lines, and the CRM may keep in fields of its own. */
export const orderTargets = [
  ...(['poNumber', 'requestedDate', 'note'] as const),
  ...(['deliveryName', 'deliveryStreet', 'deliveryPostalCode', 'deliveryCity', 'deliveryCountry'] as const),
] as const;
export type OrderTarget = (typeof orderTargets)[number];
const recordSchema = z.enum(['order', 'customer']);
const toErpSchema = z.object({ record: recordSchema, crm: nameSchema, erp: nameSchema });
const toCrmSchema = z.object({ record: recordSchema, erp: nameSchema, crm: nameSchema });
export type ToErp = z.infer<typeof toErpSchema>;
export type ToCrm = z.infer<typeof toCrmSchema>;

/** Which field of the CRM is which field of the ERP, for one connection. Orders belong to deals, customers to companies. */
export const mappingSchema = z.object({
  /** The deal's own fields that hold these, where they are not the CRM's or Backroom's. */
  order: z.partialRecord(z.enum(orderTargets), nameSchema).default({}),
  /** Of a line: product code and unit. */
  line: z.object({ code: nameSchema.optional(), unit: nameSchema.optional() }).default({}),
  toErp: z.array(toErpSchema).max(60).default([]),
  toCrm: z.array(toCrmSchema).max(60).default([]),
  /** What a value of the CRM is in the ERP, by record and field of the ERP: `order.paymentTerms`. */
  values: z.record(z.string(), mapSchema).default({}),
  /** Units of the CRM. */
  units: mapSchema.default({}),
  /** What the CRM shows for a status of an ERP order. */
  statuses: mapSchema.default({}),
  /** Code of the ERP's item that stands for a charge: by `shipping:name` or `fee:name`, and `shipping:` or `fee:` for all others. */
  charges: mapSchema.default({}),
});
export type Mapping = z.infer<typeof mappingSchema>;
export const noMapping: Mapping = mappingSchema.parse({});

export const valuesKey = (record: ToErp['record'], erp: string): string => `${record}.${erp}`;
/** Spelling of a CRM value by which it is looked up: people type blanks and letters in any case. */
export const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
/** What a value is mapped to; undefined: it is not. */
export function mappedTo(map: Readonly<Record<string, string>>, value: string): string | undefined {
  const wanted = folded(value);
  return Object.entries(map).find(([from]) => folded(from) === wanted)?.[1];
}

/** What the CRM shows for the status of an ERP order. */
export const statusShown = ({ statuses }: Pick<Mapping, 'statuses'>, status: string): string =>
  statuses[status] ?? status;

type Mapped = { options: { mapping: Mapping } };
const distinct = (names: readonly string[]): string[] => [...new Set(names)];
/** Fields that the CRM is asked for with each deal. */
export const dealFieldsOf = (connections: readonly Mapped[]): string[] =>
  distinct(
    connections.flatMap(({ options: { mapping } }) => [
      ...Object.values(mapping.order),
      ...mapping.toErp.flatMap(({ record, crm }) => (record === 'order' ? [crm] : [])),
    ]),
  );
export const companyFieldsOf = (connections: readonly Mapped[]): string[] =>
  distinct(
    connections.flatMap(({ options: { mapping } }) =>
      mapping.toErp.flatMap(({ record, crm }) => (record === 'customer' ? [crm] : [])),
    ),
  );
