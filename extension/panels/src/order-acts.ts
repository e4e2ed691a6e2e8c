import type { CancelPreview, ChangePreview, Decision, Difference, Money, OrderAct, Submission } from '@backroom/shared';
import { amountOrText, differsView, problemView, type Tag, type Tone } from '@backroom/shared/messages/submission';
import type { Fact } from './cards.ts';
import { checksView } from './checks.ts';
import type { TableView } from './tables.ts';
import type { Words } from './words.ts';

// What a change or cancellation of the ERP's order says of itself. The surfaces only draw it.

const moving = new Set<OrderAct['state']>(['queued', 'sending', 'checking', 'waiting']);
/** Whether the engine still has something to do with it. */
export const isActing = ({ state }: Pick<OrderAct, 'state'>): boolean => moving.has(state);
const isOpen = (act: OrderAct) => isActing(act) || act.state === 'needs_attention';
const tones: Record<OrderAct['state'], Tone> = {
  queued: 'info',
  sending: 'info',
  checking: 'warning',
  waiting: 'warning',
  needs_attention: 'danger',
  done: 'success',
  refused: 'danger',
  withdrawn: 'default',
  closed: 'default',
};
const steps: Partial<Record<OrderAct['state'], number>> = { queued: 0, sending: 1, checking: 1, waiting: 1, done: 2 };
/** An act that came to an end is shown for so long. Later the order speaks for itself. */
const SHOWN_MS = 15 * 60_000;

/**
 * What the deal's order offers: the buttons, and the act that is shown. While one is under way there is no button. `isChanged`: the quote says other than
 * the order.
 */
export function actOffers(
  { t }: Words,
  { acts = [], offers = [] }: Decision,
  { made, isChanged, now }: { made: Submission | null; isChanged: boolean; now: number },
) {
  const [newest] = acts;
  const shown = newest && (isOpen(newest) || now - Date.parse(newest.updatedAt) < SHOWN_MS) ? newest : null;
  const isFree = made?.state === 'confirmed' && !(newest && isOpen(newest));
  return {
    act: shown,
    change: isFree && isChanged && offers.includes('change') ? t('act.change_button') : null,
    cancel: isFree && offers.includes('cancel') ? t('act.cancel_button') : null,
  };
}

export function actView(words: Words, act: OrderAct) {
  const { t } = words;
  const { kind, state, erpNumber: number, problem } = act;
  const said = problem && state !== 'done' ? problemView(words, problem) : null;
  return {
    heading: t(`act.${kind}.heading`, { number }),
    tag: { text: t(`act.state.${state}`), tone: tones[state] } satisfies Tag,
    steps: [t('act.step.accepted'), t('act.step.sent'), t(`act.step.${kind}`)],
    step: steps[state] ?? null,
    lines: [
      ...(said && said.code !== 'erp_refused' ? [said.title] : []),
      ...(said?.detail && said.code.startsWith('erp_') ? [t('order.erp_says', { words: said.detail })] : []),
      t(state === 'done' ? `act.next.${kind}` : `act.next.${state}`),
      ...(state === 'refused' ? [t(kind === 'change' ? 'act.closed_next' : 'act.closed_next_cancel')] : []),
    ],
    differs: differsView(words, act),
    actions: [
      ...(act.canResend ? [{ action: 'resend' as const, label: t('act.resend') }] : []),
      ...(act.canWithdraw ? [{ action: 'withdraw' as const, label: t('act.withdraw') }] : []),
    ],
  };
}

