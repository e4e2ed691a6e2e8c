import type { ErpPorts } from '../contract/ports.ts';
import { erpFetch } from './leaving.ts';

/** The network and clock of one connection: its settings may name certificates (`ca`) and a proxy. */
export const portsFor = ({ ca, proxy }: Readonly<Record<string, string>>): ErpPorts => ({
  fetch: (url, init) => erpFetch(url, init, { ca, proxy }),
  now: () => Date.now(),
});
/** The process's own network and clock. */
export const processPorts: ErpPorts = portsFor({});
