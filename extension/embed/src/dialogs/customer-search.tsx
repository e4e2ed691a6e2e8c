import { customerChoiceView, useCustomerSearch, useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel } from '@backroom/shared';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Candidates } from '../parts/candidates.tsx';
import { Field, textField } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/states.tsx';

const SHORTEST = 2;

/** Finds the ERP customer that no key led to. */
export default function CustomerSearch() {
  const surface = useSurface();
  const { t } = surface;
  const search = useCustomerSearch();
  const link = useLink();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; panel: CustomerPanel } | null>(null);
  const view = found && customerChoiceView(surface, found.panel);
  const candidates = view?.state === 'choose' ? view.candidates : [];
  const asked = text.trim();
  const run = () => {
    if (asked.length >= SHORTEST) search.run(asked, (panel) => setFound({ text: asked, panel }));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className="search">
        <Field {...textField} name="customer-search" label={t('customer.search_label')} value={text} onText={setText} />
        <Button busy={search.busy} disabled={asked.length < SHORTEST} onClick={run}>
          {t('customer.search')}
        </Button>
      </div>
      {search.problem ? <ProblemNotice problem={search.problem} /> : null}
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      {found && candidates.length === 0 ? <p role="status">{t('customer.search_none', { text: found.text })}</p> : null}
      <Candidates candidates={candidates} link={link} />
    </form>
  );
}
