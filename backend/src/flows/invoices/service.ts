import type { InvoicesPanel, PanelResult } from '@backroom/shared';
import { operations } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { invoicesPolicy } from './policy.ts';
import { totalsOf } from './totals.ts';

/** The customer's invoices, with the ERP's own totals. Those of a cut list would be wrong, and are not known. */
export async function readInvoices(ctx: Context): Promise<PanelResult<InvoicesPanel>> {
  requireFlow(ctx, 'invoices');
  const customer = linkedCustomer(ctx);
  const { invoices } = ctx.erp;
  if (!invoices) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'invoices',
    customer: customer.id,
    policy: invoicesPolicy,
    schema: operations['invoices.list'].out,
    read: () => invoices.list({ customerId: customer.id }, { signal: readSignal() }),
  });
  const { results, more = false, totals } = figure.value;
  return {
    state: 'ready',
    data: {
      invoices: results,
      totals: totals ?? (more ? null : totalsOf(results)),
      more,
      freshness: figure.freshness,
    },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const invoicesPanel = (ctx: Context) => panel(ctx, () => readInvoices(ctx));
