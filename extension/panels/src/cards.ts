import type {
  CreditPanel,
  CustomerPanel,
  ErpCustomer,
  Freshness,
  PanelData,
  PanelName,
  PanelResult,
  PanelsAnswer,
  Preview,
  PricingPanel,
  Problem,
  Reference,
} from '@backroom/shared';
import { isZero, subtract } from '@backroom/shared';
import { fieldName } from '@backroom/shared/messages/submission';
import { messageKey } from '@backroom/shared/messages/ui';
import { checksView } from './checks.ts';
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

/** Fields that name the whole order, where nobody finds anything to correct. */
const whole = new Set(['customer', 'customerId', 'order']);
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
        // The title says that these are the CRM's words.
        ...(detail && (problem.code === 'possible_twin' || problem.code === 'crm_refused') ? [detail] : []),
        ...(field && !whole.has(field) ? [t('order.field', { field: fieldName(words, field) })] : []),
      ],
      // What the engine noted carries its own code: nothing that support could look for.
      small: reference === problem.code ? t(`who.${who}`) : `${t(`who.${who}`)} ${t('reference', { reference })}`,
      retryable,
    },
  };
}

export type CustomerChoiceView =
  | { state: 'linked'; id: ErpCustomer['id']; name: string; about: string }
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
    const { customer: own } = customer;
    if (others.length === 0)
      return { state: 'linked', id: own.id, name: nameOf(own), about: identityOf(own).join(' · ') };
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

/** The totals, where the ERP arrives at another one than the quote, or at none. */
export function stockFigures({ t, format }: Words, { pricing }: { pricing?: PricingPanel | undefined }): Fact[] {
  if (!pricing) return [];
  const { quotedTotal, erpTotal } = pricing;
  const comparable = quotedTotal && erpTotal && quotedTotal.currency === erpTotal.currency;
  const difference = comparable ? { ...quotedTotal, amount: subtract(quotedTotal.amount, erpTotal.amount) } : null;
  if (difference && isZero(difference.amount)) return [];
  return [
    { label: t('price.quoted_total'), value: quotedTotal ? format.money(quotedTotal) : t('unknown') },
    { label: t('price.erp_total'), value: erpTotal ? format.money(erpTotal) : t('unknown') },
    ...(difference ? [{ label: t('price.difference'), value: format.signed(difference) }] : []),
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

/** The codes that a refused conversion names: what came up since the rep looked. */
const newCodes = (refusal: Problem | null): ReadonlySet<string> =>
  new Set(refusal?.code === 'preview_blocked' ? refusal.errors?.map(({ message }) => message) : []);

/**
 * What stands against the order and what would be sent. `seen` names these warnings of this revision: acceptance is for it, and a changed
 * quote asks again. So does `twinsSeen`, for what looks like the same sale in another CRM. `refusal`: why the last press was refused.
 */
export function previewView(words: Words, preview: Preview, refusal: Problem | null = null) {
  const { t, format } = words;
  const added = newCodes(refusal);
  const checks = checksView(words, preview.checks).map((each) =>
    added.has(each.code) ? { ...each, text: t('check.new', { check: each.text }) } : each,
  );
  const toAccept = checks.filter(({ mustAccept }) => mustAccept);
  const warnings = [...new Set(toAccept.map(({ code }) => code))];
  const twins = preview.checks.flatMap(({ code, values }) =>
    code === 'possible_twin' && typeof values.reference === 'string' ? [values.reference as Reference] : [],
  );
  const stands = added.size === 0 || preview.checks.some(({ code }) => added.has(code));
  return {
    /** A refusal is over once nothing that it names is among the checks any more. */
    problem: stands ? refusal : null,
    figures: [
      { label: t('net'), amount: preview.net },
      { label: t('tax'), amount: preview.tax },
      { label: t('total'), amount: preview.total },
    ].flatMap(({ label, amount }): Fact[] => (amount ? [{ label, value: format.money(amount) }] : [])),
    customer: preview.customer ? `${preview.customer.name} (${preview.customer.number})` : null,
    quotes: quoteChoice(words, preview),
    // What the verdict says, or the choice of the customer below it, is not said again.
    checks: checks.filter(({ code }) => code !== 'all_well' && code !== 'customer_not_linked'),
    warnings,
    seen: `${preview.revision}|${warnings.join()}`,
    /** What the one button does. */
    convert: t(preview.approval?.state === 'needed' && preview.canConvert ? 'order.ask_approval' : 'order.convert'),
    accept: preview.canConvert && warnings.length > 0 ? t('order.accept', { count: String(toAccept.length) }) : null,
    twins,
    twinsSeen: `${preview.revision}|${twins.join()}`,
    different: preview.canConvert && twins.length > 0 ? t('order.different_sale') : null,
  };
}
