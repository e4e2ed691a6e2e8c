import { add, compare, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError, type ErpErrorKind } from '../contract/errors.ts';
import type { OrderInput, Simulation } from '../contract/schemas.ts';
import { simulationSchema } from '../contract/schemas.ts';
import { exactJsonOf, fit } from '../transport/json.ts';
import { blank, day, expandable, expanded } from '../transport/odata/v2-values.ts';
import { HARMLESS } from './facts.ts';
import { lineIn } from './faults.ts';
import { headerBody, itemBodies, itemNumber } from './order-body.ts';
import { withField } from './order-refusals.ts';
import type { Session } from './session.ts';
import { amount, flag, key, sure } from './values.ts';

const zero = decimal('0');
export const priceElement = z.object({
  ConditionType: blank,
  ConditionRateValue: amount,
  ConditionCurrency: blank,
  ConditionQuantity: amount,
  ConditionQuantityUnit: blank,
  ConditionClass: blank,
  ConditionCalculationType: blank,
  ConditionInactiveReason: blank,
  ConditionIsForStatistics: flag,
  ConditionAmount: amount,
});
export type PriceElement = z.output<typeof priceElement>;
const scheduleLine = z.object({ ConfirmedDeliveryDate: day, ConfdOrderQtyByMatlAvailCheck: amount });
const itemRow = z.object({
  SalesOrderItem: key,
  Material: key,
  RequestedQuantity: amount,
  RequestedQuantityUnit: blank,
  NetAmount: amount,
  TaxAmount: amount,
  to_PricingElement: expandable(priceElement),
  to_ScheduleLine: expandable(scheduleLine),
});
export type SimulatedItem = z.output<typeof itemRow>;
export const simulatedRow = z.object({
  TransactionCurrency: sure,
  CustomerPaymentTerms: blank,
  to_Pricing: z.object({ TotalNetAmount: amount }),
  to_Item: expanded(itemRow),
});
export type Simulated = z.output<typeof simulatedRow>;
export const SIMULATE = 'A_SalesOrderSimulation';
/** Only what stands in the question comes back. */
export const ASKED = { to_Pricing: {}, to_PricingElement: [] } as const;

const message = z.object({
  code: z.string(),
  message: z.string(),
  severity: z.string(),
  target: z.string().nullish(),
});
const messages = message.extend({ details: z.array(message).default([]) });
/** Refusals among the messages that come with an answer. Warnings and what every simulation says are none. */
export function refusalsIn(headers: Headers): Simulation['refusals'] {
  const sent = headers.get('sap-message');
  const parsed = messages.safeParse(sent === null ? null : exactJsonOf(new TextEncoder().encode(sent)));
  if (!parsed.success) return [];
  const { details, ...first } = parsed.data;
  return [first, ...details]
    .filter(({ code, severity }) => severity === 'error' && !HARMLESS.has(code))
    .map(({ message: words, target }) => ({ field: lineIn(target ?? ''), words }));
}
export async function simulateRow(session: Session, body: object, signal: AbortSignal) {
  return session.service('simulation').post(simulatedRow, SIMULATE, body, { signal });
}

const refusedKinds: readonly ErpErrorKind[] = ['refused', 'not_found'];
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  const items = itemBodies(session, input).map((item) => ({ ...item, to_ScheduleLine: [] }));
  const none = { amount: zero, currency: input.currency };
  try {
    const { entity, headers } = await simulateRow(
      session,
      { ...headerBody(session, input), ...ASKED, to_Item: items },
      signal,
    );
    return toSimulation(entity, input, refusalsIn(headers));
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
