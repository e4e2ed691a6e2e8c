import { type TypedEntries, useChooseQuote, useConvertForm, useSurface } from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import type { ReactNode } from 'react';
import { Button, Buttons } from './button.tsx';
import { Checks } from './checks.tsx';
import { Field, Tick, textField } from './field.tsx';
import { ProblemNotice } from './states.tsx';

type Props = {
  preview: Preview;
  refresh: () => void;
  /** The way to what would be sent. Absent: it stands below. */
  more?: (() => void) | undefined;
  /** What was typed and not saved yet goes along, and the order is checked with it. */
  typed?: TypedEntries | null;
  children?: ReactNode;
};
/** What stands against the order, and the one button. */
export function OrderPreview({ preview, refresh, more, typed = null, children }: Props) {
  const { t } = useSurface();
  const choose = useChooseQuote();
  const form = useConvertForm(preview, typed);
  const { view } = form;
  return (
    <div className="stack">
      {view.problem ? <ProblemNotice problem={view.problem} /> : null}
      <Checks checks={view.checks} preview={preview} retry={refresh} />
      {view.quotes ? (
        <Field
          {...textField}
          kind="choice"
          name="quote"
          label={view.quotes.label}
          options={view.quotes.options}
          value={view.quotes.used}
          onText={(quote) => !choose.busy && choose.run(quote)}
        />
      ) : null}
      {choose.problem ? <ProblemNotice problem={choose.problem} retry={refresh} /> : null}
      {view.accept ? <Tick name="accept" label={view.accept} checked={form.accepts} onChange={form.accept} /> : null}
      {view.different ? (
        <Tick name="different" label={view.different} checked={form.isDifferent} onChange={form.confirmDifferent} />
      ) : null}
      <Buttons>
        <Button kind="primary" testId="convert" busy={form.busy} disabled={!form.isReady} onClick={form.send}>
          {view.convert}
        </Button>
        {more ? <Button onClick={more}>{t('details')}</Button> : null}
      </Buttons>
      {children}
    </div>
  );
}
