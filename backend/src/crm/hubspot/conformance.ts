import { accountIdSchema } from '@backroom/shared';
import { filler } from '../../../../extension/playground/server/fill.ts';
import { hubspotApi } from '../../../../extension/playground/server/hubspot/api.ts';
import { openCrm } from '../../../../extension/playground/server/hubspot/database.ts';
import { faults } from '../../../../extension/playground/server/hubspot/errors.ts';
import { openPortal, type Portal } from '../../../../extension/playground/server/hubspot/portal.ts';
import { memoryTokens, openFront, type Voice } from '../conformance/front.ts';
import { createHubSpotCrm } from './index.ts';
import { hubspotTokens } from './tokens.ts';

export const account = accountIdSchema.parse('hubspot:4242');
const secret = 'conformance-secret';
const voice: Voice = {
  isToken: (path) => path.endsWith('/token'),
  faults: {
    rate_limited: faults.tenSecondly,
    day_is_spent: faults.daily,
    locked: faults.locked,
    server_error: faults.serverError,
    not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  },
  ended: faults.expired,
  refused: faults.token.removed,
  misconfigured: faults.token.badClientSecret,
};

/** A HubSpot account of a test's own, on a real server, with HubSpot's own limits, and the adapter over it. */
export async function openAccount(more: Partial<Portal> = {}, facts: Readonly<Record<string, string>> = {}) {
  const crm = openCrm(':memory:', { demo: false });
  const portal = openPortal(more);
  const api = hubspotApi(crm, { clientSecret: secret, clientId: 'conformance', onChange: () => {}, portal });
  let refusals = 0;
  /** An answer instead of the stand-in's own, for the calls that it is given for. */
  const hands: { instead: (request: Request) => Response | null } = { instead: () => null };
  async function fetch(request: Request): Promise<Response> {
    const answer = hands.instead(request) ?? (await api.fetch(request));
    if (answer.status === 429) refusals += 1;
    return answer;
  }
  const front = await openFront({ fetch }, voice);
  const kept = memoryTokens(account, {
    accessToken: 'playground-access',
    refreshToken: 'playground-refresh',
    expiresAt: Date.now() + 1_800_000,
    more: facts,
  });
  const app = { apiBase: front.url, authorizeBase: front.url, clientId: 'conformance', clientSecret: secret };
  const tokens = hubspotTokens(app, kept.store, Date.now);
  return {
    crm,
    portal,
    front,
    kept,
    tokens,
    app,
    fill: filler(crm),
    /** How often the account's limits were met. */
    refusals: () => refusals,
    hands,
    adapter: createHubSpotCrm({ appBase: 'https://app.hubspot.com', apiBase: front.url, tokens }),
    async close() {
      await front.close();
      crm.close();
    },
  };
}
