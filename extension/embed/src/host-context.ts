import { createContext, createElement, type ReactNode, useContext } from 'react';
import type { Host } from './host.ts';

const Context = createContext<Host | null>(null);
export const HostProvider = ({ host, children }: { host: Host; children: ReactNode }) =>
  createElement(Context.Provider, { value: host }, children);
export function useHost(): Host {
  const host = useContext(Context);
  if (!host) throw new Error('HostProvider is missing');
  return host;
}
