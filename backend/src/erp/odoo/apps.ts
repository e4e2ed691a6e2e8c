import { ErpError } from '../contract/errors.ts';
import type { Session } from './session.ts';

/** The app, as Odoo's own menu names it, and the module that bring a model that a panel cannot do without. */
const bringing = {
  'sale.order': { app: 'Sales', module: 'sale_management' },
  'stock.quant': { app: 'Inventory', module: 'stock' },
  'stock.picking': { app: 'Inventory', module: 'stock' },
  'account.move': { app: 'Invoicing', module: 'account' },
} as const;

/** Says which app is missing, before its absence can look like nothing there. The fields are remembered: this costs no call of its own. */
export async function requireApp(session: Session, model: keyof typeof bringing, signal: AbortSignal): Promise<void> {
  if (await session.fields(model, signal)) return;
  const { app, module } = bringing[model];
  throw new ErpError('unsupported', `no model ${model}`, {
    field: module,
    words: `The ${app} app (module ${module}) is not installed in Odoo.`,
  });
}
