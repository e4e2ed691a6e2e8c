import { add, decimal, divide, multiply, parseDecimal, round, subtract } from '@backroom/shared';
import { num, textOf } from '../numbers.ts';
import type { Company, Row } from './company.ts';

const hundred = decimal('100');
const numberOf = (value: unknown) => parseDecimal(textOf(value)) ?? decimal('0');

/** Beyond 24 digits Pipedrive reckons with floats, as every JSON number of its own. */
function orFloat(exact: () => ReturnType<typeof num>, float: () => number) {
  try {
    return exact();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return num(String(float()));
  }
}
const sumOf = (line: Record<string, unknown>, settings: Company['settings']) =>
  orFloat(
    () => exactSum(line, settings),
    () => Number(textOf(line.quantity)) * Number(textOf(line.item_price)),
  );
/** What Pipedrive shows for a line, rounded to cents. */
function exactSum(line: Record<string, unknown>, { amountDiscount, sumHoldsTax }: Company['settings']) {
  const [quantity, price, off, tax] = [line.quantity, line.item_price, line.discount, line.tax].map(numberOf);
  if (!quantity || !price || !off || !tax) return num('0');
  const whole = multiply(quantity, price);
  const amount = amountDiscount === 'line' ? off : multiply(off, quantity);
  const lower =
    line.discount_type === 'amount'
      ? subtract(whole, amount)
      : divide(multiply(whole, subtract(hundred, off)), hundred);
  const adds = sumHoldsTax && line.tax_method === 'exclusive';
  const total = adds ? divide(multiply(lower, add(hundred, tax)), hundred) : lower;
  return num(round(total, 2).replace(/\.00$/, ''));
}
/** The deal's value is that of its lines less the deal's discounts, as soon as it has lines. */
function dealValue(company: Company, deal: number) {
  const lines = company.linesOf(deal).filter(({ is_enabled }) => is_enabled === true);
  let total = lines.reduce((sum, { sum: each }) => add(sum, numberOf(each)), decimal('0'));
  for (const { deal_id, type, amount } of company.discounts) {
    if (deal_id !== deal) continue;
    total =
      type === 'percentage'
        ? divide(multiply(total, subtract(hundred, numberOf(amount))), hundred)
        : subtract(total, numberOf(amount));
  }
  return num(round(total, 2));
}
/** Reckons a line and its deal anew, after somebody changed one on a page. */
export function settle(company: Company, deal: number, quiet = false): void {
  for (const line of company.linesOf(deal)) line.sum = sumOf(line, company.settings);
  const value = dealValue(company, deal);
  if (company.settings.linesTouchDeal && !quiet) company.change('deal', deal, { value });
  else company.rowOf('deal', deal).value = value;
}
export function addLine(company: Company, deal: number, fields: Record<string, unknown>, quiet = false): Row {
  const { currency } = company.rowOf('deal', deal);
  const product = company.rowOf('product', Number(fields.product_id));
  const line = {
    ...{ deal_id: deal, name: product.name, currency, comments: '', tax: 0, discount: 0, tax_method: 'exclusive' },
    ...{ discount_type: 'percentage', is_enabled: true, billing_frequency: 'one-time' },
    order_nr: company.linesOf(deal).length + 1,
    ...fields,
  };
  return company.add('deal_product', { ...line, sum: sumOf(line, company.settings) }, quiet);
}
