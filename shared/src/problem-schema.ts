import { z } from 'zod';
import { type ProblemCode, problemCatalogue } from './problems.ts';

export const problemCodeSchema = z.enum(Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]]);

/** RFC 9457 problem document. `title` and `whatToDo` are in the viewer's language, `detail` may quote the ERP's words. */
export const problemSchema = z.object({
  type: z.string(),
  code: problemCodeSchema,
  status: z.number().int(),
  title: z.string(),
  detail: z.string().optional(),
  whatToDo: z.string(),
  who: z.enum(['rep', 'order_desk', 'admin', 'operator', 'nobody']),
  retryable: z.boolean(),
  retryAfterSeconds: z.number().int().positive().optional(),
  /** The field of the request or of the ERP that has to be corrected. */
  field: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** The number to give to support. It finds the log lines. */
  reference: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
