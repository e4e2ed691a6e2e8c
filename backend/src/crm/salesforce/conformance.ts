import { filler } from '../../../../extension/playground/server/fill.ts';
import { openCrm } from '../../../../extension/playground/server/hubspot/database.ts';
import { salesforceApi } from '../../../../extension/playground/server/salesforce/api.ts';
import type { OAuthOptions } from '../../../../extension/playground/server/salesforce/oauth.ts';
import { anOrg, lockedByTrigger } from '../../../../extension/playground/server/salesforce/org.ts';
import { openFront, type Voice } from '../conformance/front.ts';
import type { Fault } from '../conformance/subject.ts';
import { toId18 } from './org-id.ts';

export const orgId = toId18('00D5g000000Conf');
export const CLIENT_ID = 'conformance';
export const username = 'conformance@example.com';
const fail = (status: number, errorCode: string, message: string) =>
  Response.json([{ message, errorCode }], { status });
const faults: Readonly<Record<Exclude<Fault, 'hangs'>, () => Response>> = {
  rate_limited: () =>
    fail(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'),
  day_is_spent: () => fail(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
  locked: () => fail(lockedByTrigger.status, lockedByTrigger.errorCode, lockedByTrigger.message),
  server_error: () => fail(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.'),
  not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
};
const denied = (error: string, error_description: string) =>
  Response.json({ error, error_description }, { status: 400 });
const voice: Voice = {
  isToken: (path) => path.endsWith('/services/oauth2/token'),
  faults,
  ended: () => fail(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
  refused: () => denied('invalid_grant', 'expired access/refresh token'),
  misconfigured: () => denied('invalid_client', 'invalid client credentials'),
};

/** What a test does to answers on their way: to the text of an answer, or instead of it. `headers`: of the writes that came. */
type Way = {
  spoil: ((path: string, text: string) => string) | null;
  answer: (() => Response | null) | null;
  token: (() => Response) | null;
  headers: Headers[];
};

/** An org of a test's own, on a real server, with data to fill. The strictest kind: each refresh ends its token. */
export async function openOrg(oauth: Partial<OAuthOptions> = {}) {
  const crm = openCrm(':memory:');
  const org = anOrg(orgId);
  const { app, limit } = salesforceApi(crm, {
    org,
    onChange: () => {},
    oauth: {
      clientId: CLIENT_ID,
      orgId,
      userId: toId18('0055g000000Conf'),
      username,
      refreshToken: 'first',
      rotate: true,
      ...oauth,
    },
  });
  const way: Way = { spoil: null, answer: null, token: null, headers: [] };
  async function fetchThrough(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method === 'PATCH') way.headers.push(request.headers);
    const instead = voice.isToken(pathname) ? way.token?.() : way.answer?.();
    if (instead) return instead;
    const response = await app.fetch(request);
    if (!way.spoil) return response;
    return new Response(way.spoil(pathname, await response.text()), response);
  }
  const front = await openFront({ fetch: fetchThrough }, voice);
  return {
    crm,
    org,
    way,
    limit,
    front,
    fill: filler(crm),
    async close() {
      await front.close();
      crm.close();
    },
  };
}
