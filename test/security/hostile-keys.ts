import { randomBytes } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { type Attack, type Outcome, pick, send } from './outcome.ts';
import type { SecurityWorld } from './world.ts';

/** What somebody may send who has a key of the account with one scope, a key of another account, or parts of either. */
export async function keyAttacks(
  world: Pick<SecurityWorld, 'desk' | 'backendUrl'>,
  known: {
    victim: AccountId;
    cookie: string;
    malloryCookie: string;
    order: { dealId: string; revision: string; acceptedWarnings: readonly string[] };
    /** Of the victim's order. */
    id: string;
  },
): Promise<Attack[]> {
  const { victim, cookie, malloryCookie, id } = known;
  const { dealId, revision, acceptedWarnings } = known.order;
  const keyOf = async (by: string, scope: string): Promise<string> => {
    const answer = await world.desk('/access/keys', by, { name: 'flow', days: '30', [`scope.${scope}`]: 'on' });
    const key = / id="key" readonly value="([^"]+)"/.exec(await answer.text())?.[1];
    if (!key) throw new Error(`no key was made: ${answer.status}`);
    return key;
  };
  const [readKey, malloryKey] = [await keyOf(cookie, 'figures:read'), await keyOf(malloryCookie, 'status:read')];
  const withKey = (key: string, path: string, init: RequestInit = {}): Promise<Outcome> =>
    send(`${world.backendUrl}${path}`, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  return [
    {
      kind: 'forged: an API key',
      run: (index) => {
        const [prefix = '', named = '', keyId = '', secret = ''] = readKey.split('.');
        const guessed = randomBytes(32).toString('base64url');
        const spelled = (of: string) => [prefix, Buffer.from(of).toString('base64url'), keyId, secret].join('.');
        const key = pick(
          [
            [prefix, named, keyId, guessed].join('.'),
            [prefix, named, randomBytes(8).toString('hex'), secret].join('.'),
            [prefix, named, malloryKey.split('.')[2], secret].join('.'),
            spelled(`${victim}\u0000`),
            spelled(`${victim} `),
            spelled(`${victim}' or '1'='1`),
            [prefix, named, keyId, ''].join('.'),
            `${readKey}.${secret}`,
            'undefined',
            'x'.repeat(8000),
          ],
          index,
        );
        return withKey(key, pick(['/api/v1/records/deal/5001/figures', `/api/v1/orders/${id}`], index));
      },
    },
    {
      kind: 'cross-tenant: another account’s order and figures by an API key',
      run: (index) => {
        const [prefix = '', , ownId = '', ownSecret = ''] = malloryKey.split('.');
        const mixed = [prefix, Buffer.from(victim).toString('base64url'), ownId, ownSecret].join('.');
        return pick(
          [
            () => withKey(malloryKey, `/api/v1/orders/${id}`),
            () => withKey(malloryKey, `/api/v1/orders/${id}?account=${victim}`, { headers: { 'x-account': victim } }),
            () => withKey(mixed, `/api/v1/orders/${id}`),
            () => withKey(mixed, '/api/v1/records/company/7001/figures?only=credit'),
          ],
          index,
        )();
      },
    },
    {
      kind: 'above one’s rights: an API key beyond its scope',
      run: (index) => {
        const json = { 'content-type': 'application/json', 'idempotency-key': `hostile-key-${index}` };
        const body = JSON.stringify({ dealId, revision, acceptedWarnings });
        return pick(
          [
            () => withKey(readKey, '/api/v1/orders', { method: 'POST', body, headers: json }),
            () => withKey(readKey, `/api/v1/orders/${id}`),
            () => withKey(readKey, '/api/v1/Orders', { method: 'POST', body, headers: json }),
            () => withKey(readKey, '/api/v1//orders', { method: 'POST', body, headers: json }),
            () => withKey(readKey, '/v1/orders', { method: 'POST', body, headers: json }),
            () => withKey(readKey, '/v1/settings'),
            () => withKey(readKey, '/v1/desk/link', { method: 'POST', body: '{}', headers: json }),
            () => withKey(readKey, '/desk/access/keys'),
            () => withKey(readKey, '/api/v1/records/deal/5001/figures', { method: 'POST', body: '{}', headers: json }),
          ],
          index,
        )();
      },
    },
  ];
}
