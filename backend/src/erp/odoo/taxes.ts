import { add, canonical, type Decimal, decimal, divide, isZero, multiply, round, subtract } from '@backroom/shared';
import { z } from 'zod';
import { exact, id } from '../transport/odoo/values.ts';
import type { Spec } from './tree.ts';

const one = decimal('1');
const hundred = decimal('100');

/** What Odoo knows of a sales tax. `included`: it is part of the price, not added to it. */
export type Tax = { id: number; amount: number; kind: string; included: boolean; compound: boolean };
const flatRow = {
  id,
  amount: z.number(),
  amount_type: z.string(),
  price_include: z.boolean(),
  /** Whether the taxes after it are reckoned on it too. */
  include_base_amount: z.boolean(),
};
/** A tax that is a group stands for its children. */
export const taxRow = z.object({ ...flatRow, children_tax_ids: z.array(z.object(flatRow)).default([]) });
const flat: Spec = { amount: {}, amount_type: {}, price_include: {}, include_base_amount: {} };
export const taxSpec: Spec = { ...flat, children_tax_ids: { fields: flat } };

export const taxesOf = (rows: readonly z.output<typeof taxRow>[]): Tax[] =>
  rows
    .flatMap((row) => (row.amount_type === 'group' ? row.children_tax_ids : [row]))
    .map((row) => ({
      id: row.id,
      amount: row.amount,
      kind: row.amount_type,
      included: row.price_include,
      compound: row.include_base_amount,
    }));

/** 1.1 for a price with 10 % tax in it; null where an included tax is no percentage of the net price. */
export function includedRate(taxes: readonly Tax[]): Decimal | null {
  const included = taxes.filter((tax) => tax.included);
  if (!included.every(({ kind }) => kind === 'percent')) return null;
  if (included.length > 1 && included.some(({ compound }) => compound)) return null;
  return add(one, ...included.map((tax) => divide(exact(tax.amount), hundred)));
}

/** A line's unit price after discount and without the taxes that are part of it. */
export function netUnitPrice(
  line: { unitPrice: number; discount: number; subtotal: number; taxes: readonly Tax[] },
  quantity: Decimal,
): Decimal {
  const price = multiply(exact(line.unitPrice), divide(subtract(hundred, exact(line.discount)), hundred));
  if (!line.taxes.some(({ included }) => included)) return price;
  const rate = includedRate(line.taxes);
  if (rate !== null) return canonical(round(divide(price, rate), 6));
  return isZero(quantity) ? price : canonical(round(divide(exact(line.subtotal), quantity), 6));
}

/** Null where a tax is not a percentage. */
export function taxPercent(taxes: readonly Tax[]): Decimal | null {
  if (!taxes.every(({ kind }) => kind === 'percent')) return null;
  return exact(taxes.reduce((sum, { amount }) => sum + amount, 0));
}
