import type { z } from 'zod';
import type { CachePolicy, Figure } from '../cache/figures.ts';
import { type Context, explain } from './context.ts';
import { customerKey } from './figure-keys.ts';

/** A figure that one ERP call answers for one customer: orders, invoices, credit, returns. */
export async function customerFigure<Schema extends z.ZodType>(
  ctx: Context,
  options: {
    name: string;
    customer: string;
    policy: CachePolicy;
    schema: Schema;
    read: () => Promise<z.infer<Schema>>;
  },
): Promise<Figure<z.infer<Schema>>> {
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [customerKey(options.name, options.customer)],
    policy: options.policy,
    refresh: ctx.refresh.has(options.name),
    explain,
    parse: (value) => options.schema.parse(value),
    read: async () => [await options.read()],
  });
  if (!figure) throw new Error('a figure was asked for and none came');
  return figure;
}
