import { ageView, noticeView, refreshFailure, type Tag, type Tone, useSurface } from '@backroom/panels';
import type { Freshness, Problem } from '@backroom/shared';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export const Status = ({ text, tone }: Tag) => <span className={`tag ${tone}`}>{text}</span>;
export const Empty = ({ title, text, children }: { title: string; text?: string; children?: ReactNode }) => (
  <div className="empty">
    <strong>{title}</strong>
    {text ? <p>{text}</p> : null}
    {children}
  </div>
);
/** `live`: read out when it comes, because it answers a press. */
export function Note(props: {
  tone: Tone;
  title: string;
  lines?: readonly string[];
  live?: boolean;
  children?: ReactNode;
}) {
  const { tone, title, lines = [], live = false, children } = props;
  return (
    <div className={`note ${tone}`} role={live ? 'alert' : undefined}>
      <strong>{title}</strong>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  );
}

/** What happened, who can do what, and the number to quote. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: (() => void) | undefined }) {
  const words = useSurface();
  const view = noticeView(words, problem);
  if ('empty' in view) return <Empty {...view.empty} />;
  const { title, text, details, small, retryable } = view.notice;
  return (
    <Note tone={retryable ? 'warning' : 'danger'} title={title} lines={[text, ...details]} live>
      <p className="small">{small}</p>
      {retry ? <Button onClick={retry}>{words.t('retry')}</Button> : null}
    </Note>
  );
}
type Read = {
  freshness: Freshness | null;
  refresh: () => void;
  refreshing: boolean;
  refreshProblem: Problem | null;
};
/** How old the figures below are, and the rep's own way to ask again: one quiet row at the top of each tab. */
export function Age({ freshness, refresh, refreshing }: Read) {
  const words = useSurface();
  const age = freshness && ageView(words, freshness, Date.now());
  return (
    <div className="age">
      <span className="small" title={age?.at}>
        {age && !age.stale ? age.text : ''}
      </span>
      <Button kind="quiet" busy={refreshing} onClick={refresh}>
        {words.t('refresh')}
      </Button>
    </div>
  );
}
/** Why the figures are not newer: the last question failed, or the ERP could not be asked. */
export function Outdated({ freshness, refreshProblem }: Read) {
  const words = useSurface();
  const now = Date.now();
  const age = freshness && ageView(words, freshness, now);
  const text = refreshProblem ? refreshFailure(words, refreshProblem, freshness, now) : age?.stale ? age.text : null;
  return text ? <Note tone="warning" title={text} /> : null;
}
