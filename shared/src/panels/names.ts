import { z } from 'zod';

export const panelNameSchema = z.enum([
  'customer',
  'stock',
  'pricing',
  'orders',
  'invoices',
  'credit',
  'returns',
  'overview',
]);
export type PanelName = z.infer<typeof panelNameSchema>;
/** Panels of each record type. `overview` is composed of the others and makes no ERP call of its own. */
export const panelsOf = {
  deal: ['customer', 'stock', 'pricing', 'orders', 'invoices', 'credit', 'returns', 'overview'],
  company: ['customer', 'orders', 'invoices', 'credit', 'returns', 'overview'],
} as const satisfies Record<string, readonly PanelName[]>;
