import { returnTag, useSurface } from '@backroom/panels';
import type { ErpReturn } from '@backroom/shared';
import { EmptyState, Text } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { Status } from './States.tsx';

export function Returns({ returns }: { returns: readonly ErpReturn[] }) {
  const surface = useSurface();
  const { t, format } = surface;
  if (returns.length === 0)
    return (
      <EmptyState title={t('returns.none_title')} layout="vertical">
        <Text>{t('returns.none_text')}</Text>
      </EmptyState>
    );
  return (
    <DataTable
      rows={returns}
      id={({ id }) => id}
      columns={[
        { key: 'number', label: t('number'), cell: ({ number }) => number, sort: ({ number }) => number },
        { key: 'date', label: t('date'), cell: (row) => format.date(row.requestedOn), sort: (row) => row.requestedOn },
        { key: 'status', label: t('status'), cell: ({ status }) => <Status {...returnTag(surface, status)} /> },
        { key: 'order', label: t('order'), cell: ({ orderNumber }) => orderNumber ?? '–' },
        { key: 'reason', label: t('reason'), cell: ({ reason }) => reason ?? '–' },
        {
          key: 'credit',
          label: t('credit_note'),
          cell: (row) => (row.credit ? format.money(row.credit) : (row.creditNote ?? '–')),
          right: true,
        },
      ]}
    />
  );
}
