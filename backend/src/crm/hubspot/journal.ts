import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { CrmError } from '../contract/index.ts';
import type { Departure } from '../contract/manifest.ts';
import { VERSION } from './client.ts';
import type { HubSpotApp } from './tokens.ts';

/** HubSpot's number for "an account removed the app". */
const UNINSTALLED = '4-1916193';
const SCOPES = ['read', 'subscriptions.read', 'subscriptions.write'].map(
  (right) => `developer.webhooks_journal.${right}`,
);
/** Pages read at once; what is left comes with the next call. */
const PAGES = 50;
const ANSWER_MS = 8000;
/** Renewed at 80 % of its life. */
const EARLY = 0.2;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });
/** Where the entries of a page lie; the address needs no token. */
const pageSchema = z.object({
  url: encryptedAddressSchema,
  currentOffset: z.union([z.string(), z.number()]).transform(String),
});
const eventSchema = z.object({
  type: z.literal('app_lifecycle_event'),
  action: z.literal('APP_UNINSTALL'),
  portalId: z.number().int(),
  occurredAt: z.union([z.number(), z.iso.datetime({ offset: true })]).transform((at) => new Date(at)),
});
const entriesSchema = z.object({ journalEvents: z.array(z.unknown()) });

/**
 * HubSpot sends no webhook when an account removes the app. It writes that into a journal of the app, which holds three days and counts against no
 * account's limit.
 */
export function hubspotJournal(app: HubSpotApp, now: () => number) {
  let token: { text: string; until: number } | null = null;
  let subscribed = false;
  let offset: string | null = null;

  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) }).catch((cause: unknown) => {
      throw new CrmError('unreachable', 'HubSpot journal: no answer', { cause });
    });
    if (response.ok || response.status === 409) return response;
    throw new CrmError(response.status < 500 ? 'refused' : 'unreachable', `HubSpot journal: HTTP ${response.status}`);
  }
  async function fit<Body extends z.ZodType>(response: Response, schema: Body): Promise<z.output<Body>> {
    const parsed = schema.safeParse(await response.json().catch(() => null));
    if (parsed.success) return parsed.data;
    throw new CrmError('drift', `HubSpot journal: ${z.prettifyError(parsed.error)}`);
  }
  async function authorization(): Promise<string> {
    if (!token || token.until < now()) {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.clientSecret,
        scope: SCOPES.join(' '),
      });
      const answer = await ask(`${app.apiBase}/oauth/${VERSION}/token`, { method: 'POST', body });
      const { access_token: text, expires_in: seconds } = await fit(answer, tokenSchema);
      token = { text, until: now() + seconds * 1000 * (1 - EARLY) };
    }
    return `Bearer ${token.text}`;
  }
  async function subscribe(): Promise<void> {
    const body = JSON.stringify({ subscriptionType: 'APP_LIFECYCLE_EVENT', eventTypeId: UNINSTALLED, properties: [] });
    const headers = { authorization: await authorization(), 'content-type': 'application/json' };
    // 409: it is there already, since the app has it once for all.
    await ask(`${app.apiBase}/webhooks-journal/subscriptions/${VERSION}`, { method: 'POST', body, headers });
    subscribed = true;
  }
  /** Accounts that removed the app since the last call; at first those of the last three days. */
  return async (): Promise<Departure[]> => {
    if (!subscribed) await subscribe();
    const found: Departure[] = [];
    for (let page = 0; page < PAGES; page += 1) {
      const place = offset === null ? 'earliest' : `offset/${encodeURIComponent(offset)}/next`;
      const headers = { authorization: await authorization() };
      const answer = await ask(`${app.apiBase}/webhooks-journal/journal/${VERSION}/${place}`, { headers });
      if (answer.status === 204) break;
      const { url, currentOffset } = await fit(answer, pageSchema);
      const { journalEvents } = await fit(await ask(url), entriesSchema);
      for (const each of journalEvents) {
        const { data } = eventSchema.safeParse(each);
        if (data) found.push({ account: accountIdSchema.parse(`hubspot:${data.portalId}`), at: data.occurredAt });
      }
      offset = currentOffset;
    }
    return found;
  };
}
