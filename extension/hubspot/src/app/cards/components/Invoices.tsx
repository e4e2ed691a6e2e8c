import { invoicesView, invoiceTable, useInvoiceLink, useSurface } from '@backroom/panels';
import type { InvoicesPanel } from '@backroom/shared';
import { EmptyState, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { Figures } from './Facts.tsx';
import { ProblemNotice } from './States.tsx';

/** The ERP's totals, then the invoices themselves. */
export function Invoices({ panel }: { panel: InvoicesPanel }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useInvoiceLink();
  const actions = useExtensionActions<'crm.record.tab'>();
  const { invoices } = panel;
  const view = invoicesView(surface, panel);
  if (view.empty)
    return (
      <EmptyState title={t('invoices.none_title')} layout="vertical">
        <Text>{t('invoices.none_text')}</Text>
      </EmptyState>
    );
  const open = (invoice: string) => {
    const title = invoices.find(({ id }) => id === invoice)?.number ?? '';
    link.run(invoice, ({ url }) => actions.openIframeModal({ uri: url, title, width: 900, height: 900 }));
  };
  return (
    <>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      <Figures figures={view.figures} />
      <DataTable table={invoiceTable(surface, invoices)} onAction={open} />
      {view.more ? <Text>{view.more}</Text> : null}
    </>
  );
}
