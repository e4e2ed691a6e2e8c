import type { ProblemCode } from '@backroom/shared';

export type ProblemMore = {
  detail?: string;
  field?: string;
  errors?: { path: string; message: string }[];
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** Thrown while a request is handled. The error handler adds the text in the caller's language and a reference. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly more: ProblemMore;
  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(more.detail ? `${code}: ${more.detail}` : code, { cause: more.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.more = more;
  }
}
