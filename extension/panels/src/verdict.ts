import type { Approval, Check, Decision, Preview, Submission } from '@backroom/shared';
import { stateTag, type Tag, type Tone } from '@backroom/shared/messages/submission';
import type { MessageKey } from '@backroom/shared/messages/ui';
import { checksView } from './checks.ts';
import { problemView } from './views.ts';
import type { Words } from './words.ts';

export type VerdictKind =
  | 'checking'
  | 'unchecked'
  | 'blocked'
  | 'duplicate'
  | 'approval'
  | 'approving'
  | 'rejected'
  | 'warnings'
  | 'ready'
  | 'sending'
  | 'verifying'
  | 'waiting'
  | 'refused'
  | 'attention'
  | 'ordered'
  | 'changed';
export type Verdict = Tag & { kind: VerdictKind };

const tones: Record<VerdictKind, Tone> = {
  checking: 'info',
  unchecked: 'danger',
  blocked: 'danger',
  duplicate: 'danger',
  approval: 'warning',
  approving: 'warning',
  rejected: 'danger',
  warnings: 'warning',
  ready: 'success',
  sending: 'info',
  verifying: 'warning',
  waiting: 'warning',
  refused: 'danger',
  attention: 'danger',
  ordered: 'success',
  changed: 'warning',
};
type Why = 'customer' | 'company' | 'customer_blocked' | 'products' | 'erp' | 'unreachable' | 'ordered';
/** What a blocking check is about, for the headline. All others are about the quote. */
const reasons: Partial<Record<Check['code'], Why>> = {
  customer_not_linked: 'customer',
  no_company: 'company',
  company_without_name: 'company',
  customer_blocked: 'customer_blocked',
  line_without_code: 'products',
  unknown_product: 'products',
  unknown_product_near: 'products',
  archived_product: 'products',
  erp_refuses: 'erp',
  erp_limit: 'erp',
  products_not_known: 'unreachable',
  customer_not_known: 'unreachable',
  figure_missing: 'unreachable',
  already_converted: 'ordered',
  order_cancelled: 'ordered',
  own_order: 'ordered',
};

/** The order that a deal became or becomes. A cancelled one is none. */
export const liveOrder = ({ submissions }: Decision): Submission | null =>
  submissions.find(({ kind, state, orderCancelled }) => kind === 'order' && state !== 'cancelled' && !orderCancelled) ??
  null;
export const convertedOrder = ({ order }: Decision) => (order.state === 'ready' ? order.data.converted : null);

function ofSubmission({ state, revision, problem }: Submission, now: string | null): VerdictKind {
  switch (state) {
    case 'queued':
    case 'sending':
      return 'sending';
    case 'checking':
      return 'verifying';
    case 'waiting':
      return 'waiting';
    case 'needs_attention':
      return problem?.code === 'erp_refused' ? 'refused' : 'attention';
    default:
      return now !== null && revision !== now ? 'changed' : 'ordered';
  }
}

/** Blocks whatever anybody approves or overrides. */
const isBlock = ({ level, code, approval }: Check): boolean =>
  level === 'block' && !approval && code !== 'possible_twin';
/** How an order stands that somebody else has to approve. Null: it is approved, or something else blocks it. */
function approvalVerdict(
  { t }: Words,
  { checks }: Preview,
  { state, role, by, reason }: Approval,
): [VerdictKind, Record<string, string>] | null {
  const isBlocked = checks.some(isBlock);
  if (isBlocked || state === 'approved') return null;
  const who = role || t('verdict.role');
  if (state === 'rejected') return ['rejected', { by: by ?? who, reason: reason ?? '' }];
  return [state === 'waiting' ? 'approving' : 'approval', { role: who }];
}

/**
 * The one verdict of a deal. Every card shows what this says of the same answer, so no two can disagree; a write under way counts before the
 * order that is there, and that before the preview.
 */
export function verdictView(words: Words, decision: Decision): Verdict {
  const { t } = words;
  const say = (kind: VerdictKind, values: Record<string, string> = {}): Verdict => ({
    kind,
    text: t(`verdict.${kind}` satisfies MessageKey, values),
    tone: tones[kind],
  });
  const { preview } = decision;
  const latest = liveOrder(decision);
  const converted = convertedOrder(decision);
  if (latest) {
    const kind = ofSubmission(latest, decision.revision);
    if (kind === 'ordered' && latest.changes)
      return {
        ...say(kind),
        text: t('act.revision', { number: latest.erpNumber ?? '', revision: String(latest.changes + 1) }),
      };
    return say(kind, { number: latest.erpNumber ?? converted?.number ?? stateTag(words, latest.state).text });
  }
  if (converted) return say('ordered', { number: converted.number });
  if (preview === null || preview.state === 'pending') return say('checking');
  if (preview.state === 'problem') return say('unchecked', { reason: problemView(words, preview.problem).title });
  const { canConvert, checks, approval } = preview.data;
  const stands = approval && approvalVerdict(words, preview.data, approval);
  if (stands) return say(...stands);
  if (!canConvert) {
    const block = checks.find(isBlock);
    const why = block ? (reasons[block.code] ?? 'quote') : 'unreachable';
    return say('blocked', { reason: t(`verdict.why.${why}`) });
  }
  if (checks.some(({ code }) => code === 'possible_twin')) return say('duplicate');
  const warnings = checksView(words, checks).filter(({ mustAccept }) => mustAccept).length;
  return warnings > 0 ? say('warnings', { count: String(warnings) }) : say('ready');
}
