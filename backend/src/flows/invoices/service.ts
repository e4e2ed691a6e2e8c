import {
  add,
  type Currency,
  decimal,
  type Invoice,
  type InvoicesPanel,
  invoiceSchema,
  type PanelResult,
} from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { invoicesPolicy } from './policy.ts';

const zero = decimal('0');
/** Sums of two currencies have no meaning, so there is one row for each. Credit notes still open count against. */
export function totalsOf(invoices: readonly Invoice[]): InvoicesPanel['totals'] {
  const currencies = [...new Set(invoices.map(({ open }) => open.currency))];
  const sum = (some: readonly Invoice[], currency: Currency) => ({
    amount: add(zero, ...some.map(({ open }) => open.amount)),
    currency,
  });
  return currencies.map((currency) => {
    const live = invoices.filter(
      (invoice) => invoice.open.currency === currency && invoice.status !== 'cancelled' && invoice.kind === 'invoice',
    );
    return {
      open: sum(live, currency),
      overdue: sum(
        live.filter(({ status }) => status === 'overdue'),
        currency,
      ),
    };
  });
}
export async function readInvoices(ctx: Context): Promise<PanelResult<InvoicesPanel>> {
  requireFlow(ctx, 'invoices');
  const customer = linkedCustomer(ctx);
  const { invoices } = ctx.erp;
  if (!invoices) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'invoices',
    customer: customer.id,
    policy: invoicesPolicy,
    schema: z.array(invoiceSchema),
    read: async () => (await invoices.list({ customerId: customer.id }, { signal: readSignal() })).results,
  });
  return {
    state: 'ready',
    data: { invoices: figure.value, totals: totalsOf(figure.value), freshness: figure.freshness },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const invoicesPanel = (ctx: Context) => panel(ctx, () => readInvoices(ctx));
