import { randomBytes } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { ShapeError } from './errors.ts';
import type { PipedriveTokens } from './tokens.ts';

/** `deal_product` is newer than Pipedrive's own file, and not every account has it. */
const objects = ['deal', 'organization', 'person', 'deal_product'] as const;
const optional: ReadonlySet<string> = new Set(['deal_product']);
const listSchema = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        subscription_url: z.string(),
        event_object: z.string(),
        is_active: z.union([z.string(), z.boolean()]).nullish(),
        http_auth_user: z.string().nullish(),
      }),
    )
    .nullish(),
});
/** What a delivery brings along: a secret part of its address, a name and a password. */
export type Hook = { path: string; user: string; password: string };
export const hookOf = (text: string | undefined): Hook | null => {
  const [path, user, password] = (text ?? '').split('.');
  return path && user && password ? { path, user, password } : null;
};
const made = (): Hook => {
  const random = () => randomBytes(24).toString('base64url');
  return { path: random(), user: random(), password: random() };
};
function unlessGone(error: unknown): void {
  if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
}
const numberOf = (account: AccountId): string => account.slice(account.indexOf(':') + 1);

/** Sees to it that the account's webhooks are there: Pipedrive ends those that failed for three days, and all of them with the app's removal. */
export function hookMaker(
  client: PipedriveClient,
  tokens: Pick<PipedriveTokens, 'facts' | 'keepHook'>,
  publicOrigin: string,
) {
  return async (call: CrmCall): Promise<void> => {
    let hook = hookOf((await tokens.facts(call.account)).hook);
    if (!hook) {
      hook = made();
      await tokens.keepHook(call.account, `${hook.path}.${hook.user}.${hook.password}`);
    }
    const base = `${publicOrigin}/pipedrive/events/${numberOf(call.account)}/`;
    const url = `${base}${hook.path}`;
    const { data } = await client.request('GET', '/api/v1/webhooks', undefined, listSchema, call);
    const ours = (data ?? []).filter(({ subscription_url }) => subscription_url.startsWith(base));
    const isGood = (each: (typeof ours)[number]) =>
      each.subscription_url === url &&
      each.http_auth_user === hook?.user &&
      each.is_active !== '0' &&
      each.is_active !== false;
    const kept = new Set<string>();
    for (const each of ours) {
      const isFirst = isGood(each) && !kept.has(each.event_object);
      if (isFirst) kept.add(each.event_object);
      else
        await client.request('DELETE', `/api/v1/webhooks/${each.id}`, undefined, z.unknown(), call).catch(unlessGone);
    }
    for (const event_object of objects) {
      if (kept.has(event_object)) continue;
      const auth = { http_auth_user: hook.user, http_auth_password: hook.password };
      const body = {
        subscription_url: url,
        event_action: '*',
        event_object,
        name: `Backroom: ${event_object}`,
        version: '2.0',
        ...auth,
      };
      try {
        await client.request('POST', '/api/v1/webhooks', body, z.unknown(), call);
      } catch (error) {
        if (optional.has(event_object) && error instanceof ShapeError) continue;
        if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
        throw new CrmError('refused', error.message, {
          words: `Pipedrive did not take a webhook (${error.words ?? event_object}). Changes are seen when a page is opened.`,
        });
      }
    }
  };
}
