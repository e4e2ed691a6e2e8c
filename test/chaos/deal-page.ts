import { referenceFor } from '@backroom/backend/submissions/reference';
import { signedRequest } from '../support/card.ts';
import { type Answer, account } from './load.ts';
import type { World } from './world.ts';

/** Longer than a card waits: what is asked here is what comes of it, not how fast. */
const PATIENCE_MS = 60_000;
type Preview = { ok: boolean; data?: { revision: string; checks: { code: string }[] }; problem?: { code: string } };

/** Asks as a card does. `user`: who, since each person may ask so often. */
export async function ask<Body>(world: World, path: string, body: object, user = '7000'): Promise<Body> {
  const url = world.webs.find((each) => each.alive())?.url ?? '';
  const request = signedRequest(url, path, {
    method: 'POST',
    userId: user,
    userEmail: `rep${user}@example.com`,
    at: Date.now() + world.clock(),
    body,
  });
  return (await (await patient(request, { signal: AbortSignal.timeout(PATIENCE_MS) })).json()) as Body;
}

/** Converts a deal as its page shows it: asks for the preview, accepts every warning, presses the button. Gives the reference of what it asked for. */
export async function convertAsShown(
  world: World,
  dealId: string,
): Promise<{ answer: Answer; reference: string | null }> {
  const { data, ...refused } = await ask<Preview>(world, `/v1/records/deal/${dealId}/preview`, {});
  if (!data) return { answer: refused, reference: null };
  const { revision, checks } = data;
  const acceptedWarnings = [...new Set(checks.map(({ code }) => code))];
  const body = { dealId, revision, acceptedWarnings, idempotencyKey: `shown-${dealId}-${revision}`.slice(0, 64) };
  return {
    answer: await ask<Answer>(world, '/v1/orders', body),
    reference: referenceFor(account, 'order', dealId, revision),
  };
}

/** A line that stood idle may be closed in the moment in which it is used again. All that is asked here may be asked twice. */
const patient = (url: string | Request, init: RequestInit): Promise<Response> => {
  const again = url instanceof Request ? url.clone() : url;
  return fetch(url, init).catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    return fetch(again, init);
  });
};
async function inCrm(world: World, method: string, path: string, body: object): Promise<unknown> {
  const answer = await patient(`${world.crmUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}
/** Somebody merges `other` into `primary` in the CRM. Gives the survivor's new id. */
export async function mergeDeals(world: World, primary: string, other: string): Promise<string> {
  const merged = await inCrm(world, 'POST', '/hubspot-api/playground/merge', { type: 'deals', primary, other });
  return (merged as { survivor: string }).survivor;
}
type Line = { code: string; name: string; quantity: string; price: string };
/** Somebody gives the deal's quote other lines. */
export const setLines = (world: World, dealId: string, lines: readonly Line[]) =>
  inCrm(world, 'PATCH', `/__crm/deals/${dealId}/lines`, { lines });
