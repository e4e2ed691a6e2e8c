// The stand-in as a process of its own.
import { startPipedrive } from './start.ts';

const { PIPEDRIVE_PORT: port = '8831', PIPEDRIVE_REDIRECT_URI: redirectUri } = process.env;
const crm = await startPipedrive({ port: Number(port), ticking: true, app: redirectUri ? { redirectUri } : {} });
console.log(`Pipedrive (stand-in): ${crm.url}, client ${crm.app.clientId}, deals ${JSON.stringify(crm.ids)}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void crm.close().then(() => process.exit(0)));
