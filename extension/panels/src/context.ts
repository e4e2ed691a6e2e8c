import type { RecordRef, Viewer } from '@backroom/shared';
import { environmentManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import { type Client, createClient, type Fetcher } from './client.ts';
import { type Words, wordsFor } from './words.ts';

// A card runs in a worker without `window`, which React Query takes for a server: there it would never poll, retry or forget.
environmentManager.setIsServer(() => false);

export type Surface = Words & { client: Client; record: RecordRef };

const Context = createContext<Surface | null>(null);

/** Stands at the root of each card or page. `record` is what the CRM's page shows. */
export function BackroomProvider(props: {
  fetcher: Fetcher;
  origin: string;
  viewer: Viewer;
  record: RecordRef;
  children?: ReactNode;
}) {
  const { fetcher, origin, viewer, record } = props;
  const { locale, timeZone } = viewer;
  const { type, id } = record;
  const queries = useMemo(
    () =>
      new QueryClient({
        // The backend has its own cache and ages; asking it again is cheap, and a problem is shown rather than retried unseen.
        defaultOptions: {
          queries: { retry: false, staleTime: 0, refetchOnWindowFocus: false, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
    [],
  );
  const surface = useMemo(
    () => ({
      ...wordsFor({ locale, timeZone }),
      client: createClient(fetcher, { origin, viewer: { locale, timeZone } }),
      record: { type, id },
    }),
    [fetcher, origin, locale, timeZone, type, id],
  );
  return createElement(
    QueryClientProvider,
    { client: queries },
    createElement(Context.Provider, { value: surface }, props.children),
  );
}
export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) throw new Error('BackroomProvider is missing');
  return surface;
}
