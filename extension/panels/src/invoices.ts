import type { InvoicesPanel } from '@backroom/shared';
import type { Fact } from './cards.ts';
import type { Words } from './words.ts';

/** The ERP's totals above the list, and whether the list is all there is. Totals that are not known are said to be so. */
export function invoicesView({ t, format }: Words, { totals, more = false, invoices }: InvoicesPanel) {
  const join = (texts: string[]) => texts.join(' · ');
  const dues = (totals ?? []).flatMap(({ nextDue }) => (nextDue ? [nextDue] : [])).sort();
  const [nextDue] = dues;
  const figures: Fact[] =
    totals === null
      ? [
          { label: t('invoices.open_total'), value: t('unknown') },
          { label: t('invoices.overdue_total'), value: t('unknown') },
        ]
      : totals.length === 0
        ? []
        : [
            { label: t('invoices.open_total'), value: join(totals.map(({ open }) => format.money(open))) },
            { label: t('invoices.overdue_total'), value: join(totals.map(({ overdue }) => format.money(overdue))) },
            ...(nextDue ? [{ label: t('invoices.next_due'), value: format.date(nextDue) }] : []),
          ];
  return { figures, more: more ? t('invoices.more') : null, empty: invoices.length === 0 };
}
