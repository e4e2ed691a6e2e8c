import { invoiceTag, useInvoiceLink, useSurface } from '@backroom/panels';
import type { Invoice } from '@backroom/shared';
import { Button, EmptyState, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { ProblemNotice, Status } from './States.tsx';

export function Invoices({ invoices }: { invoices: readonly Invoice[] }) {
  const surface = useSurface();
  const { t, format } = surface;
  const link = useInvoiceLink();
  const actions = useExtensionActions<'crm.record.tab'>();
  if (invoices.length === 0)
    return (
      <EmptyState title={t('invoices.none_title')} layout="vertical">
        <Text>{t('invoices.none_text')}</Text>
      </EmptyState>
    );
  const open = ({ id, number }: Invoice) =>
    link.run(id, ({ url }) => actions.openIframeModal({ uri: url, title: number, width: 900, height: 900 }));
  return (
    <>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      <DataTable
        rows={invoices}
        id={({ id }) => id}
        columns={[
          { key: 'number', label: t('number'), cell: ({ number }) => number, sort: ({ number }) => number },
          {
            key: 'issued',
            label: t('issued'),
            cell: ({ issuedOn }) => format.date(issuedOn),
            sort: (row) => row.issuedOn,
          },
          {
            key: 'due',
            label: t('due'),
            cell: ({ dueOn }) => (dueOn ? format.date(dueOn) : '–'),
            sort: (row) => row.dueOn ?? '',
          },
          { key: 'status', label: t('status'), cell: (row) => <Status {...invoiceTag(surface, row)} /> },
          { key: 'total', label: t('total'), cell: ({ total }) => format.money(total), right: true },
          { key: 'open', label: t('open'), cell: (row) => format.money(row.open), right: true },
          {
            key: 'pdf',
            label: t('document'),
            cell: (row) =>
              row.hasPdf ? (
                <Button size="xs" variant="transparent" onClick={() => open(row)}>
                  {t('invoice.pdf_of', { number: row.number })}
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </>
  );
}
