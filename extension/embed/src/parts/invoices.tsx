import { invoicesView, invoiceTable, useInvoiceLink, useSurface } from '@backroom/panels';
import type { InvoicesPanel } from '@backroom/shared';
import { Figures } from './facts.tsx';
import { Empty, ProblemNotice } from './states.tsx';
import { DataTable } from './table.tsx';

/** The ERP's totals, then the invoices themselves. A document opens in a tab of its own: its link is good once. */
export function Invoices({ panel }: { panel: InvoicesPanel }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useInvoiceLink();
  const view = invoicesView(surface, panel);
  if (view.empty) return <Empty title={t('invoices.none_title')} text={t('invoices.none_text')} />;
  return (
    <>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      <Figures figures={view.figures} />
      <DataTable
        label={t('invoices')}
        table={invoiceTable(surface, panel.invoices)}
        onAction={(invoice) => {
          // Opened by the press itself: a browser blocks what opens later.
          const tab = window.open('about:blank', '_blank');
          link.run(invoice, ({ url }) => {
            if (!tab) return;
            tab.opener = null;
            tab.location.href = url;
          });
        }}
      />
      {view.more ? <p>{view.more}</p> : null}
    </>
  );
}
