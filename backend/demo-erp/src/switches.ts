import { decimalSchema } from '@backroom/shared';
import { z } from 'zod';

/** What can be made to go wrong, from the page or a test. In memory only: a restart is healthy. */
export const switchesSchema = z.object({
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Connections are cut before anything is read: as good as switched off. */
  outage: z.boolean().default(false),
  refuse: z.string().max(200).nullable().default(null),
  busy: z
    .object({ retryAfterSeconds: z.number().int().min(1).max(600) })
    .nullable()
    .default(null),
  hang: z.boolean().default(false),
  /** The next N writes are committed, then the connection is cut without an answer. */
  dropAfterCommit: z.number().int().min(0).max(10_000).default(0),
  /** The next N writes commit after a delay, even when the caller has gone. Everything else answers at once. */
  slowCommit: z
    .object({ ms: z.number().int().min(1).max(600_000), times: z.number().int().min(1).max(10_000) })
    .nullable()
    .default(null),
  /** How much of our reference it keeps, and what it puts on each price that it is sent: as an ERP with a short field, and one with prices of its own. */
  referenceLength: z.number().int().min(1).max(40).nullable().default(null),
  priceFactor: decimalSchema.nullable().default(null),
  schema: z.enum(['normal', 'changed']).default('normal'),
  html: z.boolean().default(false),
  empty: z.boolean().default(false),
});
export type Switches = z.infer<typeof switchesSchema>;
export const allOff = (): Switches => switchesSchema.parse({});
