import { expect, test } from 'vitest';
import { crmEventSchema } from '../contract/index.ts';
import { eventsJson, parseWebhooks } from './webhooks.ts';

const base = {
  eventId: 1,
  subscriptionId: 1,
  portalId: 4242,
  appId: 99,
  occurredAt: 1_800_000_000_000,
  attemptNumber: 0,
};
const parse = (...events: object[]) =>
  parseWebhooks(events.map((event) => ({ ...base, ...event }))).map((event) => {
    crmEventSchema.parse(event);
    const { kind, record, into } = event;
    return [kind, record && `${record.type} ${record.id}`, into];
  });

test('an association names both of its ends, in the older and in the generic form', () => {
  const both = [
    ['record_changed', 'deal 501', null],
    ['record_changed', 'company 7001', null],
  ];
  const ends = { fromObjectId: 501, toObjectId: 7001, associationRemoved: false, isPrimaryAssociation: true };
  expect(parse({ subscriptionType: 'deal.associationChange', associationType: 'DEAL_TO_COMPANY', ...ends })).toEqual(
    both,
  );
  const generic = {
    fromObjectTypeId: '0-3',
    toObjectTypeId: '0-2',
    associationTypeId: 5,
    associationCategory: 'HUBSPOT_DEFINED',
  };
  expect(parse({ subscriptionType: 'object.associationChange', ...generic, ...ends })).toEqual(both);
  const items = {
    subscriptionType: 'deal.associationChange',
    associationType: 'DEAL_TO_LINE_ITEM',
    fromObjectId: 5,
    toObjectId: 6,
  };
  expect(parse(items)).toEqual([
    ['record_changed', 'deal 5', null],
    ['record_changed', 'line_item 6', null],
  ]);
});
test('of an object that we do not know, something changed', () => {
  expect(
    parse({ subscriptionType: 'object.propertyChange', objectTypeId: '0-84', objectId: 9, propertyName: 'hs_value' }),
  ).toEqual([['record_changed', null, null]]);
});
test('a merge into a new id ends all the old ones, a merge into one of them only the other', () => {
  const merge = {
    subscriptionType: 'object.merge',
    objectTypeId: '0-3',
    primaryObjectId: 501,
    mergedObjectIds: [502, 503],
  };
  expect(parse({ ...merge, objectId: 888, newObjectId: 888 })).toEqual([
    ['records_merged', 'deal 501', '888'],
    ['records_merged', 'deal 502', '888'],
    ['records_merged', 'deal 503', '888'],
    ['record_changed', 'deal 888', null],
  ]);
  expect(parse({ ...merge, subscriptionType: 'company.merge', objectTypeId: undefined, objectId: 501 })).toEqual([
    ['records_merged', 'company 502', '501'],
    ['records_merged', 'company 503', '501'],
    ['record_changed', 'company 501', null],
  ]);
});
test('a privacy deletion names the contact, a restored record has changed', () => {
  expect(parse({ subscriptionType: 'contact.privacyDeletion', objectId: 61 })).toEqual([
    ['privacy_deletion', 'contact 61', null],
  ]);
  expect(parse({ subscriptionType: 'object.restore', objectTypeId: '0-3', objectId: 5 })).toEqual([
    ['record_changed', 'deal 5', null],
  ]);
});

test('an id above 2^53 is the record that was sent, not the nearest number', () => {
  const id = '88179590802391210';
  const body = JSON.stringify([{ ...base, subscriptionType: 'deal.deletion', objectId: 0 }]).replace(
    '"objectId":0',
    `"objectId":${id}`,
  );
  expect(parseWebhooks(eventsJson(body)).map(({ record }) => record)).toEqual([{ type: 'deal', id }]);
});
