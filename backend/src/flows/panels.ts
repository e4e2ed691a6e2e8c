import { type PanelName, type PanelsAnswer, panelsOf } from '@backroom/shared';
import { ProblemError } from '../problems/error.ts';
import { type Context, panel } from './context.ts';
import { creditPanel } from './credit/service.ts';
import { customerPanel } from './customers/service.ts';
import { invoicesPanel } from './invoices/service.ts';
import { ordersPanel } from './orders/service.ts';
import { overviewOf } from './overview/service.ts';
import { pricingPanel } from './pricing/service.ts';
import { returnsPanel } from './returns/service.ts';
import { stockPanel } from './stock/service.ts';

const readers = {
  customer: customerPanel,
  stock: stockPanel,
  pricing: pricingPanel,
  orders: ordersPanel,
  invoices: invoicesPanel,
  credit: creditPanel,
  returns: returnsPanel,
};

/** The asked-for panels of a record, each with its own result or problem. `overview` brings the others along and shows only its own. */
export async function readPanels(ctx: Context, asked: readonly PanelName[]): Promise<PanelsAnswer> {
  const has: readonly PanelName[] = panelsOf[ctx.record.type];
  const unknown = asked.find((name) => !has.includes(name));
  if (unknown) throw new ProblemError('panel_unknown', { field: unknown });
  const wanted = asked.includes('overview') ? has : asked;
  const panels: PanelsAnswer['panels'] = {};
  await Promise.all(
    wanted.map(async (name) => {
      if (name !== 'overview') Object.assign(panels, { [name]: await readers[name](ctx) });
    }),
  );
  if (asked.includes('overview')) {
    const { overview: _, ...others } = panels;
    panels.overview = await panel(ctx, () => overviewOf(ctx, others));
  }
  const { record } = ctx;
  return {
    record: {
      type: record.type,
      id: record.id,
      name: record.name,
      currency: record.type === 'deal' ? record.currency : null,
      linesFrom: record.type === 'deal' ? record.linesFrom : 'none',
      revision: ctx.identity?.revision ?? null,
    },
    connection: {
      erp: ctx.connection.erp,
      name: ctx.connection.name,
      ...(ctx.severalConnections ? { oneOfSeveral: true } : {}),
    },
    panels: Object.fromEntries(asked.flatMap((name) => (panels[name] ? [[name, panels[name]]] : []))),
  };
}
