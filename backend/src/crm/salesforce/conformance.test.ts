import { accountIdSchema } from '@backroom/shared';
import { headersOfMerge } from '../../../../extension/playground/server/salesforce/changes.ts';
import { fromSalesforceId, toSalesforceId } from '../../../../extension/playground/server/salesforce/ids.ts';
import { mergeAccounts } from '../../../../extension/playground/server/salesforce/merges.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { Part, Subject } from '../conformance/subject.ts';
import { conformance } from '../conformance/vitest.ts';
import { CLIENT_ID, openOrg, orgId } from './conformance.ts';
import { parseChanges } from './events.ts';
import { createSalesforceCrm } from './index.ts';
import { toId18 } from './org-id.ts';
import { salesforceTokens } from './tokens.ts';

const account = accountIdSchema.parse(`salesforce:${orgId}`);
const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

const sharedId = (id: string) => fromSalesforceId('Account', id) ?? '';
const notHere = 'Salesforce has no such thing';
/** What a right hides: in Salesforce no single record of these, but the object or the field. */
const rightOf = {
  company: 'Account',
  quote: 'Quote',
  line: 'QuoteLineItem',
  adjustment: 'Quote.ShippingHandling',
} as const satisfies Record<Part, string>;

const subject: Subject = {
  name: 'Salesforce',
  async open() {
    const { crm, org, front, fill, close } = await openOrg();
    const more = { instanceUrl: front.url, loginUrl: front.url };
    const tokens = memoryTokens(account, { accessToken: '', refreshToken: 'first', expiresAt: 0, more });
    const connected = { clientId: CLIENT_ID, clientSecret: null, redirectUri: front.url, jwtKey: null };
    let passed = 0;
    const now = () => Date.now() + passed;
    const adapter = createSalesforceCrm({ tokens: salesforceTokens(connected, tokens.store, now), now });
    return {
      ...front,
      crm: adapter,
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
      writesPrices: 'deal',
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
      async parse(delivery) {
        const events = parseChanges(account, delivery);
        return adapter.withMerges(events, { account, signal: AbortSignal.timeout(5000) });
      },
      withhold: (_deal, part) => void org.hidden.add(rightOf[part]),
      mergers: ['company'],
      merge(_type, kept, lost) {
        mergeAccounts(crm, sharedId(kept), sharedId(lost));
        return kept;
      },
      mergeDelivery: (_type, kept, lost) => headersOfMerge(sharedId(kept), sharedId(lost)),
      hideCodes() {
        org.hidden.add('Product2.ProductCode');
        return () => void org.hidden.delete('Product2.ProductCode');
      },
      passTime: (ms) => {
        passed += ms;
      },
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
        'a line that is billed more than once is named': `${notHere}: only opportunity lines have schedules, see salesforce-deals.test.ts`,
        'a price by tiers is what the CRM’s own total comes to, or it is named': `${notHere}: a line has one price`,
        'a discount on the whole quote lowers its total': `${notHere}: a quote's discount is the average of its lines`,
      },
      close,
    };
  },
};
conformance(subject);
