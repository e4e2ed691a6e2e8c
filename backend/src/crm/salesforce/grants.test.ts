import { accountIdSchema } from '@backroom/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { headersOfMerge } from '../../../../extension/playground/server/salesforce/changes.ts';
import { fromSalesforceId, toSalesforceId } from '../../../../extension/playground/server/salesforce/ids.ts';
import { emptyBin, mergeAccounts } from '../../../../extension/playground/server/salesforce/merges.ts';
import { lockedByTrigger } from '../../../../extension/playground/server/salesforce/org.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { CrmEvent } from '../contract/index.ts';
import { CLIENT_ID, openOrg, orgId } from './conformance.ts';
import { parseChanges } from './events.ts';
import { createSalesforceCrm } from './index.ts';
import { salesforceTokens } from './tokens.ts';

// The connection to an org: its sessions, what is written through it, and what is told of accounts that were merged.
const DAY = 86_400_000;
const account = accountIdSchema.parse(`salesforce:${orgId}`);
const call = () => ({ account, signal: AbortSignal.timeout(5000) });
let opened: Awaited<ReturnType<typeof openOrg>>;
let parts: ReturnType<typeof connect>;
let passed = 0;
const now = () => Date.now() + passed;

function connect(secret: string | null) {
  const { url } = opened.front;
  const kept = memoryTokens(account, {
    accessToken: '',
    refreshToken: 'first',
    expiresAt: 0,
    more: { instanceUrl: url, loginUrl: url },
  });
  const app = { clientId: CLIENT_ID, clientSecret: secret, redirectUri: url, jwtKey: null };
  const tokens = salesforceTokens(app, kept.store, now);
  return { kept, tokens, adapter: createSalesforceCrm({ tokens, now }) };
}
beforeEach(async () => {
  passed = 0;
  opened = await openOrg();
  parts = connect(null);
});
afterEach(() => opened.close());
const aDeal = () => toSalesforceId('Opportunity', opened.fill.deal({ name: 'A deal', currency: 'EUR' }));
const aCompany = (name: string) => toSalesforceId('Account', opened.fill.company({ name }));
const readDeal = (id: string) => parts.adapter.record({ type: 'deal', id }, call());
const shared = (id: string) => fromSalesforceId('Account', id) ?? '';
const merge = (winner: string, loser: string) => mergeAccounts(opened.crm, shared(winner), shared(loser));

