import { createHash } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import type { Context, Handler } from 'hono';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import type { PanelSessions } from '../../access/panel-sessions.ts';
import type { Rights } from '../../access/rights.ts';
import type { CrmEmbed } from '../../crm/contract/embed.ts';
import type { CrmCall } from '../../crm/contract/index.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { UsedTokenStore } from '../../store/used-tokens.ts';
import type { Limited } from '../limits.ts';

type Env = { Variables: Variables };
export const sessionInput = z.strictObject({
  proof: z.string().min(1).max(8000),
  place: z.record(z.string().max(64), z.string().max(2000)).refine((place) => Object.keys(place).length <= 20),
  /** The frame's own secret: 256 bits. */
  frame: z.string().regex(/^[\w-]{43}$/),
  /** As it stands in the page's head. */
  page: z.string().max(2000),
});
export type SessionParts = {
  sessions: PanelSessions;
  accounts: Pick<AccountStore, 'get'>;
  callOf: (account: AccountId) => CrmCall;
  rights: Pick<Rights, 'isAdmin'>;
  limited: Limited;
  used: Pick<UsedTokenStore, 'useOnce'>;
};

/** The same for each spelling of a token: base64url leaves bits over at its end that no signature covers. */
function nameOf(proof: string): string {
  const parts = proof.split('.');
  const bytes =
    parts.length === 3 ? parts.map((part) => Buffer.from(part, 'base64url').toString('base64url')) : [proof];
  return `proof:${createHash('sha256').update(bytes.join('.')).digest('base64url')}`;
}

/** Takes the vendor's token once, and gives a short session for this user, this record and this frame. */
export function sessionRoute(
  { sessions, accounts, callOf, rights, limited, used }: SessionParts,
  embedOf: (context: Context<Env>) => CrmEmbed,
): Handler<Env, '/:crm/session'> {
  return async (context) => {
    const embed = embedOf(context);
    const input = sessionInput.safeParse(await context.req.json().catch(() => null)).data;
    if (!input) throw new ProblemError('invalid_input');
    const page = await sessions.pageAccount(input.page);
    const person = await embed.exchange(input.proof, input.place);
    const { account, userId, userEmail, locale, record, until } = person;
    // A page that one account's CRM may frame shows nothing of another's.
    if (account !== page || !account.startsWith(`${context.req.param('crm')}:`))
      throw new ProblemError('signature_invalid');
    const installed = await accounts.get(account);
    if (!installed) throw new ProblemError('account_unknown');
    if (installed.state === 'disconnected') throw new ProblemError('account_disconnected');
    if (!(await used.useOnce(account, nameOf(input.proof), until))) throw new ProblemError('signature_replayed');
    const roles: Caller['roles'] = person.admin ? ['rep', 'admin'] : ['rep'];
    const caller: Caller = { account, userId, userEmail, roles, only: record };
    context.set('caller', caller);
    const path = record ? `/v1/records/${record.type}/${record.id}` : '';
    await limited({ get: () => caller, req: { path } }, async () => {});
    if (record && !person.recordSigned && !(await embed.mayRead(person, record, callOf(account))))
      throw new ProblemError('record_not_found');
    const isAdmin = await rights.isAdmin(caller).catch(() => false);
    const renews = person.renews ?? false;
    const session = await sessions.signSession(
      { account, userId, userEmail, admin: person.admin ?? false, record },
      input.frame,
      renews,
    );
    return context.json({ ok: true, data: { ...session, record, locale, isAdmin, renews } });
  };
}

/** Goes on with a session whose vendor signs another token only at a click. What may have ended since is asked again: the account, and the right to the record. */
export function renewalRoute(
  { sessions, accounts, callOf, limited }: SessionParts,
  embedOf: (context: Context<Env>) => CrmEmbed,
): Handler<Env, '/:crm/renewal'> {
  return async (context) => {
    const embed = embedOf(context);
    const { session, token, expiresAt } = await sessions.renew(context, async (person) => {
      const { account, userId, userEmail, record } = person;
      if (!account.startsWith(`${context.req.param('crm')}:`)) throw new ProblemError('signature_invalid');
      if ((await accounts.get(account))?.state !== 'connected') throw new ProblemError('account_disconnected');
      const caller: Caller = { account, userId, userEmail, roles: ['rep'], only: record };
      context.set('caller', caller);
      await limited({ get: () => caller, req: { path: '' } }, async () => {});
      const asked = { ...caller, locale: null, record, recordSigned: false, until: new Date() };
      return record === null || embed.mayRead(asked, record, callOf(account));
    });
    return context.json({ ok: true, data: { token, expiresAt, record: session.record } });
  };
}
