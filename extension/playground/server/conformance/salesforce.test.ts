import { toId18 } from '@backroom/backend/access/salesforce/org-id';
import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { parseChanges } from '@backroom/backend/crm/salesforce/events';
import { createSalesforceCrm } from '@backroom/backend/crm/salesforce/index';
import { salesforceTokens } from '@backroom/backend/crm/salesforce/tokens';
import { accountIdSchema } from '@backroom/shared';
import { fromSalesforceId, toSalesforceId } from '../salesforce/ids.ts';
import { memoryTokens } from './front.ts';
import { CLIENT_ID, openOrg, orgId } from './salesforce-org.ts';

const account = accountIdSchema.parse(`salesforce:${orgId}`);
const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

const notHere = 'Salesforce has no such thing';
/** Cases of the contract that the adapter does not keep yet. */
const notYet = Object.fromEntries(
  [
    'numbers of many decimals are read to the twelfth, never dropped',
    'a line comes with the total that the CRM shows for it',
    'freight and tax of a quote are told apart from its net total',
    'texts come without characters that no store takes',
    'of two accepted quotes one is used, and the other is named',
    'the quote that a person chose is used, and nothing is left to choose',
    'a choice that is none of the deal’s accepted quotes is no choice',
    'a wrong secret of our own disconnects nobody, and is no fault of the account',
    'a record that somebody else holds for a moment: busy, for a few seconds',
  ].map((name) => [name, 'the adapter does not keep it yet']),
);

const subject: Subject = {
  name: 'Salesforce',
  async open() {
    const { crm, org, front, fill, close } = await openOrg();
    const more = { instanceUrl: front.url, loginUrl: front.url };
    const tokens = memoryTokens(account, { accessToken: '', refreshToken: 'first', expiresAt: 0, more });
    const connected = { clientId: CLIENT_ID, clientSecret: null, redirectUri: front.url, jwtKey: null };
    return {
      ...front,
      crm: createSalesforceCrm({ tokens: salesforceTokens(connected, tokens.store, Date.now) }),
      account,
      stranger: accountIdSchema.parse(`salesforce:${toId18('00D5g000000Else')}`),
      deal(spec) {
        org.personAccounts ||= spec.company?.person ?? false;
        return toSalesforceId('Opportunity', fill.deal(spec));
      },
      company: (spec) => toSalesforceId('Account', fill.company(spec)),
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
      delivery: (ref, deleted) => [
        {
          entityName: ref.type === 'deal' ? 'Opportunity' : 'Account',
          recordIds: [ref.id],
          changeType: deleted ? 'DELETE' : 'UPDATE',
          changedFields: ['Amount', 'LastModifiedDate'],
          commitTimestamp: 1_800_000_000_000,
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
      lacks: {
        'the period is of the company’s calendar': 'Salesforce notes the day a deal was won, not the moment',
        'money off each unit is read, with a long tail of decimals too': `${notHere}: a line's discount is a percentage`,
        'a line that is billed more than once is named': `${notHere}: schedules are dates of one sale`,
        'a price by tiers is what the CRM’s own total comes to, or it is named': `${notHere}: a line has one price`,
        'a discount on the whole quote lowers its total': `${notHere}: a quote's discount is the average of its lines`,
        ...notYet,
      },
      close,
    };
  },
};
conformance(subject);
