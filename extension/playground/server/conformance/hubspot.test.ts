import type { Subject } from '@backroom/backend/crm/conformance/subject';
import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { parseWebhooks } from '@backroom/backend/crm/hubspot/webhooks';
import { accountIdSchema } from '@backroom/shared';
import { delivery, eventsOf } from '../hubspot/events.ts';
import { account, openAccount } from './hubspot-account.ts';

const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const notHere = 'HubSpot has no such thing';

const subject: Subject = {
  name: 'HubSpot',
  async open() {
    const { crm, front, kept, fill, adapter, close } = await openAccount();
    return {
      ...front,
      crm: adapter,
      account,
      stranger: accountIdSchema.parse('hubspot:1'),
      deal: fill.deal,
      company: fill.company,
      connected: kept.connected,
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
        'a quote that was only shown counts, and is not accepted': `${notHere}: what can be shown is approved`,
        'a quote that is kept in step with the deal counts although nobody accepted it': `${notHere}: quotes are not synced to deals`,
        'a company that is a person has the person’s name and e-mail': `${notHere}: persons are contacts`,
        'where the CRM has one currency, it is that one': `${notHere}: each deal names its currency`,
        'amounts that the user may not see are not known, never zero': `${notHere}: an app sees every property of its scopes`,
        'a property that was taken away is named, by the write-back and by prepare':
          'prepare creates what is missing; a property that is archived meanwhile is refused by HubSpot in words of its own',
      },
      close,
    };
  },
};
conformance(subject);
