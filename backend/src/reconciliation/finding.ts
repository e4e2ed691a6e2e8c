import { instantSchema, moneySchema, problemSchema, referenceSchema } from '@backroom/shared';
import { z } from 'zod';

/** In the order in which the page shows them: first what costs money, last what could not be looked at. */
export const findingKinds = ['missing', 'double', 'different', 'not_converted', 'not_checked'] as const;
export const findingKindSchema = z.enum(findingKinds);
export type FindingKind = z.infer<typeof findingKindSchema>;

/** Each with words of its own under `reconciliation.<code>`, and what to do under `reconciliation.<code>.do`. */
const codes = {
  missing: ['order_gone', 'number_unknown', 'order_of_other_deal'],
  double: ['same_reference', 'same_deal'],
  different: ['cancelled_in_erp', 'still_draft', 'stands_though_cancelled', 'differs', 'other_number'],
  not_converted: ['forgotten', 'never_sent', 'under_way', 'needs_attention'],
  not_checked: ['erp_unreadable', 'erp_cannot', 'crm_unreadable', 'crm_cannot'],
} as const satisfies Record<FindingKind, readonly string[]>;
export type FindingCode = (typeof codes)[FindingKind][number];
export const kindOf = (code: FindingCode): FindingKind =>
  findingKinds.find((kind) => (codes[kind] as readonly string[]).includes(code)) ?? 'not_checked';

const valueSchema = z.union([z.string(), moneySchema]).nullable();
/** `ours`: what the CRM says or what was sent. `erp`: what the ERP has now. Null: nothing there. `line` names the product. */
export const differenceSchema = z.object({
  field: z.enum(['customer', 'currency', 'net', 'total', 'quantity', 'number', 'status', 'deals']),
  line: z.string().nullable(),
  ours: valueSchema,
  erp: valueSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

export const findingSchema = z.object({
  kind: findingKindSchema,
  code: z.enum(Object.values(codes).flat() as [FindingCode, ...FindingCode[]]),
  /** Null: not about one deal, but about all that could not be looked at. */
  deal: z.object({ id: z.string(), name: z.string().nullable(), company: z.string().nullable() }).nullable(),
  submission: z.uuid().nullable(),
  reference: referenceSchema.nullable(),
  /** Numbers of the ERP orders that it is about. */
  orders: z.array(z.string()),
  differences: z.array(differenceSchema),
  /** Why it could not be checked. */
  problem: problemSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

export const runStateSchema = z.enum(['queued', 'running', 'finished', 'failed']);
/** One run, as the page tells it. */
export const runSchema = z.object({
  id: z.uuid(),
  state: runStateSchema,
  /** Null: the nightly one. */
  requestedBy: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  phase: z.enum(['crm', 'submissions', 'shared']),
  compared: z.number().int(),
  counts: z.record(findingKindSchema, z.number().int()),
});
export type Run = z.infer<typeof runSchema>;
