import { bridge } from './bridge/index.ts';
import type { ErpFactory } from './contract/adapter.ts';
import { odoo } from './odoo/index.ts';
import { tryton } from './tryton/index.ts';

/** One line an adapter. */
export const erpAdapters: Readonly<Record<string, ErpFactory>> = {
  bridge,
  tryton,
  odoo,
};
