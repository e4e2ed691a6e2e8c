import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import { useEffect, useMemo, useRef, useState } from 'react';
import { components } from './host/index.ts';
import type { HostApi, RenderInput } from './protocol.ts';

type Properties = Record<string, string | null>;
export type CardFile = {
  uid: string;
  type: string;
  name: string;
  location: string;
  objectTypes: string[];
  /** Where its script is. */
  script: string;
};
/** Beside the page's own script. */
const runtime = new URL('worker.js', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);
/** A worker that waits for the first card: it starts while the page is drawn for the first time. */
let waiting: Worker | null = null;
export function startWorker(): void {
  waiting ??= new Worker(runtime);
}
/** Cards start one after another, in their order on the page, so that what a rep reads first is not the last to be drawn. */
let before: Promise<unknown> = Promise.resolve();
const controller = createController(components as Parameters<typeof createController>[0]);

/** One card in its own worker. It starts anew when the context (record, language) changes. */
export function CardHost(props: {
  card: CardFile;
  context: object;
  properties: Properties;
  actions: HostApi['actions'];
}) {
  const { card, context, properties, actions } = props;
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const [failure, setFailure] = useState<string | null>(null);
  const watchers = useMemo(() => new Map<(data: Properties) => void, string[]>(), []);
  const latest = useRef({ properties, actions });
  latest.current.actions = actions;
  useEffect(() => {
    latest.current.properties = properties;
    for (const [tell, names] of watchers) tell(pick(properties, names));
  }, [properties, watchers]);
  useEffect(() => {
    let worker: Worker | null = null;
    let wanted = true;
    const gone = Promise.withResolvers<void>();
    const host: HostApi = {
      async fetch(url, options) {
        const answer = await fetch('/__gateway', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ url, ...options }),
        });
        return answer.json();
      },
      async properties(names, onUpdate) {
        retain(onUpdate);
        watchers.set(onUpdate, names);
        return pick(latest.current.properties, names);
      },
      actions: {
        addAlert: (alert) => latest.current.actions.addAlert(alert),
        reloadPage: () => latest.current.actions.reloadPage(),
        refreshObjectProperties: () => latest.current.actions.refreshObjectProperties(),
        openIframeModal: (modal) => latest.current.actions.openIframeModal(modal),
      },
    };
    const begin = async () => {
      worker = waiting ?? new Worker(runtime);
      waiting = null;
      const endpoint = createEndpoint<{ render: (input: RenderInput) => Promise<void> }>(fromWebWorker(worker));
      await endpoint.call.render({
        script: new URL(card.script, location.href).href,
        channel: receiver.receive,
        host,
        context,
      });
    };
    before = before
      .then(() => (wanted ? Promise.race([begin(), gone.promise]) : null))
      .catch((error: unknown) => setFailure(String(error)));
    return () => {
      wanted = false;
      gone.resolve();
      watchers.clear();
      worker?.terminate();
    };
  }, [card.script, context, receiver, watchers]);
  const title = `card-${card.uid}`;
  return (
    <section className="card" aria-labelledby={title} data-card={card.uid}>
      <h2 id={title}>{card.name}</h2>
      {failure ? (
        <p role="alert">The card could not start: {failure}</p>
      ) : (
        <RemoteRenderer receiver={receiver} controller={controller} />
      )}
    </section>
  );
}
const pick = (properties: Properties, names: string[]): Properties =>
  Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
