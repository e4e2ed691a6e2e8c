import type { StandingOrder } from '../../erp/contract/standing.ts';
import type { ActPayload } from './payload.ts';
import type { ActRow } from './rows.ts';
import { isAsWanted } from './same.ts';

export type Judged = 'gone' | 'done' | 'untouched' | 'changed';

/**
 * What the ERP's order says about an act. `untouched`: as the person saw it, so nothing of ours has arrived. `changed`: other than seen and other than
 * wanted, so somebody else decided something about it. A draft is the trace of a change that was cut between two buttons, unless nothing was ever sent.
 */
export function judge(
  payload: ActPayload,
  { version, sends }: Pick<ActRow, 'version' | 'sends'>,
  order: StandingOrder | null,
): Judged {
  if (order === null) return 'gone';
  if (payload.kind === 'cancel' && order.status === 'cancelled') return 'done';
  if (order.version === version) return sends > 0 && isAsWanted(payload, order) ? 'done' : 'untouched';
  return isAsWanted(payload, order) ? 'done' : 'changed';
}
