import { cancelView, useCancelForm, useCancelPreview, useSurface } from '@backroom/panels';
import type { CancelPreview } from '@backroom/shared';
import { Button, Buttons } from '../parts/button.tsx';
import { Field, textField } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ProblemNotice } from '../parts/states.tsx';
import { ActNote, NotRead } from './act-parts.tsx';
import { Dialog } from './dialog.tsx';

function CancelForm({ preview, close }: { preview: CancelPreview; close: () => void }) {
  const { t } = useSurface();
  const form = useCancelForm(preview, close);
  const { view } = form;
  return (
    <>
      {view.closed ? null : <p>{view.text}</p>}
      <ActNote note={view.closed} tone="danger" />
      <ActNote note={view.changedInErp} tone="warning" />
      {view.closed ? null : (
        <Field
          {...textField}
          kind="long"
          name="cancel-reason"
          label={t('act.reason')}
          value={form.reason}
          onText={form.setReason}
        />
      )}
      {form.problem ? <ProblemNotice problem={form.problem} /> : null}
      <Buttons>
        <Button onClick={close}>{t('act.keep')}</Button>
        <Button kind="danger" testId="confirm-cancel" busy={form.busy} disabled={!view.isRight} onClick={form.send}>
          {view.confirm}
        </Button>
      </Buttons>
    </>
  );
}
export default function CancelDialog({ close }: { close: () => void }) {
  const surface = useSurface();
  const asked = useCancelPreview();
  const title = asked.data ? cancelView(surface, asked.data, '').title : surface.t('act.cancel_button');
  return (
    <Dialog title={title} close={close}>
      {asked.problem ? <NotRead problem={asked.problem} retry={asked.refresh} close={close} /> : null}
      {asked.data ? <CancelForm preview={asked.data} close={close} /> : asked.problem ? null : <Skeleton lines={3} />}
    </Dialog>
  );
}
