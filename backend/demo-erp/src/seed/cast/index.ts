/**
 * Customers, products, companies and deals of the demonstration. The demo ERP and the CRM stand-ins are seeded with them, so that both sides
 * fit together, except in the deals that show what happens when they do not.
 */
export * from './companies.ts';
export * from './customers.ts';
export * from './deals.ts';
export * from './products.ts';
export { rates } from './rates.ts';
