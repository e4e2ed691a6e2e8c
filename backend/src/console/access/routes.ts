import type { AccountId } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Crm } from '../../crm/contract/manifest.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { DeskSessionStore } from '../../store/desk-sessions.ts';
import type { PeopleStore } from '../../store/people.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { accessPage } from './pages.ts';

export type AccessParts = {
  sessions: DeskSessionStore;
  audit: AuditStore;
  people: PeopleStore;
  /** What may speak for an account, where its CRM has certificates. */
  certificatesOf: (account: AccountId) => Crm['certificates'] | null;
  /** Ends Backroom for the account and deletes what it keeps. */
  uninstall: (account: AccountId) => Promise<void>;
  /** Drops what this process knows of people's rights. */
  forgetRights: (account: AccountId) => void;
};
type Parts = AccessParts & Surface;
const LOG_ROWS = 100;

/** People, sessions, certificates, the audit log and the end of an account: `/desk/access`. Everything that changes something is a form. */
export function accessRoutes(parts: Parts) {
  const { sessions, audit, people, certificatesOf, view, show } = parts;
  const app = new Hono<DeskEnv>();
  const back = (context: Context<DeskEnv>) => context.redirect('/desk/access', 303);
  async function page(context: Context<DeskEnv>, wrongAccount = false) {
    const { account, jti: own } = context.get('session');
    const [known, open, certificates, log] = await Promise.all([
      people.list(account),
      sessions.list(account),
      certificatesOf(account)?.list(account) ?? null,
      audit.list(account, LOG_ROWS),
    ]);
    const input = { account, own, people: known, sessions: open, certificates, log, wrongAccount };
    return show(context, accessPage(view(context), input), wrongAccount ? 422 : 200);
  }
  app.get('/', (context) => page(context));
  for (const [path, admin, event] of [
    ['/appoint', true, 'admin_appointed'],
    ['/dismiss', false, 'admin_dismissed'],
  ] as const)
    app.post(path, async (context) => {
      const { account, actor } = context.get('session');
      const userId = (await formOf(context)).userId ?? '';
      if (!(await people.setAdmin(account, userId, admin, actor))) throw new ProblemError('not_found');
      if (!admin) await sessions.endOf(account, userId);
      parts.forgetRights(account);
      await audit.note(account, actor, event, userId);
      return back(context);
    });
  app.post('/end', async (context) => {
    const { account, actor } = context.get('session');
    const id = (await formOf(context)).id ?? '';
    if (!(await sessions.list(account)).some((each) => each.id === id)) throw new ProblemError('not_found');
    await sessions.end(account, id);
    await audit.note(account, actor, 'sessions_ended', id);
    return back(context);
  });
  app.post('/end-all', async (context) => {
    const { account, actor } = context.get('session');
    await sessions.endAll(account);
    await audit.note(account, actor, 'sessions_ended');
    return back(context);
  });
  app.post('/remove-certificate', async (context) => {
    const { account, actor } = context.get('session');
    const fingerprint = (await formOf(context)).fingerprint ?? '';
    if (!(await certificatesOf(account)?.remove(account, fingerprint))) throw new ProblemError('not_found');
    await audit.note(account, actor, 'certificate_removed', fingerprint);
    return back(context);
  });
  app.post('/uninstall', async (context) => {
    const { account } = context.get('session');
    if ((await formOf(context)).account?.trim() !== account) return page(context, true);
    const words = view(context);
    await parts.uninstall(account);
    const body = html`<h1 tabindex="-1">${words.d('access.uninstalled')}</h1><p>${words.d('access.uninstalled_text')}</p>`;
    return show(context, { title: words.d('access.uninstalled'), place: null, body });
  });
  return app;
}
