/**
 * What a span may say. The list is closed, so that no name, address, key of a figure or order content leaves by accident: a new attribute is
 * added here, where a reviewer sees it.
 */
export type SpanAttributes = Partial<{
  'backroom.account': string;
  'backroom.connection': string;
  /** `stock.availability`, `record`. */
  'backroom.operation': string;
  /** Our reference of an order, customer or return. */
  'backroom.reference': string;
  /** Kind of a submission, or the flow that figures are of. */
  'backroom.kind': string;
  /** How an operation ended, where not well: a code of ours. */
  'backroom.outcome': string;
  'backroom.figures': number;
  'http.request.method': string;
  /** The route's pattern. Paths hold ids and tokens. */
  'http.route': string;
  /** Masked as in the call log, and without record numbers. */
  'url.path': string;
  'http.response.status_code': number;
}>;
export type SpanKind = 'server' | 'client' | 'internal';
export type About = {
  kind?: SpanKind;
  attributes?: SpanAttributes;
  /** Reference of the submission. What happens to it outside of a request is one trace, in whichever process. */
  submission?: string | null;
};
export type Tracer = {
  span: <Result>(name: string, about: About, work: () => Promise<Result>) => Promise<Result>;
  /** A span that is over, below the current one. */
  past: (name: string, ms: number, about: About) => void;
  /** Adds to the current span; a name replaces its name. */
  note: (attributes: SpanAttributes, name?: string) => void;
  /** Runs work outside of the current trace: what it wakes up goes on when the request is long over. */
  apart: <Result>(work: () => Result) => Result;
  /** Starts the trace of a submission, and links it with the current span. */
  submitted: (reference: string, attributes: SpanAttributes) => void;
};

let tracer: Tracer | null = null;
/** Null turns tracing off. Called once, before anything is put together. */
export function useTracer(made: Tracer | null): void {
  tracer = made;
}
export const isTracing = (): boolean => tracer !== null;

/** Runs work as a span of the current trace. Without a tracer it is the work alone. */
export const span = <Result>(name: string, about: About, work: () => Promise<Result>): Promise<Result> =>
  tracer === null ? work() : tracer.span(name, about, work);
export const apart = <Result>(work: () => Result): Result => (tracer === null ? work() : tracer.apart(work));
export const pastSpan = (name: string, ms: number, about: () => About): void => tracer?.past(name, ms, about());
export const noteSpan = (attributes: () => SpanAttributes, name?: string): void => tracer?.note(attributes(), name);
export const submittedSpan = (reference: string, attributes: SpanAttributes): void =>
  tracer?.submitted(reference, attributes);
