import { orderCard, useDecision, useSurface } from '@backroom/panels';
import { Alert, Button, ButtonRow, Flex, Heading, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { PriceChanged } from './Checks.tsx';
import { CustomerChoice } from './CustomerChoice.tsx';
import { DataTable } from './DataTable.tsx';
import { DeskLink } from './DeskLink.tsx';
import { type Dialogue, OrderActs } from './OrderActs.tsx';
import { OrderDetails } from './Orders.tsx';
import { OrderPreview } from './Preview.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Age, Outdated, ProblemNotice } from './States.tsx';
import { SubmissionProgress } from './Submission.tsx';
import { Verdict } from './Verdict.tsx';

/**
 * Verdict, checks and the button first; then what the order is. `compact`: the narrow column has the decision without its details.
 */
export function Decision({ compact = false }: { compact?: boolean }) {
  const surface = useSurface();
  const actions = useExtensionActions<'crm.record.tab'>();
  const decision = useDecision();
  const [asked, setAsked] = useState<string | null>(null);
  const [dialogue, setDialogue] = useState<Dialogue>(null);
  const writtenBack = decision.data?.submissions.find(({ kind }) => kind === 'order')?.writtenBack ?? false;
  // HubSpot shows the old values until it is told.
  useEffect(() => {
    if (writtenBack) actions.refreshObjectProperties();
  }, [writtenBack, actions]);
  if (decision.problem) return <ProblemNotice problem={decision.problem} retry={decision.refresh} />;
  if (!decision.data) return <Skeleton lines={compact ? 5 : 10} />;
  const card = orderCard(surface, decision.data, Date.now(), asked);
  const { latest, converted, change, differs, onceMore, desk } = card;
  // What another tab began ends the dialogue of this one.
  const open = dialogue && card.acts[dialogue] ? dialogue : null;
  const toDesk = desk && (
    <DeskLink
      place={{ submission: desk.submission }}
      label={desk.label}
      isPrimary={desk.isPrimary}
      otherwise={desk.otherwise}
    />
  );
  return (
    <Flex direction="column" gap="sm">
      <Age {...decision} freshness={card.freshness} />
      <Verdict verdict={card.verdict} lines={card.lines} />
      <Outdated {...decision} freshness={card.freshness} />
      {card.isChecking ? <Skeleton lines={compact ? 3 : 9} /> : null}
      {card.choice ? <CustomerChoice customer={card.choice} /> : null}
      {card.previewProblem ? <ProblemNotice problem={card.previewProblem} retry={decision.refresh} /> : null}
      <PriceChanged />
      {card.preview ? <OrderPreview preview={card.preview} compact={compact} refresh={decision.refresh} /> : null}
      {desk?.isPrimary && !change ? toDesk : null}
      {latest && card.showProgress ? <SubmissionProgress submission={latest} compact={compact} /> : null}
      {differs ? (
        <Alert title={differs.title} variant="warning">
          {differs.lines.map((each) => (
            <Text key={each}>{each}</Text>
          ))}
        </Alert>
      ) : null}
      {/* The dialogue has tables of its own, read when it was opened. */}
      {change && !compact && open === null ? (
        <>
          <Heading>{change.title}</Heading>
          <DataTable table={change.table} />
        </>
      ) : null}
      <OrderActs offers={card.acts} compact={compact} open={open} setOpen={setDialogue} />
      {desk?.isPrimary && change ? toDesk : null}
      {desk && !desk.isPrimary ? toDesk : null}
      {card.stopped ? <Text>{card.stopped}</Text> : null}
      {converted && !compact && open === null ? <OrderDetails order={converted} promisedOn={card.promisedOn} /> : null}
      {onceMore && !compact && open === null ? (
        <ButtonRow>
          <Button testId="once-more" size="sm" onClick={() => setAsked(onceMore.id)}>
            {onceMore.label}
          </Button>
        </ButtonRow>
      ) : null}
    </Flex>
  );
}
