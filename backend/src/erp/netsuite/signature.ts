import { createHmac, randomBytes } from 'node:crypto';
import type { ErpPorts } from '../contract/ports.ts';
import { realmOf } from './facts.ts';

/** What token-based authentication signs with: the integration's keys and those of one token. */
export type TokenKeys = { consumerKey: string; consumerSecret: string; tokenId: string; tokenSecret: string };

/** OAuth 1 escapes more than `encodeURIComponent` does. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
type Pair = readonly [name: string, value: string];
const byName = ([leftName, leftValue]: Pair, [rightName, rightValue]: Pair): number =>
  leftName < rightName ? -1 : leftName > rightName ? 1 : leftValue < rightValue ? -1 : Number(leftValue > rightValue);

/** The header of one request. Parameters of its address are signed, a JSON body is not. */
export function signatureOf(
  account: string,
  keys: TokenKeys,
  { method, url }: { method: string; url: string },
  { now }: Pick<ErpPorts, 'now'>,
  nonce = randomBytes(16).toString('hex'),
): string {
  const target = new URL(url);
  const own: readonly Pair[] = [
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', 'HMAC-SHA256'],
    ['oauth_timestamp', String(Math.floor(now() / 1000))],
    ['oauth_token', keys.tokenId],
    ['oauth_version', '1.0'],
  ];
  const parameters = [...own, ...target.searchParams]
    .map(([name, value]): Pair => [escaped(name), escaped(value)])
    .sort(byName)
    .map((pair) => pair.join('='))
    .join('&');
  const base = [method.toUpperCase(), `${target.origin}${target.pathname}`, parameters].map(escaped).join('&');
  const signature = createHmac('sha256', `${escaped(keys.consumerSecret)}&${escaped(keys.tokenSecret)}`)
    .update(base)
    .digest('base64');
  const header = [...own, ['oauth_signature', signature] as const]
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(', ');
  return `OAuth realm="${escaped(realmOf(account))}", ${header}`;
}
