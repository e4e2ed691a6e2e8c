import { ErpError } from '../../erp/contract/errors.ts';
import { isKeyRefused } from '../../erp/transport/odoo/faults.ts';
import { CrmError, type CrmErrorKind } from '../contract/index.ts';

/** How long a lock or a conflict is waited for, where Odoo does not say. */
const SHORT_MS = 3000;
const kinds: Readonly<Record<ErpError['kind'], CrmErrorKind>> = {
  unreachable: 'unreachable',
  busy: 'busy',
  conflict: 'busy',
  // A write-back sets values: it is simply made again.
  uncertain: 'unreachable',
  refused: 'refused',
  not_found: 'not_found',
  unauthorised: 'refused',
  unsupported: 'refused',
  drift: 'drift',
};

/** What the transport says, in the terms of a CRM. Only a key that Odoo refuses ends the connection; a missing right does not. */
export function toCrmError(error: unknown): unknown {
  // Thrown while the answer was read, and wrapped by the transport.
  if (error instanceof Error && error.cause instanceof CrmError) return error.cause;
  if (!(error instanceof ErpError)) return error;
  const { words, message } = error;
  if (isKeyRefused(error)) return new CrmError('unauthorised', message, { words, cause: error });
  if (error.field === 'database') return new CrmError('unreachable', message, { words, cause: error });
  const kind = kinds[error.kind];
  const retryAfterMs = kind === 'busy' ? (error.retryAfterMs ?? SHORT_MS) : null;
  return new CrmError(kind, message, { words, retryAfterMs, cause: error });
}
export const isKind = (error: unknown, ...wanted: CrmErrorKind[]): error is CrmError =>
  error instanceof CrmError && wanted.includes(error.kind);
/** Odoo answers to a field that it has not with an exception of Python's. */
export const isUnknownField = (error: unknown): boolean => isKind(error, 'drift') && /: builtins\./.test(error.message);
