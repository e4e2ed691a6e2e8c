import type { Check, PanelName, PanelResult, ProblemCode } from '@backroom/shared';
import { check, type Findings } from './check.ts';

/** Problems of a panel that another check names. */
const named: ReadonlySet<ProblemCode> = new Set([
  'customer_not_linked',
  'no_company',
  'no_lines',
  'mixed_currencies',
  'currency_unknown',
]);
/** An admin's decision or the ERP's nature, which no reload changes. */
const given: ReadonlySet<ProblemCode> = new Set(['flow_off', 'flow_unsupported']);

/** What could not be looked at: a missing figure is never a good one. */
export function aboutFigures({ stock, pricing, credit }: Findings): Check[] {
  const panels: readonly (readonly [PanelName, PanelResult<unknown>])[] = [
    ['stock', stock],
    ['pricing', pricing],
    ['credit', credit],
  ];
  const missing = panels.flatMap(([panel, result]) => {
    if (result.state === 'ready') return [];
    const reason = result.state === 'problem' ? result.problem.code : 'erp_timeout';
    if (named.has(reason)) return [];
    return [check('figure_missing', given.has(reason) ? 'info' : 'warn', { panel, reason })];
  });
  const stale = panels.some(([, result]) => result.state === 'ready' && result.freshness?.source === 'stale');
  return stale ? [...missing, check('figures_stale', 'warn')] : missing;
}
