import {
  claimInput,
  claimView,
  isMoving,
  submissionView,
  useClaimReturn,
  usePanels,
  useReload,
  useSubmissions,
  useSurface,
} from '@backroom/panels';
import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  Heading,
  Input,
  LoadingButton,
  LoadingSpinner,
  Select,
  Text,
  TextArea,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import { ProblemNotice, Status } from './States.tsx';

/** The form, once somebody wants it. The key is drawn once for each form: pressing twice is one claim. */
function ClaimForm({ close }: { close: (sent: string | null) => void }) {
  const surface = useSurface();
  const { t, record } = surface;
  const panels = usePanels(['orders']);
  const claim = useClaimReturn();
  const actions = useExtensionActions<'crm.record.tab'>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [quantities, setQuantities] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const key = useRef(crypto.randomUUID());
  const orders = panels.data?.panels.orders;
  const { refresh } = panels;
  // What left the house a moment ago can come back: the form asks the ERP anew when it opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => void refresh(), []);
  if (panels.problem) return <ProblemNotice problem={panels.problem} retry={() => void panels.refresh()} />;
  if (orders?.state === 'problem') return <ProblemNotice problem={orders.problem} />;
  if (orders?.state !== 'ready') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const view = claimView(surface, orders.data.orders, chosen);
  const send = () => {
    const typed = claimInput(surface, { orderNumber: view.order, quantities, reason });
    setMissing('missing' in typed ? typed.missing : null);
    if ('missing' in typed) return;
    claim.run({ record, ...typed.input, idempotencyKey: key.current }, ({ id }) => {
      actions.addAlert({ message: t('returns.sent_toast'), type: 'success' });
      close(id);
    });
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
      {view.lines.map(({ code, label, hint }) => (
        <Input
          key={`${view.order} ${code}`}
          name={`quantity-${code}`}
          label={label}
          description={hint}
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
      {claim.problem ? <ProblemNotice problem={claim.problem} /> : null}
      <ButtonRow>
        <LoadingButton variant="primary" loading={claim.busy} disabled={!view.order} onClick={send}>
          {t('returns.claim_send')}
        </LoadingButton>
        <Button onClick={() => close(null)}>{t('close')}</Button>
      </ButtonRow>
    </Flex>
  );
}

/** A claim on its way to the ERP; once it is there, the list is read again. */
function Sent({ id }: { id: string }) {
  const surface = useSurface();
  const reload = useReload();
  const submission = useSubmissions().data?.find((each) => each.id === id);
  const confirmed = submission?.state === 'confirmed';
  useEffect(() => {
    if (confirmed) reload();
  }, [confirmed, reload]);
  if (!submission || confirmed) return null;
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
  if (!open)
    return (
      <Flex direction="column" gap="sm">
        {sent ? <Sent id={sent} /> : null}
        <ButtonRow>
          <Button size="sm" testId="claim" onClick={() => setOpen(true)}>
            {t('returns.claim')}
          </Button>
        </ButtonRow>
      </Flex>
    );
  return (
    <ClaimForm
      close={(id) => {
        setOpen(false);
        if (id) setSent(id);
      }}
    />
  );
}
