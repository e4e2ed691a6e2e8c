import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** The relay to the company's own server is down: no site is listed, and every other request is answered 504 by the gateway. */
  relayDown: z.boolean().default(false),
  /** 429 for the next requests, as the gateway says it. */
  busy: z
    .strictObject({ retryAfterSeconds: z.number().int().min(1).max(3600), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** Answers of reads come only after so long. */
  hang: z
    .strictObject({ ms: z.number().int().min(1).max(900_000), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The next orders are stored without lines and under a number with two hashes, and the connection is cut: half an order. */
  halfOrder: times,
  /** The next changes of orders meet the lock of another user. */
  locked: times,
  /** The next writes are refused in these words, which no client has seen before. An order has drawn its number by then. */
  refusal: z
    .strictObject({ words: z.string(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** How a refusal of Sage 200 itself looks. */
  refusalShape: z.enum(['message', 'list', 'text']).default('message'),
  /** Moments end in "Z". */
  zonedMoments: z.boolean().default(false),
  /** A status that no list has. */
  strangeStatus: z.boolean().default(false),
  /** The user may not change prices and discounts. */
  fixedPrices: z.boolean().default(false),
  /** Beginnings of paths that the user's role lacks. */
  denied: z.array(z.string()).default([]),
  /** Fields that answers lack, as in an older release: `entity.field`. */
  withoutFields: z.array(z.string()).default([]),
  /** Rows of a page where the request does not say otherwise, and at most. */
  pageSize: pageSize(5000),
  /** How long an access token lasts. */
  tokenSeconds: tokenSeconds(28_800),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
