import { toId18 } from '@backroom/backend/access/salesforce/org-id';
import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { parseChanges } from '@backroom/backend/crm/salesforce/events';
import { createSalesforceCrm } from '@backroom/backend/crm/salesforce/index';
import { salesforceTokens } from '@backroom/backend/crm/salesforce/tokens';
import { accountIdSchema } from '@backroom/shared';
import { openCrm } from '../hubspot/database.ts';
import { salesforceApi } from '../salesforce/api.ts';
import { fromSalesforceId, toSalesforceId } from '../salesforce/ids.ts';
import type { Org } from '../salesforce/objects.ts';
import { memoryTokens, openFront, type Voice } from './front.ts';
import { filler } from './shared-data.ts';

const orgId = toId18('00D5g000000Conf');
const account = accountIdSchema.parse(`salesforce:${orgId}`);
const fail = (status: number, errorCode: string, message: string) =>
  Response.json([{ message, errorCode }], { status });
const voice: Voice = {
  isToken: (path) => path.endsWith('/services/oauth2/token'),
  faults: {
    rate_limited: () =>
      fail(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'),
    day_is_spent: () => fail(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
    server_error: () => fail(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.'),
    not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  },
  ended: () => fail(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
  refused: () =>
    Response.json({ error: 'invalid_grant', error_description: 'expired access/refresh token' }, { status: 400 }),
};
const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

const subject: Subject = {
  name: 'Salesforce',
  async open() {
    const crm = openCrm(':memory:');
    const org: Org = {
      id: orgId,
      sandbox: false,
      instance: 'EU45',
      quotes: true,
      multiCurrency: true,
      personAccounts: false,
      hidden: new Set(),
      readOnly: new Set(),
      admin: true,
    };
    const user = { userId: toId18('0055g000000Conf'), username: 'conformance@example.com' };
    const { app } = salesforceApi(crm, {
      org,
      onChange: () => {},
      // The strictest org: each refresh ends its token.
      oauth: { clientId: 'conformance', orgId, ...user, refreshToken: 'first', rotate: true },
    });
    const front = await openFront(app, voice);
    const more = { instanceUrl: front.url, loginUrl: front.url };
    const tokens = memoryTokens(account, { accessToken: '', refreshToken: 'first', expiresAt: 0, more });
    const connected = { clientId: 'conformance', clientSecret: null, redirectUri: front.url, jwtKey: null };
    const { deal, company } = filler(crm);
    return {
      ...front,
      crm: createSalesforceCrm({ tokens: salesforceTokens(connected, tokens.store, Date.now) }),
      account,
      stranger: accountIdSchema.parse(`salesforce:${toId18('00D5g000000Else')}`),
      deal(spec) {
        org.personAccounts ||= spec.company?.person ?? false;
        return toSalesforceId('Opportunity', deal(spec));
      },
      company: (spec) => toSalesforceId('Account', company(spec)),
      connected: tokens.connected,
      stored(ref, field) {
        const id = fromSalesforceId(ref.type === 'deal' ? 'Opportunity' : 'Account', ref.id) ?? '';
        return crm.get(ref.type === 'deal' ? 'deals' : 'companies', id)?.properties[propertyOf(field)] ?? null;
      },
      unknown: {
        deal: toSalesforceId('Opportunity', '999999'),
        company: toSalesforceId('Account', '999999'),
        malformed: ['abc', "006' OR Id != '", toSalesforceId('Account', '7001'), '006'],
      },
      manyLines: 2030,
      delivery: (ref, change, deleted) => [
        {
          entityName: ref.type === 'deal' ? 'Opportunity' : 'Account',
          recordIds: [ref.id],
          changeType: deleted ? 'DELETE' : 'UPDATE',
          changedFields: ['Amount', 'LastModifiedDate'],
          commitTimestamp: 1_800_000_000_000 + change,
          transactionKey: `0000-${change}`,
          sequenceNumber: 1,
        },
      ],
      parse: (delivery) => parseChanges(account, delivery),
      hideAmounts() {
        for (const name of ['OpportunityLineItem', 'QuoteLineItem']) org.hidden.add(`${name}.UnitPrice`);
      },
      takeAway: () => void org.hidden.add('Opportunity.Backroom_Order_Number__c'),
      async oneCurrency(currency) {
        org.multiCurrency = false;
        const kept = await tokens.store.get(account);
        if (kept) await tokens.store.put(account, { ...kept, more: { ...more, currency } });
      },
      lacks: {},
      async close() {
        await front.close();
        crm.close();
      },
    };
  },
};
conformance(subject);
