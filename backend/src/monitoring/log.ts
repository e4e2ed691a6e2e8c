/**
 * What a log line may say besides its message. The list is closed, so that no name, address, order content or secret gets into a log by accident:
 * a new field is added here, where a reviewer sees it.
 */
export type LogFields = Partial<{
  account: string | undefined;
  /** Number of the answer that a person was shown. */
  reference: string;
  operation: string;
  outcome: string;
  /** Code of a problem. */
  code: string;
  method: string;
  /** The route's pattern. Paths hold ids and tokens. */
  route: string;
  channel: string;
  /** Code of a channel's failure. */
  problem: string;
  audit: string;
  count: number;
  dropped: number;
  ms: number;
  port: number;
  role: string;
  /** Type, message and stack are written, other properties are not: see `writtenError`. */
  err: unknown;
}>;
type Write = (fields: LogFields, message: string) => void;

/** Structured log of the process. Its level is configured with `LOG_LEVEL`; `createLogger` writes it as JSON lines. */
export type Logger = { debug: Write; info: Write; warn: Write; error: Write };
