import { createHash } from 'node:crypto';
import type { Caller } from '../access/caller.ts';
import { type DeskPerson, deskTokens } from '../access/desk.ts';
import type { Rights } from '../access/rights.ts';
import type { DeskLink } from '../api/v1/route.ts';
import { type ConsoleOptions, createConsole } from './app.ts';

type Parts = Omit<ConsoleOptions, 'tokens' | 'isAdmin' | 'forgetRights' | 'now'> & {
  rights: Rights;
  /** The installation's first encryption key; the console's own is derived from it. */
  secret: string;
};
const isPerson = (role: string): role is DeskPerson['roles'][number] => role !== 'system';

const pages = { connection: '/desk/connections', mapping: '/desk/mapping' } as const;

/** The console, and the links that lead into it. */
export function openConsole({ rights, secret, ...parts }: Parts) {
  const tokens = deskTokens(createHash('sha256').update(`desk|${secret}`).digest());
  const desk = createConsole({
    ...parts,
    tokens,
    forgetRights: rights.forget,
    // Opened by an admin. A CRM that is away does not lock the console; it is asked again in five minutes.
    isAdmin: (session) => rights.isAdmin(session).catch(() => true),
    now: Date.now,
  });
  const deskLink: DeskLink = async (caller: Caller, viewer, { submission, page }) => {
    const { account, userId, userEmail: actor, roles } = caller;
    const person = { account, userId, actor, roles: roles.filter(isPerson), ...viewer };
    // An account without an ERP begins with the wizard.
    const isNew = page !== null && !(await parts.accounts.connection(account));
    const path = isNew
      ? '/desk/setup'
      : page
        ? pages[page]
        : submission
          ? `/desk/orders/${submission}`
          : '/desk/orders';
    const { token, expiresAt } = await tokens.signLink(person, path, Date.now());
    return { url: `${parts.origin}/desk/enter/${token}`, expiresAt };
  };
  return { desk, deskLink };
}
