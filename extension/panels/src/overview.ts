import { type CreditPanel, type CustomerPanel, type Decimal, isZero, type OverviewPanel } from '@backroom/shared';
import type { Fact } from './cards.ts';
import { dayText } from './values.ts';
import { alertView, type Tag } from './views.ts';
import type { Words } from './words.ts';

/** The date of the complete delivery. `today`: the viewer's date, `2026-11-24`. */
export function completionText(
  words: Words,
  { completeBy, completion }: Pick<OverviewPanel, 'completeBy' | 'completion'>,
  today: string,
): string {
  const { t } = words;
  if (completeBy) return dayText(words, completeBy, today);
  return t(completion === 'never' ? 'overview.complete_never' : 'unknown');
}
function customerText({ t }: Words, customer: CustomerPanel | null): string {
  if (customer === null) return t('unknown');
  if (customer.state === 'linked') return `${customer.customer.name} (${customer.customer.number})`;
  return t(customer.state === 'no_company' ? 'customer.no_company_title' : 'alert.customer_not_linked');
}
/** An order that is part of the position already leaves what the position leaves. */
function creditFact({ t, format }: Words, credit: CreditPanel | null): Fact {
  const label = t(credit?.ordered ? 'overview.credit_free' : 'overview.credit_after');
  const { freeAfterDeal = null, unjudged = null, position } = credit ?? {};
  if (!position || unjudged) return { label, value: t('unknown') };
  const free = freeAfterDeal ?? position.free;
  return { label, value: free ? format.money(free) : t('overview.no_limit') };
}
/** The order, or that there is none: known only where the ERP's list of orders could be read. */
function orderText({ t }: Words, { converted, submission, missing }: OverviewPanel): string {
  const number = converted?.number ?? submission?.orderNumber;
  return number ?? t(missing.includes('orders') ? 'unknown' : 'overview.no_order');
}

function openText({ t }: Words, open: string, overdue: string, overdueAmount: Decimal): string {
  if (isZero(overdueAmount)) return open;
  return open === overdue ? t('overview.all_overdue', { open }) : t('overview.of_which_overdue', { open, overdue });
}

export function overviewView(words: Words, overview: OverviewPanel, today: string) {
  const { t, format } = words;
  const { customer, openInvoices, missing } = overview;
  const facts: Fact[] = [
    {
      label: t('customer'),
      value: customerText(words, customer),
    },
    { label: t('overview.complete_by'), value: completionText(words, overview, today) },
    creditFact(words, overview.credit),
    {
      label: t('overview.open_invoices'),
      value:
        openInvoices === null
          ? t('unknown')
          : openInvoices
              .filter(({ open }) => !isZero(open.amount))
              .map(({ open, overdue }) => openText(words, format.money(open), format.money(overdue), overdue.amount))
              .join(' · ') || t('overview.nothing_open'),
    },
    { label: t('overview.order'), value: orderText(words, overview) },
  ];
  const alerts: Tag[] = overview.alerts.map((each) => alertView(words, each));
  return {
    facts,
    alerts: alerts.length === 0 && missing.length === 0 ? [{ text: t('overview.all_well'), tone: 'success' }] : alerts,
    missing:
      missing.length > 0
        ? t('overview.missing', { panels: format.list(missing.map((name) => t(`panel.${name}`))) })
        : null,
  } satisfies { facts: Fact[]; alerts: Tag[]; missing: string | null };
}
