import { join } from 'node:path';
import { startPlayground } from './start.ts';

const env = process.env;
const playground = await startPlayground({
  port: Number(env.PLAYGROUND_PORT ?? 8788),
  dataDir: join(env.BACKROOM_DATA ?? '.data', 'hubspot'),
  backendUrl: env.BACKEND_URL ?? 'http://127.0.0.1:8787',
  demo: !env.PLAYGROUND_ERP,
  erpUrl: env.DEMO_ERP_URL ?? 'http://127.0.0.1:8790',
  publicOrigin: env.PUBLIC_ORIGIN ?? 'https://app.backroom.example',
  secret: env.HUBSPOT_CLIENT_SECRET ?? '',
  ...(env.PLAYGROUND_DEALS ? { many: Number(env.PLAYGROUND_DEALS) } : {}),
  ...(env.PLAYGROUND_CRM_LIMIT ? { maxInWindow: Number(env.PLAYGROUND_CRM_LIMIT) } : {}),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void playground.close().then(() => process.exit(0)));
