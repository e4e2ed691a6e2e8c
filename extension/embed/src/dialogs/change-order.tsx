import { changeView, useChangeOrder, useChangePreview, useSurface } from '@backroom/panels';
import type { ChangePreview } from '@backroom/shared';
import { useState } from 'react';
import { Button, Buttons } from '../parts/button.tsx';
import { Facts } from '../parts/facts.tsx';
import { Tick } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ProblemNotice, Status } from '../parts/states.tsx';
import { DataTable } from '../parts/table.tsx';
import { ActNote, NotRead, useKey } from './act-parts.tsx';
import { Dialog } from './dialog.tsx';

function ChangeForm({ preview, close }: { preview: ChangePreview; close: () => void }) {
  const surface = useSurface();
  const { t, record } = surface;
  const change = useChangeOrder();
  const [accepted, setAccepted] = useState<string | null>(null);
  const idempotencyKey = useKey(preview.fingerprint);
  const view = changeView(surface, preview);
  const accepts = view.warnings.length === 0 || accepted === view.seen;
  const { submission, fingerprint } = preview;
  const send = () =>
    change.run({ dealId: record.id, submission, fingerprint, acceptedWarnings: view.warnings, idempotencyKey }, close);
  return (
    <>
      <p>{view.about}</p>
      <DataTable label={view.about} table={view.table} />
      <Facts facts={view.totals} />
      <ActNote note={view.closed} tone="danger" />
      <ActNote note={view.changedInErp} tone="warning" />
      {view.checks.length > 0 ? (
        <ul className="checks">
          {view.checks.map(({ text, tone, level }) => (
            <li key={text}>
              <Status tone={tone} text={level} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {view.accept ? (
        <Tick
          name="accept-change"
          label={view.accept}
          checked={accepts}
          onChange={(on) => setAccepted(on ? view.seen : null)}
        />
      ) : null}
      {change.problem ? <ProblemNotice problem={change.problem} /> : null}
      <Buttons>
        <Button
          kind="primary"
          testId="confirm-change"
          busy={change.busy}
          disabled={!preview.canChange || !accepts}
          onClick={send}
        >
          {view.confirm}
        </Button>
        <Button onClick={close}>{t('act.keep')}</Button>
      </Buttons>
    </>
  );
}
export default function ChangeDialog({ close }: { close: () => void }) {
  const surface = useSurface();
  const asked = useChangePreview();
  const title = asked.data ? changeView(surface, asked.data).title : surface.t('act.change_button');
  return (
    <Dialog title={title} close={close}>
      {asked.problem ? <NotRead problem={asked.problem} retry={asked.refresh} close={close} /> : null}
      {asked.data ? <ChangeForm preview={asked.data} close={close} /> : asked.problem ? null : <Skeleton lines={6} />}
    </Dialog>
  );
}
