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
function creditFact({ t, format }: Words, credit: CreditPanel | null, type: 'deal' | 'company'): Fact {
  const { freeAfterDeal = null, unjudged = null, position } = credit ?? {};
  const isAfter = type === 'deal' && !credit?.ordered;
  const label = t(isAfter ? 'overview.credit_after' : 'overview.credit_free');
  if (!position || unjudged) return { label, value: t('unknown') };
  const free = freeAfterDeal ?? position.free;
  return { label, value: free ? format.money(free) : t('overview.no_limit') };
}
function openText({ t }: Words, open: string, overdue: string, overdueAmount: Decimal): string {
  if (isZero(overdueAmount)) return open;
  return open === overdue ? t('overview.all_overdue', { open }) : t('overview.of_which_overdue', { open, overdue });
}

/** The figures beside the verdict of a deal, or what an account's page says on top. Without a customer there are none. */
export function overviewView(words: Words, overview: OverviewPanel, type: 'deal' | 'company', today: string) {
  const { t, format } = words;
  const { customer, openInvoices, missing } = overview;
  const isDeal = type === 'deal';
  const isOrdered = overview.credit ? overview.credit.ordered : overview.converted !== null;
  const facts: Fact[] = [
    // A company's page has the customer itself, with the way to another one.
    ...(isDeal
      ? [
          { label: t('customer'), value: customerText(words, customer) },
          {
            label: t(isOrdered ? 'order.promised' : 'overview.complete_by'),
            // A day that was promised may have passed; goods that are there are there today.
            value:
              isOrdered && overview.completeBy
                ? format.date(overview.completeBy)
                : completionText(words, overview, today),
          },
        ]
      : []),
    creditFact(words, overview.credit, type),
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
  ];
  const alerts: Tag[] = isDeal ? [] : overview.alerts.map((each) => alertView(words, each));
  return {
    facts: customer !== null && customer.state !== 'linked' ? [] : facts,
    alerts,
    missing:
      missing.length > 0
        ? t('overview.missing', { panels: format.list(missing.map((name) => t(`panel.${name}`))) })
        : null,
  } satisfies { facts: Fact[]; alerts: Tag[]; missing: string | null };
}
