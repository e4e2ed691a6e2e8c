import { cancelView, useCancelOrder, useCancelPreview, useSurface } from '@backroom/panels';
import type { CancelPreview } from '@backroom/shared';
import { useState } from 'react';
import { Button, Buttons } from '../parts/button.tsx';
import { Field, textField } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ProblemNotice } from '../parts/states.tsx';
import { ActNote, NotRead, useKey } from './act-parts.tsx';
import { Dialog } from './dialog.tsx';

function CancelForm({ preview, close }: { preview: CancelPreview; close: () => void }) {
  const surface = useSurface();
  const { record, t } = surface;
  const cancel = useCancelOrder();
  const [reason, setReason] = useState('');
  const idempotencyKey = useKey(preview.fingerprint);
  const view = cancelView(surface, preview, reason);
  const { submission, fingerprint } = preview;
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
          value={reason}
          onText={setReason}
        />
      )}
      {cancel.problem ? <ProblemNotice problem={cancel.problem} /> : null}
      <Buttons>
        <Button onClick={close}>{t('act.keep')}</Button>
        <Button
          kind="danger"
          testId="confirm-cancel"
          busy={cancel.busy}
          disabled={!view.isRight}
          onClick={() => cancel.run({ dealId: record.id, submission, fingerprint, reason, idempotencyKey }, close)}
        >
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
