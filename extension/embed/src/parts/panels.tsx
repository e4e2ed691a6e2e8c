import { panelsView, type Results, usePanels } from '@backroom/panels';
import type { PanelName, PanelsAnswer } from '@backroom/shared';
import type { ReactNode } from 'react';
import { LinkHere } from './link-here.tsx';
import { Skeleton } from './skeleton.tsx';
import { Age, Outdated, ProblemNotice } from './states.tsx';

const UNLINKED = 'customer_not_linked';
/**
 * Reads the panels and shows what came: loading, a problem, or the content of those that are there with the problems of the others above.
 * One failing panel never blanks the rest. `lines`: about how many stand there in the end.
 */
export function Panels(props: {
  only: readonly PanelName[];
  lines: number;
  children: (data: Results, answer: PanelsAnswer) => ReactNode;
}) {
  const panels = usePanels(props.only);
  const { data, problem, refresh } = panels;
  if (problem) return <ProblemNotice problem={problem} retry={refresh} />;
  const view = panelsView(props.only, data);
  if (!data || view.state === 'loading') return <Skeleton lines={props.lines} />;
  const { ready, problems, freshness } = view;
  const isAny = Object.keys(ready).length > 0;
  return (
    <div className="stack">
      {isAny ? (
        <>
          <Age {...panels} freshness={freshness} />
          <Outdated {...panels} freshness={freshness} />
        </>
      ) : null}
      {problems
        .filter(({ code }) => code !== UNLINKED)
        .map((each) => (
          <ProblemNotice key={each.code} problem={each} retry={each.retryable ? refresh : undefined} />
        ))}
      {isAny ? props.children(ready, data) : null}
      {/* Where the tab has the customer itself, the choice stands there already. */}
      {!props.only.includes('customer') && problems.some(({ code }) => code === UNLINKED) ? <LinkHere /> : null}
    </div>
  );
}
