import type {
  CreditPanel,
  CustomerPanel,
  ErpCustomer,
  ErpOrder,
  Freshness,
  PanelData,
  PanelName,
  PanelResult,
  PanelsAnswer,
  Preview,
  PricingPanel,
  Problem,
  Reference,
  StockPanel,
  Submission,
} from '@backroom/shared';
import { isZero } from '@backroom/shared';
import { differsView, fieldName } from '@backroom/shared/messages/submission';
import { messageKey } from '@backroom/shared/messages/ui';
import { type CheckView, checkView } from './checks.ts';
import { completionText } from './overview.ts';
import { isMoving } from './rhythm.ts';
import { creditView, problemView } from './views.ts';
import type { Words } from './words.ts';

// What each card says, as data. The surfaces only draw it.

export type Fact = { label: string; value: string };
export type Results = { [Name in PanelName]?: PanelData[Name] };
export type PanelsView =
  | { state: 'loading' }
  | { state: 'shown'; ready: Results; problems: Problem[]; freshness: Freshness | null };

/** What came of the panels asked for: one failing panel never blanks the others, and the worst age stands for all. */
export function panelsView(only: readonly PanelName[], data: PanelsAnswer | null): PanelsView {
  const results = only.flatMap((name) => {
    const result = data?.panels[name] as PanelResult<PanelData[PanelName]> | undefined;
    return result ? [{ name, result }] : [];
  });
  if (data === null || results.every(({ result }) => result.state === 'pending')) return { state: 'loading' };
  const problems = new Map(
    results.flatMap(({ result }) => (result.state === 'problem' ? [[result.problem.code, result.problem]] : [])),
  );
  const ages = results.flatMap(({ result }) =>
    result.state === 'ready' && result.freshness ? [result.freshness] : [],
  );
  const worst = ages.find(({ source }) => source === 'stale') ?? ages.sort((a, b) => (a.asOf < b.asOf ? -1 : 1))[0];
  return {
    state: 'shown',
    ready: Object.fromEntries(
      results.flatMap(({ name, result }) => (result.state === 'ready' ? [[name, result.data]] : [])),
    ) as Results,
    problems: [...problems.values()],
    freshness: worst ?? null,
  };
}

export type EmptyView = { title: string; text: string };
export type NoticeView = { title: string; text: string; details: string[]; small: string; retryable: boolean };
/** What happened, who can do what, and the number to quote. A company without a link is no failure: it is `empty`. */
export function noticeView(words: Words, problem: Problem): { empty: EmptyView } | { notice: NoticeView } {
  const { t } = words;
  if (problem.code === 'customer_not_linked')
    return { empty: { title: t('customer.unlinked_title'), text: t('customer.unlinked_text') } };
  const { title, whatToDo, detail, field, reference, who, retryable } = problemView(words, problem);
  return {
    notice: {
      title,
      text: whatToDo,
      details: [
        ...(detail && problem.code.startsWith('erp_') ? [t('order.erp_says', { words: detail })] : []),
        ...(detail && problem.code === 'possible_twin' ? [detail] : []),
        ...(field ? [t('order.field', { field: fieldName(words, field) })] : []),
      ],
      small: `${t(`who.${who}`)} ${t('reference', { reference })}`,
      retryable,
    },
  };
}

export type CustomerChoiceView =
  | { state: 'linked' }
  | { state: 'empty'; empty: EmptyView }
  | { state: 'creating'; text: string }
  | {
      state: 'choose';
      title: string;
      text: string;
      candidates: { id: ErpCustomer['id']; name: string; about: string }[];
      canCreate: boolean;
    };
const nameOf = ({ name, number }: ErpCustomer): string => `${name} (${number})`;
/** What tells customers of one name apart. */
const identityOf = ({ city, country, vatId }: ErpCustomer): string[] =>
  [[city, country].filter(Boolean).join(', '), vatId ?? ''].filter((each) => each !== '');

