import type {
  CancelOrderInput,
  CancelPreview,
  ChangeInput,
  ChangePreview,
  ConvertInput,
  LinePriceInput,
  LinkInput,
  OrderAct,
  OrderActAction,
  OrderEntries,
  PanelName,
  Problem,
  ReturnInput,
  Settings,
  SettingsInput,
  SubmissionAction,
} from '@backroom/shared';
import { surfaceProblem } from '@backroom/shared/messages/problem-document';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type DeskPlace, ProblemFailure } from './client.ts';
import { useSurface } from './context.ts';
import { withAct } from './order-acts.ts';
import { changePrice, priceQuestion } from './prices.ts';
import { decisionQuestion, deskQuestion, deskWay, panelsQuestion, submissionsQuestion } from './questions.ts';
import { NEVER_MS } from './rhythm.ts';
import { type Asked, nothing, type Question } from './store.ts';

function useProblem() {
  const { problems } = useSurface();
  return useCallback(
    (error: Error | null): Problem | null =>
      error &&
      (error instanceof ProblemFailure
        ? error.problem
        : surfaceProblem(problems, 'internal', 'card', { detail: error.message })),
    [problems],
  );
}
function useAsked<Data>(question: Question<Data>): Asked<Data> {
  const { store, isWorded } = useSurface();
  const latest = useRef(question);
  latest.current = question;
  const { key } = question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another question
  const listen = useCallback((tell: () => void) => store.observe(latest.current, tell), [store, key]);
  return useSyncExternalStore(listen, () => (isWorded ? store.state(question) : nothing));
}
/** What a card shows of a question. `refreshProblem`: why what stands there is not newer; without any answer it is `problem`. */
function useShown<Data>(question: Question<Data>, again: () => Promise<Data>) {
  const { store, tell } = useSurface();
  const problem = useProblem();
  const { data, error } = useAsked(question);
  const [refreshing, setRefreshing] = useState(false);
  const refresh = () => {
    setRefreshing(true);
    void store.refresh(question, again).then(() => {
      setRefreshing(false);
      tell();
    });
  };
  const told = problem(error);
  return {
    data,
    problem: data === null ? told : null,
    refreshProblem: data === null ? null : told,
    refresh,
    refreshing,
  };
}

/** Panels of the record in one request; polls as long as something is pending, stale or expected to change. */
export function usePanels(only: readonly PanelName[]) {
  const { client, record } = useSurface();
  return useShown(panelsQuestion(client, record, only), () => client.panels(record, only, true));
}
/** What the verdict, the checks and the progress of a deal are made of. When it changes, every figure is asked for again. */
export function useDecision() {
  const { client, record, changed } = useSurface();
  const shown = useShown(decisionQuestion(client, record.id), () => client.decision(record.id, true));
  const seen = useRef<string | null>(null);
  const version = shown.data?.version ?? null;
  useEffect(() => {
    if (seen.current !== null && version !== null && seen.current !== version) changed();
    seen.current = version;
  }, [version, changed]);
  return shown;
}
/** Whether the decision was answered, be it by a failure. For what stands beside it: only the decision itself follows its changes. */
export function useIsDecided(): boolean {
  const { client, record } = useSurface();
  const { data, error } = useAsked(decisionQuestion(client, record.id));
  return data !== null || error !== null;
}
/** The writes of the record, newest first; follows what is on its way second by second. */
export function useSubmissions() {
  const { client, record } = useSurface();
  return { data: useAsked(submissionsQuestion(client, record)).data };
}

