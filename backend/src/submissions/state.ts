import type { SubmissionState } from '@backroom/shared';
import type { ErpErrorKind } from '../erp/contract/errors.ts';

/** What was being done when it failed. */
export type During = 'customer' | 'look_up' | 'create' | 'confirm';

/**
 * The state after a failure. `doubt`: the ERP may have something of ours. The one rule everything hangs on: from anything that may have
 * written, the way leads through `checking`, and `sending` is entered only after a look-up whose "not found" can be believed.
 */
export function afterFailure(kind: ErpErrorKind, during: During, doubt: boolean): SubmissionState {
  const wrote = during === 'create' || during === 'confirm';
  switch (kind) {
    case 'unreachable':
    case 'busy':
    case 'conflict':
    // Credentials are mended once, for all orders that wait for them, and nobody should have to send each again.
    case 'unauthorised':
      return doubt && !wrote ? 'checking' : 'waiting';
    case 'uncertain':
      // A look-up writes nothing: its own failure leaves what was known before.
      return wrote || doubt ? 'checking' : 'waiting';
    case 'drift':
      // A write whose answer cannot be read did happen or did not.
      return wrote ? 'checking' : 'needs_attention';
    default:
      return 'needs_attention';
  }
}

/** What a person may do. Cancelling and mending are offered only while it is certain that the ERP has nothing. */
export const mayCancel = (state: SubmissionState, sentOnce: boolean): boolean =>
  !sentOnce && (state === 'needs_attention' || state === 'queued' || state === 'waiting');
export const mayMend = (state: SubmissionState, sentOnce: boolean): boolean =>
  mayCancel(state, sentOnce) && state !== 'queued';
export const mayResend = (state: SubmissionState, writtenBack: boolean): boolean =>
  state === 'needs_attention' ||
  state === 'waiting' ||
  state === 'cancelled' ||
  // The ERP has it; what is sent again is the note on the CRM record.
  (state === 'confirmed' && !writtenBack);
export const mayAdopt = (state: SubmissionState, kind: string): boolean =>
  kind === 'order' && (state === 'needs_attention' || state === 'waiting' || state === 'checking');
