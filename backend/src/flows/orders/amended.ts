import { add, type Decimal, isNegative, subtract, subtractMoney } from '@backroom/shared';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import type { Simulated } from './simulation.ts';

/** What the order still has to deliver of each product: it is reserved for it. */
export function openGoods({ lines }: Pick<StandingOrder, 'lines'>): [string, Decimal][] {
  const open = new Map<string, Decimal>();
  for (const { productId, quantity, delivered } of lines) {
    const rest = subtract(quantity, delivered);
    if (productId === null || isNegative(rest)) continue;
    const before = open.get(productId);
    open.set(productId, before === undefined ? rest : add(before, rest));
  }
  return [...open];
}

/** What a change adds to the exposure: the order is part of it already. In another currency that cannot be told. */
export function beyondOrder(simulated: Simulated, { total }: Pick<StandingOrder, 'total'>): Simulated {
  if (simulated.state !== 'answered' || simulated.simulation.total.currency !== total.currency) return simulated;
  const { simulation } = simulated;
  return { ...simulated, simulation: { ...simulation, total: subtractMoney(simulation.total, total) } };
}
