import { useClaimForm, useSurface } from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import { useHost } from '../host-context.ts';
import { Button, Buttons } from '../parts/button.tsx';
import { Field, textField } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Note, ProblemNotice } from '../parts/states.tsx';
import { Dialog } from './dialog.tsx';

type Props = { refused: Submission | null; close: (sent: string | null) => void };
/** The form, once somebody wants it. */
function ClaimForm({ refused, close }: Props) {
  const { t } = useSurface();
  const host = useHost();
  const form = useClaimForm(refused, (id) => {
    host.notify(t('returns.sent_toast'), 'success');
    close(id);
  });
  const { view } = form;
  if (form.unread) return <ProblemNotice problem={form.unread} retry={form.retry} />;
  if (!view) return <Skeleton lines={5} />;
  return (
    <>
      {view.empty ? <p>{view.empty}</p> : null}
      {view.order ? (
        <Field
          {...textField}
          kind="choice"
          name="order"
          label={t('returns.choose_order')}
          options={view.orders}
          value={view.order}
          onText={form.choose}
        />
      ) : null}
      {view.lines.map(({ code, label, hint, wrong }) => (
        <Field
          {...textField}
          key={`${view.order} ${code}`}
          name={`quantity-${code}`}
          label={label}
          hint={hint}
          wrong={wrong}
          value={form.quantities[code] ?? ''}
          onText={(text) => form.setQuantity(code, text)}
        />
      ))}
      {view.order ? (
        <Field
          {...textField}
          kind="long"
          name="reason"
          label={t('reason')}
          hint={t('returns.reason_hint')}
          value={form.reason}
          onText={form.setReason}
        />
      ) : null}
      {form.missing ? <Note tone="warning" title={form.missing} live /> : null}
      {form.problems.map((problem) => (
        <ProblemNotice key={problem.reference} problem={problem} />
      ))}
      <Buttons>
        <Button kind="primary" busy={form.busy} disabled={!view.order} onClick={form.send}>
          {t('returns.claim_send')}
        </Button>
        <Button onClick={() => close(null)}>{t('close')}</Button>
      </Buttons>
    </>
  );
}
export default function ClaimDialog(props: Props) {
  const { t } = useSurface();
  return (
    <Dialog title={t('returns.claim_title')} close={() => props.close(null)}>
      <ClaimForm {...props} />
    </Dialog>
  );
}
