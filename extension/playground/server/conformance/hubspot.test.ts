import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { createHubSpotCrm } from '@backroom/backend/crm/hubspot/index';
import { hubspotTokens } from '@backroom/backend/crm/hubspot/tokens';
import { parseWebhooks } from '@backroom/backend/crm/hubspot/webhooks';
import { accountIdSchema } from '@backroom/shared';
import { hubspotApi } from '../hubspot/api.ts';
import { openCrm } from '../hubspot/database.ts';
import { memoryTokens, openFront, type Voice } from './front.ts';
import { filler } from './shared-data.ts';

const account = accountIdSchema.parse('hubspot:4242');
const secret = 'conformance-secret';
const fail = (status: number, category: string, more: object = {}) =>
  Response.json({ status: 'error', message: category, correlationId: 'c', category, ...more }, { status });
const limited = (policyName: string) => () => fail(429, 'RATE_LIMITS', { errorType: 'RATE_LIMIT', policyName });
const voice: Voice = {
  isToken: (path) => path.endsWith('/token'),
  faults: {
    rate_limited: limited('TEN_SECONDLY_ROLLING'),
    day_is_spent: limited('DAILY'),
    server_error: () => fail(500, 'INTERNAL_ERROR'),
    not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  },
  ended: () => fail(401, 'EXPIRED_AUTHENTICATION'),
  refused: () => fail(400, 'BAD_REFRESH_TOKEN'),
};
const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const notHere = 'HubSpot has no such thing';

const subject: Subject = {
  name: 'HubSpot',
  async open() {
    const crm = openCrm(':memory:');
    const front = await openFront(
      hubspotApi(crm, { clientSecret: secret, onChange: () => {}, maxInWindow: 10_000, maxSearches: 10_000 }),
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
      delivery: (ref, deleted) => [
        {
          eventId: 1,
          subscriptionId: 1,
          portalId: 4242,
          appId: 99,
          occurredAt: 1_800_000_000_000,
          subscriptionType: deleted ? 'object.deletion' : 'object.propertyChange',
          attemptNumber: 0,
          objectId: Number(ref.id),
          objectTypeId: '0-3',
          propertyName: 'amount',
        },
      ],
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
