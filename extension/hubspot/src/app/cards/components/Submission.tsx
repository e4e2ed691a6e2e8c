import { eventView, submissionView, useAct, useSurface } from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  Heading,
  List,
  LoadingButton,
  StepIndicator,
  Text,
} from '@hubspot/ui-extensions';
import { ProblemNotice, Status } from './States.tsx';

/** An order on its way: where it is, what happens next, what happened so far, and what a person may do. */
export function SubmissionProgress({ submission }: { submission: Submission }) {
  const surface = useSurface();
  const { t } = surface;
  const act = useAct();
  const view = submissionView(surface, submission, Date.now());
  const run = (action: 'resend' | 'cancel') => act.run({ id: submission.id, action: { action } });
  return (
    <Flex direction="column" gap="sm">
      <Heading>{view.title}</Heading>
      <StepIndicator stepNames={view.steps} currentStep={view.step} />
      <Status {...view.tag} />
      <Text>{[view.next, view.nextTry, view.writtenBack].filter(Boolean).join(' ')}</Text>
      {view.kept ? <Alert title={view.kept} variant="info" /> : null}
      {view.problem ? <ProblemNotice problem={view.problem} /> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      <ButtonRow>
        {submission.canResend ? (
          <LoadingButton variant="primary" loading={act.busy} onClick={() => run('resend')}>
            {t('order.resend')}
          </LoadingButton>
        ) : null}
        {submission.canCancel ? (
          <Button variant="destructive" disabled={act.busy} onClick={() => run('cancel')}>
            {t('order.cancel')}
          </Button>
        ) : null}
      </ButtonRow>
      <Text format={{ fontWeight: 'bold' }}>{t('order.history')}</Text>
      <List variant="ordered">
        {submission.events.map((event) => {
          const { at, what, state, words } = eventView(surface, event);
          return (
            <Text key={`${event.at}${event.step}${event.state}`}>
              {[at, what, state, words].filter(Boolean).join(' · ')}
            </Text>
          );
        })}
      </List>
    </Flex>
  );
}
