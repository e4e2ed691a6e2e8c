import { ErpError, type ErpErrorKind } from '../contract/errors.ts';

/** `what` names the request in an error message. After a `write` without an answer the outcome is open. */
export type Asked = { what: string; write?: boolean | undefined; signal: AbortSignal };

/** What a lost or senseless answer means: a write may have happened, for a read there was no ERP. */
export const silenceOf = ({ write }: Pick<Asked, 'write'>): ErpErrorKind => (write ? 'uncertain' : 'unreachable');

/** Codes of a connection that was never made: nothing was sent, whatever was asked. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The server's certificate is not trusted: TLS ended before anything was sent. */
const untrusted = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AggregateError) return codeOf({ cause: cause.errors[0] });
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** The error for a fetch that failed, or whose answer was cut. */
export function noAnswer(error: unknown, asked: Asked): ErpError {
  const timedOut = asked.signal.aborted;
  const code = timedOut ? '' : codeOf(error);
  if (untrusted.has(code))
    return new ErpError('unreachable', `${asked.what}: ${code}`, {
      cause: error,
      words: `The certificate of this server is not trusted (${code}).`,
    });
  const kind = neverSent.has(code) ? 'unreachable' : silenceOf(asked);
  return new ErpError(kind, `${asked.what}: no answer`, { cause: error, timedOut });
}
