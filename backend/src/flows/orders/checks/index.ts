import type { Check } from '@backroom/shared';
import { check, type Findings, type Level } from './check.ts';
import { aboutCredit, aboutCustomer } from './customer.ts';
import { aboutDetails } from './details.ts';
import { aboutErp, aboutOrders } from './erp.ts';
import { aboutFigures } from './figures.ts';
import { aboutLines, aboutPrices, aboutStock } from './lines.ts';
import { aboutMapping } from './mapping.ts';
import { aboutQuote } from './quote.ts';
import { aboutRecord } from './record.ts';

/** What the checks leave to a person: everything but a block, and the one block that somebody may override. */
export const isBlocking = ({ level, code }: Check): boolean => level === 'block' && code !== 'possible_twin';

/** Every named check of a preview, blocking ones first. Nothing found is said too. */
export function checksOf(findings: Findings): Check[] {
  const order: readonly Level[] = ['block', 'warn', 'info'];
  const all = [
    ...aboutRecord(findings),
    ...aboutQuote(findings),
    ...aboutOrders(findings),
    ...aboutCustomer(findings),
    ...aboutLines(findings),
    ...aboutDetails(findings),
    ...aboutMapping(findings),
    ...aboutErp(findings),
    ...aboutCredit(findings),
    ...aboutStock(findings),
    ...aboutPrices(findings),
    ...aboutFigures(findings),
  ];
  const sorted = all.sort((left, right) => order.indexOf(left.level) - order.indexOf(right.level));
  return sorted.length > 0 ? sorted : [check('all_well', 'info')];
}
