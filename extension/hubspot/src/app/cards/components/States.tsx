import { ageView, noticeView, refreshFailure, type Tag, useSurface } from '@backroom/panels';
import type { Freshness, Problem } from '@backroom/shared';
import { Alert, Button, EmptyState, Flex, StatusTag, Text } from '@hubspot/ui-extensions';

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
type Read = {
  freshness: Freshness | null;
  refresh: () => void;
  refreshing: boolean;
  refreshProblem: Problem | null;
};
/** How old the figures below are, and the rep's own way to ask again: one quiet row at the top of each card. */
export function Age({ freshness, refresh, refreshing }: Read) {
  const words = useSurface();
  const age = freshness && ageView(words, freshness, Date.now());
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="sm">
      <Text variant="microcopy">{age && !age.stale ? age.text : ''}</Text>
      <Button size="xs" variant="transparent" onClick={refresh} disabled={refreshing}>
        {words.t('refresh')}
      </Button>
    </Flex>
  );
}
/** Why the figures are not newer: the last question failed, or the ERP could not be asked. */
export function Outdated({ freshness, refreshProblem }: Read) {
  const words = useSurface();
  const now = Date.now();
  const age = freshness && ageView(words, freshness, now);
  const text = refreshProblem ? refreshFailure(words, refreshProblem, freshness, now) : age?.stale ? age.text : null;
  return text ? <Alert title={text} variant="warning" /> : null;
}
