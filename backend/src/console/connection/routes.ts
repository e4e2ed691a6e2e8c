import type { Problem } from '@backroom/shared';
import { consoleTranslator } from '@backroom/shared/messages/console';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Connections, Entered, Tested } from '../../accounts/connect.ts';
import { testConnection } from '../../accounts/connect.ts';
import type { ErpManifest } from '../../erp/contract/manifest.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Connection, isTestErp, MAIN } from '../../store/connections.ts';
import type { DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { choosePage, disconnectPage, formPage, overviewPage } from './pages.ts';
import type { ConsoleView } from './view.ts';

type Parts = Surface & {
  connections: Connections;
};
const nothing: Entered = { url: '', values: {}, test: false };
/** What is stored, as the form shows it. */
const enteredFrom = ({ url, credentials, settings }: Connection): Entered => ({
  url,
  values: {
    ...settings,
    ...credentials,
    ...(settings.maxCommitMs ? { commitSeconds: String(Math.ceil(Number(settings.maxCommitMs) / 1000)) } : {}),
  },
  test: isTestErp({ settings }),
});

/** The ERP connection, for admins: `/desk/connection`, the form of each ERP below it, and the way out. Every page works without script. */
export function connectionRoutes({ connections, view, show, problem }: Parts) {
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): ConsoleView => {
    const plain = view(context);
    return { ...plain, c: consoleTranslator(plain.locale) };
  };
  app.use(async (context, next) => {
    if (!context.get('session').roles.includes('admin')) throw new ProblemError('forbidden');
    await next();
  });

  async function answerOf(
    context: Context<DeskEnv>,
    connection: Connection,
  ): Promise<{ tested: Tested } | { problem: Problem }> {
    try {
      return { tested: await testConnection(connections.manifestOf(connection.erp), connection) };
    } catch (error) {
      return { problem: problem(context, error) };
    }
  }
  app.get('/', async (context) => {
    const connection = await connections.current(context.get('session').account);
    const { manifests } = connections;
    const done = context.req.query('done');
    if (!connection) {
      const said = html`<p class="notice success" role="status">${words(context).c('connection.disconnected')}</p>`;
      return show(context, choosePage(words(context), manifests, done === 'disconnected' ? said : ''));
    }
    const tested = await answerOf(context, connection);
    return show(
      context,
      overviewPage(words(context), { connection, manifests, tested, done: done === 'connected' ? done : null }),
    );
  });

  app.get('/disconnect', async (context) => {
    const connection = await connections.current(context.get('session').account);
    return connection
      ? show(context, disconnectPage(words(context), connection))
      : context.redirect('/desk/connection', 303);
  });
  app.post('/disconnect', async (context) => {
    const { account } = context.get('session');
    const connection = await connections.current(account);
    try {
      await connections.disconnect(account, connection?.id ?? MAIN);
    } catch (error) {
      const told = problem(context, error);
      if (!connection) throw error;
      return show(context, disconnectPage(words(context), connection, told), told.status as ContentfulStatusCode);
    }
    return context.redirect('/desk/connection?done=disconnected', 303);
  });

  const manifestOf = (context: Context<DeskEnv>): ErpManifest => connections.manifestOf(context.req.param('erp') ?? '');
  app.get('/:erp', async (context) => {
    const manifest = manifestOf(context);
    const before = await connections.current(context.get('session').account);
    const entered = before?.erp === manifest.id ? enteredFrom(before) : nothing;
    return show(context, formPage(words(context), { manifest, before, entered }));
  });
  app.post('/:erp', async (context) => {
    const manifest = manifestOf(context);
    const { account } = context.get('session');
    const { url = '', test, ...values } = Object.fromEntries(new URLSearchParams(await context.req.text()));
    const entered: Entered = { url, values, test: test === 'yes' };
    const again = async (more: { wrong: string[] } | { problem: Problem }, status: ContentfulStatusCode) => {
      const before = await connections.current(account);
      return show(context, formPage(words(context), { manifest, before, entered, ...more }), status);
    };
    try {
      const id = (await connections.current(account))?.id ?? MAIN;
      const result = await connections.connect(account, manifest.id, entered, id);
      if ('wrong' in result) return again(result, 422);
    } catch (error) {
      const told = problem(context, error);
      return again({ problem: told }, told.status as ContentfulStatusCode);
    }
    return context.redirect('/desk/connection?done=connected', 303);
  });
  return app;
}
