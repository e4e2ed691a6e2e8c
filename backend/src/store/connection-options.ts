import { checkSchema, decimalSchema, flowSchema, moneySchema } from '@backroom/shared';
import { z } from 'zod';
import { mappingSchema } from './mapping.ts';

/**
 * Which records a connection serves. `pipeline` and `field` are of the deal, `country` is the company's, and `currency` the deal's; any of `values`, in
 * whatever case, is a match.
 */
export const routingRuleSchema = z.object({
  by: z.enum(['pipeline', 'country', 'currency', 'field']),
  /** The CRM's own name of the field. */
  field: z.string().min(1).max(100).optional(),
  values: z.array(z.string().min(1).max(200)).min(1).max(100),
});
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/** `paused`: an admin stopped it, and orders wait. `disconnected`: its credentials are forgotten, and everything else is kept. */
export const connectionStates = ['live', 'paused', 'disconnected'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Flows that write into the ERP; the others only read. */
export const writingFlows = ['customers', 'orders', 'returns'] as const;
export type WritingFlow = (typeof writingFlows)[number];

/** What a check may be set to. `approval`: somebody else has to agree before the order is accepted. */
export const policyLevels = ['block', 'approval', 'warn', 'info'] as const;
export type PolicyLevel = (typeof policyLevels)[number];
const policiesSchema = z.object({
  /** Only where it is not the check's own level. */
  levels: z.partialRecord(checkSchema.shape.code, z.enum(policyLevels)).default({}),
  limits: z
    .object({
      discountPercent: decimalSchema.nullable().default(null),
      /** Net total of an order. */
      orderAmount: moneySchema.nullable().default(null),
      creditOverrun: moneySchema.nullable().default(null),
    })
    .prefault({}),
  /** `people`: e-mail addresses in lower case; none: every user of the order desk. An empty role: the order desk. */
  approval: z.object({ role: z.string().default(''), people: z.array(z.string()).default([]) }).prefault({}),
});
export type Policies = z.infer<typeof policiesSchema>;

/** What an admin decides about one connection. A part that can no longer be read counts as not decided. */
export const connectionOptionsSchema = z.object({
  /** Flows that are off here, beside those that are off for the whole account. */
  flowsOff: z.array(flowSchema).catch([]).default([]),
  /** Without `catch`: a policy that cannot be read must not count as none. */
  policies: policiesSchema.prefault({}),
  /** Without `catch` too: an order must not go without what it is to carry. */
  mapping: mappingSchema.prefault({}),
  /** Flows that write nothing into this ERP. */
  readOnly: z
    .array(z.enum(writingFlows))
    .catch([...writingFlows])
    .default([]),
  /** What makes orders without Backroom and, as an admin stated, makes none in this ERP: `OwnOrders.key`. */
  ownOrdersOff: z.array(z.string()).catch([]).default([]),
  /** E-mail addresses of the only people who see this ERP, in lower case; null: everybody. */
  pilots: z.array(z.string()).nullable().catch([]).default(null),
});
export type ConnectionOptions = z.infer<typeof connectionOptionsSchema>;
export const defaultOptions: ConnectionOptions = connectionOptionsSchema.parse({});
