import type {
  ConvertInput,
  LinkInput,
  OrderEntries,
  PanelName,
  Problem,
  ReturnInput,
  SettingsInput,
  SubmissionAction,
} from '@backroom/shared';
import { problemDocument } from '@backroom/shared/messages/problem-document';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type DeskPlace, ProblemFailure } from './client.ts';
import { useSurface } from './context.ts';
import { DESK_LINK_MS, EXPECTING_MS, FOLLOW_MS, IDLE_MS, intervalFor, isMoving } from './rhythm.ts';

function useProblem() {
  const { problems } = useSurface();
  return useCallback(
    (error: Error | null): Problem | null =>
      error &&
      (error instanceof ProblemFailure
        ? error.problem
        : problemDocument(problems, 'internal', 'card', { detail: error.message })),
    [problems],
  );
}
const all = (queries: QueryClient) => queries.invalidateQueries();

/** Panels of the record in one request; polls as long as something is pending, stale or expected to change. */
export function usePanels(only: readonly PanelName[]) {
  const { client, record } = useSurface();
  const queries = useQueryClient();
  const problem = useProblem();
  const [refreshing, setRefreshing] = useState(false);
  const query = useQuery({
    queryKey: ['panels', record.type, record.id, ...only],
    queryFn: () => client.panels(record, only),
    refetchInterval: ({ state }) => (state.error ? EXPECTING_MS : intervalFor(state.data)),
  });
  const refresh = async () => {
    setRefreshing(true);
    try {
      queries.setQueryData(['panels', record.type, record.id, ...only], await client.panels(record, only, true));
    } catch {
      await query.refetch();
    } finally {
      setRefreshing(false);
    }
  };
  return { data: query.data ?? null, problem: query.data ? null : problem(query.error), refresh, refreshing };
}

/** The writes of the record, newest first; follows what is on its way second by second. */
export function useSubmissions() {
  const { client, record } = useSurface();
  const problem = useProblem();
  const query = useQuery({
    queryKey: ['submissions', record.type, record.id],
    queryFn: () => client.submissions(record),
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? FOLLOW_MS : EXPECTING_MS),
  });
  return { data: query.data ?? null, problem: query.data ? null : problem(query.error) };
}

/** What converting would send; asked anew on demand and whenever the deal changes. */
export function usePreview(enabled: boolean) {
  const { client, record } = useSurface();
  const problem = useProblem();
  const query = useQuery({
    queryKey: ['preview', record.id],
    queryFn: () => client.preview(record.id),
    enabled,
    refetchInterval: IDLE_MS,
  });
  return {
    data: query.data ?? null,
    problem: query.data ? null : problem(query.error),
    checking: query.isFetching,
    check: () => query.refetch(),
  };
}

function useWrite<Input, Output>(write: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const problem = useProblem();
  const mutation = useMutation({ mutationFn: write, onSettled: () => all(queries) });
  return {
    // What follows belongs to the press, not to the component that may be drawn anew meanwhile. A failure is in `problem`.
    run: (input: Input, then: (output: Output) => void = () => {}) =>
      void mutation.mutateAsync(input).then(then, () => {}),
    busy: mutation.isPending,
    problem: problem(mutation.error),
    reset: mutation.reset,
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
export const useEntries = () => {
  const { client, record } = useSurface();
  return useWrite((entries: OrderEntries) => client.preview(record.id, entries));
};
export const useAct = () => {
  const { client } = useSurface();
  return useWrite(({ id, action }: { id: string; action: SubmissionAction }) => client.act(id, action));
};
export const useLink = () => {
  const { client, record } = useSurface();
  return useWrite((input: LinkInput) => client.link(record, input));
};
export const useClaimReturn = () => {
  const { client } = useSurface();
  return useWrite((input: ReturnInput) => client.claimReturn(input));
};
export const useInvoiceLink = () => {
  const { client, record } = useSurface();
  return useWrite((invoice: string) => client.invoiceLink(record, invoice));
};
/** The way to a page of the order desk, kept fresh while the card is open; null until it is there, and where it cannot be had. */
export function useDeskLink(place: DeskPlace): string | null {
  const { client } = useSurface();
  const query = useQuery({
    queryKey: ['desk', place],
    queryFn: () => client.deskLink(place),
    refetchInterval: DESK_LINK_MS,
  });
  return query.error ? null : (query.data?.url ?? null);
}
export function useSettings() {
  const { client } = useSurface();
  const queries = useQueryClient();
  const problem = useProblem();
  const query = useQuery({ queryKey: ['settings'], queryFn: () => client.settings() });
  const saving = useMutation({
    mutationFn: (input: SettingsInput) => client.saveSettings(input),
    onSuccess: (settings) => queries.setQueryData(['settings'], settings),
  });
  return {
    data: query.data ?? null,
    problem: problem(query.error ?? saving.error),
    checking: query.isFetching,
    check: () => query.refetch(),
    save: saving.mutate,
    saving: saving.isPending,
  };
}
/** The deal changed in the CRM: everything this card knows is asked for again. */
export function useReload(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void all(queries), [queries]);
}