function lineTable({ t, format }: Words, { lines, details }: ChangePreview): TableView {
  const amount = (side: ChangePreview['lines'][number]['before']) =>
    side ? `${format.quantity(side.quantity)} × ${format.price(side.unitPrice)}` : '–';
  const kinds = {
    added: { text: t('change.added'), tone: 'info' },
    removed: { text: t('change.removed'), tone: 'danger' },
    changed: { text: t('change.changed'), tone: 'warning' },
    same: { text: t('act.same'), tone: 'default' },
  } as const;
  const shown = (value: string | null) => amountOrText({ format }, value);
  return {
    columns: [
      { key: 'kind', label: t('change.kind'), whole: true },
      { key: 'what', label: t('product') },
      { key: 'before', label: t('act.before'), right: true },
      { key: 'after', label: t('act.after'), right: true },
    ],
    rows: [
      ...lines.map(({ code, name, before, after, isChanged }, index) => ({
        id: `line ${index}`,
        cells: {
          kind: kinds[!before ? 'added' : !after ? 'removed' : isChanged ? 'changed' : 'same'],
          what: { text: `${code} ${name}`.trim() },
          before: { text: amount(before) },
          after: { text: amount(after) },
        },
      })),
      ...details.map(({ field, before, after }) => ({
        id: field,
        cells: {
          kind: kinds[before === null ? 'added' : after === null ? 'removed' : 'changed'],
          what: { text: t(`differs.${field}`) },
          before: { text: shown(before) },
          after: { text: shown(after) },
        },
      })),
    ],
  };
}
const note = (words: Words, differences: readonly Difference[], text: string) => {
  const view = differsView(words, { differences: [...differences] });
  return view && { title: words.t('act.changed_in_erp'), lines: [...view.lines, text] };
};
const closedNote = ({ t }: Words, closed: string | null, kind: OrderAct['kind']) =>
  closed === null
    ? null
    : {
        title: t(`act.closed_${kind}`),
        lines: [
          t('order.erp_says', { words: closed }),
          t(kind === 'change' ? 'act.closed_next' : 'act.closed_next_cancel'),
        ],
      };

/** The order beside the quote, what stands against the change, and the button. `seen` names what the acceptance of the warnings is for. */
export function changeView(words: Words, preview: ChangePreview) {
  const { t, format } = words;
  const checks = checksView(words, preview.checks).filter(({ code }) => code !== 'all_well');
  const toAccept = checks.filter(({ mustAccept }) => mustAccept);
  const warnings = [...new Set(toAccept.map(({ code }) => code))];
  const amount = (money: Money | null) => (money ? format.money(money) : t('unknown'));
  const total = (label: string, { before, after }: ChangePreview['net']): Fact => ({
    label,
    value: `${amount(before)} → ${amount(after)}`,
  });
  const isSame = preview.lines.every(({ isChanged }) => !isChanged) && preview.details.length === 0;
  return {
    title: t('act.change_title', { number: preview.erpNumber }),
    about: t(isSame ? 'act.nothing' : 'act.change_about'),
    table: lineTable(words, preview),
    totals: [total(t('act.net'), preview.net), total(t('act.total'), preview.total)],
    closed: closedNote(words, preview.closed, 'change'),
    changedInErp: note(words, preview.changedInErp, t('act.changed_in_erp_text')),
    checks,
    warnings,
    seen: `${preview.fingerprint}|${warnings.join()}`,
    accept: preview.canChange && warnings.length > 0 ? t('order.accept', { count: String(toAccept.length) }) : null,
    confirm:
      preview.approval?.state === 'needed' && preview.canChange
        ? t('order.ask_approval')
        : t('act.confirm_change', { number: preview.erpNumber }),
    keep: t('act.keep'),
  };
}

/** What the ERP takes for a reason; the backend takes no shorter one. */
const SHORTEST = 3;
export function cancelView(words: Words, preview: CancelPreview, reason: string) {
  const { t, format } = words;
  return {
    title: t('act.cancel_title', { number: preview.erpNumber }),
    text: t('act.cancel_text', { total: format.money(preview.total) }),
    closed: closedNote(words, preview.closed, 'cancel'),
    changedInErp: note(words, preview.changedInErp, t('act.changed_in_erp_cancel')),
    reason: t('act.reason'),
    isRight: preview.canCancel && reason.trim().length >= SHORTEST,
    confirm: t('act.confirm_cancel', { number: preview.erpNumber }),
    keep: t('act.keep'),
  };
}
