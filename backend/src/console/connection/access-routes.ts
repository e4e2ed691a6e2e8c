import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Entered } from '../../accounts/connect.ts';
import { type ErpManifest, fieldsOf } from '../../erp/contract/manifest.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { type AccessInput, accessPage } from './access.ts';
import { pathOf } from './view.ts';
import type { ConnectionWorld } from './world.ts';

const nothing: Entered = { url: '', values: {}, test: false };
/** What is stored, as the form shows it. */
const enteredFrom = ({ url, credentials, settings, credentialsEnd }: Connection): Entered => ({
  url,
  values: {
    ...settings,
    ...credentials,
    ...(settings.maxCommitMs ? { commitSeconds: String(Math.ceil(Number(settings.maxCommitMs) / 1000)) } : {}),
  },
  test: isTestErp({ settings }),
  credentialsEnd: credentialsEnd ?? '',
});
/** The way that a secret goes: it was typed for this address, proxy and certificate, and is sent no other. */
const wayOf = ({ url, values }: Entered): string =>
  [URL.parse(url.trim())?.origin ?? '', values.proxy?.trim() ?? '', values.ca?.trim() ?? ''].join('\n');

/** The form of address and credentials: of a new connection, and of one that is there. */
export function accessRoutes({ connections, words, theOne, show, problem, who, note }: ConnectionWorld) {
  const app = new Hono<DeskEnv>();
  const secretsOf = (manifest: ErpManifest) =>
    fieldsOf(manifest.auth).flatMap(({ name, secret }) => (secret ? [name] : []));

  async function take(context: Context<DeskEnv>, manifest: ErpManifest, before: Connection | null) {
    const { account } = context.get('session');
    const { url = '', test, version = '', typed: sealed = '', credentialsEnd = '', ...sent } = await formOf(context);
    const of = before?.id ?? `new ${manifest.id}`;
    const typed: Entered = { url, values: sent, test: test === 'yes', credentialsEnd };
    const kept = connections.openTyped(account, of, sealed);
    const filled = Object.fromEntries(Object.entries(sent).filter(([, value]) => value.trim() !== ''));
    const entered: Entered = {
      ...typed,
      values: kept.way === wayOf(typed) ? { ...sent, ...JSON.parse(kept.secrets ?? '{}'), ...filled } : sent,
      // The date of the old credentials says nothing about new ones.
      credentialsEnd: isEndOfOld(before, credentialsEnd, filled, manifest) ? undefined : credentialsEnd,
    } as Entered;
    const again = (more: Partial<AccessInput>, status: ContentfulStatusCode, now = before) => {
      const secrets = Object.fromEntries(
        secretsOf(manifest).flatMap((name) => (entered.values[name]?.trim() ? [[name, entered.values[name]]] : [])),
      );
      const names = new Set(Object.keys(secrets));
      const values = { way: wayOf(typed), secrets: JSON.stringify(secrets) };
      const carried = names.size > 0 ? { names, sealed: connections.sealTyped(account, of, values) } : null;
      const page: AccessInput = { manifest, before: now, entered: typed, typed: carried, ...more };
      return show(context, accessPage(words(context), page), status);
    };
    const id = before?.id ?? (await connections.newId(account));
    try {
      const seen = { ...who(context, version), version: before ? version : null };
      const result = await connections.connect(account, manifest.id, entered, id, seen);
      if ('wrong' in result) return again({ wrong: result.wrong }, 422);
      if ('stale' in result) {
        const now = await connections.current(account, id);
        return again({ conflict: { conflict: now?.changed ?? null } }, 409, now);
      }
    } catch (error) {
      const told = problem(context, error);
      return again({ problem: told }, told.status as ContentfulStatusCode);
    }
    await note(context, { id }, before ? 'address or credentials changed' : `connected ${manifest.id}`);
    return context.redirect(pathOf({ id }, '?done=connected'), 303);
  }
  const isEndOfOld = (
    before: Connection | null,
    date: string,
    filled: Readonly<Record<string, string>>,
    manifest: ErpManifest,
  ): boolean =>
    date === (before?.credentialsEnd ?? '') && (!before || secretsOf(manifest).some((name) => filled[name]));

  app.get('/new/:erp', (context) => {
    const manifest = connections.manifestOf(context.req.param('erp'));
    const start = manifest.starts?.find(({ id }) => id === context.req.query('from'));
    const entered = start ? { ...nothing, values: start.values() } : nothing;
    return show(context, accessPage(words(context), { manifest, before: null, entered, typed: null }));
  });
  app.post('/new/:erp', (context) => take(context, connections.manifestOf(context.req.param('erp')), null));
  /** The long text of a connection as a file, to keep or to use elsewhere. */
  app.get('/:id/description', async (context) => {
    const { erp, id, settings } = await theOne(context);
    const named = fieldsOf(connections.manifestOf(erp).settings).find(({ explained }) => explained)?.name ?? '';
    const text = settings[named];
    if (text === undefined) throw new ProblemError('not_found');
    context.header('content-disposition', `attachment; filename="backroom-${id.replace(/[^\w-]/g, '')}.yaml"`);
    return context.text(text, 200, { 'content-type': 'text/plain; charset=utf-8' });
  });
  app.get('/:id/access', async (context) => {
    const before = await theOne(context);
    const page = { manifest: connections.manifestOf(before.erp), before, entered: enteredFrom(before), typed: null };
    return show(context, accessPage(words(context), page));
  });
  app.post('/:id/access', async (context) => {
    const before = await theOne(context);
    return take(context, connections.manifestOf(before.erp), before);
  });
  return app;
}
