import { z } from 'zod';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';

/**
 * Why a feed or a record of it stands still, for people. `erp_*` and `crm_*`: the other side's own kinds of failure. `crm_limit`: the CRM's quota is spent.
 * `crm_fields`: fields that the CRM has not, or that may not be written. `gone`: the record, the customer or the order is not there any more. `fault`: a
 * fault of ours.
 */
export const problemSchema = z.object({
  kind: z.enum([
    'erp_down',
    'erp_unauthorised',
    'erp_refused',
    'crm_down',
    'crm_unauthorised',
    'crm_limit',
    'crm_refused',
    'crm_fields',
    'record_gone',
    'customer_gone',
    'order_gone',
    'fault',
  ]),
  words: z.string().nullable(),
});
export type FeedProblem = z.infer<typeof problemSchema>;

const MOST_WORDS = 500;
const brief = (words: string | null): string | null => (words === null ? null : words.slice(0, MOST_WORDS));
const crmKinds = {
  unreachable: 'crm_down',
  busy: 'crm_limit',
  refused: 'crm_refused',
  not_found: 'record_gone',
  unauthorised: 'crm_unauthorised',
  drift: 'crm_refused',
  too_large: 'crm_refused',
} as const satisfies Record<CrmError['kind'], FeedProblem['kind']>;
function erpKind({ kind }: ErpError): FeedProblem['kind'] {
  if (kind === 'unauthorised') return 'erp_unauthorised';
  return kind === 'unreachable' || kind === 'busy' || kind === 'uncertain' ? 'erp_down' : 'erp_refused';
}

export function problemOf(error: unknown): FeedProblem {
  if (error instanceof CrmError) return { kind: crmKinds[error.kind], words: brief(error.words) };
  if (error instanceof ErpError) return { kind: erpKind(error), words: brief(error.words) };
  // No connection, or no credentials that open: an admin mends it.
  if (error instanceof ProblemError) return { kind: 'erp_down', words: null };
  return { kind: 'fault', words: null };
}
