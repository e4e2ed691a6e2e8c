import { addMoney, type Check, compareMoney, type Money } from '@backroom/shared';
import type { CrmDeal } from '../../../crm/contract/index.ts';
import { currencyOfDeal } from '../../../deals/currency.ts';
import { settledOf } from '../../../deals/quoted.ts';
import { check, type Findings } from './check.ts';

const gapCodes = {
  unreadable: 'record_unreadable',
  hidden: 'field_hidden',
  recurring: 'recurring_line',
  tiered: 'tiered_price',
  adjustment: 'adjustment_unknown',
} as const;

/** Quotes that count as much as the one that is used: a warning until a person has chosen among them. */
function aboutChoice({ quote, otherQuotes = [] }: CrmDeal, chosen: boolean): Check[] {
  if (!quote || otherQuotes.length === 0) return [];
  const others = otherQuotes.map(({ number, id }) => number ?? id).join(', ');
  return [check('several_quotes', chosen ? 'info' : 'warn', { number: quote.number ?? quote.id, others })];
}

/**
 * Complete or refused: what the CRM did not give, what is not understood, and where its totals are not those of its lines. Charges that no order
 * carries must be accepted by name.
 */
export function aboutRecord({ deal, quoteChosen, simulation, details }: Findings): Check[] {
  const found = [
    ...(deal.gaps ?? []).map(({ kind, what, lineId }) => check(gapCodes[kind], 'block', { what }, lineId)),
    ...aboutChoice(deal, quoteChosen),
  ];
  const { currency, problem } = currencyOfDeal(deal);
  if (currency === null)
    return deal.lines.length > 0
      ? [...found, check(problem === 'mixed' ? 'mixed_currencies' : 'currency_unknown', 'block')]
      : found;
  const { differences, charges } = settledOf(deal);
  const inMoney = (amount: Money['amount']): Money => ({ amount, currency });
  for (const each of differences) {
    if (each.kind === 'unclear') found.push(check('adjustment_unknown', 'block', { what: each.name }));
    else if (each.kind === 'quote_total')
      found.push(check('quote_total_differs', 'block', { crm: inMoney(each.crm), computed: inMoney(each.computed) }));
    else
      found.push(
        check(
          'line_total_differs',
          'block',
          { name: each.name, crm: inMoney(each.crm), computed: inMoney(each.computed) },
          each.lineId,
        ),
      );
  }
  const isLine = (kind: string, name: string) =>
    details?.mapped.charges.some(({ charge }) => charge.kind === kind && charge.name === name) ?? false;
  for (const { kind, name, amount } of charges)
    if (kind !== 'tax' && !details?.carries.has(kind) && !isLine(kind, name))
      found.push(check('charge_not_carried', 'warn', { name, amount: inMoney(amount) }));
  // The ERP computes the tax. A quote that states another one promised another gross total.
  const taxes = charges.filter(({ kind }) => kind === 'tax').map(({ amount }) => inMoney(amount));
  const [first, ...rest] = taxes;
  const erp = simulation?.tax;
  if (first && erp?.currency === currency) {
    const quoted = rest.reduce(addMoney, first);
    if (compareMoney(quoted, erp) !== 0) found.push(check('tax_differs', 'warn', { quoted, erp }));
  }
  return found;
}
