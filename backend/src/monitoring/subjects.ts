import { type Flow, flowSchema } from '@backroom/shared';

/** What statistics are kept of: the seven flows, and what serves all of them. */
export const subjects = [
  ...flowSchema.options,
  'products',
  'changes',
  'connection',
  'crm',
  'signatures',
  'events',
] as const;
/** `signatures`: requests in the account's name that were refused for their signature. `events`: what the CRM told of. Neither is a flow of its own. */
export type Subject = Flow | 'products' | 'changes' | 'connection' | 'crm' | 'signatures' | 'events';

const isFlow = (name: string): name is Flow => flowSchema.safeParse(name).success;
/** The subject of an ERP operation: `stock.availability` is of `stock`, `health` of the connection itself. */
export function subjectOf(operation: string): Subject {
  const [group = ''] = operation.split('.');
  if (isFlow(group) || group === 'products' || group === 'changes') return group;
  return 'connection';
}

const ofFigure: Readonly<Record<string, Subject>> = {
  stock: 'stock',
  price: 'pricing',
  product: 'products',
  customer: 'customers',
  match: 'customers',
  orders: 'orders',
  number: 'orders',
  simulate: 'orders',
  invoices: 'invoices',
  credit: 'credit',
  returns: 'returns',
};
/** Connection and subject of a figure by its key: `stock|4711`, `@second|price|…`. The first connection has no prefix. */
export function figureSubject(key: string, main: string): { connection: string; subject: Subject } {
  const parts = key.split('|');
  const own = parts[0]?.startsWith('@') ? parts.shift()?.slice(1) : undefined;
  return { connection: own ?? main, subject: ofFigure[parts[0] ?? ''] ?? 'customers' };
}
