import { previewView, useChooseQuote, useConvert, useSurface } from '@backroom/panels';
import type { OrderEntries, Preview } from '@backroom/shared';
import { type ReactNode, useRef, useState } from 'react';
import { Button, Buttons } from './button.tsx';
import { Field, Tick, textField } from './field.tsx';
import { ProblemNotice, Status } from './states.tsx';

type Props = {
  preview: Preview;
  refresh: () => void;
  /** The way to what would be sent. Absent: it stands below. */
  more?: (() => void) | undefined;
  /** What was typed and not saved yet goes along, and the order is checked with it. */
  typed?: { isRight: boolean; entries: OrderEntries | null };
  children?: ReactNode;
};
/** What stands against the order, and the one button. The key is drawn once for each preview: pressing twice is one order. */
export function OrderPreview({ preview, refresh, more, typed, children }: Props) {
  const surface = useSurface();
  const { t, record } = surface;
  const convert = useConvert();
  const choose = useChooseQuote();
  const [accepted, setAccepted] = useState<string | null>(null);
  const [different, setDifferent] = useState<string | null>(null);
  const key = useRef({ revision: '', value: '' });
  if (key.current.revision !== preview.revision)
    key.current = { revision: preview.revision, value: crypto.randomUUID() };
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
      ...(typed?.entries ? { entries: typed.entries } : {}),
    });
  return (
    <div className="stack">
      {view.problem ? <ProblemNotice problem={view.problem} /> : null}
      {view.checks.length > 0 ? (
        <ul className="checks">
          {view.checks.map(({ text, tone, level, retry }) => (
            <li key={text}>
              <Status tone={tone} text={level} />
              <span>{text}</span>
              {retry ? (
                <Button kind="quiet" onClick={refresh}>
                  {t('action.retry')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
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
      {view.accept ? (
        <Tick name="accept" label={view.accept} checked={accepts} onChange={(on) => setAccepted(on ? seen : null)} />
      ) : null}
      {view.different ? (
        <Tick
          name="different"
          label={view.different}
          checked={isDifferent}
          onChange={(on) => setDifferent(on ? twinsSeen : null)}
        />
      ) : null}
      <Buttons>
        <Button
          kind="primary"
          testId="convert"
          busy={convert.busy}
          disabled={!preview.canConvert || !accepts || !isDifferent || typed?.isRight === false}
          onClick={send}
        >
          {view.convert}
        </Button>
        {more ? <Button onClick={more}>{t('details')}</Button> : null}
      </Buttons>
      {children}
    </div>
  );
}
