import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toId18 } from '@backroom/backend/crm/salesforce/org-id';
import { makeProblem } from '@backroom/shared/messages/problems';
import { Hono } from 'hono';
import { z } from 'zod';
import { admitted } from '../../../salesforce/tools/routes.ts';
import type { Crm } from '../hubspot/database.ts';
import { toSalesforceId } from './ids.ts';
import { objects } from './objects.ts';
import type { Org } from './org.ts';
import { signAsApex } from './sign.ts';

export const user = {
  id: toId18('0055g000000Pat1'),
  username: 'pat@example.com.playground',
  email: 'pat@example.com',
} as const;
const callSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  /** What pages ask, and what the package's actions for Flow do. */
  path: z
    .string()
    .regex(/^\/(v1|salesforce\/actions)\//)
    .max(2000),
  body: z.unknown().optional(),
  /** A component asks, through Apex: only what BackroomRoute.cls lists leaves the org. */
  component: z.boolean().default(false),
  as: z.enum(['rep', 'admin', 'none', 'system']).default('rep'),
  /** Signs as that bad day would. */
  bad: z.enum(['forged', 'expired', 'replayed', 'foreign', 'sandbox', 'body']).optional(),
});
const rolesOf = { rep: ['rep'], admin: ['rep', 'admin'], none: [], system: ['system'] } as const;
export const KID = 'Backroom';

/** The org's certificate key: made at the first start and kept beside the data, as an org keeps its own. */
export function orgKey(dataDir: string): KeyObject {
  const fresh = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  if (dataDir === ':memory:') return fresh();
  const file = join(dataDir, 'salesforce-org-key.pem');
  try {
    return createPrivateKey(readFileSync(file, 'utf8'));
  } catch {
    const privateKey = fresh();
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    return privateKey;
  }
}

/** What the package's Apex does, for a page that runs outside Salesforce: sign the request, call the backend, give back what came. */
export function apexDoor(crm: Crm, options: { org: Org; key: KeyObject; publicOrigin: string; backendUrl: string }) {
  const { org } = options;
  const app = new Hono();
  const all = objects(crm, org);
  const signed = (method: string, path: string, body: string, roles: readonly string[], bad?: string) => {
    const key = bad === 'forged' ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : options.key;
    return signAsApex(
      {
        kid: KID,
        orgId: bad === 'foreign' ? toId18('00D9g000000Copy') : org.id,
        userId: user.id,
        username: user.username,
        email: user.email,
        audience: options.publicOrigin,
        method,
        path,
        body: bad === 'body' ? `${body} ` : body,
        sandbox: bad === 'sandbox' ? true : org.sandbox,
        instance: org.instance,
        roles,
        now: Math.floor(Date.now() / 1000) - (bad === 'expired' ? 600 : 0),
      },
      key,
    );
  };
  async function call(method: string, path: string, body: string, token: string) {
    const response = await fetch(`${options.backendUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(30_000),
    }).catch(() => null);
    // Apex sees a CalloutException there, and the package makes this of it.
    if (!response) return { status: 0, body: null };
    return { status: response.status, body: await response.json().catch(() => null) };
  }
  app.post('/__sf/apex', async (context) => {
    const input = callSchema.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    const { method, path, as, bad, component } = input.data;
    if (component && !admitted.read(method, path) && !admitted.send(method, path))
      return context.json({ status: 405, body: makeProblem('method_not_allowed', 'en', 'apex') });
    const body = input.data.body === undefined || input.data.body === null ? '' : JSON.stringify(input.data.body);
    const token = signed(method, path, body, rolesOf[as], bad);
    if (bad === 'replayed') await call(method, path, body, token);
    return context.json(await call(method, path, body, token));
  });
  const context = () => ({
    orgId: org.id,
    userId: user.id,
    username: user.username,
    email: user.email,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    namespace: '',
    deals: crm.all('deals').map(({ id, properties: p }) => {
      const [company] = crm.associated('deals', id, 'companies');
      const [quote] = crm.associated('deals', id, 'quotes');
      return {
        dealId: id,
        opportunityId: toSalesforceId('Opportunity', id),
        accountId: company ? toSalesforceId('Account', company) : null,
        quoteId: quote ? toSalesforceId('Quote', quote) : null,
        name: p.dealname ?? '',
        situation: p.backroom_situation ?? '',
        stage: p.dealstage ?? '',
        currency: p.deal_currency_code ?? 'EUR',
        orderNumber: p.backroom_order_number ?? null,
      };
    }),
    companies: crm.all('companies').map(({ id, properties }) => ({
      companyId: id,
      accountId: toSalesforceId('Account', id),
      name: properties.name ?? '',
    })),
  });
  app.get('/__sf/context', (c) => c.json(context()));
  app.get('/__sf/records/:sobject/:id', (context) => {
    const { sobject, id } = context.req.param();
    const found = all.rows(sobject).find(({ fields }) => fields.Id === id);
    if (!found) return context.json({ error: 'not found' }, 404);
    const fields = Object.fromEntries(
      Object.entries(found.fields).map(([name, value]) => [
        name,
        value !== null && typeof value === 'object' ? value.double : value,
      ]),
    );
    return context.json({ id, sobject, fields });
  });
  return { app, signed, context };
}
