import { connectionsTranslator } from '@backroom/shared/messages/connections';
import { consoleTranslator } from '@backroom/shared/messages/console';
import { policiesTranslator } from '@backroom/shared/messages/policies';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Connections } from '../../accounts/connect.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AuditStore } from '../../store/audit.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { readPolicies, shownPolicies } from './form.ts';
import { PATH, type PoliciesInput, policiesPage } from './pages.ts';

type Parts = Surface & { connections: Connections; audit: Pick<AuditStore, 'note'>; now: () => number };

/** `/desk/policies`, for admins: the level of each check and the limits, for each connection. */
export function policyRoutes({ connections, audit, now, view, show }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  async function page(
    context: Context<DeskEnv>,
    wanted: string | undefined,
    more: Partial<PoliciesInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const all = await connections.all(context.get('session').account);
    const connection = all.find(({ id }) => id === wanted) ?? all.find(({ isDefault }) => isDefault);
    if (!connection) return context.redirect('/desk/connections', 303);
    const plain = view(context);
    const { locale } = plain;
    const words = {
      ...plain,
      c: consoleTranslator(locale),
      n: connectionsTranslator(locale),
      p: policiesTranslator(locale),
    };
    const typed = shownPolicies(connection.options.policies, locale);
    const done = context.req.query('done') === 'saved';
    return show(context, policiesPage(words, { connections: all, connection, typed, done, ...more }), status);
  }
  app.get('/', (context) => page(context, context.req.query('connection')));
  app.post('/:id', async (context) => {
    const { account, actor } = context.get('session');
    const connection = await connections.current(account, context.req.param('id'));
    if (!connection) throw new ProblemError('not_found');
    const typed = await formOf(context);
    const read = readPolicies(typed, view(context).locale);
    if ('wrong' in read) return page(context, connection.id, { typed, wrong: read.wrong }, 422);
    const options = { ...connection.options, policies: read.policies };
    const who = { version: typed.version ?? '', by: actor, at: new Date(now()) };
    if ((await connections.change(account, connection.id, { options }, who)) === 'stale') {
      const changed = (await connections.current(account, connection.id))?.changed ?? null;
      return page(context, connection.id, { typed, refused: { conflict: changed } }, 409);
    }
    const { approval: _, ...rest } = read.policies;
    await audit.note(
      account,
      actor,
      'settings_changed',
      `connection ${connection.id}: policies ${JSON.stringify(rest)}`,
    );
    return context.redirect(`${PATH}?connection=${connection.id}&done=saved`, 303);
  });
  return app;
}
