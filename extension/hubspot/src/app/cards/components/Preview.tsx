import { checkView, useConvert, usePreview, useSurface } from '@backroom/panels';
import {
  Button,
  ButtonRow,
  Checkbox,
  Flex,
  Heading,
  LoadingButton,
  LoadingSpinner,
  Statistics,
  StatisticsItem,
  Text,
} from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { DataTable } from './DataTable.tsx';
import { ProblemNotice, Status } from './States.tsx';

/** What would be sent, what speaks against it, and the one button. The key is drawn once for each preview: pressing twice is one order. */
export function OrderPreview({ dealId }: { dealId: string }) {
  const surface = useSurface();
  const { t, format } = surface;
  const { data: preview, problem, checking, check } = usePreview(true);
  const convert = useConvert();
  const [accepted, setAccepted] = useState<string | null>(null);
  const key = useRef({ revision: '', value: '' });
  if (problem) return <ProblemNotice problem={problem} retry={() => void check()} />;
  if (!preview) return <LoadingSpinner label={t('order.preview_loading')} showLabel layout="centered" />;
  if (key.current.revision !== preview.revision)
    key.current = { revision: preview.revision, value: crypto.randomUUID() };
  const checks = preview.checks.map((each) => checkView(surface, each));
  const warnings = [...new Set(checks.filter(({ mustAccept }) => mustAccept).map(({ code }) => code))];
  // Acceptance is for these warnings of this revision; a changed quote asks again.
  const seen = `${preview.revision}|${warnings.join()}`;
  const sure = warnings.length === 0 || accepted === seen;
  const send = () =>
    convert.run({
      dealId,
      revision: preview.revision,
      acceptedWarnings: warnings,
      idempotencyKey: key.current.value,
    });
  return (
    <Flex direction="column" gap="sm">
      <Heading>{t('order.preview_title')}</Heading>
      {preview.customer ? <Text>{`${preview.customer.name} (${preview.customer.number})`}</Text> : null}
      <Statistics>
        <StatisticsItem label={t('net')} number={preview.net ? format.money(preview.net) : t('unknown')} />
        <StatisticsItem label={t('tax')} number={preview.tax ? format.money(preview.tax) : t('unknown')} />
        <StatisticsItem label={t('total')} number={preview.total ? format.money(preview.total) : t('unknown')} />
        <StatisticsItem
          label={t('overview.complete_by')}
          number={preview.completeBy ? format.date(preview.completeBy) : t('stock.never')}
        />
      </Statistics>
      <Text format={{ fontWeight: 'bold' }}>{t('order.checks')}</Text>
      {checks.map(({ text, tone, level }) => (
        <Status key={text} tone={tone} text={`${level}: ${text}`} />
      ))}
      <DataTable
        rows={preview.lines}
        id={({ lineId }) => lineId}
        columns={[
          { key: 'product', label: t('product'), cell: ({ code, name }) => `${code ?? '–'} ${name}` },
          { key: 'quantity', label: t('quantity'), cell: ({ quantity }) => format.quantity(quantity), right: true },
          { key: 'price', label: t('quoted_price'), cell: (row) => format.money(row.quotedUnitPrice), right: true },
          { key: 'total', label: t('total'), cell: ({ lineTotal }) => format.money(lineTotal), right: true },
          {
            key: 'date',
            label: t('promise_date'),
            cell: (row) => (row.promiseDate ? format.date(row.promiseDate) : '–'),
          },
        ]}
      />
      {convert.problem ? <ProblemNotice problem={convert.problem} retry={() => void check()} /> : null}
      {preview.canConvert && warnings.length > 0 ? (
        <Checkbox name="accept" checked={sure} onChange={(on) => setAccepted(on ? seen : null)}>
          {t('order.accept', { count: String(warnings.length) })}
        </Checkbox>
      ) : null}
      {preview.canConvert ? null : <Text>{t('order.blocked')}</Text>}
      <ButtonRow>
        <LoadingButton
          variant="primary"
          testId="convert"
          loading={convert.busy}
          disabled={!preview.canConvert || !sure}
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
