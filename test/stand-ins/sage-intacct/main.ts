// The double as a process of its own: for `npm start -- --erp sage-intacct` and for the failure runs.
import { join } from 'node:path';
import { startIntacct } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  SAGE_INTACCT_PORT: port = '8821',
  SAGE_INTACCT_ADMIN_PORT: adminPort = '8822',
} = process.env;
const erp = await startIntacct({
  file: join(data, 'sage-intacct', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Sage Intacct (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
