import { addMoney, type Check, compareMoney, type Money } from '@backroom/shared';
import { dealTotal, quotedNet } from '../../../deals/quoted.ts';
import { twinWords } from '../sale.ts';
import { check, type Findings, ready } from './check.ts';

/** The line that a field of the order input is about, as `lines.2.quantity` is. */
function lineOf(field: string | null, { deal }: Findings): string | null {
  const index = /^lines\.(\d+)(\.|$)/.exec(field ?? '')?.[1];
  return index === undefined ? null : (deal.lines[Number(index)]?.id ?? null);
}
const differs = (quoted: Money, erp: Money) => quoted.currency !== erp.currency || compareMoney(quoted, erp) !== 0;

/** Where the ERP arrives at other totals for the quoted prices: it would book those. */
function aboutTotals({ deal, simulation, details }: Findings): Check[] {
  if (!simulation) return [];
  const lines = (simulation.lines ?? []).flatMap(({ net }, index) => {
    const line = deal.lines[index];
    const quoted = quotedNet(deal, index, net.currency);
    return line && quoted && differs(quoted, net)
      ? [check('line_differs', 'warn', { name: line.name, quoted, erp: net }, line.id)]
      : [];
  });
  const mapped = details?.mapped.charges.map(({ charge }) => charge) ?? [];
  const quoted = [...(details?.sent.charges ?? []), ...mapped].reduce<Money | null>(
    (sum, { amount }) => sum && addMoney(sum, amount),
    dealTotal(deal),
  );
  return quoted && differs(quoted, simulation.net)
    ? [...lines, check('total_differs', 'warn', { quoted, erp: simulation.net })]
    : lines;
}

/** What the ERP says to this order: nothing, no, or something else than the quote. */
export function aboutErp(findings: Findings): Check[] {
  const { simulated, convertedTo, credit } = findings;
  if (convertedTo !== null) return [];
  if (simulated.state === 'answered' && simulated.simulation.refusals.length > 0) {
    // Why the customer is blocked is a check of its own.
    const told = ready(credit)?.position.blockedReason;
    return simulated.simulation.refusals
      .filter(({ words }) => !told || !words.includes(told))
      .map(({ field, words }) => check('erp_refuses', 'block', { words }, lineOf(field, findings)));
  }
  if (simulated.state === 'failed')
    return simulated.code === 'erp_refused'
      ? [check('erp_refuses', 'block', { words: simulated.words ?? '' })]
      : [check('erp_unavailable', 'warn')];
  return aboutTotals(findings);
}

/** Two ways to one order would be two orders. An order that is there already says more than that there may be one. */
function aboutOwnOrders({ ownOrder, makers }: Findings): Check[] {
  if (ownOrder) return [check('own_order', 'block', { name: ownOrder.by, number: ownOrder.number ?? '' })];
  return makers.map(({ name, canBeOff }) => check(canBeOff ? 'own_orders' : 'own_orders_always', 'block', { name }));
}

/** Orders that are there already. */
export function aboutOrders(findings: Findings): Check[] {
  const { convertedTo, cancelledOrder, before, twins, crmNames, readOnly } = findings;
  if (convertedTo !== null) return [check('already_converted', 'block', { number: convertedTo })];
  if (cancelledOrder !== null) return [check('order_cancelled', 'block', { number: cancelledOrder })];
  return [
    ...(readOnly ? [check('orders_read_only', 'block')] : []),
    ...aboutOwnOrders(findings),
    // A warning that has to be accepted by name: a second order of one deal is never made in passing.
    ...(before === null ? [] : [check('order_again', 'warn', { number: before })]),
    ...twins.map((twin) => check('possible_twin', 'block', twinWords(crmNames, twin))),
  ];
}
