import { basics, wrongCredential } from './cases/basics.ts';
import { changes } from './cases/changes.ts';
import { copies } from './cases/copies.ts';
import { cost } from './cases/cost.ts';
import { customers } from './cases/customers.ts';
import { faults } from './cases/faults.ts';
import { fields } from './cases/fields.ts';
import { find } from './cases/find.ts';
import { money } from './cases/money.ts';
import { orderChanges } from './cases/order-changes.ts';
import { orderDetails } from './cases/order-details.ts';
import { orderInput } from './cases/order-input.ts';
import { orders } from './cases/orders.ts';
import { pricing } from './cases/pricing.ts';
import { products } from './cases/products.ts';
import { returns } from './cases/returns.ts';
import type { Case } from './kit.ts';

/** In the order they run. */
export const cases: readonly Case[] = [
  ...basics,
  ...customers,
  ...products,
  ...pricing,
  ...orders,
  ...copies,
  ...orderInput,
  ...orderDetails,
  ...fields,
  ...orderChanges,
  ...find,
  ...money,
  ...returns,
  ...changes,
  ...cost,
  ...faults,
  wrongCredential,
];
