import type { Payload } from '../submissions/payload.ts';

/** The names under which flows keep their figures: what reads one and what makes it due must say the same. */
export const customerKey = (name: string, customer: string): string => `${name}|${customer}`;
/** Everything that is read for a customer. */
export const customerFigures = (customers: readonly string[]): string[] =>
  customers.flatMap((customer) =>
    ['customer', 'orders', 'invoices', 'credit', 'returns'].map((name) => customerKey(name, customer)),
  );
export const stockKey = (product: string): string => `stock|${product}`;

/** The figures that are out of date once this was written to the ERP. */
export function figuresChangedBy(payload: Exclude<Payload, { kind: 'customer' }>): string[] {
  if (payload.kind === 'return') return [customerKey('returns', payload.claim.customerId)];
  const { customerId, lines } = payload.order;
  const ofCustomer = customerId === null ? [] : ['orders', 'credit'].map((name) => customerKey(name, customerId));
  return [...ofCustomer, ...new Set(lines.map(({ productId }) => stockKey(productId)))];
}
