import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Change, eventsOf } from '../../extension/playground/server/hubspot/events.ts';

const file = join(import.meta.dirname, '..', '..', 'extension/hubspot/src/app/webhooks/webhooks-hsmeta.json');
const subscription = z.object({
  subscriptionType: z.string(),
  objectType: z.string().optional(),
  propertyName: z.string().optional(),
  active: z.literal(true),
});
const { crmObjects, hubEvents } = z
  .object({
    config: z.object({
      subscriptions: z.object({ crmObjects: z.array(subscription), hubEvents: z.array(subscription) }),
    }),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8'))).config.subscriptions;
const all = [...crmObjects, ...hubEvents];
const nameOf = ({ subscriptionType, objectType, propertyName }: z.infer<typeof subscription>) =>
  [subscriptionType, objectType, propertyName].filter(Boolean).join(' ');

test('nothing is subscribed to twice', () => {
  expect(all.map(nameOf).filter((name, at, names) => names.indexOf(name) !== at)).toEqual([]);
});

const property = (type: string, name: string): Change => ({ kind: 'property', type, id: '1', name });
// Each of these makes a preview stale, moves a record, or must be obeyed.
test.each<[string, Change]>([
  ['the amount of a deal', property('deals', 'amount')],
  ['the pipeline of a deal, which may lead to another ERP', property('deals', 'pipeline')],
  ['the phone number of a contact', property('contacts', 'phone')],
  ['the state of a quote', property('quotes', 'hs_status')],
  ['the last day of a quote', property('quotes', 'hs_expiration_date')],
  ['the price of a line', property('line_items', 'price')],
  ['the discount of a line', property('line_items', 'hs_discount_percentage')],
  ['a line more', { kind: 'creation', type: 'line_items', id: '1' }],
  ['a line less', { kind: 'deletion', type: 'line_items', id: '1' }],
  ['the discount of a quote', property('discounts', 'hs_value')],
  ['a fee more', { kind: 'creation', type: 'fees', id: '1' }],
  ['a tax less', { kind: 'deletion', type: 'taxes', id: '1' }],
  ['another company of the deal', { kind: 'association', from: ['deals', '1'], to: ['companies', '2'], primary: true }],
  ['another quote of the deal', { kind: 'association', from: ['deals', '1'], to: ['quotes', '2'] }],
  ['a line moved to a quote', { kind: 'association', from: ['quotes', '1'], to: ['line_items', '2'] }],
  ['merged deals', { kind: 'merge', type: 'deals', primary: '1', merged: ['2'], newId: '3' }],
  ['merged companies', { kind: 'merge', type: 'companies', primary: '1', merged: ['2'], newId: null }],
  ['a deal that is deleted', { kind: 'deletion', type: 'deals', id: '1' }],
  ['a company that is restored', { kind: 'restore', type: 'companies', id: '1' }],
  ['a contact that wants to be forgotten', { kind: 'privacyDeletion', id: '1' }],
])('HubSpot tells of %s', (_, change) => {
  const told = eventsOf(change).map(({ subscriptionType, objectType, propertyName }) =>
    [subscriptionType, subscriptionType.startsWith('object.') ? objectType : null, propertyName]
      .filter(Boolean)
      .join(' '),
  );
  expect(all.map(nameOf).filter((name) => told.includes(name))).not.toEqual([]);
});
