import { type EntriesView, type EntryField, isWide, useEntries, useSurface } from '@backroom/panels';
import type { OrderEntries as Entries } from '@backroom/shared';
import { AutoGrid, Button, ButtonRow, DateInput, Flex, Input, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { ProblemNotice } from './States.tsx';

/** HubSpot counts months from zero. */
function dayOf(text: string) {
  const [year, month, date] = text.split('-').map(Number);
  return year && month && date ? { year, month: month - 1, date } : undefined;
}
const two = (value: number) => String(value).padStart(2, '0');

function Field({ field, type }: { field: EntryField; type: (name: string, text: string) => void }) {
  const { name, label, value, wrong, options, isRequired, kind } = field;
  const common = { name, label, required: isRequired, error: wrong !== null, validationMessage: wrong ?? '' };
  const typed = (text: string) => type(name, text);
  if (kind === 'choice')
    return <Select {...common} options={options} value={value} onChange={(chosen) => typed(String(chosen ?? ''))} />;
  if (kind === 'date')
    return (
      <DateInput
        {...common}
        value={dayOf(value)}
        onChange={(day) => typed(day ? `${day.year}-${two(day.month + 1)}-${two(day.date)}` : '')}
      />
    );
  return kind === 'long' ? (
    <TextArea {...common} value={value} onInput={typed} />
  ) : (
    <Input {...common} value={value} onInput={typed} />
  );
}

/** Side by side, but for those that have a row of their own. */
function rowsOf(fields: readonly EntryField[]): EntryField[][] {
  const rows: EntryField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && !isWide(field) && !last.some(isWide)) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** What the order says beside its lines. The backend keeps what is saved, and checks the order again with it. */
export function OrderEntries(props: {
  section: EntriesView;
  entries: () => Entries;
  type: (name: string, text: string) => void;
  saved: () => void;
}) {
  const { section, entries, type, saved } = props;
  const { t } = useSurface();
  const save = useEntries();
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'bold' }}>{section.title}</Text>
      {rowsOf(section.fields).map((row) => (
        <AutoGrid key={row[0]?.name} columnWidth={row.some(isWide) ? 480 : 240} flexible gap="sm">
          {row.map((field) => (
            <Field key={field.name} field={field} type={type} />
          ))}
        </AutoGrid>
      ))}
      {save.problem ? <ProblemNotice problem={save.problem} /> : null}
      {section.hint ? <Text variant="microcopy">{section.hint}</Text> : null}
      <ButtonRow>
        <Button
          testId="save-details"
          size="sm"
          disabled={!section.isChanged || !section.isRight || save.busy}
          onClick={() => save.run(entries(), saved)}
        >
          {t('order.details_save')}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
