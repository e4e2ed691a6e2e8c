import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { callerByKey, endOfKey, newApiKey } from './api-keys.ts';

const now = new Date('2026-11-29T10:00:00Z');
const account = accountIdSchema.parse('hubspot:4242');
function keysOf(days = 30) {
  const made = newApiKey(account);
  const key = {
    id: made.id,
    name: 'Make',
    scopes: ['figures:read'] as const,
    madeBy: 'pat@example.com',
    madeAt: now,
    until: endOfKey(now, days),
    usedAt: null,
  };
  const asked: string[] = [];
  return {
    made,
    asked,
    store: {
      // As the database: it drops a NUL of a parameter.
      find: async (of: string, id: string) => {
        asked.push(of);
        return of.replaceAll('\u0000', '') === account && id === made.id ? { key, hash: made.hash } : null;
      },
      used: async () => {},
    },
  };
}
const callerOf = ({ store }: ReturnType<typeof keysOf>, header: string | undefined) =>
  callerByKey(store, header, now).then(
    ({ caller }) => caller,
    (error: { code: string }) => error.code,
  );

test('a key proves its account, and no user of it', async () => {
  const keys = keysOf();
  expect(await callerOf(keys, `Bearer ${keys.made.text}`)).toEqual({
    account,
    userId: `key:${keys.made.id}`,
    userEmail: 'API key Make',
    roles: [],
  });
});

test('another spelling of the account, the id or the secret is no key', async () => {
  const keys = keysOf();
  const [prefix, named, id = '', secret = ''] = keys.made.text.split('.');
  const spelled = (of: string) => [prefix, Buffer.from(of).toString('base64url'), id, secret].join('.');
  const wrong = [
    undefined,
    '',
    'Bearer',
    keys.made.text,
    `Basic ${keys.made.text}`,
    `Bearer  ${keys.made.text}`,
    `Bearer ${keys.made.text} `,
    // The database would find the account's key by it, and memory and limits would take it for an account of its own.
    `Bearer ${spelled('hubspot:4242\u0000')}`,
    `Bearer ${spelled('hubspot:4242 ')}`,
    `Bearer ${spelled('')}`,
    `Bearer ${[prefix, named, id.toUpperCase(), secret].join('.')}`,
    `Bearer ${[prefix, named, id, `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`].join('.')}`,
    `Bearer ${[prefix, named, id, ''].join('.')}`,
    `Bearer ${[prefix, named, `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`, secret].join('.')}`,
  ];
  expect(await Promise.all(wrong.map((header) => callerOf(keys, header)))).toEqual(wrong.map(() => 'api_key_invalid'));
  expect(keys.asked.every((of) => of === account)).toBe(true);
});

test('a key is refused from the second on which it ends', async () => {
  const keys = keysOf(0);
  expect(await callerOf(keys, `Bearer ${keys.made.text}`)).toBe('api_key_expired');
});
