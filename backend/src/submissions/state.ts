import type { SubmissionState } from '@backroom/shared';
import type { ErpErrorKind } from '../erp/contract/errors.ts';

/** What a step came to, seen from the engine. */
export type Outcome =
  | { type: 'found' }
  | { type: 'not_found' }
  | { type: 'created' }
  | { type: 'failed'; kind: ErpErrorKind; during: 'look_up' | 'create' };

/**
 * The state after an outcome. The one rule everything hangs on: from anything that may have written, the way leads through `checking`, and
 * `sending` is entered only after a look-up that found nothing.
 */
export function after(outcome: Outcome): SubmissionState {
  if (outcome.type === 'found' || outcome.type === 'created') return 'confirmed';
  if (outcome.type === 'not_found') return 'sending';
  switch (outcome.kind) {
    case 'unreachable':
    case 'busy':
    case 'conflict':
      return 'waiting';
    case 'uncertain':
      // A look-up writes nothing: its own failure leaves what was known before.
      return outcome.during === 'create' ? 'checking' : 'waiting';
    default:
      return 'needs_attention';
  }
}

/** What a person may do. Cancelling is offered only while it is certain that the ERP has nothing. */
export const mayCancel = (state: SubmissionState, sentOnce: boolean): boolean =>
  !sentOnce && (state === 'needs_attention' || state === 'queued' || state === 'waiting');
export const mayResend = (state: SubmissionState): boolean =>
  state === 'needs_attention' || state === 'waiting' || state === 'cancelled';
export const mayAdopt = (state: SubmissionState): boolean => state === 'needs_attention' || state === 'waiting';
