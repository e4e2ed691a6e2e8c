import { accountIdSchema } from '@backroom/shared';
import type { Crm } from '../../../../extension/playground/server/hubspot/database.ts';
import { delivery, eventsOf } from '../../../../extension/playground/server/hubspot/events.ts';
import { mergeRecords } from '../../../../extension/playground/server/hubspot/merge.ts';
import type { Subject } from '../conformance/subject.ts';
import { conformance } from '../conformance/vitest.ts';
import { account, openAccount } from './conformance.ts';
import { parseWebhooks } from './webhooks.ts';

const propertyOf = (field: string) => `backroom_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const notHere = 'HubSpot has no such thing';

const plural = { deal: 'deals', company: 'companies' } as const;
const typeOf = { company: 'companies', quote: 'quotes', line: 'line_items', adjustment: 'discounts' } as const;
const generic = (events: ReturnType<typeof eventsOf>) =>
  events.filter(({ subscriptionType }) => subscriptionType.startsWith('object.'));
/** An account with one currency need not name it anywhere. */
function forgetCurrencies(crm: Crm, deal: string): void {
  crm.put('deals', deal, { deal_currency_code: null });
  for (const quote of crm.associated('deals', deal, 'quotes')) {
    crm.put('quotes', quote, { hs_currency: null });
    for (const line of crm.associated('quotes', quote, 'line_items'))
      crm.put('line_items', line, { hs_line_item_currency_code: null });
  }
}

const subject: Subject = {
  name: 'HubSpot',
  async open() {
    const { crm, portal, front, kept, fill, adapter, close } = await openAccount();
    let named = true;
    return {
      ...front,
      crm: adapter,
      account,
      stranger: accountIdSchema.parse('hubspot:1'),
      deal(spec) {
        const id = fill.deal(spec);
        if (!named) forgetCurrencies(crm, id);
        return id;
      },
      company: fill.company,
      connected: kept.connected,
      stored: (ref, field) =>
        crm.get(ref.type === 'deal' ? 'deals' : 'companies', ref.id)?.properties[propertyOf(field)] ?? null,
      unknown: { deal: '999999', company: '999999', malformed: ['abc', '../companies/7001'] },
      writesPrices: 'deal',
      manyLines: 230,
      delivery: ({ type, id }, deleted) => {
        const about = { type, id };
        const change = deleted
          ? { kind: 'deletion' as const, ...about }
          : { kind: 'property' as const, ...about, name: 'amount' };
        return delivery(generic(eventsOf(change)), { portalId: 4242, at: 1_800_000_000_000 });
      },
      parse: parseWebhooks,
      withhold(deal, part) {
        const quote = crm.associated('deals', deal, 'quotes').at(-1) ?? '';
        const from: [string, string] = part === 'company' || part === 'quote' ? ['deals', deal] : ['quotes', quote];
        const type = typeOf[part];
        portal.unreadable.set(`${type}/${crm.associated(...from, type).at(-1)}`, 'error');
      },
      mergers: ['deal', 'company'],
      merge: (type, keep, lost) => mergeRecords(crm, portal, plural[type], keep, lost).survivor,
      mergeDelivery(type, keep, lost, survivor) {
        const newId = survivor === keep ? null : survivor;
        const change = { kind: 'merge' as const, type: plural[type], primary: keep, merged: [lost], newId };
        return delivery(generic(eventsOf(change)), { portalId: 4242 });
      },
      async oneCurrency(currency) {
        portal.companyCurrency = currency;
        named = false;
      },
      lacks: {
        'a quote that was only shown counts, and is not accepted': `${notHere}: what can be shown is approved`,
        'a quote that is kept in step with the deal counts although nobody accepted it': `${notHere}: quotes are not synced to deals`,
        'a company that is a person has the person’s name and e-mail': `${notHere}: persons are contacts`,
        'amounts that the user may not see are not known, never zero': `${notHere}: an app sees every property of its scopes`,
        'a property that was taken away is named, by the write-back and by prepare':
          'prepare creates what is missing; a property that is archived meanwhile is refused by HubSpot in words of its own',
      },
      close,
    };
  },
};
conformance(subject);
