import { BackroomProvider, ProblemFailure, useReload } from '@backroom/panels';
import type { Problem } from '@backroom/shared';
import type { EmbedWords } from '@backroom/shared/messages/embed';
import { surfaceProblem } from '@backroom/shared/messages/problem-document';
import { problemsEn } from '@backroom/shared/messages/problems.en';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Height } from './height.tsx';
import type { Host } from './host.ts';
import { HostProvider } from './host-context.ts';
import { DealPage } from './pages/deal.tsx';
import { Shell } from './parts/skeleton.tsx';
import type { Opened, PanelSession } from './session.ts';

const CompanyPage = lazy(() => import('./pages/company.tsx'));
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** What the backend says of a frame that gets no session, in the browser's language. */
function Refused({ problem, words, retry }: { problem: Problem; words: EmbedWords; retry: () => void }) {
  return (
    <div className="note danger" role="alert">
      <strong>{problem.title}</strong>
      <p>{problem.whatToDo}</p>
      <button type="button" className="button" onClick={retry}>
        {words.retry}
      </button>
    </div>
  );
}

/** Where the CRM gives no token, the person signs in by a window of its own, once. */
const SignIn = ({ words, open }: { words: EmbedWords; open: () => void }) => (
  <div className="empty">
    <p>{words.signInText}</p>
    <button type="button" className="button primary" onClick={open}>
      {words.signIn}
    </button>
  </div>
);

/** Whether anybody sees the frame: the CRM may have folded it away although the page around it is shown. */
function seenBy(host: Pick<Host, 'onVisible'>) {
  let isFolded = false;
  let back = () => {};
  host.onVisible((isVisible) => {
    const wasFolded = isFolded;
    isFolded = !isVisible;
    if (isVisible && wasFolded) back();
  });
  return {
    get hidden() {
      return isFolded || document.hidden;
    },
    onBack(reload: () => void) {
      back = reload;
    },
  };
}
/** Reads the record again when a person comes back to the frame. */
function ReloadOnReturn({ page }: { page: ReturnType<typeof seenBy> }) {
  const reload = useReload();
  useEffect(() => page.onBack(reload), [page, reload]);
  return null;
}

type State = { opened: Opened } | { problem: Problem } | 'sign-in' | null;
type Props = { host: Host; session: PanelSession; locale: string; words: EmbedWords };
export function App({ host, session, locale, words }: Props) {
  const [state, setState] = useState<State>(host.asksForClick ? 'sign-in' : null);
  const open = useCallback(() => {
    setState(null);
    session.open().then(
      (opened) => setState({ opened }),
      (error: unknown) =>
        setState({
          problem:
            error instanceof ProblemFailure
              ? error.problem
              : surfaceProblem(problemsEn, 'internal', 'card', { detail: String(error) }),
        }),
    );
  }, [session]);
  useEffect(() => {
    if (!host.asksForClick) open();
  }, [host, open]);
  const page = useMemo(() => seenBy(host), [host]);
  const opened = typeof state === 'object' && state && 'opened' in state ? state.opened : null;
  const record = opened?.record ?? null;
  const language = opened?.locale ?? locale;
  const viewer = useMemo(() => ({ locale: language, timeZone }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <HostProvider host={host}>
      <Height>
        {state === null ? <Shell /> : null}
        {state === 'sign-in' || (typeof state === 'object' && state && 'problem' in state) ? (
          <div className="tab-panel">
            {state === 'sign-in' ? (
              <SignIn words={words} open={open} />
            ) : (
              <Refused problem={state.problem} words={words} retry={open} />
            )}
          </div>
        ) : null}
        {record ? (
          <BackroomProvider fetcher={session.fetcher} origin="" viewer={viewer} record={record} page={page}>
            <ReloadOnReturn page={page} />
            <Suspense fallback={<Shell />}>{record.type === 'deal' ? <DealPage /> : <CompanyPage />}</Suspense>
          </BackroomProvider>
        ) : null}
      </Height>
    </HostProvider>
  );
}
