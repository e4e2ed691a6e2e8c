import { type Check, compareMoney } from '@backroom/shared';
import { twinWords } from '../sale.ts';
import { check, type Findings, ready } from './check.ts';

/** Orders that are there already, and what the ERP makes of this one. */
export function aboutErp({ simulation, asked, convertedTo, twins, before, stock, pricing, credit }: Findings): Check[] {
  const found: Check[] = [];
  if (convertedTo) found.push(check('already_converted', 'block', { number: convertedTo }));
  // A warning that has to be accepted by name: a second order of one deal is never made in passing.
  else if (before) found.push(check('order_again', 'warn', { number: before }));
  if (!convertedTo) for (const twin of twins) found.push(check('possible_twin', 'block', twinWords(twin)));
  if (asked && !simulation) found.push(check('erp_unavailable', 'warn'));
  const panels = [stock, pricing, credit];
  if (panels.some((result) => result.state === 'ready' && result.freshness?.source === 'stale'))
    found.push(check('figures_stale', 'warn'));
  const quoted = ready(pricing)?.quotedTotal;
  if (
    simulation &&
    quoted &&
    simulation.refusals.length === 0 &&
    quoted.currency === simulation.net.currency &&
    compareMoney(quoted, simulation.net) !== 0
  )
    found.push(check('total_differs', 'info', { quoted, erp: simulation.net }));
  return found;
}
