import { isMoving, usePanels, useSubmissions, useSurface } from '@backroom/panels';
import { Flex, hubspot, LoadingSpinner, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import { Card } from './components/Card.tsx';
import { OrderDetails } from './components/Orders.tsx';
import { OrderPreview } from './components/Preview.tsx';
import { ProblemNotice } from './components/States.tsx';
import { SubmissionProgress } from './components/Submission.tsx';

/** Preview, then progress, then the order; what is on its way always comes first. */
function DealOrderContent() {
  const { t, record } = useSurface();
  const actions = useExtensionActions<'crm.record.tab'>();
  const submissions = useSubmissions();
  const panels = usePanels(['orders']);
  const latest = submissions.data?.find(({ kind, state }) => kind === 'order' && state !== 'cancelled') ?? null;
  const writtenBack = latest?.writtenBack ?? false;
  // HubSpot shows the old values until it is told.
  useEffect(() => {
    if (writtenBack) actions.refreshObjectProperties();
  }, [writtenBack, actions]);
  if (submissions.problem) return <ProblemNotice problem={submissions.problem} />;
  if (!submissions.data) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const orders = panels.data?.panels.orders;
  const converted = orders?.state === 'ready' ? orders.data.converted : null;
  const changed =
    latest?.state === 'confirmed' && panels.data !== null && panels.data.record.revision !== latest.revision;
  return (
    <Flex direction="column" gap="md">
      {changed ? <Text>{t('order.quote_changed', { number: latest.erpNumber ?? '' })}</Text> : null}
      {latest && (isMoving(latest) || latest.state === 'needs_attention' || !converted) ? (
        <SubmissionProgress submission={latest} />
      ) : null}
      {converted ? <OrderDetails order={converted} /> : null}
      {latest || converted ? null : <OrderPreview dealId={record.id} />}
    </Flex>
  );
}
export const DealOrder = () => (
  <Card type="deal">
    <DealOrderContent />
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealOrder />);
