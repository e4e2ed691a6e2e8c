import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { account, openAccount } from './conformance.ts';

const path = new URL('../../../../extension/pipedrive/app.json', import.meta.url);
const app = z
  .object({
    callbackUrl: z.url(),
    installationUrl: z.url(),
    scopes: z.array(z.string()),
    extensions: z.array(z.object({ name: z.string(), description: z.string(), url: z.url() })),
  })
  .parse(JSON.parse(readFileSync(path, 'utf8')));
let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});
const call = () => ({ account, signal: AbortSignal.timeout(10_000) });

/** Everything that needs a right; gives what was refused. */
async function walk(scopes: readonly string[]): Promise<string[]> {
  const { crm, adapter, tokens, app: own, close: end } = await openAccount({ app: { scopes } });
  close = end;
  const line = { code: 'A-1', name: 'Pump', quantity: '1', price: '10' };
  const company = { name: 'Nordwind', contactEmail: 'alex@nordwind.example' };
  const id = crm.desk.deal({ name: 'Deal', currency: 'EUR', company, lines: [line] });
  const deal = { type: 'deal' as const, id: String(id) };
  const organization = { type: 'company' as const, id: String(crm.company.rowOf('deal', id).org_id) };
  const code = new URL(crm.desk.marketplaceInstall(crm.desk.users[1]?.id ?? 0)).searchParams.get('code') ?? '';
  const steps: Record<string, () => Promise<unknown>> = {
    install: () => tokens.exchange(code, crm.app.redirectUri),
    prepare: () => adapter.prepare(call()),
    read: async () => {
      const record = await adapter.record(deal, call());
      if (record.type === 'deal' && record.gaps) throw new Error('gaps');
    },
    company: () => adapter.record(organization, call()),
    write: () => adapter.writeBack(deal, { orderNumber: 'SO-1' }, call()),
    writeCompany: () => adapter.writeBack(organization, { erpCustomerNumber: 'C-1' }, call()),
    admin: async () => {
      if ((await adapter.isAdmin?.(String(crm.desk.users[0]?.id), call())) !== true) throw new Error('not told');
    },
    viewers: async () => {
      if ((await adapter.viewers?.(deal, call()))?.size === 0) throw new Error('nobody');
    },
    lists: async () => {
      await adapter.companies?.({ cursor: null }, call());
      await adapter.sold?.({ from: '2026-11-01', to: '2026-11-30', timeZone: 'UTC', cursor: null }, call());
      await adapter.pipelines?.(call());
      for (const owner of ['deal', 'company', 'line'] as const) await adapter.fields?.(owner, call());
    },
  };
  expect(own.clientId).toBe(crm.app.clientId);
  const refused: string[] = [];
  for (const [name, step] of Object.entries(steps)) await step().catch(() => void refused.push(name));
  return refused;
}

describe('what is typed into Developer Hub', () => {
  test('asks for the rights that are used', async () => {
    expect(await walk(app.scopes)).toEqual([]);
  });
  test.each(app.scopes)('%s is one of them', async (scope) => {
    expect(await walk(app.scopes.filter((each) => each !== scope))).not.toEqual([]);
  });
  test('fits the fields there, and our addresses', () => {
    for (const { name, description, url } of app.extensions) {
      expect(name.length).toBeLessThanOrEqual(30);
      expect(description.length).toBeLessThanOrEqual(150);
      expect(url).toMatch(/^https:\/\/app\.backroom\.example\/embed\/pipedrive\/$/);
    }
    expect([app.callbackUrl, app.installationUrl].map((url) => new URL(url).pathname)).toEqual([
      '/pipedrive/oauth/callback',
      '/pipedrive/oauth/install',
    ]);
  });
});
