import { add, compare, decimal } from '@backroom/shared';
import { ErpError, type ErpErrorKind } from '../contract/errors.ts';
import { type OrderInput, type Simulation, simulationSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { itemNumber } from './order-body.ts';
import { withField } from './order-refusals.ts';
import type { Session } from './session.ts';
import { refusalsIn, SIMULATE, type Simulated, type SimulatedItem } from './simulation.ts';
import { standingItems } from './standing-prices.ts';

const zero = decimal('0');
const refusedKinds: readonly ErpErrorKind[] = ['refused', 'not_found'];
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  const none = { amount: zero, currency: input.currency };
  try {
    const { answer } = await standingItems(session, input, signal);
    return toSimulation(answer.entity, input, refusalsIn(answer.headers));
  } catch (failure) {
    const error = await withField(session, input, failure, signal);
    if (!(error instanceof ErpError) || !refusedKinds.includes(error.kind)) throw error;
    const refusals = [{ field: error.field, words: error.words ?? error.message }];
    return { net: none, tax: none, total: none, promiseDate: null, refusals };
  }
}

function toSimulation(row: Simulated, input: OrderInput, refusals: Simulation['refusals']): Simulation {
  const money = (value: typeof zero) => ({ amount: value, currency: row.TransactionCurrency });
  const net = row.to_Pricing.TotalNetAmount;
  const tax = add(zero, ...row.to_Item.map(({ TaxAmount }) => TaxAmount));
  const ours = input.lines.map((_, index) =>
    row.to_Item.find(({ SalesOrderItem }) => SalesOrderItem === itemNumber(index)),
  );
  const dates = ours.map((item) => (item ? promiseOf(item) : null));
  const lines = ours.map((item) => (item ? { net: money(item.NetAmount) } : null));
  return fit(
    simulationSchema,
    {
      net: money(net),
      tax: money(tax),
      total: money(add(net, tax)),
      promiseDate: dates.every((date) => date !== null) ? (dates.sort().at(-1) ?? null) : null,
      ...(lines.every((line) => line !== null) ? { lines } : {}),
      refusals,
    },
    SIMULATE,
  );
}
/** The day on which all of it is confirmed; null where a part is not. */
function promiseOf({ to_ScheduleLine: lines = [], RequestedQuantity }: SimulatedItem): string | null {
  const sure = lines.filter(({ ConfdOrderQtyByMatlAvailCheck }) => compare(ConfdOrderQtyByMatlAvailCheck, zero) > 0);
  const all = add(zero, ...sure.map(({ ConfdOrderQtyByMatlAvailCheck }) => ConfdOrderQtyByMatlAvailCheck));
  if (compare(all, RequestedQuantity) < 0) return null;
  return (
    sure
      .map(({ ConfirmedDeliveryDate }) => ConfirmedDeliveryDate ?? '')
      .sort()
      .at(-1) || null
  );
}
