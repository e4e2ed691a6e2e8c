import { usePanels, useSurface } from '@backroom/panels';
import { useState } from 'react';
import { Button } from './button.tsx';
import CustomerChoice from './customer-choice.tsx';
import { Skeleton } from './skeleton.tsx';
import { Empty } from './states.tsx';

function Choice() {
  const customer = usePanels(['customer']).data?.panels.customer;
  return customer?.state === 'ready' ? <CustomerChoice customer={customer.data} /> : <Skeleton lines={2} />;
}
/** A tab that needs a linked customer offers the link itself. */
export function LinkHere() {
  const { t } = useSurface();
  const [open, setOpen] = useState(false);
  if (open) return <Choice />;
  return (
    <Empty title={t('customer.unlinked_title')}>
      <Button onClick={() => setOpen(true)}>{t('action.link')}</Button>
    </Empty>
  );
}
