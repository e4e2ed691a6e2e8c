// The double as a process of its own: for `npm start -- --erp sage-x3` and for the failure runs.
import { join } from 'node:path';
import { startSageX3 } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  SAGE_X3_PORT: port = '8831',
  SAGE_X3_ADMIN_PORT: adminPort = '8832',
} = process.env;
const erp = await startSageX3({
  file: join(data, 'sage-x3', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Sage X3 (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
