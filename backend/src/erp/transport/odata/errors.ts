import { z } from 'zod';
import { ErpError, type ErpErrorKind } from '../../contract/errors.ts';
import type { Answer } from '../exchange.ts';
import { jsonOf } from '../json.ts';
import type { Asked } from '../silence.ts';
import { retryAfterMs, statusError } from '../status.ts';

const details = z
  .array(
    z.object({
      code: z.string().default(''),
      message: z.string().default(''),
      severity: z.string().optional(),
      target: z.string().nullish(),
      propertyref: z.string().nullish(),
    }),
  )
  .catch([]);
/** The body of a refusal: version 4 has the message as text, version 2 as an object with a language. */
const fault = z.object({
  error: z.object({
    code: z.string().default(''),
    message: z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]),
    details: details.optional(),
    innererror: z
      .object({ errordetails: details.optional(), message: z.string().optional() })
      .optional()
      .catch(undefined),
  }),
});
/** One of several messages of a refusal. */
export type Detail = z.output<typeof details>[number];
export type Fault = {
  status: number;
  code: string;
  message: string;
  details?: readonly Detail[];
  /** What a service says within, where its own message is only that something failed. */
  inner?: string | undefined;
  /** The request had a body: the complaint may be about a value in it. */
  sent?: boolean;
};
/** What a refusal means at this service; null: its status decides. `words` are for people. */
export type Meaning = { kind: ErpErrorKind; words?: string | null; field?: string | null };
export type MeaningOf = (fault: Fault) => Meaning | null;

const MOST_WORDS = 1000;
const byStatus: Readonly<Record<number, ErpErrorKind>> = {
  400: 'refused',
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  413: 'refused',
  422: 'refused',
  429: 'busy',
};

/** The error for an answer outside of 2xx. What the service did not say itself is silence, or what its status usually means. */
export function errorOf(answer: Answer, asked: Asked, now: number, meaningOf: MeaningOf): ErpError {
  const parsed = fault.safeParse(jsonOf(answer.bytes));
  if (!parsed.success) return statusError(answer, asked, now);
  const { code, message, details: of4 = [], innererror } = parsed.data.error;
  const all = [...of4, ...(innererror?.errordetails ?? [])];
  const known = meaningOf({ status: answer.status, code, message, details: all, inner: innererror?.message }) ?? {
    kind: byStatus[answer.status],
  };
  if (!known.kind) return statusError(answer, asked, now);
  return new ErpError(known.kind, `${asked.what}: ${answer.status} ${code}`, {
    words: ('words' in known ? known.words : message)?.slice(0, MOST_WORDS),
    field: 'field' in known ? known.field : null,
    retryAfterMs: known.kind === 'busy' ? retryAfterMs(answer.headers, now) : null,
  });
}
