import {
  claimInput,
  claimView,
  isMoving,
  refusedClaim,
  submissionView,
  useAct,
  useClaimReturn,
  usePanels,
  useReload,
  useSubmissions,
  useSurface,
} from '@backroom/panels';
import type { Submission } from '@backroom/shared';
import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  Heading,
  Input,
  LoadingButton,
  Select,
  Text,
  TextArea,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import { Skeleton } from './Skeleton.tsx';
import { ProblemNotice, Status } from './States.tsx';

/** The form, once somebody wants it. The key is drawn once for each form: pressing twice is one claim. */
function ClaimForm(props: { refused: Submission | null; close: (sent: string | null) => void }) {
  const { refused, close } = props;
  const surface = useSurface();
  const { t, record } = surface;
  const panels = usePanels(['orders', 'returns']);
  const claim = useClaimReturn();
  const act = useAct();
  const actions = useExtensionActions<'crm.record.tab'>();
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
        actions.addAlert({ message: t('returns.sent_toast'), type: 'success' });
        close(id);
      });
    // What takes the place of a refused one withdraws that first: one complaint is one return.
    if (refused?.canCancel) act.run({ id: refused.id, action: { action: 'cancel' } }, submit);
    else submit();
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>{t('returns.claim_title')}</Heading>
      {view.empty ? <Text>{view.empty}</Text> : null}
      {view.order ? (
        <Select
          name="order"
          label={t('returns.choose_order')}
          options={view.orders}
          value={view.order}
          onChange={(number) => {
            setChosen(String(number));
            setQuantities({});
          }}
        />
      ) : null}
      {view.lines.map(({ code, label, hint, wrong }) => (
        <Input
          key={`${view.order} ${code}`}
          name={`quantity-${code}`}
          label={label}
          description={hint}
          error={wrong !== null}
          {...(wrong === null ? {} : { validationMessage: wrong })}
          value={quantities[code] ?? ''}
          onInput={(text) => setQuantities((before) => ({ ...before, [code]: text }))}
        />
      ))}
      {view.order ? (
        <TextArea
          name="reason"
          label={t('reason')}
          description={t('returns.reason_hint')}
          value={reason}
          onInput={setReason}
        />
      ) : null}
      {missing ? <Alert title={missing} variant="warning" /> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      {claim.problem ? <ProblemNotice problem={claim.problem} /> : null}
      <ButtonRow>
        <LoadingButton variant="primary" loading={claim.busy || act.busy} disabled={!view.order} onClick={send}>
          {t('returns.claim_send')}
        </LoadingButton>
        <Button onClick={() => close(null)}>{t('close')}</Button>
      </ButtonRow>
    </Flex>
  );
}

/** A claim on its way to the ERP, or refused by it; once it is there, the list is read again. */
function Sent({ submission }: { submission: Submission }) {
  const surface = useSurface();
  const reload = useReload();
  const confirmed = submission.state === 'confirmed';
  useEffect(() => {
    if (confirmed) reload();
  }, [confirmed, reload]);
  if (confirmed) return null;
  return (
    <Flex direction="column" gap="xs">
      <Status {...submissionView(surface, submission, Date.now()).tag} />
      {isMoving(submission) || !submission.problem ? null : <ProblemNotice problem={submission.problem} />}
    </Flex>
  );
}

/** From a delivered order back to the ERP: which products, how many, and why. */
export function Claim() {
  const { t } = useSurface();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const submissions = useSubmissions().data;
  const refused = refusedClaim(submissions);
  const shown = submissions?.find(({ id }) => id === sent) ?? refused;
  if (!open)
    return (
      <Flex direction="column" gap="sm">
        {shown ? <Sent submission={shown} /> : null}
        <ButtonRow>
          <Button size="sm" testId="claim" onClick={() => setOpen(true)}>
            {t(refused ? 'returns.edit' : 'returns.claim')}
          </Button>
        </ButtonRow>
      </Flex>
    );
  return (
    <ClaimForm
      refused={refused}
      close={(id) => {
        setOpen(false);
        if (id) setSent(id);
      }}
    />
  );
}
