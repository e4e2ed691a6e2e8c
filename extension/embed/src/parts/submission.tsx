import { eventView, submissionView, useAct, useSurface } from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import { Button, Buttons } from './button.tsx';
import { Confirm } from './confirm.tsx';
import { ProblemNotice } from './states.tsx';
import { Steps } from './steps.tsx';

/** An order under way, below its verdict: how far it is, what holds it up, and what a person may do. */
export default function SubmissionProgress({ submission }: { submission: Submission }) {
  const surface = useSurface();
  const { t } = surface;
  const act = useAct();
  const view = submissionView(surface, submission, Date.now());
  const note = view.kept ?? view.writtenBack;
  const run = (action: 'resend' | 'cancel') => act.run({ id: submission.id, action: { action } });
  return (
    <div className="stack">
      {view.step === null ? null : <Steps names={view.steps} current={view.step} />}
      {note ? <p className="small">{note}</p> : null}
      {view.notice ? <ProblemNotice problem={view.notice} /> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      {submission.canResend ? (
        <Buttons>
          <Button busy={act.busy} onClick={() => run('resend')}>
            {t('order.resend')}
          </Button>
        </Buttons>
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
      <details>
        <summary>{t('order.history')}</summary>
        <ol className="history">
          {submission.events.map((event) => {
            const { at, what, state, words } = eventView(surface, event);
            return (
              <li key={`${event.at}${event.step}${event.state}`}>
                {[at, what, state, words].filter(Boolean).join(' · ')}
              </li>
            );
          })}
        </ol>
      </details>
    </div>
  );
}