/** Of a merged company with two customers a person names one; the link goes on meanwhile. */
export function customerChoiceView({ t }: Words, customer: CustomerPanel): CustomerChoiceView {
  if (customer.state === 'linked') {
    const { others = [] } = customer;
    if (others.length === 0) return { state: 'linked' };
    return {
      state: 'choose',
      title: t('customer.candidates_title'),
      text: t('customer.merged_text', { customer: nameOf(customer.customer) }),
      candidates: [customer.customer, ...others].map((each) => ({
        id: each.id,
        name: nameOf(each),
        about: identityOf(each).join(' · '),
      })),
      canCreate: false,
    };
  }
  if (customer.state === 'no_company')
    return { state: 'empty', empty: { title: t('customer.no_company_title'), text: t('customer.no_company_text') } };
  if (customer.state === 'creating') return { state: 'creating', text: t('customer.creating') };
  const none = customer.state === 'none';
  return {
    state: 'choose',
    title: t(none ? 'customer.none_title' : 'customer.candidates_title'),
    text: t(none ? 'customer.none_text' : 'customer.candidates_text'),
    candidates: (none ? [] : customer.candidates).map(({ customer: each, score, why }) => ({
      id: each.id,
      name: nameOf(each),
      about: [
        ...identityOf(each),
        t('customer.match', { score: String(score) }),
        ...why.flatMap((name) => {
          const key = messageKey(`customer.why.${name}`);
          return key ? [t(key)] : [];
        }),
      ].join(' · '),
    })),
    canCreate: !none || customer.canCreate,
  };
}

export function stockFigures(
  words: Words,
  { stock, pricing }: { stock?: StockPanel | undefined; pricing?: PricingPanel | undefined },
  today: string,
): Fact[] {
  const { t, format } = words;
  return [
    {
      label: t('overview.complete_by'),
      value: stock ? completionText(words, stock, today) : t('unknown'),
    },
    {
      label: t('price.quoted_total'),
      value: pricing?.quotedTotal ? format.money(pricing.quotedTotal) : t('unknown'),
    },
    { label: t('price.erp_total'), value: pricing?.erpTotal ? format.money(pricing.erpTotal) : t('unknown') },
  ];
}

export function creditCard(words: Words, credit: CreditPanel) {
  const { t } = words;
  const { tag, blockedReason, limit, exposure, free, deal, afterDeal, note, ageing } = creditView(words, credit);
  return {
    tag,
    blockedReason,
    note,
    figures: [
      { label: t('credit.limit'), value: limit },
      { label: t('credit.exposure'), value: exposure },
      { label: t('credit.free'), value: free },
      ...(deal ? [{ label: t('credit.order_gross'), value: deal }] : []),
      ...(afterDeal ? [{ label: t('credit.after_deal'), value: afterDeal }] : []),
    ] satisfies Fact[],
    ageingTitle: t('credit.ageing'),
    // Nothing open has no age.
    ageing: credit.position.ageing.every(({ amount }) => isZero(amount.amount))
      ? []
      : (ageing.map(({ label, amount }) => ({ label, value: amount })) satisfies Fact[]),
  };
}

/** The accepted quotes to choose from; null where there is no choice. */
function quoteChoice({ t }: Words, { quotes = [] }: Preview) {
  const [used] = quotes;
  if (!used || quotes.length < 2) return null;
  return {
    label: t('order.quote'),
    used: used.id,
    options: quotes.map(({ id, number }) => ({ value: id, label: number ?? id })),
  };
}

/**
 * What would be sent. `seen` names these warnings of this revision: acceptance is for it, and a changed quote asks again. So does `twinsSeen`,
 * for what looks like the same sale in another CRM.
 */
