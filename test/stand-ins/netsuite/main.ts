// The double as a process of its own: for `npm start -- --erp netsuite` and for the failure runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNetSuite } from './start.ts';

const {
  BACKROOM_DATA: data = '.data',
  NETSUITE_PORT: port = '8811',
  NETSUITE_ADMIN_PORT: adminPort = '8812',
  NETSUITE_RESTLET: restlet = '',
} = process.env;
/** `script deployment file`: a script of the account's file cabinet. */
const [script = '', deploy = '', file = ''] = restlet.split(' ');
const erp = await startNetSuite({
  file: join(data, 'netsuite', 'erp.sqlite'),
  port: Number(port),
  adminPort: Number(adminPort),
  restlets: file === '' ? {} : { [script]: { deploy, source: readFileSync(file, 'utf8') } },
});
console.log(`NetSuite (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
