import {
  actView,
  cancelView,
  changeView,
  useActOnOrder,
  useCancelForm,
  useCancelPreview,
  useChangeForm,
  useChangePreview,
  useSurface,
} from '@backroom/panels';
import type { CancelPreview, ChangePreview, OrderAct, Problem } from '@backroom/shared';
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  Flex,
  Heading,
  LoadingButton,
  StepIndicator,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { Checks } from './Checks.tsx';
import { DataTable } from './DataTable.tsx';
import { Facts } from './Facts.tsx';
import { Skeleton } from './Skeleton.tsx';
import { ProblemNotice, Status } from './States.tsx';

type Note = { title: string; lines: readonly string[] } | null;
const Noted = ({ note, variant }: { note: Note; variant: 'warning' | 'error' }) =>
  note ? (
    <Alert title={note.title} variant={variant}>
      {note.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Alert>
  ) : null;

/** The order could not be read: the way back is there all the same. */
function NotRead({ problem, retry, close }: { problem: Problem; retry: () => void; close: () => void }) {
  const { t } = useSurface();
  return (
    <>
      <ProblemNotice problem={problem} retry={retry} />
      <ButtonRow>
        <Button testId="keep-order" onClick={close}>
          {t('act.keep')}
        </Button>
      </ButtonRow>
    </>
  );
}

function ChangeForm({ preview, close }: { preview: ChangePreview; close: () => void }) {
  const { t } = useSurface();
  const form = useChangeForm(preview, close);
  const { view } = form;
  return (
    <>
      <Text>{view.about}</Text>
      <DataTable table={view.table} />
      <Facts facts={view.totals} direction="row" />
      <Noted note={view.closed} variant="error" />
      <Noted note={view.changedInErp} variant="warning" />
      <Checks checks={view.checks} />
      {view.accept ? (
        <Checkbox name="accept-change" checked={form.accepts} onChange={form.accept}>
          {view.accept}
        </Checkbox>
      ) : null}
      {form.problem ? <ProblemNotice problem={form.problem} /> : null}
      <ButtonRow>
        <LoadingButton
          variant="primary"
          testId="confirm-change"
          loading={form.busy}
          disabled={!form.isReady}
          onClick={form.send}
        >
          {view.confirm}
        </LoadingButton>
        <Button onClick={close}>{t('act.keep')}</Button>
      </ButtonRow>
    </>
  );
}
function Change({ close }: { close: () => void }) {
  const surface = useSurface();
  const asked = useChangePreview();
  return (
    <Flex direction="column" gap="sm">
      <Heading>{asked.data ? changeView(surface, asked.data).title : surface.t('act.change_button')}</Heading>
      {asked.problem ? <NotRead problem={asked.problem} retry={asked.refresh} close={close} /> : null}
      {asked.data ? <ChangeForm preview={asked.data} close={close} /> : asked.problem ? null : <Skeleton lines={6} />}
    </Flex>
  );
}

function CancelForm({ preview, close }: { preview: CancelPreview; close: () => void }) {
  const { t } = useSurface();
  const form = useCancelForm(preview, close);
  const { view } = form;
  return (
    <>
      {view.closed ? null : <Text>{view.text}</Text>}
      <Noted note={view.closed} variant="error" />
      <Noted note={view.changedInErp} variant="warning" />
      {view.closed ? null : (
        <TextArea name="cancel-reason" label={t('act.reason')} value={form.reason} onInput={form.setReason} />
      )}
      {form.problem ? <ProblemNotice problem={form.problem} /> : null}
      <ButtonRow>
        <Button onClick={close}>{t('act.keep')}</Button>
        <LoadingButton
          variant="destructive"
          testId="confirm-cancel"
          loading={form.busy}
          disabled={!view.isRight}
          onClick={form.send}
        >
          {view.confirm}
        </LoadingButton>
      </ButtonRow>
    </>
  );
}
function Cancel({ close }: { close: () => void }) {
  const surface = useSurface();
  const asked = useCancelPreview();
  return (
    <Flex direction="column" gap="sm">
      <Heading>{asked.data ? cancelView(surface, asked.data, '').title : surface.t('act.cancel_button')}</Heading>
      {asked.problem ? <NotRead problem={asked.problem} retry={asked.refresh} close={close} /> : null}
      {asked.data ? <CancelForm preview={asked.data} close={close} /> : asked.problem ? null : <Skeleton lines={3} />}
    </Flex>
  );
}

/** A change or cancellation on its way, and what came of it. */
function Act({ act, compact }: { act: OrderAct; compact: boolean }) {
  const surface = useSurface();
  const intervene = useActOnOrder();
  const view = actView(surface, act);
  return (
    <Flex direction="column" gap="xs">
      <Heading>{view.heading}</Heading>
      <Status {...view.tag} />
      {view.step === null || compact ? null : <StepIndicator stepNames={view.steps} currentStep={view.step} />}
      {view.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Noted note={view.differs} variant="warning" />
      {intervene.problem ? <ProblemNotice problem={intervene.problem} /> : null}
      {compact || view.actions.length === 0 ? null : (
        <ButtonRow>
          {view.actions.map(({ action, label }) => (
            <LoadingButton
              key={action}
              size="sm"
              loading={intervene.busy}
              onClick={() => intervene.run({ id: act.id, action })}
            >
              {label}
            </LoadingButton>
          ))}
        </ButtonRow>
      )}
    </Flex>
  );
}

type Offers = { act: OrderAct | null; change: string | null; cancel: string | null };
/** Changing and cancelling the order that the ERP has. */
export type Dialogue = 'change' | 'cancel' | null;
export function OrderActs(props: {
  offers: Offers;
  compact: boolean;
  open: Dialogue;
  setOpen: (open: Dialogue) => void;
}) {
  const { offers, compact, open, setOpen } = props;
  const close = () => setOpen(null);
  const { act, change, cancel } = offers;
  if (open === 'change' && change) return <Change close={close} />;
  if (open === 'cancel' && cancel) return <Cancel close={close} />;
  return (
    <>
      {act ? <Act act={act} compact={compact} /> : null}
      {compact || !(change || cancel) ? null : (
        <ButtonRow>
          {change ? (
            <Button variant="primary" size="sm" testId="change-order" onClick={() => setOpen('change')}>
              {change}
            </Button>
          ) : null}
          {cancel ? (
            <Button size="sm" testId="cancel-order" onClick={() => setOpen('cancel')}>
              {cancel}
            </Button>
          ) : null}
        </ButtonRow>
      )}
    </>
  );
}
