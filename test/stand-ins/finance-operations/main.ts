// The double as a process of its own: for `npm start -- --erp finance-operations` and for the failure runs.
import { join } from 'node:path';
import { startFinanceOperations } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  FINANCE_OPERATIONS_PORT: port = '8801',
  FINANCE_OPERATIONS_ADMIN_PORT: adminPort = '8802',
} = process.env;
const erp = await startFinanceOperations({
  file: join(data, 'finance-operations', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Finance and Operations (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
