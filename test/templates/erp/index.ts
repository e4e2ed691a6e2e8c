import type { ErpFactory } from '@backroom/backend/erp/contract/adapter';
import { processPorts } from '@backroom/backend/erp/transport/ports';
import { type Ask, toyClient } from './client.ts';
import { getCustomers, searchCustomers } from './customers.ts';
import { describe } from './describe.ts';
import { availability, resolveProducts } from './products.ts';
import { companySchema } from './schemas.ts';

/** An ERP with customers, products and stock. What it has not is left out, and its panels say so. */
export const toyErp: ErpFactory = ({ url, credentials }, ports = processPorts) => {
  const ask: Ask = toyClient({ url: url.replace(/\/$/, ''), key: credentials.key ?? '' }, ports);
  return {
    describe: async () => describe,
    async health(_, { signal }) {
      return { ok: true, ...(await ask('/company', {}, companySchema, signal)) };
    },
    customers: {
      search: ({ queries }, { signal }) => searchCustomers(ask, queries, signal),
      get: ({ ids }, { signal }) => getCustomers(ask, ids, signal),
    },
    products: { resolve: ({ codes }, { signal }) => resolveProducts(ask, codes, signal) },
    stock: { availability: ({ productIds }, { signal }) => availability(ask, productIds, signal) },
  };
};
