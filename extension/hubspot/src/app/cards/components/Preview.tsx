import {
  entriesOf,
  entriesView,
  previewView,
  type Typed,
  useChooseQuote,
  useConvert,
  useSurface,
} from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { ButtonRow, Checkbox, Flex, LoadingButton, Select, Text } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { Checks } from './Checks.tsx';
import { Figures } from './Facts.tsx';
import { OrderEntries } from './OrderEntries.tsx';
import { ProblemNotice } from './States.tsx';

/**
 * What stands against the order, and the one button; then what would be sent. The key is drawn once for each preview: pressing twice is one
 * order.
 */
export function OrderPreview(props: { preview: Preview; compact: boolean; refresh: () => void }) {
  const { preview, compact, refresh } = props;
  const surface = useSurface();
  const { record } = surface;
  const convert = useConvert();
  const choose = useChooseQuote();
  const [accepted, setAccepted] = useState<string | null>(null);
  const [different, setDifferent] = useState<string | null>(null);
  const key = useRef({ revision: '', value: '' });
  if (key.current.revision !== preview.revision)
    key.current = { revision: preview.revision, value: crypto.randomUUID() };
  const [typed, setTyped] = useState<{ revision: string; texts: Typed }>({ revision: '', texts: {} });
  // What was typed for another quote is not for this one.
  const texts = typed.revision === preview.revision ? typed.texts : {};
  const section = compact ? null : entriesView(surface, preview, texts);
  const view = previewView(surface, preview, convert.problem);
  const { warnings, seen, twins, twinsSeen } = view;
  const accepts = warnings.length === 0 || accepted === seen;
  const isDifferent = twins.length === 0 || different === twinsSeen;
  const send = () =>
    convert.run({
      dealId: record.id,
      revision: preview.revision,
      acceptedWarnings: warnings,
      ...(twins.length > 0 ? { differentFrom: twins } : {}),
      idempotencyKey: key.current.value,
      // What was typed and not saved yet goes along, and the order is checked with it.
      ...(section?.isChanged ? { entries: entriesOf(preview, texts) } : {}),
    });
  return (
    <Flex direction="column" gap="sm">
      {view.problem ? <ProblemNotice problem={view.problem} /> : null}
      <Checks checks={view.checks} preview={preview} retry={refresh} />
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
      {choose.problem ? <ProblemNotice problem={choose.problem} retry={refresh} /> : null}
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
      <ButtonRow>
        <LoadingButton
          variant="primary"
          testId="convert"
          loading={convert.busy}
          disabled={!preview.canConvert || !accepts || !isDifferent || section?.isRight === false}
          onClick={send}
        >
          {view.convert}
        </LoadingButton>
      </ButtonRow>
      {compact ? null : (
        <>
          {view.customer ? <Text>{view.customer}</Text> : null}
          <Figures figures={view.figures} />
          {section ? (
            <OrderEntries
              section={section}
              entries={() => entriesOf(preview, texts)}
              type={(name, text) => setTyped({ revision: preview.revision, texts: { ...texts, [name]: text } })}
              saved={() => setTyped({ revision: '', texts: {} })}
            />
          ) : null}
        </>
      )}
    </Flex>
  );
}
