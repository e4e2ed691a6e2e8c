import type { OrderInput } from '@backroom/backend/erp/contract/schemas';
import { companies } from '@backroom/demo-erp/cast';
import { currencySchema, decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { quoteOf } from './load.ts';

const currency = currencySchema.parse('EUR');
/** The `index`th deal as a whole order, ready for the demo ERP: what Backroom has to find out by itself. */
export function orderOf(index: number): OrderInput {
  const { companyId, lines } = oneOfMany(index);
  const customer = companies.find(({ id }) => id === companyId)?.customer ?? '';
  return {
    reference: referenceSchema.parse(quoteOf({ deal: oneOfMany }, index).reference),
    customerId: erpCustomerIdSchema.parse(`cust-${customer.slice(2)}`),
    currency,
    requestedDate: null,
    note: null,
    lines: lines.map(({ code, name, quantity, price }) => ({
      productId: erpProductIdSchema.parse(`prod-${code}`),
      quantity: decimal(quantity),
      unitPrice: { amount: decimal(price), currency },
      description: name,
    })),
  };
}
