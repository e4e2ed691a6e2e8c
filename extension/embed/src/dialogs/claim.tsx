import { claimInput, claimView, useAct, useClaimReturn, usePanels, useSurface } from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import { useEffect, useRef, useState } from 'react';
import { useHost } from '../host-context.ts';
import { Button, Buttons } from '../parts/button.tsx';
import { Field, textField } from '../parts/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Note, ProblemNotice } from '../parts/states.tsx';
import { Dialog } from './dialog.tsx';

type Props = { refused: Submission | null; close: (sent: string | null) => void };
/** The form, once somebody wants it. The key is drawn once for each form: pressing twice is one claim. */
function ClaimForm({ refused, close }: Props) {
  const surface = useSurface();
  const { t, record } = surface;
  const host = useHost();
  const panels = usePanels(['orders', 'returns']);
  const claim = useClaimReturn();
  const act = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [quantities, setQuantities] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const key = useRef(crypto.randomUUID());
  const { orders, returns } = panels.data?.panels ?? {};
  const { refresh } = panels;
  // What left the house a moment ago can come back: the form asks the ERP anew when it opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => void refresh(), []);
  if (panels.problem) return <ProblemNotice problem={panels.problem} retry={() => void panels.refresh()} />;
  if (orders?.state === 'problem') return <ProblemNotice problem={orders.problem} />;
  if (orders?.state !== 'ready') return <Skeleton lines={5} />;
  const found = { orders: orders.data.orders, returns: returns?.state === 'ready' ? returns.data.returns : [] };
  const view = claimView(surface, found, chosen, quantities);
  const send = () => {
    const typed = claimInput(surface, view, { quantities, reason });
    setMissing('missing' in typed ? typed.missing : null);
    if ('missing' in typed) return;
    const submit = () =>
      claim.run({ record, ...typed.input, idempotencyKey: key.current }, ({ id }) => {
        host.notify(t('returns.sent_toast'), 'success');
        close(id);
      });
    // What takes the place of a refused one withdraws that first: one complaint is one return.
    if (refused?.canCancel) act.run({ id: refused.id, action: { action: 'cancel' } }, submit);
    else submit();
  };
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
          onText={(number) => {
            setChosen(number);
            setQuantities({});
          }}
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
          value={quantities[code] ?? ''}
          onText={(text) => setQuantities((before) => ({ ...before, [code]: text }))}
        />
      ))}
      {view.order ? (
        <Field
          {...textField}
          kind="long"
          name="reason"
          label={t('reason')}
          hint={t('returns.reason_hint')}
          value={reason}
          onText={setReason}
        />
      ) : null}
      {missing ? <Note tone="warning" title={missing} live /> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      {claim.problem ? <ProblemNotice problem={claim.problem} /> : null}
      <Buttons>
        <Button kind="primary" busy={claim.busy || act.busy} disabled={!view.order} onClick={send}>
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
