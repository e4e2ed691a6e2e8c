import { z } from 'zod';
import { type Problem, problemSchema } from './problem-schema.ts';

/** Envelope of every `/v1` answer through a CRM's proxy. The status is 200, because the proxy rewrites others. */
export const answer = <Data extends z.ZodType>(data: Data) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), data }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
export type Answer<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };
