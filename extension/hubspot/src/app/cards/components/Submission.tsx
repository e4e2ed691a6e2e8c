import { eventView, submissionView, useAct, useSurface } from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import { Accordion, Flex, List, LoadingButton, StepIndicator, Text } from '@hubspot/ui-extensions';
import { Confirm } from './Confirm.tsx';
import { ProblemNotice } from './States.tsx';

/** An order under way, below its verdict: how far it is, what holds it up, and what a person may do. */
export function SubmissionProgress({ submission, compact }: { submission: Submission; compact: boolean }) {
  const surface = useSurface();
  const { t } = surface;
  const act = useAct();
  const view = submissionView(surface, submission, Date.now());
  const note = view.kept ?? view.writtenBack;
  const run = (action: 'resend' | 'cancel') => act.run({ id: submission.id, action: { action } });
  return (
    <Flex direction="column" gap="sm">
      {view.step === null || compact ? null : <StepIndicator stepNames={view.steps} currentStep={view.step} />}
      {note ? <Text variant="microcopy">{note}</Text> : null}
      {view.notice ? <ProblemNotice problem={view.notice} /> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      {compact ? null : (
        <Flex direction="row" align="end" gap="sm" wrap>
          {submission.canResend ? (
            <LoadingButton size="sm" loading={act.busy} onClick={() => run('resend')}>
              {t('order.resend')}
            </LoadingButton>
          ) : null}
          {submission.canCancel ? (
            <Confirm
              label={t('order.cancel')}
              ask={t('order.cancel_confirm')}
              yes={t('action.cancel_yes')}
              busy={act.busy}
              isDestructive
              run={() => run('cancel')}
            />
          ) : null}
        </Flex>
      )}
      {compact ? null : (
        <Accordion title={t('order.history')} size="sm">
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
        </Accordion>
      )}
    </Flex>
  );
}
