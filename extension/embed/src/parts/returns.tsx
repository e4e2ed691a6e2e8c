import {
  isMoving,
  refusedClaim,
  returnTable,
  submissionView,
  useReload,
  useSubmissions,
  useSurface,
} from '@backroom/panels';
import type { ReturnsPanel, Submission } from '@backroom/shared';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button, Buttons } from './button.tsx';
import { Empty, ProblemNotice, Status } from './states.tsx';
import { DataTable } from './table.tsx';

const ClaimDialog = lazy(() => import('../dialogs/claim.tsx'));

/** A claim on its way to the ERP, or refused by it; once it is there, the list is read again. */
function Sent({ submission }: { submission: Submission }) {
  const surface = useSurface();
  const reload = useReload();
  const isThere = submission.state === 'confirmed';
  useEffect(() => {
    if (isThere) reload();
  }, [isThere, reload]);
  if (isThere) return null;
  return (
    <div className="stack tight" role="status">
      <div>
        <Status {...submissionView(surface, submission, Date.now()).tag} />
      </div>
      {isMoving(submission) || !submission.problem ? null : <ProblemNotice problem={submission.problem} />}
    </div>
  );
}

/** The returns of the customer, and from a delivered order back to the ERP: which products, how many, and why. */
export function ReturnList({ panel }: { panel: ReturnsPanel }) {
  const surface = useSurface();
  const { t } = surface;
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const submissions = useSubmissions().data;
  const refused = refusedClaim(submissions);
  const shown = submissions?.find(({ id }) => id === sent) ?? refused;
  return (
    <>
      {panel.returns.length === 0 ? (
        <Empty title={t('returns.none_title')} text={t('returns.none_text')} />
      ) : (
        <DataTable label={t('returns')} table={returnTable(surface, panel.returns)} />
      )}
      {panel.canClaim === false ? null : (
        <>
          {shown ? <Sent submission={shown} /> : null}
          <Buttons>
            <Button testId="claim" onClick={() => setOpen(true)}>
              {t(refused ? 'returns.edit' : 'returns.claim')}
            </Button>
          </Buttons>
        </>
      )}
      {isOpen ? (
        <Suspense>
          <ClaimDialog
            refused={refused}
            close={(id) => {
              setOpen(false);
              if (id) setSent(id);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
