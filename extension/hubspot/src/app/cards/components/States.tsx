import { ageView, noticeView, panelsView, type Results, type Tag, usePanels, useSurface } from '@backroom/panels';
import type { Freshness, PanelName, PanelsAnswer, Problem } from '@backroom/shared';
import { Alert, Button, Divider, EmptyState, Flex, LoadingSpinner, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

export const Status = ({ text, tone }: Tag) => <StatusTag variant={tone}>{text}</StatusTag>;

/** What happened, who can do what, and the number to quote. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const words = useSurface();
  const view = noticeView(words, problem);
  if ('empty' in view)
    return (
      <EmptyState title={view.empty.title} layout="vertical">
        <Text>{view.empty.text}</Text>
      </EmptyState>
    );
  const { title, text, details, small, retryable } = view.notice;
  return (
    <Alert title={title} variant={retryable ? 'warning' : 'error'}>
      <Flex direction="column" gap="xs">
        <Text>{text}</Text>
        {details.map((each) => (
          <Text key={each}>{each}</Text>
        ))}
        <Text variant="microcopy">{small}</Text>
        {retry ? (
          <Button size="xs" onClick={retry}>
            {words.t('retry')}
          </Button>
        ) : null}
      </Flex>
    </Alert>
  );
}
/** How old what stands above is, and the rep's own way to ask again. */
export function Age(props: { freshness: Freshness | null; refresh: () => void; refreshing: boolean }) {
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
  const view = panelsView(props.only, data);
  if (!data || view.state === 'loading') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const { ready, problems, freshness } = view;
  return (
    <Flex direction="column" gap="md">
      {problems.map((each) => (
        <ProblemNotice key={each.code} problem={each} retry={each.retryable ? refresh : undefined} />
      ))}
      {Object.keys(ready).length > 0 ? props.children(ready, data) : null}
      <Divider />
      <Age freshness={freshness} refresh={refresh} refreshing={refreshing} />
    </Flex>
  );
}
