import type { Crm, StoredObject } from '../hubspot/database.ts';
import { exact, rounded, written } from '../hubspot/exact.ts';
import { fieldsOf, ofLine, own, writable } from './fields.ts';
import { fromSalesforceId, rowId, toSalesforceId } from './ids.ts';
import { mergedAccounts } from './merges.ts';
import type { Org, SRow } from './org.ts';
import { account, contact, line, lineId, opportunity, quote, row, schedules } from './views.ts';

const isSynced = ({ properties }: StoredObject) =>
  (properties.sf_synced ?? (properties.hs_status === 'ACCEPTED' ? 'yes' : 'no')) === 'yes';
const typeOf = { Opportunity: 'deals', Account: 'companies' } as const;
const isLine = (sobject: string): sobject is 'OpportunityLineItem' | 'QuoteLineItem' =>
  sobject === 'OpportunityLineItem' || sobject === 'QuoteLineItem';
/** A currency field keeps two places, whatever was sent. */
const kept = (value: string | null): string | null => {
  const number = exact(value);
  return number === null ? null : written(rounded(number, 2));
};
const isOwn = (sobject: string): sobject is keyof typeof own => sobject in own;

/** The sObjects of the org, as views of the very data that the HubSpot stand-in shows. */
export function objects(crm: Crm, org: Org) {
  const get = (type: string, ids: readonly string[]) => ids.flatMap((id) => crm.get(type, id) ?? []);
  const one = (type: string, from: [string, string]) => get(type, crm.associated(...from, type))[0] ?? null;
  const quotesOf = (deal: string) => get('quotes', crm.associated('deals', deal, 'quotes'));
  /** At most one quote is kept in step with its opportunity. */
  const syncedOf = (deal: string) => quotesOf(deal).find(isSynced) ?? null;
  const position = ({ properties }: StoredObject) => Number(properties.hs_position_on_quote ?? 0);
  const linesOf = (type: 'quotes' | 'deals', id: string) =>
    get('line_items', crm.associated(type, id, 'line_items')).sort((left, right) => position(left) - position(right));
  /** A synced quote and its opportunity carry the same lines. */
  const linesOfDeal = (deal: string) => {
    const lines = linesOf('deals', deal);
    const synced = lines.length === 0 ? syncedOf(deal) : null;
    return synced ? linesOf('quotes', synced.id) : lines;
  };
  const opportunityOf = (deal: StoredObject) =>
    opportunity(deal, {
      company: one('companies', ['deals', deal.id]),
      synced: syncedOf(deal.id),
      lines: linesOfDeal(deal.id),
    });
  const quoteRows = () =>
    crm.all('quotes').map((each) => {
      const deal = crm.associated('quotes', each.id, 'deals')[0] ?? null;
      const lines = linesOf('quotes', each.id);
      const company = one('companies', deal ? ['deals', deal] : ['quotes', each.id]);
      const synced = deal !== null && syncedOf(deal)?.id === each.id;
      const person = one('contacts', ['quotes', each.id]);
      return { lines, row: quote(each, { deal, company, person, synced, lines }) };
    });
  const dealLines = () =>
    crm.all('deals').flatMap((deal) => {
      const lines = linesOfDeal(deal.id);
      const parent = lines.length > 0 ? opportunityOf(deal) : null;
      const id = toSalesforceId('Opportunity', deal.id);
      return lines.map((object, nth) => ({
        object,
        row: line('OpportunityLineItem', { id, row: parent }, nth, object),
      }));
    });

  const tables = new Map<string, () => SRow[]>([
    ['Account', () => [...crm.all('companies').map((each) => account(each)), ...mergedAccounts(crm)]],
    [
      'Contact',
      () =>
        crm.all('contacts').map((each) => contact(each, crm.associated('contacts', each.id, 'companies')[0] ?? null)),
    ],
    ['Opportunity', () => crm.all('deals').map(opportunityOf)],
    [
      'OpportunityContactRole',
      () =>
        crm.all('deals').flatMap(({ id, properties: p }) =>
          get('contacts', crm.associated('deals', id, 'contacts')).map((each, nth) =>
            row(
              {
                Id: rowId('OpportunityContactRole', `${id}|${each.id}`),
                OpportunityId: toSalesforceId('Opportunity', id),
                ContactId: toSalesforceId('Contact', each.id),
                IsPrimary: p.sf_primary_contact ? p.sf_primary_contact === each.id : nth === 0,
              },
              { Contact: contact(each, null) },
            ),
          ),
        ),
    ],
    [
      'Task',
      () =>
        [...org.tasks].map(([id, { Subject, WhatId, Status }]) =>
          row({
            Id: id,
            Subject: String(Subject ?? ''),
            WhatId: WhatId ? String(WhatId) : null,
            Status: String(Status ?? ''),
          }),
        ),
    ],
    ['OpportunityLineItem', () => dealLines().map((each) => each.row)],
    ['OpportunityLineItemSchedule', () => dealLines().flatMap((each) => schedules(each.object, each.row))],
    ['Quote', () => quoteRows().map((each) => each.row)],
    [
      'QuoteLineItem',
      () =>
        quoteRows().flatMap(({ lines, row: parent }) =>
          lines.map((each, nth) => line('QuoteLineItem', { id: String(parent.fields.Id), row: parent }, nth, each)),
        ),
    ],
    ['Product2', () => []],
    [
      'Organization',
      () => [row({ Id: org.id, Name: 'Playground', IsSandbox: org.sandbox, InstanceName: org.instance })],
    ],
    [
      'UserPermissionAccess',
      () => [row({ Id: null, PermissionsCustomizeApplication: org.admin, PermissionsViewAllData: org.viewsAll })],
    ],
  ]);
  /** What a relationship leads to; each bears its object's name. */
  const relations = ['Account', 'Product2', 'Contact', 'Quote', 'Opportunity', 'OpportunityLineItem'];
  const isShared = (row: SRow | null) => row !== null && !org.unshared.has(String(row.fields.Id));
  const withShared = ({ fields, related }: SRow): SRow => ({
    fields,
    related: Object.fromEntries(Object.entries(related).map(([name, row]) => [name, isShared(row) ? row : null])),
  });
  return {
    relations: Object.fromEntries(relations.map((name) => [name, name])) as Readonly<Record<string, string>>,
    rows: (sobject: string) =>
      (tables.get(sobject)?.() ?? []).filter(isShared).map((row) => (org.unshared.size > 0 ? withShared(row) : row)),
    fields: (sobject: string) => fieldsOf(org, sobject),
    /** Writes the package's fields; the name of one that cannot be written, or null. */
    write(sobject: string, id: string, values: Readonly<Record<string, string | null>>): string | null {
      if (isLine(sobject)) {
        const bad = Object.keys(values).find((name) => !ofLine[name] || !writable(org, sobject, name));
        if (bad !== undefined) return bad;
        const properties = Object.entries(values).map(([name, value]) => [ofLine[name] ?? name, kept(value)]);
        // The totals of the line are calculated anew.
        crm.put('line_items', id, { ...Object.fromEntries(properties), amount: null });
        return null;
      }
      if (!isOwn(sobject)) return sobject;
      const names: Readonly<Record<string, string>> = own[sobject];
      const fields = fieldsOf(org, sobject);
      const bad = Object.keys(values).find(
        (name) => !names[name] || !fields?.has(name) || !writable(org, sobject, name),
      );
      if (bad !== undefined) return bad;
      const properties = Object.entries(values).map(([name, value]) => [names[name] ?? name, value]);
      crm.put(typeOf[sobject], id, Object.fromEntries(properties));
      return null;
    },
    sharedId(sobject: string, id: string): string | null {
      if (isLine(sobject)) return crm.all('line_items').find((each) => lineId(sobject, each.id) === id)?.id ?? null;
      if (!isOwn(sobject)) return null;
      if (org.unshared.has(id)) return null;
      const shared = fromSalesforceId(sobject, id);
      return shared !== null && crm.get(typeOf[sobject], shared) ? shared : null;
    },
  };
}
export type Objects = ReturnType<typeof objects>;
