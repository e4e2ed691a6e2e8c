import { type CreditPanel, type CustomerPanel, isZero, type OverviewPanel } from '@backroom/shared';
import type { Fact } from './cards.ts';
import { alertView, type Tag } from './views.ts';
import type { Words } from './words.ts';

/** A day, "not foreseeable", or "not known" where a line's stock is not. */
export function completionText(
  { t, format }: Words,
  { completeBy, completion }: Pick<OverviewPanel, 'completeBy' | 'completion'>,
): string {
  if (completeBy) return format.date(completeBy);
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

export function overviewView(words: Words, overview: OverviewPanel) {
  const { t, format } = words;
  const { customer, openInvoices, missing } = overview;
  const facts: Fact[] = [
    {
      label: t('customer'),
      value: customerText(words, customer),
    },
    { label: t('overview.complete_by'), value: completionText(words, overview) },
    creditFact(words, overview.credit),
    {
      label: t('overview.open_invoices'),
      value:
        openInvoices === null
          ? t('unknown')
          : openInvoices
              .filter(({ open }) => !isZero(open.amount))
              .map(({ open, overdue }) =>
                isZero(overdue.amount)
                  ? format.money(open)
                  : t('overview.of_which_overdue', { open: format.money(open), overdue: format.money(overdue) }),
              )
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
