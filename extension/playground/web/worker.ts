// The runtime that HubSpot's worker gives a card: React, RemoteUI and a few globals, and no network of its own.
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import * as React from 'react';
import type { HostApi, RenderInput } from './protocol.ts';

type Scope = Record<string, unknown> & { importScripts: (url: string) => void };
const scope = self as unknown as Scope;
const endpoint = createEndpoint(self as unknown as Parameters<typeof createEndpoint>[0]);
const json = (data: unknown) => ({ json: async () => data });

function globals(host: HostApi, context: object, extend: (callback: unknown) => void): void {
  // A card that reached the network by itself would work here and fail in HubSpot.
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB'])
    Object.defineProperty(scope, name, { value: undefined });
  const actions = {
    addAlert: host.actions.addAlert,
    reloadPage: host.actions.reloadPage,
    refreshObjectProperties: host.actions.refreshObjectProperties,
    openIframeModal: host.actions.openIframeModal,
  };
  const empty = async () => json({ data: { results: [], hasMore: false, total: 0, nextOffset: 0 } });
  Object.assign(scope, {
    React,
    RemoteUI,
    __HUBSPOT_EXTENSION_WORKER__: true,
    extend_V2: extend,
    logger: { debug() {}, info() {}, warn: console.warn, error: console.error },
    serverless: () => Promise.reject(new Error('no serverless functions')),
    hsFetch: async (url: string | URL, options: object = {}) => {
      const { status, body } = await host.fetch(String(url), options);
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    },
    hsWorkerAPI: {
      useExtensionContext: () => context,
      useExtensionActions: () => actions,
      useExtensionApi: () => ({ context, actions }),
      useAppPageLocation: () => null,
      fetchCrmProperties: async (names: string[], onUpdate: (data: Record<string, string | null>) => void) =>
        json({ data: await host.properties(names, onUpdate) }),
      fetchAssociations: empty,
      fetchCrmSearch: empty,
      formatCrmProperties: async () => json([]),
    },
  });
}

endpoint.expose({
  async render({ script, channel, host, context }: RenderInput) {
    retain(channel);
    retain(host);
    let callback: unknown;
    globals(host, context, (given) => {
      callback = given;
    });
    scope.importScripts(script);
    if (typeof callback !== 'function') throw new Error(`${script} registered no card`);
    const root = createRemoteRoot(channel as RemoteChannel);
    RemoteUI.createRoot(root).render(callback({ context, actions: {}, runServerlessFunction: () => {} }));
    root.mount();
  },
});
