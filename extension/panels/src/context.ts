import type { RecordRef, Viewer } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { wordsOf } from '@backroom/shared/messages/words';
import {
  createContext,
  createElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type Client, createClient, type Fetcher } from './client.ts';
import { neighbours } from './neighbours.ts';
import { textsQuestion } from './questions.ts';
import { createStore, type PageStore } from './store.ts';
import { textsFrom } from './texts.ts';
import type { Words } from './words.ts';

export type Surface = Words & {
  client: Client;
  record: RecordRef;
  /** The words of the viewer's language are here, or cannot be had. Until then nothing is shown: an answer may come before them. */
  isWorded: boolean;
  store: PageStore;
  /** Asks for everything again, here and in the other cards of the page. */
  changed: () => void;
  /** Lets the other cards of the page ask again. */
  tell: () => void;
};

const Context = createContext<Surface | null>(null);

/** Stands at the root of each card or page. `record` is what the CRM's page shows. */
export function BackroomProvider(props: {
  fetcher: Fetcher;
  origin: string;
  viewer: Viewer;
  record: RecordRef;
  /** Tells whether anybody sees the page, where its document does not know. */
  page?: { hidden: boolean };
  children?: ReactNode;
}) {
  const { fetcher, origin, viewer, record, page: seen } = props;
  const { locale, timeZone } = viewer;
  const { type, id } = record;
  const page = useMemo(() => {
    const client = createClient(fetcher, { origin, viewer: { locale, timeZone } });
    const store = createStore(seen);
    const others = neighbours(store.changed);
    return { client, store, others, question: textsQuestion(client, locale) };
  }, [fetcher, origin, locale, timeZone, seen]);
  const { client, store, others, question } = page;
  useEffect(() => others.leave, [others]);
  // Asked beside the first figures, which take longer as a rule. Where it fails, the card is in English until it is there.
  const isEnglish = languageOf(locale) === 'en';
  const listen = useCallback(
    (tell: () => void) => (isEnglish ? () => {} : store.observe(question, tell)),
    [store, question, isEnglish],
  );
  const { data, error } = useSyncExternalStore(listen, () => store.state(question));
  const texts = data ?? undefined;
  const isWorded = isEnglish || !!(data ?? error);
  const surface = useMemo(
    () => ({
      ...wordsOf(textsFrom(texts), { locale, timeZone }),
      client,
      record: { type, id },
      isWorded,
      store,
      changed: () => {
        store.changed();
        others.tell();
      },
      tell: others.tell,
    }),
    [client, store, others, texts, isWorded, locale, timeZone, type, id],
  );
  return createElement(Context.Provider, { value: surface }, props.children);
}
export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) throw new Error('BackroomProvider is missing');
  return surface;
}
