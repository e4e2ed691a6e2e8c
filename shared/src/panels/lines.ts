import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';

/** A line of the record as the CRM has it. `lineId` is the CRM's own; `code` is null where the line has no SKU. */
export const lineBase = z.object({
  lineId: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  quantity: decimalSchema,
});
/**
 * `unknown_product`: the ERP has no product of that code. `no_code`: the line has none. `invalid_quantity`: zero, negative. `no_price`: the CRM
 * has no price, or does not show it. `no_erp_price`: the ERP gives none.
 */
export const lineTrouble = z.enum([
  'unknown_product',
  'no_code',
  'invalid_quantity',
  'archived_product',
  'no_price',
  'no_erp_price',
]);
