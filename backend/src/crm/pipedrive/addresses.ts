import { CrmError } from '../contract/index.ts';

const isHere = (url: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
const COMPANY = /^[a-z0-9-]{1,63}\.pipedrive\.com$/;

/**
 * The address of an account's API, as Pipedrive names it with the grant. Tokens go there, so that it must be Pipedrive's own; a stand-in on this machine is
 * taken where sign-in is on this machine too.
 */
export function apiOf(text: string, oauthBase: string): string {
  const url = URL.parse(text);
  const own = url?.protocol === 'https:' && url.port === '' && COMPANY.test(url.hostname);
  const local = url !== null && isHere(url) && isHere(new URL(oauthBase));
  if (url?.username !== '' || !(own || local)) throw new CrmError('drift', 'Pipedrive names no address of its own');
  return url.origin;
}
