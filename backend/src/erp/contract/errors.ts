/**
 * The closed set of what can go wrong at an ERP. The adapter maps, the engine decides.
 * - `unreachable` nothing was sent, or the ERP is certainly down (refused connection, DNS, 502/503 of a gateway before the app)
 * - `busy` the ERP asks to slow down (429, lock); nothing was written. `retryAfterMs` where it said so
 * - `refused` the ERP understood and said no; `field` and `words` are its own
 * - `not_found` the thing asked about is not there
 * - `unauthorised` credentials or rights are missing
 * - `conflict` somebody else changed it at the same time; nothing was written
 * - `uncertain` a write may or may not have arrived (time-out, reset, cut answer). For a read the same trouble is `unreachable`
 * - `unsupported` this ERP, its version or its set of modules has nothing that could answer; `words` names what is missing
 * - `drift` the answer no longer fits its schema; `field` names where
 */
export const erpErrorKinds = [
  'unreachable',
  'busy',
  'refused',
  'not_found',
  'unauthorised',
  'conflict',
  'uncertain',
  'unsupported',
  'drift',
] as const;
export type ErpErrorKind = (typeof erpErrorKinds)[number];

export class ErpError extends Error {
  readonly kind: ErpErrorKind;
  /** The ERP's own words, safe to show to a rep or the order desk. */
  readonly words: string | null;
  readonly field: string | null;
  readonly retryAfterMs: number | null;
  /** True when the call was cut by our time limit. */
  readonly timedOut: boolean;
  constructor(
    kind: ErpErrorKind,
    message: string,
    more: {
      words?: string | null;
      field?: string | null;
      retryAfterMs?: number | null;
      timedOut?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'ErpError';
    this.kind = kind;
    this.words = more.words ?? null;
    this.field = more.field ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.timedOut = more.timedOut ?? false;
  }
}
