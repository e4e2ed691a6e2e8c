import {
  isMoving,
  refusedClaim,
  submissionView,
  useClaimForm,
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
import { useEffect, useState } from 'react';
import { Skeleton } from './Skeleton.tsx';
import { ProblemNotice, Status } from './States.tsx';

/** The form, once somebody wants it. */
function ClaimForm(props: { refused: Submission | null; close: (sent: string | null) => void }) {
  const { refused, close } = props;
  const { t } = useSurface();
  const actions = useExtensionActions<'crm.record.tab'>();
  const form = useClaimForm(refused, (id) => {
    actions.addAlert({ message: t('returns.sent_toast'), type: 'success' });
    close(id);
  });
  const { view } = form;
  if (form.unread) return <ProblemNotice problem={form.unread} retry={form.retry} />;
  if (!view) return <Skeleton lines={5} />;
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
          onChange={(number) => form.choose(String(number))}
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
          value={form.quantities[code] ?? ''}
          onInput={(text) => form.setQuantity(code, text)}
        />
      ))}
      {view.order ? (
        <TextArea
          name="reason"
          label={t('reason')}
          description={t('returns.reason_hint')}
          value={form.reason}
          onInput={form.setReason}
        />
      ) : null}
      {form.missing ? <Alert title={form.missing} variant="warning" /> : null}
      {form.problems.map((problem) => (
        <ProblemNotice key={problem.reference} problem={problem} />
      ))}
      <ButtonRow>
        <LoadingButton variant="primary" loading={form.busy} disabled={!view.order} onClick={form.send}>
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
