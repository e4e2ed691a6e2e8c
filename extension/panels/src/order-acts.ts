import type { CancelPreview, ChangePreview, Decision, Difference, Money, OrderAct, Submission } from '@backroom/shared';
import {
  amountOrText,
  asLabel,
  differsView,
  problemView,
  stateTones,
  type Tag,
  type Tone,
} from '@backroom/shared/messages/submission';
import type { Fact } from './cards.ts';
import { checksView } from './checks.ts';
import { sideBySide } from './difference.ts';
import { isActing } from './rhythm.ts';
import type { TableView } from './tables.ts';
import type { Words } from './words.ts';

// What a change or cancellation of the ERP's order says of itself. The surfaces only draw it.

/** The decision with an act that was just accepted, until the backend's own answer is there. */
export const withAct = (decision: Decision, act: OrderAct): Decision => ({
  ...decision,
  acts: [act, ...(decision.acts ?? []).filter(({ id }) => id !== act.id)],
});

const isOpen = (act: OrderAct) => isActing(act) || act.state === 'needs_attention';
const tones: Record<OrderAct['state'], Tone> = {
  ...stateTones,
  done: 'success',
  refused: 'danger',
  withdrawn: 'default',
  closed: 'default',
};
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
    step: state === 'queued' ? 0 : isActing(act) ? 1 : state === 'done' ? 2 : null,
    lines: [
      ...(said && said.code !== 'erp_refused' ? [said.title] : []),
      ...(said?.detail && said.code.startsWith('erp_') ? [t('order.erp_says', { words: said.detail })] : []),
      t(state === 'done' ? `act.next.${kind}` : `act.next.${state}`),
      ...(state === 'refused' ? [t(`act.closed_next_${kind}`)] : []),
    ],
    differs: differsView(words, act),
    actions: [
      ...(act.canResend ? [{ action: 'resend' as const, label: t('act.resend') }] : []),
      ...(act.canWithdraw ? [{ action: 'withdraw' as const, label: t('act.withdraw') }] : []),
    ],
  };
}

const tableOf = (words: Words, { lines, details }: ChangePreview): TableView => {
  const shown = (value: string | null) => value && amountOrText(words, value);
  return sideBySide(words, words.t('act.before'), words.t('act.after'), [
    ...lines,
    ...details.map(({ field, before, after }) => ({
      code: '',
      name: asLabel(words.t(`differs.${field}`)),
      before: shown(before),
      after: shown(after),
      isChanged: true,
    })),
  ]);
};
const note = (words: Words, differences: readonly Difference[], text: string) => {
  const view = differsView(words, { differences: [...differences] });
  return view && { title: words.t('act.changed_in_erp'), lines: [...view.lines, text] };
};
const closedNote = ({ t }: Words, closed: string | null, kind: OrderAct['kind']) =>
  closed === null
    ? null
    : {
        title: t(`act.closed_${kind}`),
        lines: [t('order.erp_says', { words: closed }), t(`act.closed_next_${kind}`)],
      };

/** The order beside the quote, the checks of the change, and the button. `seen` is what the warnings were accepted for. */
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
    table: tableOf(words, preview),
    totals: [total(t('act.net'), preview.net), total(t('act.total'), preview.total)],
    closed: closedNote(words, preview.closed, 'change'),
    changedInErp: preview.closed === null ? note(words, preview.changedInErp, t('act.changed_in_erp_text')) : null,
    checks,
    warnings,
    seen: `${preview.fingerprint}|${warnings.join()}`,
    accept: preview.canChange && warnings.length > 0 ? t('order.accept', { count: String(toAccept.length) }) : null,
    confirm:
      preview.approval?.state === 'needed' && preview.canChange
        ? t('order.ask_approval')
        : t('act.confirm_change', { number: preview.erpNumber }),
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
    changedInErp: preview.closed === null ? note(words, preview.changedInErp, t('act.changed_in_erp_cancel')) : null,
    isRight: preview.canCancel && reason.trim().length >= SHORTEST,
    confirm: t('act.confirm_cancel', { number: preview.erpNumber }),
  };
}
