// The double as a process of its own: for `npm start -- --erp s4hana` and for the failure runs.
import { join } from 'node:path';
import { startS4hana } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  S4HANA_PORT: port = '8797',
  S4HANA_ADMIN_PORT: adminPort = '8798',
} = process.env;
const erp = await startS4hana({
  file: join(data, 's4hana', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`SAP S/4HANA (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
