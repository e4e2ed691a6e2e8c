import { type EntriesView, useEntries, useSurface } from '@backroom/panels';
import type { OrderEntries } from '@backroom/shared';
import { Button, Buttons } from './button.tsx';
import { Field } from './field.tsx';
import { ProblemNotice } from './states.tsx';

/** What the order says beside its lines. The backend keeps what is saved, and checks the order again with it. */
export function Entries(props: {
  section: EntriesView;
  entries: () => OrderEntries;
  type: (name: string, text: string) => void;
  saved: () => void;
}) {
  const { section, entries, type, saved } = props;
  const { t } = useSurface();
  const save = useEntries();
  return (
    <section className="stack" aria-label={section.title}>
      <h2>{section.title}</h2>
      <div className="fields">
        {section.fields.map(({ isPart: _, ...field }) => (
          <Field key={field.name} {...field} onText={(text) => type(field.name, text)} />
        ))}
      </div>
      {save.problem ? <ProblemNotice problem={save.problem} /> : null}
      {section.hint ? <p className="small">{section.hint}</p> : null}
      <Buttons>
        <Button
          testId="save-details"
          disabled={!section.isChanged || !section.isRight}
          busy={save.busy}
          onClick={() => save.run(entries(), saved)}
        >
          {t('order.details_save')}
        </Button>
      </Buttons>
    </section>
  );
}
