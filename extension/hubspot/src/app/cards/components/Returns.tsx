import { returnTable, useSurface } from '@backroom/panels';
import type { ErpReturn } from '@backroom/shared';
import { EmptyState, Text } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';

export function Returns({ returns }: { returns: readonly ErpReturn[] }) {
  const surface = useSurface();
  const { t } = surface;
  if (returns.length === 0)
    return (
      <EmptyState title={t('returns.none_title')} layout="vertical">
        <Text>{t('returns.none_text')}</Text>
      </EmptyState>
    );
  return <DataTable table={returnTable(surface, returns)} />;
}
