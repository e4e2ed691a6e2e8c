import { generateKeyPairSync } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { signAsApex } from '../../../../extension/playground/server/salesforce/sign.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEvent } from '../contract/index.ts';
import { salesforceCaller } from './caller.ts';
import { salesforceDoor } from './door.ts';
import { toId18 } from './org-id.ts';

const orgId = toId18('00D5g000004Door');
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const opportunity = toId18('0065g0000005001');
const header = {
  entityName: 'Opportunity',
  recordIds: [opportunity],
  changeType: 'UPDATE',
  changedFields: ['Amount'],
  commitTimestamp: 1_800_000_000_000,
};

async function tell(body: unknown, roles: readonly string[]) {
  const heard: CrmEvent[] = [];
  const used = new Set<string>();
  const app = new Hono<{ Variables: Variables }>();
  app.onError((error, context) => context.json({ code: error instanceof ProblemError ? error.code : String(error) }));
  app.route(
    '/salesforce',
    salesforceDoor({
      publicOrigin: 'https://app.backroom.example',
      loginUrls: ['https://login.salesforce.com'],
      logger: pino({ level: 'silent' }),
      certificates: async () => [],
      events: salesforceCaller({
        publicOrigin: 'https://app.backroom.example',
        now: Date.now,
        accepts: ['system'],
        org: async () => ({ keys: [{ kid: 'Backroom', pem }], sandbox: false, instance: 'EU45' }),
        connectionIsTest: async () => false,
        useOnce: async (_account, jti) => !used.has(jti) && used.add(jti) !== undefined,
      }),
      onEvents: async (_, events) => void heard.push(...events),
      actions: {} as never,
      install: null,
    }),
  );
  const text = JSON.stringify(body);
  const token = signAsApex(
    {
      kid: 'Backroom',
      orgId,
      userId: toId18('0055g000000Auto'),
      username: 'automated@example.com',
      audience: 'https://app.backroom.example',
      method: 'POST',
      path: '/salesforce/events',
      body: text,
      sandbox: false,
      instance: 'EU45',
      roles,
      now: Math.floor(Date.now() / 1000),
    },
    pair.privateKey,
  );
  const response = await app.request('/salesforce/events', {
    method: 'POST',
    body: text,
    headers: { authorization: `Bearer ${token}` },
  });
  return { answer: await response.json(), heard };
}

test('the org’s trigger tells of a change, of its own org only', async () => {
  const { answer, heard } = await tell([header], ['system']);
  expect(answer).toEqual({ ok: true });
  expect(heard).toMatchObject([
    {
      account: `salesforce:${orgId}`,
      kind: 'record_changed',
      record: { type: 'deal', id: opportunity },
      property: 'Amount',
    },
  ]);
});
test('a gap names no record: all of the org’s may have changed', async () => {
  const { heard } = await tell([{ ...header, changeType: 'GAP_OVERFLOW', recordIds: [] }], ['system']);
  expect(heard).toMatchObject([{ record: null, kind: 'record_changed' }]);
});
test('a record that came back is no deletion', async () => {
  const { heard } = await tell([{ ...header, changeType: 'UNDELETE' }], ['system']);
  expect(heard).toMatchObject([{ kind: 'record_changed' }]);
});
test('a gap of known records says what happened to them: by the whole word, for GAP_UNDELETE ends like a deletion', async () => {
  const kinds = async (changeType: string) =>
    (await tell([{ ...header, changeType, changedFields: [] }], ['system'])).heard.map(({ kind }) => kind);
  expect(await kinds('GAP_DELETE')).toEqual(['record_deleted']);
  expect(await kinds('GAP_UNDELETE')).toEqual(['record_changed']);
  expect(await kinds('GAP_UPDATE')).toEqual(['record_changed']);
});
test('what we wrote ourselves is no news, unless the org’s automation changed more', async () => {
  const changedFields = ['Backroom_Order_Number__c', 'erp__Backroom_Order_Status__c', 'LastModifiedDate'];
  const own = { ...header, changedFields, changeOrigin: 'com/salesforce/api/rest/64.0;client=Backroom' };
  const heard = async (more: object) => (await tell([{ ...own, ...more }], ['system'])).heard.length;
  expect(await heard({})).toBe(0);
  expect(await heard({ changedFields: [...changedFields, 'StageName'] })).toBe(1);
  expect(await heard({ changeOrigin: 'com/salesforce/api/rest/64.0;client=Other' })).toBe(1);
  expect(await heard({ changeOrigin: null })).toBe(1);
});
test('a rep’s token does not open this door, and rubbish changes nothing', async () => {
  expect(await tell([header], ['rep'])).toEqual({ answer: { code: 'forbidden' }, heard: [] });
  expect(await tell({ nothing: true }, ['system'])).toEqual({ answer: { code: 'invalid_input' }, heard: [] });
});
