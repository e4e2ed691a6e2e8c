import type { ProblemCode } from '@backroom/shared';
import { CrmError, type CrmErrorKind } from '../crm/contract/index.ts';
import { ErpError, type ErpErrorKind } from '../erp/contract/index.ts';
import { ProblemError } from './error.ts';

const ofErp: Readonly<Record<ErpErrorKind, ProblemCode>> = {
  unreachable: 'erp_unreachable',
  busy: 'erp_busy',
  refused: 'erp_refused',
  not_found: 'unknown_customer',
  unauthorised: 'erp_unauthorised',
  conflict: 'erp_conflict',
  uncertain: 'erp_uncertain',
  unsupported: 'flow_unsupported',
  drift: 'erp_drift',
};
const ofCrm: Readonly<Record<CrmErrorKind, ProblemCode>> = {
  unreachable: 'crm_unreachable',
  busy: 'crm_busy',
  refused: 'crm_refused',
  not_found: 'record_not_found',
  unauthorised: 'crm_unauthorised',
  drift: 'crm_refused',
  too_large: 'erp_limit',
};

/** Translates an error of an ERP, a CRM or the store into a problem. The ERP's and CRM's messages are kept; internal details are not. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ErpError) {
    const code = error.kind === 'unreachable' && error.timedOut ? 'erp_timeout' : ofErp[error.kind];
    return new ProblemError(code, {
      ...(error.words ? { detail: error.words } : {}),
      ...(error.field ? { field: error.field } : {}),
      ...(error.retryAfterMs ? { retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000) } : {}),
      cause: error,
    });
  }
  if (error instanceof CrmError)
    return new ProblemError(ofCrm[error.kind], {
      ...(error.words && (error.kind === 'refused' || error.kind === 'too_large') ? { detail: error.words } : {}),
      ...(error.retryAfterMs ? { retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000) } : {}),
      cause: error,
    });
  return new ProblemError('internal', { cause: error });
}
