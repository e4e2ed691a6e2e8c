import { entriesOf, entriesView, type Typed, useEntries, useSurface } from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { Button, ButtonRow, Flex, Input, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ProblemNotice } from './States.tsx';

/** What the order says beside its lines. The backend keeps what is saved, and checks the order again with it. */
export function OrderEntries({ preview }: { preview: Preview }) {
  const surface = useSurface();
  const { t } = surface;
  const save = useEntries();
  const [typed, setTyped] = useState<{ revision: string; values: Partial<Typed> } | null>(null);
  const view = entriesView(surface, preview);
  if (!view) return null;
  // What was typed for another quote is not for this one.
  const values = { ...view.typed, ...(typed?.revision === preview.revision ? typed.values : {}) };
  const set = (change: Partial<Typed>) =>
    setTyped({
      revision: preview.revision,
      values: { ...(typed?.revision === preview.revision ? typed.values : {}), ...change },
    });
  const entries = entriesOf(preview, values);
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'bold' }}>{view.title}</Text>
      {view.poNumber ? (
        <Input
          name="poNumber"
          label={view.poNumber}
          value={values.poNumber}
          onChange={(poNumber) => set({ poNumber })}
        />
      ) : null}
      {view.requestedDate ? (
        <Input
          name="requestedDate"
          label={view.requestedDate}
          placeholder="2026-12-31"
          value={values.requestedDate}
          error={entries === null}
          onChange={(requestedDate) => set({ requestedDate })}
        />
      ) : null}
      {view.deliverTo ? (
        <Select
          name="deliverTo"
          label={view.deliverTo.label}
          options={view.deliverTo.options}
          value={values.deliverTo}
          onChange={(deliverTo) => set({ deliverTo: String(deliverTo) })}
        />
      ) : null}
      {view.partial ? (
        <Select
          name="partial"
          label={view.partial.label}
          options={view.partial.options}
          value={values.partial}
          onChange={(partial) => set({ partial: String(partial) })}
        />
      ) : null}
      {view.note ? (
        <TextArea name="note" label={view.note} value={values.note} onChange={(note) => set({ note })} />
      ) : null}
      {save.problem ? <ProblemNotice problem={save.problem} /> : null}
      <ButtonRow>
        <Button
          testId="save-details"
          disabled={entries === null || save.busy}
          onClick={() => {
            if (entries) save.run(entries, () => setTyped(null));
          }}
        >
          {t('order.details_save')}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
