import { previewTable, previewView, useChooseQuote, useConvert, usePreview, useSurface } from '@backroom/panels';
import {
  Button,
  ButtonRow,
  Checkbox,
  Flex,
  Heading,
  LoadingButton,
  LoadingSpinner,
  Select,
  Text,
} from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { DataTable } from './DataTable.tsx';
import { Figures } from './Facts.tsx';
import { OrderEntries } from './OrderEntries.tsx';
import { ProblemNotice, Status } from './States.tsx';

/** What would be sent, what speaks against it, and the one button. The key is drawn once for each preview: pressing twice is one order. */
export function OrderPreview({ dealId }: { dealId: string }) {
  const surface = useSurface();
  const { t } = surface;
  const { data: preview, problem, checking, check } = usePreview(true);
  const convert = useConvert();
  const choose = useChooseQuote();
  const [accepted, setAccepted] = useState<string | null>(null);
  const [different, setDifferent] = useState<string | null>(null);
  const key = useRef({ revision: '', value: '' });
  if (problem) return <ProblemNotice problem={problem} retry={() => void check()} />;
  if (!preview) return <LoadingSpinner label={t('order.preview_loading')} showLabel layout="centered" />;
  if (key.current.revision !== preview.revision)
    key.current = { revision: preview.revision, value: crypto.randomUUID() };
  const view = previewView(surface, preview, surface.format.today(Date.now()));
  const { warnings, seen, twins, twinsSeen } = view;
  const accepts = warnings.length === 0 || accepted === seen;
  const isDifferent = twins.length === 0 || different === twinsSeen;
  const send = () =>
    convert.run({
      dealId,
      revision: preview.revision,
      acceptedWarnings: warnings,
      ...(twins.length > 0 ? { differentFrom: twins } : {}),
      idempotencyKey: key.current.value,
    });
  return (
    <Flex direction="column" gap="sm">
      <Heading>{view.title}</Heading>
      {view.customer ? <Text>{view.customer}</Text> : null}
      {view.quotes ? (
        <Select
          name="quote"
          label={view.quotes.label}
          options={view.quotes.options}
          value={view.quotes.used}
          readOnly={choose.busy}
          onChange={(quote) => choose.run(String(quote))}
        />
      ) : null}
      {choose.problem ? <ProblemNotice problem={choose.problem} retry={() => void check()} /> : null}
      <Figures figures={view.figures} />
      <Text format={{ fontWeight: 'bold' }}>{view.checksTitle}</Text>
      {view.checks.map(({ text, tone, level }) => (
        <Status key={text} tone={tone} text={t('label_value', { label: level, value: text })} />
      ))}
      <OrderEntries preview={preview} />
      <DataTable table={previewTable(surface, preview, surface.format.today(Date.now()))} />
      {convert.problem ? <ProblemNotice problem={convert.problem} retry={() => void check()} /> : null}
      {view.accept ? (
        <Checkbox name="accept" checked={accepts} onChange={(on) => setAccepted(on ? seen : null)}>
          {view.accept}
        </Checkbox>
      ) : null}
      {view.different ? (
        <Checkbox name="different" checked={isDifferent} onChange={(on) => setDifferent(on ? twinsSeen : null)}>
          {view.different}
        </Checkbox>
      ) : null}
      {view.blocked ? <Text>{view.blocked}</Text> : null}
      <ButtonRow>
        <LoadingButton
          variant="primary"
          testId="convert"
          loading={convert.busy}
          disabled={!preview.canConvert || !accepts || !isDifferent}
          onClick={send}
        >
          {t('order.convert')}
        </LoadingButton>
        <Button disabled={checking} onClick={() => void check()}>
          {t('order.check_again')}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
