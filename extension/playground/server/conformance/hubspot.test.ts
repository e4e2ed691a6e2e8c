import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { createHubSpotCrm } from '@backroom/backend/crm/hubspot/index';
import { hubspotTokens } from '@backroom/backend/crm/hubspot/tokens';
import { parseWebhooks } from '@backroom/backend/crm/hubspot/webhooks';
import { accountIdSchema } from '@backroom/shared';
import { hubspotApi } from '../hubspot/api.ts';
import { openCrm } from '../hubspot/database.ts';
import { faults } from '../hubspot/errors.ts';
import { delivery, eventsOf } from '../hubspot/events.ts';
import { openPortal } from '../hubspot/portal.ts';
import { memoryTokens, openFront, type Voice } from './front.ts';
import { filler } from './shared-data.ts';

const account = accountIdSchema.parse('hubspot:4242');
const secret = 'conformance-secret';
const voice: Voice = {
  isToken: (path) => path.endsWith('/token'),
  faults: {
    rate_limited: faults.tenSecondly,
    day_is_spent: faults.daily,
    server_error: faults.serverError,
    not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  },
  ended: faults.expired,
  refused: faults.token.removed,
};
const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const notHere = 'HubSpot has no such thing';

const subject: Subject = {
  name: 'HubSpot',
  async open() {
    const crm = openCrm(':memory:');
    // HubSpot's own are 100 and any zone; the adapter reads no further page and cuts the moment.
    const portal = openPortal({ timeZone: 'UTC', associationPage: 500 });
    const front = await openFront(
      hubspotApi(crm, {
        clientSecret: secret,
        clientId: 'conformance',
        onChange: () => {},
        maxInWindow: 10_000,
        maxSearches: 10_000,
        portal,
      }),
      voice,
    );
    const tokens = memoryTokens(account, {
      accessToken: 'playground-access',
      refreshToken: 'playground-refresh',
      expiresAt: Date.now() + 1_800_000,
    });
    const app = { apiBase: front.url, authorizeBase: front.url, clientId: 'conformance', clientSecret: secret };
    const { deal, company } = filler(crm);
    return {
      ...front,
      crm: createHubSpotCrm({
        appBase: 'https://app.hubspot.com',
        apiBase: front.url,
        tokens: hubspotTokens(app, tokens.store, Date.now),
      }),
      account,
      stranger: accountIdSchema.parse('hubspot:1'),
      deal,
      company,
      connected: tokens.connected,
      stored: (ref, field) =>
        crm.get(ref.type === 'deal' ? 'deals' : 'companies', ref.id)?.properties[propertyOf(field)] ?? null,
      unknown: { deal: '999999', company: '999999', malformed: ['abc', '../companies/7001'] },
      manyLines: 230,
      delivery: ({ type, id }, deleted) => {
        const about = { type, id };
        const change = deleted
          ? { kind: 'deletion' as const, ...about }
          : { kind: 'property' as const, ...about, name: 'amount' };
        const generic = eventsOf(change).filter(({ subscriptionType }) => subscriptionType.startsWith('object.'));
        return delivery(generic, { portalId: 4242, at: 1_800_000_000_000 });
      },
      parse: parseWebhooks,
      lacks: {
        'a quote that is kept in step with the deal counts although nobody accepted it': `${notHere}: quotes are not synced to deals`,
        'a company that is a person has the person’s name and e-mail': `${notHere}: persons are contacts`,
        'where the CRM has one currency, it is that one': `${notHere}: each deal names its currency`,
        'amounts that the user may not see are not known, never zero': `${notHere}: an app sees every property of its scopes`,
        'a property that was taken away is named, by the write-back and by prepare':
          'prepare creates what is missing; a property that is archived meanwhile is refused by HubSpot in words of its own',
      },
      async close() {
        await front.close();
        crm.close();
      },
    };
  },
};
conformance(subject);
