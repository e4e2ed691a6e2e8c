import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { requireApp } from './apps.ts';
import { MOMENT_MS, type Session } from './session.ts';

const KEY = 'sees all orders';
/**
 * A salesperson with "Own Documents Only" gets a part of the orders, and nothing says so. `fresh`: asked for again, because an order depends on it.
 */
export async function requireAllOrders(session: Session, signal: AbortSignal, fresh = false): Promise<void> {
  if (fresh) session.forget(KEY);
  const ask = () =>
    session.ask(z.boolean(), {
      model: 'res.users',
      method: 'has_group',
      // Before 18 it is always about the user who asks.
      ...(session.transport.major >= 18 ? { ids: [session.uid] } : {}),
      args: { group_ext_id: 'sales_team.group_sale_salesman_all_leads' },
      signal,
    });
  if (await session.remembered(KEY, ask, MOMENT_MS)) return;
  session.forget(KEY);
  throw new ErpError('unauthorised', 'no right to all orders', {
    field: 'key',
    words: 'The key\'s user in Odoo sees only its own orders. Give it "User: All Documents" in Sales.',
  });
}

/** Reads orders beside the question whether they are all of them. */
export async function withAllOrders<Value>(
  session: Session,
  signal: AbortSignal,
  read: () => Promise<Value>,
): Promise<Value> {
  await requireApp(session, 'sale.order', signal);
  const [, value] = await Promise.all([requireAllOrders(session, signal), read()]);
  return value;
}
