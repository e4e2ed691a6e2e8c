import type { ErpPorts } from '../contract/ports.ts';
import { erpFetch } from './leaving.ts';

/** The process's own network and clock. */
export const processPorts: ErpPorts = { fetch: erpFetch, now: () => Date.now() };