function useWrite<Input, Output>(write: (input: Input) => Promise<Output>, show: (output: Output) => void = () => {}) {
  const { changed } = useSurface();
  const problem = useProblem();
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  return {
    // What follows belongs to the press, not to the component that may be drawn anew meanwhile. A failure is in `problem`.
    run: (input: Input, then: (output: Output) => void = () => {}) => {
      setState({ busy: true, error: null });
      void write(input)
        .then(
          (output) => {
            setState({ busy: false, error: null });
            show(output);
            then(output);
          },
          (error: Error) => setState({ busy: false, error }),
        )
        .then(changed);
    },
    busy: state.busy,
    problem: problem(state.error),
  };
}
export const useConvert = () => {
  const { client } = useSurface();
  return useWrite((input: ConvertInput) => client.convert(input));
};
export const useChooseQuote = () => {
  const { client, record } = useSurface();
  return useWrite((quote: string) => client.chooseQuote(record.id, quote));
};
/** The price that was changed on this page a moment ago, and how to change one. */
export function usePriceChange() {
  const { client, record, store } = useSurface();
  const { data: change } = useAsked(priceQuestion(store, record.id));
  const write = useWrite((input: LinePriceInput) => changePrice(client, store, record.id, input));
  return { ...write, change };
}
export const useEntries = () => {
  const { client, record } = useSurface();
  return useWrite((entries: OrderEntries) => client.preview(record.id, entries));
};
export const useAct = () => {
  const { client } = useSurface();
  return useWrite(({ id, action }: { id: string; action: SubmissionAction }) => client.act(id, action));
};
/** Names one opening of a dialogue: what an earlier one showed is no answer to it. */
const useOpening = () => useState(() => crypto.randomUUID())[0];
/** What a dialogue shows that a person opened: asked once, and again where the confirmation was refused. */
export function useChangePreview() {
  const { client, record } = useSurface();
  const opening = useOpening();
  const question: Question<ChangePreview> = {
    key: `change ${record.id} ${opening}`,
    ask: () => client.changePreview(record.id),
    every: () => NEVER_MS,
  };
  return useShown(question, question.ask);
}
export function useCancelPreview() {
  const { client, record } = useSurface();
  const opening = useOpening();
  const question: Question<CancelPreview> = {
    key: `cancel ${record.id} ${opening}`,
    ask: () => client.cancelPreview(record.id),
    every: () => NEVER_MS,
  };
  return useShown(question, question.ask);
}
/** Shows an act from the moment it is accepted, in place of the order as it was. */
function useActShown() {
  const { client, record, store } = useSurface();
  return (act: OrderAct) => {
    const question = decisionQuestion(client, record.id);
    const { data } = store.state(question);
    if (data) store.put(question, withAct(data, act));
  };
}
export const useChangeOrder = () => {
  const { client } = useSurface();
  const show = useActShown();
  return useWrite((input: ChangeInput) => client.changeOrder(input), show);
};
export const useCancelOrder = () => {
  const { client } = useSurface();
  const show = useActShown();
  return useWrite((input: CancelOrderInput) => client.cancelOrder(input), show);
};
export const useActOnOrder = () => {
  const { client } = useSurface();
  return useWrite(({ id, action }: { id: string; action: OrderActAction }) => client.actOnOrder(id, action));
};
export const useLink = () => {
  const { client, record } = useSurface();
  return useWrite((input: LinkInput) => client.link(record, input));
};
export const useCustomerSearch = () => {
  const { client, record } = useSurface();
  return useWrite((text: string) => client.searchCustomers(record, text));
};
export const useClaimReturn = () => {
  const { client } = useSurface();
  return useWrite((input: ReturnInput) => client.claimReturn(input));
};
export const useInvoiceLink = () => {
  const { client, record } = useSurface();
  return useWrite((invoice: string) => client.invoiceLink(record, invoice));
};
/** The way to a page of the order desk, kept fresh while the card is open; see `deskWay`. */
export const useDeskWay = (place: DeskPlace, otherwise: string | null) =>
  deskWay(useAsked(deskQuestion(useSurface().client, place)), otherwise);
/** Requests access to the order desk, for a person who pressed for it. */
export function useRequestAccess() {
  const { client } = useSurface();
  const [requested, setRequested] = useState(false);
  const { run, busy, problem } = useWrite(
    () => client.requestAccess(),
    () => setRequested(true),
  );
  return { request: () => run(undefined), busy, problem, requested };
}
export function useSettings() {
  const { client, store } = useSurface();
  const problem = useProblem();
  const question: Question<Settings> = { key: 'settings', ask: () => client.settings(), every: () => NEVER_MS };
  const { data, error, asking } = useAsked(question);
  const [saving, setSaving] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  return {
    data,
    problem: problem(error ?? saving.error),
    checking: asking,
    check: () => store.refresh(question, question.ask),
    save: (input: SettingsInput) => {
      setSaving({ busy: true, error: null });
      void client.saveSettings(input).then(
        (settings) => {
          store.put(question, settings);
          setSaving({ busy: false, error: null });
        },
        (failure: Error) => setSaving({ busy: false, error: failure }),
      );
    },
    saving: saving.busy,
  };
}
/** The deal changed in the CRM: everything this card knows is asked for again. */
export const useReload = (): (() => void) => useSurface().store.changed;
