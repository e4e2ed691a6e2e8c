import { join } from 'node:path';
import { startDemoErp } from './start.ts';

const erp = await startDemoErp({
  dataDir: join(process.env.BACKROOM_DATA ?? '.data', 'demo-erp'),
  port: Number(process.env.DEMO_ERP_PORT ?? 8790),
  key: process.env.DEMO_ERP_KEY ?? 'demo-erp-key',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void erp.close().then(() => process.exit(0)));
