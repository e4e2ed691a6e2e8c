import { changeView, useChangeForm, useChangePreview, useSurface } from '@backroom/panels';
import type { ChangePreview } from '@backroom/shared';
import { Button, Buttons } from '../parts/button.tsx';
import { Checks } from '../parts/checks.tsx';
import { Facts } from '../parts/facts.tsx';
import { Tick } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ProblemNotice } from '../parts/states.tsx';
import { DataTable } from '../parts/table.tsx';
import { ActNote, NotRead } from './act-parts.tsx';
import { Dialog } from './dialog.tsx';

function ChangeForm({ preview, close }: { preview: ChangePreview; close: () => void }) {
  const { t } = useSurface();
  const form = useChangeForm(preview, close);
  const { view } = form;
  return (
    <>
      <p>{view.about}</p>
      <DataTable label={view.about} table={view.table} />
      <Facts facts={view.totals} />
      <ActNote note={view.closed} tone="danger" />
      <ActNote note={view.changedInErp} tone="warning" />
      <Checks checks={view.checks} />
      {view.accept ? (
        <Tick name="accept-change" label={view.accept} checked={form.accepts} onChange={form.accept} />
      ) : null}
      {form.problem ? <ProblemNotice problem={form.problem} /> : null}
      <Buttons>
        <Button kind="primary" testId="confirm-change" busy={form.busy} disabled={!form.isReady} onClick={form.send}>
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
