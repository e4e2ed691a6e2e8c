import { add, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type OrderInput, type Simulation, simulationSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { orderBody } from './order-body.ts';
import { withField } from './order-refusals.ts';
import type { Session } from './session.ts';
import { amount, date, sublist, zero } from './values.ts';

/** An order's form as NetSuite fills it in. Nothing is stored. */
const form = z.object({
  total: amount,
  taxTotal: amount,
  tax2Total: amount,
  item: sublist(z.object({ amount, expectedShipDate: date })).optional(),
});

/** Whether a form is priced differs by account (its form, its tax engine): one without totals or lines is no preview. */
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  try {
    // Under its reference, an order that was made already would refuse its own preview.
    const { externalId: _, ...body } = await orderBody(session, input, signal);
    const filled = await session.client.form(form, 'salesOrder', body, signal);
    const { total, item = [] } = filled;
    const lines = item.slice(0, input.lines.length);
    if (total === null || item.length < body.item.items.length || lines.some((line) => line.amount === null))
      throw new ErpError('unsupported', 'the form is not priced', {
        words: 'NetSuite does not price an order before it is saved in this account.',
      });
    const tax = add(filled.taxTotal ?? zero, filled.tax2Total ?? zero);
    const money = (value: typeof tax) => ({ amount: value, currency: input.currency });
    const promised = lines.map(({ expectedShipDate }) => expectedShipDate);
    return fit(
      simulationSchema,
      {
        net: money(subtract(total, tax)),
        tax: money(tax),
        total: money(total),
        promiseDate: promised.every((each) => each !== null) ? (promised.sort().at(-1) ?? null) : null,
        lines: lines.map((line) => ({ net: money(line.amount ?? zero) })),
        refusals: [],
      },
      'salesOrder',
    );
  } catch (error) {
    const named = await withField(session, input, error, signal);
    if (!(named instanceof ErpError) || !['refused', 'not_found'].includes(named.kind)) throw named;
    const nothing = { amount: zero, currency: input.currency };
    const refusals = [{ field: named.field, words: named.words ?? named.message }];
    return { net: nothing, tax: nothing, total: nothing, promiseDate: null, refusals };
  }
}