test('a session that lives by being used is renewed after a week, so that its refresh token does not lapse', async () => {
  const id = aDeal();
  await readDeal(id);
  passed = 6 * DAY;
  await readDeal(id);
  expect(opened.front.counts().sessions).toBe(1);
  passed = 8 * DAY;
  await Promise.all([readDeal(id), readDeal(id)]);
  expect(opened.front.counts().sessions).toBe(2);
});
test('where that fails the session goes on as it is, and is not tried again at once', async () => {
  const id = aDeal();
  await readDeal(id);
  passed = 8 * DAY;
  opened.front.misconfigure();
  await readDeal(id);
  await readDeal(id);
  expect(await parts.kept.connected()).toBe(true);
});
test('a session that ended with 403 is renewed as well', async () => {
  const id = aDeal();
  await readDeal(id);
  let spoiled = 0;
  opened.way.answer = () => {
    spoiled += 1;
    return spoiled === 1
      ? Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], { status: 403 })
      : null;
  };
  await readDeal(id);
  expect(opened.front.counts().sessions).toBe(2);
});
test.each([
  'invalid_client',
  'invalid_client_id',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'inactive_org',
])('%s is about our app, not about the grant: nobody is disconnected', async (error) => {
  const id = aDeal();
  opened.way.token = () => Response.json({ error, error_description: 'no' }, { status: 400 });
  await expect(readDeal(id)).rejects.toMatchObject({ kind: 'unreachable', words: 'no' });
  expect(await parts.kept.connected()).toBe(true);
  opened.way.token = null;
  await readDeal(id);
});
test('a write says whose it is and passes rules that only warn of duplicates', async () => {
  const ref = { type: 'deal' as const, id: aDeal() };
  opened.org.duplicateRule = 'alert';
  await parts.adapter.writeBack(ref, { orderNumber: 'SO-1' }, call());
  expect(opened.way.headers[0]?.get('sforce-call-options')).toBe('client=Backroom');
  opened.org.duplicateRule = 'block';
  await expect(parts.adapter.writeBack(ref, { orderNumber: 'SO-2' }, call())).rejects.toMatchObject({
    kind: 'refused',
    words: 'Use one of these records?',
  });
});
test('a lock inside somebody’s trigger is waited for some seconds; a trigger’s own refusal is not', async () => {
  const ref = { type: 'deal' as const, id: aDeal() };
  const write = () => parts.adapter.writeBack(ref, { orderNumber: 'SO-1' }, call());
  opened.org.failures.push(lockedByTrigger, {
    ...lockedByTrigger,
    message: 'RequireRegion: execution of BeforeUpdate\n\ncaused by: System.NullPointerException',
  });
  await expect(write()).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 3000 });
  await expect(write()).rejects.toMatchObject({ kind: 'refused', words: expect.stringContaining('RequireRegion') });
  await write();
});
test('a record that is gone is not found; one that is only not shared waits, and is told when it is', async () => {
  const ref = { type: 'deal' as const, id: aDeal() };
  const write = () => parts.adapter.writeBack(ref, { orderNumber: 'SO-1' }, call());
  opened.org.unshared.add(ref.id);
  opened.org.viewsAll = false;
  await expect(write()).rejects.toMatchObject({ kind: 'refused', words: expect.stringContaining('not shared') });
  opened.org.unshared.clear();
  await write();
  opened.crm.remove('deals', fromSalesforceId('Opportunity', ref.id) ?? '');
  opened.org.viewsAll = true;
  await expect(write()).rejects.toMatchObject({ kind: 'not_found' });
});
test('a field that was made writable is written within a minute', async () => {
  const ref = { type: 'deal' as const, id: aDeal() };
  opened.org.readOnly.add('Opportunity.Backroom_Order_Number__c');
  const write = () => parts.adapter.writeBack(ref, { orderNumber: 'SO-1' }, call());
  await expect(write()).rejects.toMatchObject({ kind: 'refused' });
  opened.org.readOnly.clear();
  passed = 60_000;
  await write();
});

const told = (winner: string, loser: string) =>
  parts.adapter.withMerges(parseChanges(account, headersOfMerge(shared(winner), shared(loser))), call());
const kinds = (events: readonly CrmEvent[]) => events.map(({ kind, into }) => [kind, into]);
test('a winner that lost later leads on to the last one', async () => {
  const [first, second, third] = [aCompany('First'), aCompany('Second'), aCompany('Third')];
  merge(second, first);
  const early = await told(second, first);
  expect(kinds(early)[0]).toEqual(['records_merged', second]);
  merge(third, second);
  expect(kinds(await told(second, first))[0]).toEqual(['records_merged', third]);
  const read = await parts.adapter.record({ type: 'company', id: first.slice(0, 15) }, call());
  expect([read.id, read.name]).toEqual([third, 'Third']);
});
test('a deletion is a deletion; where nobody can say, it is only a change', async () => {
  const [winner, loser] = [aCompany('Winner'), aCompany('Loser')];
  merge(winner, loser);
  emptyBin(opened.crm);
  expect(kinds(await told(winner, loser))[0]).toEqual(['record_deleted', null]);
  opened.front.failNext('server_error');
  expect(kinds(await told(winner, loser))[0]).toEqual(['record_changed', null]);
  const gone = parts.adapter.record({ type: 'company', id: loser }, call());
  await expect(gone).rejects.toMatchObject({ kind: 'not_found' });
});
test('many deletions are asked about in few calls', async () => {
  const winner = aCompany('Winner');
  const lost = Array.from({ length: 250 }, (_, nth) => aCompany(`Lost ${nth}`));
  for (const each of lost.slice(0, 240)) merge(winner, each);
  const header = { entityName: 'Account', changeType: 'DELETE', commitTimestamp: 1_800_000_000_000, recordIds: lost };
  const events = parseChanges(account, [header]);
  await parts.adapter.withMerges([], call());
  const before = opened.front.counts().calls;
  const found = await parts.adapter.withMerges(events, call());
  expect(found.filter(({ kind, into }) => kind === 'records_merged' && into === winner)).toHaveLength(240);
  expect(opened.front.counts().calls - before).toBeLessThan(5);
});
