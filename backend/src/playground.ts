import { accountIdSchema, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Backend } from './compose.ts';
import type { Config } from './config.ts';

const linksSchema = z.object({ links: z.array(z.object({ companyId: z.string(), customer: erpCustomerSchema })) });

/**
 * Installs the demonstration's account, once: tokens of the stand-in, a bridge connection to the demo ERP, and the links that the stand-in
 * names. Only with `PLAYGROUND_SEED=1`, and only on loopback addresses.
 */
export async function seedPlayground(backend: Backend, config: Config, now: Date): Promise<void> {
  const account = accountIdSchema.parse('hubspot:4242');
  if (!config.DEMO_ERP_URL || new URL(config.HUBSPOT_API_BASE).hostname !== '127.0.0.1')
    throw new Error('PLAYGROUND_SEED is for loopback only');
  const known = await backend.accounts.get(account);
  await backend.accounts.put(account, 'hubspot');
  await backend.accounts.connect(account, {
    id: 'demo',
    erp: 'bridge',
    name: 'Demo ERP',
    url: config.DEMO_ERP_URL,
    credentials: { key: config.DEMO_ERP_KEY ?? '' },
    settings: { timeZone: 'Europe/Berlin', concurrency: '8' },
  });
  if (known?.settings.propertiesReady) return;
  await backend.tokenStore.put(account, {
    accessToken: 'playground-access',
    refreshToken: 'playground-refresh',
    expiresAt: 0,
  });
  const answer = await fetch(`${config.HUBSPOT_API_BASE}/playground/links`, { signal: AbortSignal.timeout(5000) });
  const { links } = linksSchema.parse(await answer.json());
  for (const { companyId, customer } of links)
    await backend.links.put(account, { type: 'company', id: companyId }, customer, 'playground', now);
  await backend.prepareProperties(account);
}
