import type { ErpFetch, ErpPorts } from '../contract/ports.ts';
import { erpFetch } from './leaving.ts';

/** One request to an ERP. `ms`: until the answer began; `status`: null without an answer. */
export type Sent = { method: string; url: string; status: number | null; ms: number };
type OnSent = (sent: Sent) => void;

function reporting(fetch: ErpFetch, onSent: OnSent): ErpFetch {
  return async (url, init) => {
    const began = performance.now();
    let status: number | null = null;
    try {
      const answer = await fetch(url, init);
      status = answer.status;
      return answer;
    } finally {
      onSent({ method: init?.method ?? 'GET', url: String(url), status, ms: performance.now() - began });
    }
  };
}
/**
 * The network and clock of one connection: its settings may name certificates (`ca`) and a proxy. `onSent` learns of every request; `granted` keeps the tokens that
 * are used once.
 */
export function portsFor(
  { ca, proxy }: Readonly<Record<string, string>>,
  onSent?: OnSent,
  granted?: ErpPorts['granted'],
): ErpPorts {
  const fetch: ErpFetch = (url, init) => erpFetch(url, init, { ca, proxy });
  return { fetch: onSent ? reporting(fetch, onSent) : fetch, now: () => Date.now(), granted };
}
/** The process's own network and clock. */
export const processPorts: ErpPorts = portsFor({});
