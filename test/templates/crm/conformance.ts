import { companies } from '@backroom/backend/crm/conformance/cases/companies';
import { sold } from '@backroom/backend/crm/conformance/cases/sold';
import { memoryTokens, openFront } from '@backroom/backend/crm/conformance/front';
import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { accountIdSchema } from '@backroom/shared';
import { openToyVendor, say } from '../crm-stand-in.ts';
import { parseDelivery } from './events.ts';
import { createToyCrm } from './index.ts';
import { toyTokens } from './tokens.ts';

const account = accountIdSchema.parse('toy:1');
const none = 'this CRM has no such thing';

/** The CRM that the suite runs over: a stand-in that answers as the vendor documents. */
export const subject: Subject = {
  name: 'Toy CRM',
  async open() {
    const vendor = openToyVendor();
    const front = await openFront(vendor, {
      isToken: (path) => path === '/token',
      faults: {
        rate_limited: () => say(429, { code: 'SOON' }),
        day_is_spent: () => say(429, { code: 'DAY' }),
        locked: () => say(423, { code: 'LOCKED' }),
        server_error: () => say(500, { code: 'OOPS' }),
        not_json: () => new Response('<html>'),
      },
      ended: () => say(401, { code: 'SESSION' }),
      refused: () => say(400, { error: 'invalid_grant' }),
      misconfigured: () => say(401, { error: 'invalid_client' }),
    });
    const app = { url: front.url, secret: 'toy-secret-of-a-test' };
    const kept = memoryTokens(account, {
      accessToken: 'first',
      refreshToken: 'grant',
      expiresAt: Date.now() + 600_000,
    });
    return {
      ...front,
      crm: createToyCrm(app, toyTokens(app, kept.store, Date.now)),
      account,
      stranger: accountIdSchema.parse('toy:2'),
      deal: vendor.deal,
      company: (spec) => vendor.company(spec).id,
      connected: kept.connected,
      stored: vendor.stored,
      unknown: { deal: '999999', company: '999999', malformed: ['abc', '../companies/1'] },
      manyLines: 150,
      delivery: ({ type, id }, deleted) => ({
        account: '1',
        changes: [{ type, id, what: deleted ? 'deleted' : 'changed', at: '2026-11-24T08:00:00.000Z' }],
      }),
      parse: parseDelivery,
      lacks: {
        ...Object.fromEntries(companies.map(({ name }) => [name, 'this CRM has no list of its companies'])),
        ...Object.fromEntries(sold.map(({ name }) => [name, 'this CRM has no list of what was sold'])),
        'a quote that is kept in step with the deal counts although nobody accepted it': none,
        'a company that is a person has the person’s name and e-mail': none,
        'a line that is billed more than once is named': none,
        'a price by tiers is what the CRM’s own total comes to, or it is named': none,
        'a discount on the whole quote lowers its total': none,
        'freight and tax of a quote are told apart from its net total': none,
        'many records are written in few calls, and each says how it went': 'this CRM writes one record at a time',
      },
    };
  },
};
