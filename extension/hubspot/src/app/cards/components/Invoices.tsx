import { invoiceTable, useInvoiceLink, useSurface } from '@backroom/panels';
import type { Invoice } from '@backroom/shared';
import { EmptyState, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { ProblemNotice } from './States.tsx';

export function Invoices({ invoices }: { invoices: readonly Invoice[] }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useInvoiceLink();
  const actions = useExtensionActions<'crm.record.tab'>();
  if (invoices.length === 0)
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
      <DataTable table={invoiceTable(surface, invoices)} onAction={open} />
    </>
  );
}