export function previewView(words: Words, preview: Preview, today: string) {
  const { t, format } = words;
  // The same words twice say nothing more.
  const checks = [
    ...new Map(
      preview.checks.map((each) => checkView(words, each)).map((each): [string, CheckView] => [each.text, each]),
    ).values(),
  ];
  const toAccept = checks.filter(({ mustAccept }) => mustAccept);
  const warnings = [...new Set(toAccept.map(({ code }) => code))];
  const twins = preview.checks.flatMap(({ code, values }) =>
    code === 'possible_twin' && typeof values.reference === 'string' ? [values.reference as Reference] : [],
  );
  return {
    title: t('order.preview_title'),
    customer: preview.customer ? `${preview.customer.name} (${preview.customer.number})` : null,
    figures: [
      { label: t('net'), value: preview.net ? format.money(preview.net) : t('unknown') },
      { label: t('tax'), value: preview.tax ? format.money(preview.tax) : t('unknown') },
      { label: t('total'), value: preview.total ? format.money(preview.total) : t('unknown') },
      {
        label: t('overview.complete_by'),
        value: completionText(
          words,
          {
            completeBy: preview.completeBy,
            completion: preview.lines.some(({ stock }) => stock === 'unknown') ? 'unknown' : 'never',
          },
          today,
        ),
      },
    ] satisfies Fact[],
    quotes: quoteChoice(words, preview),
    checksTitle: t('order.checks'),
    checks,
    warnings,
    seen: `${preview.revision}|${warnings.join()}`,
    accept: preview.canConvert && warnings.length > 0 ? t('order.accept', { count: String(toAccept.length) }) : null,
    twins,
    twinsSeen: `${preview.revision}|${twins.join()}`,
    different: preview.canConvert && twins.length > 0 ? t('order.different_sale') : null,
    blocked: preview.canConvert ? null : t('order.blocked'),
  };
}

/** `promisedOn`: what the deal was promised, where the ERP's order names no day. */
export function orderFacts({ t, format }: Words, order: ErpOrder, promisedOn: string | null = null): Fact[] {
  const promised = order.promisedOn ?? promisedOn;
  return [
    { label: t('order.ordered'), value: format.date(order.orderedOn) },
    { label: t('order.promised'), value: promised ? format.date(promised) : t('unknown') },
    { label: t('total'), value: format.money(order.total) },
    {
      label: t('deliveries'),
      value:
        order.deliveries.length === 0
          ? t('order.no_deliveries')
          : format.list(order.deliveries.map((each) => `${each.number} (${t(`delivery.${each.status}`)})`)),
    },
  ];
}

/** Why the quote is to be converted although it was before. */
function stoppedText({ t, format }: Words, { events, updatedAt }: Submission, now: number): string {
  const actor = events.findLast(({ step }) => step === 'cancel')?.actor ?? '';
  return t('order.stopped', { actor, when: format.ago(updatedAt, now), next: t('submission.next.cancelled') });
}

/**
 * Which of preview, progress and order a deal shows; what is on its way always comes first. `onceMore`: the submission beside which somebody
 * asked for the preview of the changed quote.
 */
export function orderCard(
  words: Words,
  submissions: readonly Submission[],
  panels: PanelsAnswer | null,
  now: number,
  onceMore: string | null,
) {
  const latest = submissions.find(({ kind, state }) => kind === 'order' && state !== 'cancelled') ?? null;
  const orders = panels?.panels.orders;
  const converted = orders?.state === 'ready' ? orders.data.converted : null;
  const newest = submissions.find(({ kind }) => kind === 'order');
  const changed = latest?.state === 'confirmed' && panels !== null && panels.record.revision !== latest.revision;
  const number = latest?.erpNumber ?? '';
  const asked = changed && onceMore === latest.id;
  return {
    latest,
    converted,
    promisedOn: orders?.state === 'ready' ? (orders.data.promisedOn ?? null) : null,
    /** What the ERP made of it otherwise than it was sent: the rep has to know, also once all else is well. */
    differs: latest && differsView(words, latest),
    changed: changed ? words.t('order.quote_changed', { number }) : null,
    /** The changed quote is ordered too only by somebody who asks for it; `id` is what to remember then. */
    onceMore: changed
      ? {
          id: asked ? null : latest.id,
          label: asked ? words.t('order.once_more_not', { number }) : words.t('order.once_more'),
        }
      : null,
    /** Where more can be done about it than here, and what that is called. */
    desk: latest && {
      submission: latest.id,
      label: words.t(latest.state === 'needs_attention' && latest.canMend ? 'order.mend_at_desk' : 'order.open_desk'),
    },
    stopped: latest === null && newest ? stoppedText(words, newest, now) : null,
    showProgress: latest !== null && (isMoving(latest) || latest.state === 'needs_attention' || !converted),
    showPreview: asked || (latest === null && converted === null),
  };
}
