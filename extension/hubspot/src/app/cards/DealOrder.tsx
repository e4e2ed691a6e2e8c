import { orderCard, usePanels, useSubmissions, useSurface } from '@backroom/panels';
import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  hubspot,
  LoadingSpinner,
  Text,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { Card } from './components/Card.tsx';
import { DeskLink } from './components/DeskLink.tsx';
import { OrderDetails } from './components/Orders.tsx';
import { OrderPreview } from './components/Preview.tsx';
import { Age, ProblemNotice } from './components/States.tsx';
import { SubmissionProgress } from './components/Submission.tsx';

/** Preview, then progress, then the order; what is on its way always comes first. */
function DealOrderContent() {
  const surface = useSurface();
  const { t, record } = surface;
  const actions = useExtensionActions<'crm.record.tab'>();
  const submissions = useSubmissions();
  const panels = usePanels(['orders']);
  const [asked, setAsked] = useState<string | null>(null);
  const { latest, converted, promisedOn, changed, differs, onceMore, stopped, desk, showProgress, showPreview } =
    orderCard(surface, submissions.data ?? [], panels.data, Date.now(), asked);
  const orders = panels.data?.panels.orders;
  const writtenBack = latest?.writtenBack ?? false;
  // HubSpot shows the old values until it is told.
  useEffect(() => {
    if (writtenBack) actions.refreshObjectProperties();
  }, [writtenBack, actions]);
  if (submissions.problem) return <ProblemNotice problem={submissions.problem} />;
  if (!submissions.data) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  return (
    <Flex direction="column" gap="md">
      {changed ? <Text>{changed}</Text> : null}
      {differs ? (
        <Alert title={differs.title} variant="warning">
          {differs.lines.map((each) => (
            <Text key={each}>{each}</Text>
          ))}
        </Alert>
      ) : null}
      {latest && showProgress ? <SubmissionProgress submission={latest} /> : null}
      {converted ? (
        <>
          <OrderDetails order={converted} promisedOn={promisedOn} />
          <Age
            freshness={orders?.state === 'ready' ? orders.freshness : null}
            refresh={panels.refresh}
            refreshing={panels.refreshing}
          />
        </>
      ) : null}
      {onceMore ? (
        <ButtonRow>
          <Button testId="once-more" onClick={() => setAsked(onceMore.id)}>
            {onceMore.label}
          </Button>
        </ButtonRow>
      ) : null}
      {desk ? <DeskLink place={{ submission: desk.submission }} label={desk.label} /> : null}
      {stopped ? <Text>{stopped}</Text> : null}
      {showPreview ? <OrderPreview dealId={record.id} /> : null}
    </Flex>
  );
}
export const DealOrder = () => (
  <Card type="deal">
    <DealOrderContent />
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealOrder />);
