// The double as a process of its own: for `npm start -- --erp business-central` and for the failure runs.
import { join } from 'node:path';
import { startBusinessCentral } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  BUSINESS_CENTRAL_PORT: port = '8795',
  BUSINESS_CENTRAL_ADMIN_PORT: adminPort = '8796',
} = process.env;
const erp = await startBusinessCentral({
  file: join(data, 'business-central', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
});
console.log(`Business Central (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
