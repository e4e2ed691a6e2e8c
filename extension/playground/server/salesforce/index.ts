import { createPublicKey } from 'node:crypto';
import { toId18 } from '@backroom/backend/access/salesforce/org-id';
import { Hono } from 'hono';
import type { Crm } from '../hubspot/database.ts';
import { salesforceApi } from './api.ts';
import { changeSender } from './changes.ts';
import { apexDoor, KID, orgKey, user } from './door.ts';
import { toSalesforceId } from './ids.ts';
import type { Org } from './objects.ts';

/** The playground's org: production, quotes on, several currencies, as the deals need. */
const playgroundOrg = (): Org => ({
  id: toId18('00D5g0000PlayGr'),
  sandbox: false,
  instance: 'EU45',
  quotes: true,
  multiCurrency: true,
  personAccounts: false,
  hidden: new Set(),
  readOnly: new Set(),
  admin: true,
});
const CLIENT_ID = 'playground';
const REFRESH_TOKEN = 'playground-refresh';

/** Everything of Salesforce's that the playground stands in for: the API, Apex's door, the change events. */
export function standInSalesforce(
  crm: Crm,
  options: {
    dataDir: string;
    publicOrigin: string;
    backendUrl: string;
    onChange: (type: string, id: string, properties: readonly string[]) => void;
  },
) {
  const org = playgroundOrg();
  const key = orgKey(options.dataDir);
  const door = apexDoor(crm, { ...options, org, key });
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
    },
  });
  const app = new Hono();
  // Not Salesforce's: what connecting an org registers, and which account is which company of the demonstration. Read when the backend starts.
  app.get('/salesforce-api/playground/org', (context) =>
    context.json({
      orgId: org.id,
      sandbox: org.sandbox,
      instance: org.instance,
      kid: KID,
      pem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
      refreshToken: REFRESH_TOKEN,
      links: crm.all('companies').map(({ id }) => ({ companyId: id, accountId: toSalesforceId('Account', id) })),
    }),
  );
  app.route('/salesforce-api', api.app);
  app.route('/', door.app);
  return { app, tell: changeSender({ backendUrl: options.backendUrl, signed: door.signed }) };
}
