// The double as a process of its own: for `npm start -- --erp sage-x3` and for the failure runs.
import { startSageX3 } from './start.ts';

const { SAGE_X3_PORT: port = '8831', SAGE_X3_ADMIN_PORT: adminPort = '8832' } = process.env;
const erp = await startSageX3({ port: Number(port), adminPort: Number(adminPort) });
console.log(`Sage X3 (double): ${erp.url}, admin port ${erp.adminUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
