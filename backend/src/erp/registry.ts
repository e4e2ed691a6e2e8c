import { bridge } from './bridge/index.ts';
import type { ErpFactory } from './contract/adapter.ts';

/** One line an adapter. */
export const erpAdapters: Readonly<Record<string, ErpFactory>> = {
  bridge,
};
