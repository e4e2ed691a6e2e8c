import { accountIdSchema } from '@backroom/shared';
import { choice } from '../conformance/cases/choice.ts';
import type { Subject } from '../conformance/subject.ts';
import { conformance } from '../conformance/vitest.ts';
import { ownName, type WriteBackField } from '../contract/index.ts';
import { account, openAccount } from './conformance.ts';
import { parseDelivery } from './events.ts';
import { ownFields } from './fields.ts';

const noQuotes = 'Pipedrive has no quotes: a deal has lines of its own';
const webhookTells = 'Pipedrive names the survivor of a merge by its webhook alone; the record itself is gone';
const owners = { deal: 'deal', company: 'organization' } as const;

const subject: Subject = {
  name: 'Pipedrive',
  async open() {
    const { crm, front, kept, adapter, close } = await openAccount();
    const { desk } = crm;
    const admin = desk.users[0]?.id ?? 0;
    const meta = (entity: string, id: string, more: object) => ({
      ...{ entity, entity_id: id, id: crypto.randomUUID(), company_id: '4711001', user_id: String(admin) },
      ...{ timestamp: '2026-11-24T08:00:00.000Z', change_source: 'app', version: '2.0', attempt: 1, ...more },
    });
    return {
      ...front,
      crm: adapter,
      account,
      stranger: accountIdSchema.parse('pipedrive:1'),
      deal: (spec) => String(desk.deal(spec)),
      company: (spec) => String(desk.organization(spec)),
      connected: kept.connected,
      stored(ref, field) {
        const own = ownFields[ref.type][field as WriteBackField];
        const text = desk.stored(owners[ref.type], Number(ref.id), own?.name ?? ownName(field as WriteBackField) ?? '');
        const [value] = Object.entries(own?.options ?? {}).find(([, label]) => label === text) ?? [];
        return value ?? text;
      },
      unknown: { deal: '999999', company: '999999', malformed: ['abc', '../organizations/1', '1?x=1', ''] },
      manyLines: 620,
      delivery: ({ type, id }, deleted) => ({
        meta: meta(owners[type], id, { action: deleted ? 'delete' : 'change' }),
        data: deleted ? null : { id },
        previous: { id },
      }),
      parse: parseDelivery,
      withhold(deal, part) {
        const row = crm.company.rowOf('deal', Number(deal));
        if (part === 'company') desk.deny(admin, 'organization', Number(row.org_id));
        const line = desk.linesOf(Number(deal)).at(-1);
        const product = line === undefined ? 0 : Number(crm.company.rowOf('deal_product', line).product_id);
        if (part === 'line') desk.deny(admin, 'product', product);
      },
      mergers: ['deal', 'company'],
      merge(type, keep, lost) {
        desk.merge(owners[type], Number(keep), Number(lost));
        return keep;
      },
      mergeDelivery: (type, keep, lost) => ({
        meta: meta(owners[type], lost, { action: 'delete', merged_to_id: keep }),
        data: null,
        previous: { id: lost },
      }),
      lacks: {
        'a record that was merged away answers the survivor, under the survivor’s own id': webhookTells,
        'a write-back to a record that was merged away lands on the survivor': webhookTells,
        ...Object.fromEntries(choice.map(({ name }) => [name, noQuotes])),
        'a quote that the CRM does not give is named, and the record is not taken for the whole': noQuotes,
        'a discount of the quote that the CRM does not give is named, and the record is not taken for the whole':
          'Pipedrive gives discounts with the deal or refuses the deal',
        'a deal with an accepted quote: its lines in their order, with codes, quantities and prices': noQuotes,
        'an accepted quote counts before an approved and a shown one': noQuotes,
        'a quote that was only shown counts, and is not accepted': noQuotes,
        'drafts and rejected quotes promise nothing: the deal’s own lines are used': noQuotes,
        'a quote that is kept in step with the deal counts although nobody accepted it': noQuotes,
        'a line without a product code, and one without a price': 'a line of Pipedrive has a price, if only zero',
        'a company that is a person has the person’s name and e-mail':
          'a person without an organisation is a contact of the deal',
        'a deal of fifty lines is read in few calls':
          'seven calls in three rounds: Pipedrive has no question for several things at once',
        'a price by tiers is what the CRM’s own total comes to, or it is named': 'Pipedrive has no prices by tiers',
        'freight and tax of a quote are told apart from its net total': noQuotes,
        'many records are written in few calls, and each says how it went': 'Pipedrive writes one record at a time',
        'a record that somebody else holds for a moment: busy, for a few seconds': 'Pipedrive knows no locks',
      },
      close,
    };
  },
};
conformance(subject);
