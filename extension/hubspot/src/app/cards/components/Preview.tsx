import { entriesOf, entriesView, type Typed, useChooseQuote, useConvertForm, useSurface } from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { ButtonRow, Checkbox, Flex, LoadingButton, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Checks } from './Checks.tsx';
import { Figures } from './Facts.tsx';
import { OrderEntries } from './OrderEntries.tsx';
import { ProblemNotice } from './States.tsx';

/** What stands against the order, and the one button; then what would be sent. */
export function OrderPreview(props: { preview: Preview; compact: boolean; refresh: () => void }) {
  const { preview, compact, refresh } = props;
  const surface = useSurface();
  const choose = useChooseQuote();
  const [typed, setTyped] = useState<{ revision: string; texts: Typed }>({ revision: '', texts: {} });
  // What was typed for another quote is not for this one.
  const texts = typed.revision === preview.revision ? typed.texts : {};
  const section = compact ? null : entriesView(surface, preview, texts);
  const unsaved = section && {
    isRight: section.isRight,
    entries: section.isChanged ? entriesOf(preview, texts) : null,
  };
  const form = useConvertForm(preview, unsaved);
  const { view } = form;
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
        <Checkbox name="accept" checked={form.accepts} onChange={form.accept}>
          {view.accept}
        </Checkbox>
      ) : null}
      {view.different ? (
        <Checkbox name="different" checked={form.isDifferent} onChange={form.confirmDifferent}>
          {view.different}
        </Checkbox>
      ) : null}
      <ButtonRow>
        <LoadingButton
          variant="primary"
          testId="convert"
          loading={form.busy}
          disabled={!form.isReady}
          onClick={form.send}
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
