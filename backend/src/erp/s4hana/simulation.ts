import { z } from 'zod';
import type { Simulation } from '../contract/schemas.ts';
import { exactJsonOf } from '../transport/json.ts';
import { blank, day, expandable, expanded } from '../transport/odata/v2-values.ts';
import { HARMLESS } from './facts.ts';
import { lineIn } from './faults.ts';
import type { Session } from './session.ts';
import { amount, flag, key, sure } from './values.ts';

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
