import type { RecordRef, Viewer } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { wordsOf } from '@backroom/shared/messages/words';
import { environmentManager, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import { type Client, createClient, type Fetcher } from './client.ts';
import { textsFrom } from './texts.ts';
import type { Words } from './words.ts';

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
  const client = useMemo(
    () => createClient(fetcher, { origin, viewer: { locale, timeZone } }),
    [fetcher, origin, locale, timeZone],
  );
  // Asked beside the first figures, which take longer. Until it arrives, and where it fails, the card is in English.
  const { data: texts } = useQuery(
    {
      queryKey: ['texts', locale],
      queryFn: () => client.texts(),
      enabled: languageOf(locale) !== 'en',
      staleTime: Number.POSITIVE_INFINITY,
      retry: 2,
    },
    queries,
  );
  const surface = useMemo(
    () => ({ ...wordsOf(textsFrom(texts), { locale, timeZone }), client, record: { type, id } }),
    [client, texts, locale, timeZone, type, id],
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
