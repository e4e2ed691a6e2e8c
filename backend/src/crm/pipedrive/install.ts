import { createHash, randomBytes } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import type { StoredTokens } from '../contract/tokens.ts';
import { storedTokensSchema } from '../contract/tokens.ts';
import { sameText } from '../kit/same-text.ts';
import type { Installer, pipedriveGrants } from './grants.ts';
import { administers, type Me } from './schemas.ts';
import type { PipedriveApp, PipedriveTokens } from './tokens.ts';

const pendingSchema = z.object({
  company: z.string(),
  domain: z.string(),
  installer: z.object({
    userId: z.string(),
    email: z.string().nullable(),
    name: z.string().nullable(),
    language: z.string().nullable(),
    admin: z.boolean(),
  }),
  tokens: storedTokensSchema,
});
type Pending = z.infer<typeof pendingSchema>;
export type Asked = { company: string; who: string };

const installerOf = (me: Me): Installer => ({
  userId: me.id,
  email: me.email ?? null,
  name: me.name ?? null,
  language: me.language ? [me.language.language_code, me.language.country_code].filter(Boolean).join('-') : null,
  admin: administers(me.access) || me.is_admin === true || me.is_admin === '1',
});

/**
 * The way of an installation. One that began here comes back with our state, bound to this browser by a cookie. One from the Marketplace comes without: who
 * sits there is asked before anything is kept, because another site can open that address in anybody's browser, with a code of its own.
 */
export function pipedriveInstall(
  app: PipedriveApp,
  tokens: PipedriveTokens,
  grants: ReturnType<typeof pipedriveGrants>,
  ports: Pick<CrmPorts, 'publicOrigin' | 'pending' | 'installed' | 'appoint' | 'prepare' | 'logger'>,
) {
  const redirectUri = `${ports.publicOrigin}/pipedrive/oauth/callback`;
  const stateOf = (cookie: string) => createHash('sha256').update(cookie).digest('base64url');
  async function granted(code: string): Promise<Pending> {
    if (code === '') throw new ProblemError('forbidden');
    const { me, tokens: given } = await tokens.exchange(code, redirectUri);
    return pendingSchema.parse({
      ...{ company: me.company_id, domain: me.company_domain, installer: installerOf(me) },
      tokens: given satisfies StoredTokens,
    });
  }
  async function save({ company, installer, tokens: given }: Pending): Promise<AccountId> {
    const account = accountIdSchema.parse(`pipedrive:${company}`);
    await ports.installed(account, installer.email ?? installer.name ?? `user ${installer.userId}`);
    await grants.put(account, installer);
    await tokens.keep(account, given, installer.admin);
    if (installer.admin) await ports.appoint(account, installer.userId);
    // Pipedrive waits for the browser; the settings page says which fields are missing.
    void ports.prepare(account).catch((error: unknown) => ports.logger.warn({ account, err: error }, 'prepare'));
    return account;
  }
  const told = ({ domain, installer }: Pending): Asked => ({
    company: domain,
    who: installer.name ?? installer.email ?? installer.userId,
  });
  return {
    start() {
      const cookie = randomBytes(24).toString('base64url');
      const query = new URLSearchParams({ client_id: app.clientId, redirect_uri: redirectUri, state: stateOf(cookie) });
      return { url: `${app.oauthBase}/oauth/authorize?${query}`, cookie };
    },
    async finish(code: string, state: string, cookie: string): Promise<AccountId> {
      if (cookie === '' || !sameText(stateOf(cookie), state)) throw new ProblemError('forbidden');
      return save(await granted(code));
    },
    /** From the Marketplace: what the person is asked, and the ticket that confirms it. A code lives five minutes, so that it is used at once. */
    async ask(code: string): Promise<{ asked: Asked; ticket: string }> {
      const pending = await granted(code);
      return { asked: told(pending), ticket: await ports.pending.keep(JSON.stringify(pending)) };
    },
    async confirm(ticket: string): Promise<AccountId> {
      const kept = ticket === '' ? null : await ports.pending.take(ticket);
      if (kept === null) throw new ProblemError('forbidden');
      return save(pendingSchema.parse(JSON.parse(kept)));
    },
  };
}
