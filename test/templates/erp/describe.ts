import type { ErpDescription } from '@backroom/backend/erp/contract/description';

/** Said without asking the ERP. */
export const describe: ErpDescription = {
  erp: 'Toy ERP',
  flows: ['customers', 'stock'],
  without: ['customers.list', 'customers.addresses', 'customers.create', 'customers.findByReference'],
  versions: ['1'],
  idempotency: 'lookup',
  settleMs: 0,
  limits: { concurrency: 4, batch: 500 },
  auth: 'bearer',
};
