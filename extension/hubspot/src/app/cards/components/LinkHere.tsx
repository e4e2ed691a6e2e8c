import { usePanels, useSurface } from '@backroom/panels';
import { Button, EmptyState, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { CustomerChoice } from './CustomerChoice.tsx';
import { Skeleton } from './Skeleton.tsx';

function Choice() {
  const customer = usePanels(['customer']).data?.panels.customer;
  return customer?.state === 'ready' ? <CustomerChoice customer={customer.data} /> : <Skeleton lines={2} />;
}
/** A card that needs a linked customer offers the link itself. */
export function LinkHere() {
  const { t } = useSurface();
  const [open, setOpen] = useState(false);
  if (open) return <Choice />;
  return (
    <EmptyState title={t('customer.unlinked_title')} layout="vertical">
      <Flex direction="column" align="center">
        <Button size="sm" onClick={() => setOpen(true)}>
          {t('action.link')}
        </Button>
      </Flex>
    </EmptyState>
  );
}
