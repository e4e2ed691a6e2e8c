import { ageView, problemView, type Tag, usePanels, useSurface } from '@backroom/panels';
import type { Freshness, PanelData, PanelName, PanelResult, PanelsAnswer, Problem } from '@backroom/shared';
import { Alert, Button, Divider, EmptyState, Flex, LoadingSpinner, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

export const Status = ({ text, tone }: Tag) => <StatusTag variant={tone}>{text}</StatusTag>;

/** What happened, who can do what, and the number to quote. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const words = useSurface();
  const { title, whatToDo, detail, field, reference, who } = problemView(words, problem);
  const { t } = words;
  if (problem.code === 'customer_not_linked')
    return (
      <EmptyState title={t('customer.unlinked_title')} layout="vertical">
        <Text>{t('customer.unlinked_text')}</Text>
      </EmptyState>
    );
  return (
    <Alert title={title} variant={problem.retryable ? 'warning' : 'error'}>
      <Flex direction="column" gap="xs">
        <Text>{whatToDo}</Text>
        {detail && problem.code.startsWith('erp_') ? <Text>{t('order.erp_says', { words: detail })}</Text> : null}
        {field ? <Text>{t('order.field', { field })}</Text> : null}
        <Text variant="microcopy">{`${t(`who.${who}`)} ${t('reference', { reference })}`}</Text>
        {retry ? (
          <Button size="xs" onClick={retry}>
            {t('retry')}
          </Button>
        ) : null}
      </Flex>
    </Alert>
  );
}
/** How old what stands above is, and the rep's own way to ask again. */
function Age(props: { freshness: Freshness | null; refresh: () => void; refreshing: boolean }) {
  const words = useSurface();
  const age = props.freshness && ageView(words, props.freshness, Date.now());
  return (
    <Flex direction="column" gap="xs">
      {age?.stale ? <Alert title={age.text} variant="warning" /> : null}
      <Flex direction="row" justify="between" align="center" wrap gap="sm">
        <Text variant="microcopy">{age ? `${age.stale ? '' : age.text} (${age.at})` : ''}</Text>
        <Button size="xs" variant="secondary" onClick={props.refresh} disabled={props.refreshing}>
          {words.t('refresh')}
        </Button>
      </Flex>
    </Flex>
  );
}
type Results = { [Name in PanelName]?: PanelData[Name] };
/**
 * Reads the panels and shows what came: loading, a problem, or the content of those that are there with the problems of the others above.
 * One failing panel never blanks the rest.
 */
export function Panels(props: {
  only: readonly PanelName[];
  children: (data: Results, answer: PanelsAnswer) => ReactNode;
}) {
  const { t } = useSurface();
  const { data, problem, refresh, refreshing } = usePanels(props.only);
  if (problem) return <ProblemNotice problem={problem} retry={refresh} />;
  if (!data) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const results = props.only.flatMap((name) => {
    const result = data.panels[name] as PanelResult<PanelData[PanelName]> | undefined;
    return result ? [{ name, result }] : [];
  });
  if (results.every(({ result }) => result.state === 'pending'))
    return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const problems = new Map(
    results.flatMap(({ result }) => (result.state === 'problem' ? [[result.problem.code, result.problem]] : [])),
  );
  const ready = Object.fromEntries(
    results.flatMap(({ name, result }) => (result.state === 'ready' ? [[name, result.data]] : [])),
  ) as Results;
  const ages = results.flatMap(({ result }) =>
    result.state === 'ready' && result.freshness ? [result.freshness] : [],
  );
  const worst = ages.find(({ source }) => source === 'stale') ?? ages.sort((a, b) => (a.asOf < b.asOf ? -1 : 1))[0];
  return (
    <Flex direction="column" gap="md">
      {[...problems.values()].map((each) => (
        <ProblemNotice key={each.code} problem={each} retry={each.retryable ? refresh : undefined} />
      ))}
      {Object.keys(ready).length > 0 ? props.children(ready, data) : null}
      <Divider />
      <Age freshness={worst ?? null} refresh={refresh} refreshing={refreshing} />
    </Flex>
  );
}
