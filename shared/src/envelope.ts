import { z } from 'zod';
import { type Problem, problemSchema } from './problem-schema.ts';

/** Every `/v1` answer that a CRM's proxy carries: HTTP 200 with one of these, because the proxy rewrites other statuses. */
export const answer = <Data extends z.ZodType>(data: Data) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), data }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
export type Answer<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };
