import { createHmac } from 'node:crypto';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from '../transport/exchange.ts';
import { basicLogon, type Logon } from '../transport/logon.ts';

/** Sage's example of a connected application lets a token live for ten minutes. A clock may be half a minute behind. */
const LIFE_S = 300;
const BACK_S = 30;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** How far the server's clock is ahead of ours, by an answer of it, in milliseconds. Null: it does not say. */
function aheadBy({ headers }: Answer, now: number): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at - now;
}

type Application = { clientId: string; secret: string; user: string; audience: string };
/** The token of a connected application, which the caller signs itself. */
function signedToken({ clientId, secret, user, audience }: Application, now: number): string {
  const issued = Math.floor(now / 1000) - BACK_S;
  const claims = { iss: clientId, sub: user, aud: audience, iat: issued, exp: issued + LIFE_S };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** A token that our clock dates wrongly is refused before anything is done: it is signed once more, by the clock of the server. */
function signedLogon(application: Application, { now }: ErpPorts): Logon {
  let ahead = 0;
  const bearer = () => `Bearer ${signedToken(application, now() + ahead)}`;
  return async (_, work) => {
    const answer = await work(bearer());
    const told = answer.status === 401 ? aheadBy(answer, now()) : null;
    if (told === null || Math.abs(told - ahead) < BACK_S * 1000) return answer;
    ahead = told;
    return work(bearer());
  };
}

/** A user's password, or a connected application in the name of a user. `audience`: the address that the application was registered with. */
export function logonOf(
  { url, audience }: { url: string; audience: string | null },
  { user = '', password = '', clientId = '', clientSecret = '' }: ErpOptions['credentials'],
  ports: ErpPorts,
): Logon {
  if (clientId !== '' && clientSecret !== '') {
    return signedLogon({ clientId, secret: clientSecret, user, audience: audience ?? url }, ports);
  }
  if (password !== '') return basicLogon(user, password, ports);
  return async () => {
    throw new ErpError('unauthorised', 'neither a password nor a connected application', {
      field: 'password',
      words: 'Enter the password of the user, or client ID and secret of a connected application.',
    });
  };
}
