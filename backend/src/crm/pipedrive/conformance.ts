import { accountIdSchema } from '@backroom/shared';
import { type Options, openPipedrive } from '../../../../test/stand-ins/pipedrive/service.ts';
import { memoryTokens, openFront, type Voice } from '../conformance/front.ts';
import type { StoredTokens } from '../contract/tokens.ts';
import type { PipedriveGrants } from './grants.ts';
import { createPipedriveCrm } from './index.ts';
import { pipedriveTokens } from './tokens.ts';

export const account = accountIdSchema.parse('pipedrive:4711001');
const say = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const overLimit = { success: false, error: 'request over limit', error_info: '', errorCode: 429, data: null };
const daily = (left: string) => ({
  'x-daily-ratelimit-token-limit': '150000',
  'x-daily-ratelimit-token-remaining': left,
});
export const voice: Voice = {
  isToken: (path) => path.startsWith('/oauth/token'),
  faults: {
    rate_limited: () =>
      say(429, overLimit, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2', ...daily('140000') }),
    day_is_spent: () => say(429, overLimit, { 'x-ratelimit-reset': '2', ...daily('0') }),
    // Pipedrive knows no locks: what comes nearest is its maintenance.
    locked: () => say(503, { success: false, error: 'Service unavailable', errorCode: 503 }),
    server_error: () => say(500, { success: false, error: 'Internal server error', errorCode: 500 }),
    not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  },
  ended: () => say(401, { success: false, error: 'unauthorized access', errorCode: 401 }),
  refused: () =>
    say(400, {
      ...{ success: false, error: 'invalid_grant' },
      message: 'Invalid grant: refresh_token is invalid or was already exchanged',
    }),
  misconfigured: () =>
    say(401, { success: false, message: 'Invalid client: client is invalid', error: 'invalid_client' }),
};
/** Grants of further users, without a database. */
function memoryGrants(): PipedriveGrants {
  const parked = new Map<string, StoredTokens>();
  return {
    isAdmin: async () => true,
    park: async (_, user, tokens) => void parked.set(user, tokens),
    parked: async (_, user) => parked.get(user) ?? null,
    async take() {
      const [user, tokens] = [...parked][0] ?? [];
      if (user !== undefined) parked.delete(user);
      return tokens ?? null;
    },
    all: async () => [...parked.values()],
    remove: async (_, user) => void parked.delete(user),
  };
}

/** A company account of a test's own on a real server, with Pipedrive's limits, and the adapter over it. */
export async function openAccount(options: Options = {}) {
  const crm = openPipedrive(options);
  const front = await openFront(crm, voice);
  const grant = crm.desk.connect();
  const kept = memoryTokens(account, { ...grant, more: { api: front.url, user: String(crm.desk.users[0]?.id) } });
  const app = { oauthBase: front.url, clientId: crm.app.clientId, clientSecret: crm.app.clientSecret };
  const grants = memoryGrants();
  const tokens = pipedriveTokens(app, kept.store, grants, Date.now);
  const usage: { used: number; limit: number }[] = [];
  const { adapter, viewers, organizationOf } = createPipedriveCrm({
    tokens,
    publicOrigin: front.url,
    onUsage: (_, each) => void usage.push(each),
  });
  return { ...{ crm, front, kept, app, grants, tokens, adapter, viewers, organizationOf, usage }, close: front.close };
}
