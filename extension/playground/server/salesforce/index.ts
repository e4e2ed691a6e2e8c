import { createPublicKey } from 'node:crypto';
import { toId18 } from '@backroom/backend/crm/salesforce/org-id';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Crm } from '../hubspot/database.ts';
import { salesforceApi } from './api.ts';
import { changeSender } from './changes.ts';
import { apexDoor, KID, orgKey, user } from './door.ts';
import { fromSalesforceId, toSalesforceId } from './ids.ts';
import { mergeAccounts } from './merges.ts';
import { anOrg } from './org.ts';

/** What can be switched while the playground runs, as an admin of the org would; not Salesforce's own address. */
const switches = z.object({
  hidden: z.array(z.string()).optional(),
  readOnly: z.array(z.string()).optional(),
  quotes: z.boolean().optional(),
  duplicateRule: z.enum(['none', 'alert', 'block']).optional(),
});
const mergeSchema = z.object({ winner: z.string(), loser: z.string() });
const CLIENT_ID = 'playground';
const REFRESH_TOKEN = 'playground-refresh';

/** Everything of Salesforce's that the playground stands in for: the API, Apex's door, the change events. */
export function standInSalesforce(
  crm: Crm,
  options: {
    dataDir: string;
    publicOrigin: string;
    backendUrl: string;
    onChange: (type: string, id: string, properties: readonly string[], origin: string) => void;
  },
) {
  // Production, quotes on, several currencies, as the deals need.
  const org = anOrg(toId18('00D5g0000PlayGr'));
  const key = orgKey(options.dataDir);
  const door = apexDoor(crm, { ...options, org, key });
  const sender = changeSender({ backendUrl: options.backendUrl, signed: door.signed });
  const api = salesforceApi(crm, {
    org,
    onChange: options.onChange,
    oauth: {
      clientId: CLIENT_ID,
      orgId: org.id,
      userId: user.id,
      username: user.username,
      refreshToken: REFRESH_TOKEN,
      rotate: false,
      browserOrigin: options.backendUrl,
    },
  });
  const app = new Hono();
  const certificate = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  // Not Salesforce's: what connecting an org registers, and which account is which company of the demonstration. Read when the backend starts.
  app.get('/salesforce-api/playground/org', (context) =>
    context.json({
      orgId: org.id,
      sandbox: org.sandbox,
      instance: org.instance,
      kid: KID,
      pem: certificate,
      refreshToken: REFRESH_TOKEN,
      links: crm.all('companies').map(({ id }) => ({ companyId: id, accountId: toSalesforceId('Account', id) })),
    }),
  );
  app.put('/salesforce-api/playground/org', async (context) => {
    const input = switches.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    const { hidden, readOnly, ...more } = input.data;
    Object.assign(org, more, hidden && { hidden: new Set(hidden) }, readOnly && { readOnly: new Set(readOnly) });
    return context.json({ ...org, hidden: [...org.hidden], readOnly: [...org.readOnly] });
  });
  app.post('/salesforce-api/playground/merge', async (context) => {
    const input = mergeSchema.safeParse(await context.req.json().catch(() => null));
    const [winner, loser] = [input.data?.winner ?? '', input.data?.loser ?? ''].map(
      (id) => fromSalesforceId('Account', id) ?? '',
    ) as [string, string];
    if (!crm.get('companies', winner) || !crm.get('companies', loser)) return context.json({ error: 'no such' }, 404);
    mergeAccounts(crm, winner, loser);
    sender.tellMerge(winner, loser);
    return context.json({});
  });
  app.route('/salesforce-api', api.app);
  app.route('/', door.app);
  return { app, org, calls: api.limit, certificate, tell: sender.tell, context: door.context };
}
