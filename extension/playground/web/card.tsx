import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import { useEffect, useMemo, useState } from 'react';
import { components } from './host/index.ts';
import type { HostApi, RenderInput } from './protocol.ts';

type Properties = Record<string, string | null>;
export type CardFile = {
  uid: string;
  type: string;
  name: string;
  location: string;
  objectTypes: string[];
  file: string;
};
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
  const latest = useMemo(() => ({ properties, actions }), []);
  latest.actions = actions;
  useEffect(() => {
    latest.properties = properties;
    for (const [tell, names] of watchers) tell(pick(properties, names));
  }, [properties, latest, watchers]);
  useEffect(() => {
    const worker = new Worker('/__web/worker.js');
    const endpoint = createEndpoint<{ render: (input: RenderInput) => Promise<void> }>(fromWebWorker(worker));
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
        return pick(latest.properties, names);
      },
      actions: {
        addAlert: (alert) => latest.actions.addAlert(alert),
        reloadPage: () => latest.actions.reloadPage(),
        refreshObjectProperties: () => latest.actions.refreshObjectProperties(),
        openIframeModal: (modal) => latest.actions.openIframeModal(modal),
      },
    };
    endpoint.call
      .render({
        script: new URL(`/__cards/${card.file}`, location.href).href,
        channel: receiver.receive,
        host,
        context,
      })
      .catch((error: unknown) => setFailure(String(error)));
    return () => {
      watchers.clear();
      worker.terminate();
    };
  }, [card.file, context, receiver, latest, watchers]);
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
