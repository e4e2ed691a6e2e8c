// The double as a process of its own: for `npm start -- --erp sage-200` and for the failure runs.
import { join } from 'node:path';
import { startSage200 } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  SAGE_200_PORT: port = '8831',
  SAGE_200_ADMIN_PORT: adminPort = '8832',
} = process.env;
const erp = await startSage200({
  file: join(data, 'sage-200', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Sage 200 (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
