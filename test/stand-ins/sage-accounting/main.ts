// The double as a process of its own: for `npm start -- --erp sage-accounting` and for the failure runs.
import { join } from 'node:path';
import { startSageAccounting } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  SAGE_ACCOUNTING_PORT: port = '8811',
  SAGE_ACCOUNTING_ADMIN_PORT: adminPort = '8812',
} = process.env;
const erp = await startSageAccounting({
  file: join(data, 'sage-accounting', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Sage Accounting (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
