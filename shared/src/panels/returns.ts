import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { moneySchema } from '../money.ts';

export const erpReturnSchema = z.object({
  id: id.erpReturnIdSchema,
  number: z.string(),
  reference: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** `partly_credited`: credit notes cover part of the returned goods; `lines` give the quantities where the ERP has them. */
  status: z.enum(['requested', 'approved', 'received', 'partly_credited', 'credited', 'replaced', 'rejected']),
  /** Null: the ERP does not say. */
  requestedOn: id.dateSchema.nullable(),
  reason: z.string().nullable(),
  /** `credited`: how much of the quantity posted credit notes cover. Absent: not known. */
  lines: z.array(
    z.object({ code: z.string(), name: z.string(), quantity: decimalSchema, credited: decimalSchema.optional() }),
  ),
  creditNote: z.string().nullable(),
  credit: moneySchema.nullable(),
});
export type ErpReturn = z.infer<typeof erpReturnSchema>;
/** `canClaim`: whether a return can be requested from here. Absent, of an earlier backend: yes. */
export const returnsPanelSchema = z.object({
  returns: z.array(erpReturnSchema),
  canClaim: z.boolean().optional(),
  freshness: freshnessSchema,
});
export type ReturnsPanel = z.infer<typeof returnsPanelSchema>;
