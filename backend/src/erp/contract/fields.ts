/** Fields of the ERP's own orders and customers that an admin may map to fields of the CRM. */
import { z } from 'zod';

/** Choices of one field that are listed; more are never picked from a list by hand. */
const MOST_OPTIONS = 500;
export const fieldRecordSchema = z.enum(['order', 'customer']);
export type FieldRecord = z.infer<typeof fieldRecordSchema>;
export const erpFieldSchema = z.object({
  /** The ERP's own name of it. */
  name: z.string().min(1).max(100),
  /** As its users see it. */
  label: z.string().min(1),
  kind: z.enum(['text', 'number', 'date', 'yes_no', 'choice']),
  /** `read`: the ERP computes it, or an order takes it from elsewhere. */
  access: z.enum(['read', 'write']),
  /** Characters that a text may have. Absent: not limited. */
  longest: z.number().int().min(1).optional(),
  /** What the field is, where every ERP has one and names it otherwise. */
  means: z.enum(['salesperson', 'payment_terms', 'shipping_method']).optional(),
  /** What a choice may be; of the fields that were asked for. Absent: not asked for, or too many to list. */
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .max(MOST_OPTIONS)
    .optional(),
});
export type ErpField = z.infer<typeof erpFieldSchema>;

/**
 * Values of such fields by the fields' names, as text: numbers as decimals, dates as `yyyy-mm-dd`, `true` and `false`, of a choice the value of its
 * option.
 */
export const customFieldsSchema = z.record(z.string().min(1).max(100), z.string().max(10_000));
export const readFieldsSchema = z.record(z.string(), z.string().nullable());

const ids = z.array(z.string().min(1)).max(500);
export const fieldOperations = {
  /** Fields that this user may see, without those that the contract names itself (customer, lines, reference). `options`: names whose choices are wanted. */
  'fields.list': {
    in: z.object({ record: fieldRecordSchema, options: z.array(z.string()).max(100) }),
    out: z.object({ fields: z.array(erpFieldSchema).max(2000) }),
  },
  /** What stands in fields of these orders or customers; null for one that is not there. A field that is not there refuses, by its name. */
  'fields.read': {
    in: z.object({ record: fieldRecordSchema, ids, names: z.array(z.string()).min(1).max(100) }),
    out: z.object({ results: z.array(readFieldsSchema.nullable()) }),
  },
  /** Writes fields of a customer that still hold what is `expected`. Where one does not, nothing is written: `conflict`, by its name. */
  'fields.write': {
    in: z.object({
      record: z.literal('customer'),
      id: z.string().min(1),
      values: customFieldsSchema,
      expected: readFieldsSchema,
    }),
    out: z.object({ written: z.boolean() }),
  },
} as const;
