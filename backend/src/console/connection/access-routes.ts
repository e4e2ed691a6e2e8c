import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Entered } from '../../accounts/connect.ts';
import { type ErpManifest, fieldsOf } from '../../erp/contract/manifest.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { type AccessInput, accessPage } from './access.ts';
import { expiredPage, grantPage } from './form.ts';
import { pageOf, pathOf } from './view.ts';
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

/** What an admin sent. `before` null: a new connection; `typed`: as it stands in the form; `entered`: with the secrets that were typed before. */
type Attempt = { manifest: ErpManifest; before: Connection | null; version: string; typed: Entered; entered: Entered };
/** An attempt while its admin is at the ERP's own page. */
const awaySchema = z.object({ before: z.string(), version: z.string(), attempt: z.string() });

/** The form of address and credentials: of a new connection, and of one that is there. */
export function accessRoutes({
  connections,
  grants,
  accounts,
  words,
  theOne,
  show,
  problem,
  who,
  note,
}: ConnectionWorld) {
  const app = new Hono<DeskEnv>();
  const callback = grants.address;
  const secretsOf = (manifest: ErpManifest) =>
    fieldsOf(manifest.auth).flatMap(({ name, secret }) => (secret ? [name] : []));
  const sealedFor = ({ before, manifest }: Pick<Attempt, 'before' | 'manifest'>) => before?.id ?? `new ${manifest.id}`;

  /** The form once more. Secrets that were typed go along sealed. */
  function again(
    context: Context<DeskEnv>,
    attempt: Attempt,
    more: Partial<AccessInput>,
    status: ContentfulStatusCode,
    now = attempt.before,
  ) {
    const { manifest, typed, entered } = attempt;
    const { account } = context.get('session');
    const secrets = Object.fromEntries(
      secretsOf(manifest).flatMap((name) => (entered.values[name]?.trim() ? [[name, entered.values[name]]] : [])),
    );
    const names = new Set(Object.keys(secrets));
    const values = { way: wayOf(typed), secrets: JSON.stringify(secrets) };
    const carried =
      names.size > 0 ? { names, sealed: connections.sealTyped(account, sealedFor(attempt), values) } : null;
    const page: AccessInput = { manifest, before: now, entered: typed, callback, typed: carried, ...more };
    return show(context, accessPage(words(context), page), status);
  }
  async function connect(context: Context<DeskEnv>, attempt: Attempt) {
    const { manifest, before, entered, version } = attempt;
    const { account } = context.get('session');
    const id = before?.id ?? (await connections.newId(account));
    try {
      const seen = { ...who(context, version), version: before ? version : null };
      const result = await connections.connect(account, manifest.id, entered, id, seen);
      if ('wrong' in result) return again(context, attempt, { wrong: result.wrong }, 422);
      if ('stale' in result) {
        const now = await connections.current(account, id);
        return again(context, attempt, { conflict: { conflict: now?.changed ?? null } }, 409, now);
      }
    } catch (error) {
      const told = problem(context, error);
      return again(context, attempt, { problem: told }, told.status as ContentfulStatusCode);
    }
    await note(context, { id }, before ? 'address or credentials changed' : `connected ${manifest.id}`);
    return context.redirect(pathOf({ id }, '?done=connected'), 303);
  }
  /** Sends the admin to the ERP's own page. The token comes with its answer; until then anything stands for it. */
  async function askGrant(context: Context<DeskEnv>, attempt: Attempt, field: string) {
    const { manifest, before, version, typed, entered } = attempt;
    const values = { ...entered.values, [field]: '-' };
    const read = await connections.read(manifest, { ...entered, values }, before);
    if ('wrong' in read) return again(context, attempt, { wrong: read.wrong }, 422);
    const away = { before: before?.id ?? '', version, attempt: JSON.stringify({ typed, entered }) };
    const url = await grants.ask(context.get('session'), manifest, read.options, away);
    const view = words(context);
    return show(context, pageOf(view, grantPage(view, manifest.name, url)));
  }
  async function take(context: Context<DeskEnv>, manifest: ErpManifest, before: Connection | null) {
    const { account } = context.get('session');
    const form = await formOf(context);
    const { url = '', test, version = '', typed: sealed = '', grant, credentialsEnd = '', ...sent } = form;
    const typed: Entered = { url, values: sent, test: test === 'yes', credentialsEnd };
    const kept = connections.openTyped(account, sealedFor({ before, manifest }), sealed);
    const filled = Object.fromEntries(Object.entries(sent).filter(([, value]) => value.trim() !== ''));
    const entered: Entered = {
      ...typed,
      values: kept.way === wayOf(typed) ? { ...sent, ...JSON.parse(kept.secrets ?? '{}'), ...filled } : sent,
      // The date of the old credentials says nothing about new ones.
      credentialsEnd: isEndOfOld(before, credentialsEnd, filled, manifest) ? undefined : credentialsEnd,
    } as Entered;
    const attempt = { manifest, before, version, typed, entered };
    return grant === 'yes' && manifest.grant
      ? askGrant(context, attempt, manifest.grant.field)
      : connect(context, attempt);
  }
  const isEndOfOld = (
    before: Connection | null,
    date: string,
    filled: Readonly<Record<string, string>>,
    manifest: ErpManifest,
  ): boolean =>
    date === (before?.credentialsEnd ?? '') && (!before || secretsOf(manifest).some((name) => filled[name]));

  /** Where the ERP sends the admin back to: to the connection, or to the set-up wizard whose draft gets the token. */
  app.get('/granted', async (context) => {
    const session = context.get('session');
    const answer = new URL(context.req.url).searchParams;
    const asked = await grants.take(session, answer.get('state') ?? '');
    const expired = () => show(context, pageOf(words(context), expiredPage(words(context))), 410);
    if (!asked) return expired();
    const manifest = connections.manifestOf(asked.erp);
    const field = manifest.grant?.field ?? '';
    const { setup, revision } = asked.form;
    if (setup !== undefined) {
      const token = await grants.tokenFor(manifest, asked, answer);
      const { account, actor } = session;
      const kept = await accounts.draft(account);
      const draft = kept && { ...kept.draft, values: { ...kept.draft.values, [field]: token } };
      const { at } = who(context, '');
      if (!draft || !(await accounts.keepDraft(account, draft, Number(revision), actor, at))) return expired();
      return context.redirect(`${setup}?granted=yes`, 303);
    }
    const away = awaySchema.parse(asked.form);
    const before = away.before === '' ? null : await connections.current(session.account, away.before);
    const { typed, entered } = JSON.parse(away.attempt) as Pick<Attempt, 'typed' | 'entered'>;
    const attempt: Attempt = { manifest, before, version: away.version, typed, entered };
    try {
      const token = await grants.tokenFor(manifest, asked, answer);
      attempt.entered = { ...entered, values: { ...entered.values, [field]: token } };
    } catch (error) {
      const told = problem(context, error);
      return again(context, attempt, { problem: told }, told.status as ContentfulStatusCode);
    }
    return connect(context, attempt);
  });
  app.get('/new/:erp', (context) => {
    const manifest = connections.manifestOf(context.req.param('erp'));
    const start = manifest.starts?.find(({ id }) => id === context.req.query('from'));
    const entered = start ? { ...nothing, values: start.values() } : nothing;
    return show(context, accessPage(words(context), { manifest, before: null, entered, callback, typed: null }));
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
    const manifest = connections.manifestOf(before.erp);
    const page = { manifest, before, entered: enteredFrom(before), callback, typed: null };
    return show(context, accessPage(words(context), page));
  });
  app.post('/:id/access', async (context) => {
    const before = await theOne(context);
    return take(context, connections.manifestOf(before.erp), before);
  });
  return app;
}
