import type { Problem } from '@backroom/shared';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Entered } from '../../accounts/connect.ts';
import { fieldsOf } from '../../erp/contract/manifest.ts';
import { isTestErp, MAIN } from '../../store/connections.ts';
import { type Draft, noDraft } from '../../store/setups.ts';
import { grantPage } from '../connection/form.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { accessPage, erpPage, pageOf } from './pages.ts';
import { type State, stepPath } from './state.ts';
import type { Parts, SetupWorld } from './world.ts';

/** The first two steps: which ERP, and its address and credentials. */
export function accessSteps({ connections, grants, accounts, audit, now, ...surface }: Parts, world: SetupWorld) {
  const app = new Hono<DeskEnv>();
  const { show, problem } = surface;
  const { stateOf, words, forward } = world;
  const callback = grants.address;

  app.get('/erp', async (context) => {
    const state = await stateOf(context);
    const chosen = state.draft.erp ?? state.connection?.erp ?? null;
    return show(context, erpPage(words(context, state), connections.manifests, chosen));
  });
  app.post('/erp', async (context) => {
    const state = await stateOf(context);
    const { erp = '' } = await formOf(context);
    if (!connections.manifests.some(({ id }) => id === erp))
      return show(context, erpPage(words(context, state), connections.manifests, null, true), 422);
    const { account, actor } = context.get('session');
    // Another ERP asks for other things; what was entered for this one stays.
    const draft: Draft = state.draft.erp === erp ? state.draft : { ...noDraft, erp };
    await accounts.keepDraft(account, draft, state.revision, actor, new Date(now()));
    return forward(context, 'access');
  });

  /** What the form shows: the draft, else what is connected. Secrets are named as kept, and stay on the server. */
  function shownOf({
    draft,
    connection,
  }: State): { erp: string; entered: Entered; secrets: Record<string, string> } | null {
    const erp = draft.erp ?? connection?.erp;
    if (!erp) return null;
    const fromDraft = draft.erp !== null && (draft.url !== '' || connection?.erp !== draft.erp);
    const source = fromDraft
      ? draft
      : {
          url: connection?.url ?? '',
          values: { ...connection?.settings, ...connection?.credentials },
          test: connection ? isTestErp(connection) : false,
        };
    const secret = new Set(
      fieldsOf(connections.manifestOf(erp).auth).flatMap(({ name, secret }) => (secret ? [name] : [])),
    );
    const split = Object.entries(source.values);
    return {
      erp,
      entered: {
        url: source.url,
        values: Object.fromEntries(split.filter(([name]) => !secret.has(name))),
        test: source.test,
      },
      secrets: Object.fromEntries(split.filter(([name, value]) => secret.has(name) && value !== '')),
    };
  }
  app.get('/access', async (context) => {
    const state = await stateOf(context);
    const shown = shownOf(state);
    if (!shown) return forward(context, 'erp');
    const manifest = connections.manifestOf(shown.erp);
    const kept = new Set(Object.keys(shown.secrets));
    return show(
      context,
      accessPage(words(context, state), {
        manifest,
        entered: shown.entered,
        kept,
        callback,
        isGranted: context.req.query('granted') === 'yes',
        revision: state.revision,
      }),
    );
  });
  app.post('/access', async (context) => {
    const before = await stateOf(context);
    const shown = shownOf(before);
    if (!shown) return forward(context, 'erp');
    const { account, actor } = context.get('session');
    const { url = '', test, revision = '0', grant, ...sent } = await formOf(context);
    const manifest = connections.manifestOf(shown.erp);
    // What the page ERP connection has besides (proxy, certificate, limits) stays as it is stored, for the same address.
    const asked = new Set([...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)].map(({ name }) => name));
    const values = Object.fromEntries(Object.entries(sent).filter(([name]) => asked.has(name)));
    const besides = Object.fromEntries(Object.entries(shown.entered.values).filter(([name]) => !asked.has(name)));
    // A kept secret goes to the address that it was entered for, and nowhere else.
    const same = URL.parse(shown.entered.url)?.origin === URL.parse(url.trim())?.origin;
    const secrets = same ? { ...besides, ...shown.secrets } : {};
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
    const draft: Draft = { erp: shown.erp, url, values: { ...values, ...secrets, ...filled }, test: test === 'yes' };
    const typed: Entered = { url, values, test: draft.test };
    const again = async (
      more: { wrong: string[] } | { problem: Problem } | { other: { by: string; at: string } },
      status: ContentfulStatusCode,
    ) => {
      const state = await stateOf(context);
      const now = shownOf(state);
      // The form keeps what this admin typed, even when another admin saved meanwhile.
      const kept = new Set(Object.keys('other' in more ? secrets : (now?.secrets ?? {})));
      const page = { manifest, entered: typed, kept, callback, revision: state.revision, ...more };
      return show(context, accessPage(words(context, state), page), status);
    };
    if (!(await accounts.keepDraft(account, draft, Number(revision) || 0, actor, new Date(now())))) {
      const kept = await accounts.draft(account);
      const at = surface.view(context).format.instant((kept?.at ?? new Date(now())).toISOString());
      return again({ other: { by: kept?.by ?? '–', at } }, 409);
    }
    const entered = { url, values: draft.values, test: draft.test };
    if (grant === 'yes' && manifest.grant) {
      const values = { ...draft.values, [manifest.grant.field]: '-' };
      const read = await connections.read(manifest, { ...entered, values }, before.connection);
      if ('wrong' in read) return again(read, 422);
      const state = await stateOf(context);
      const away = { setup: stepPath('access'), revision: String(state.revision) };
      const to = await grants.ask(context.get('session'), manifest, read.options, away);
      const view = words(context, state);
      return show(context, pageOf(view, grantPage(view, manifest.name, to)));
    }
    try {
      const result = await connections.connect(account, shown.erp, entered, before.connection?.id ?? MAIN);
      if ('wrong' in result) return again(result, 422);
    } catch (error) {
      const told = problem(context, error);
      return again({ problem: told }, told.status as ContentfulStatusCode);
    }
    await accounts.dropDraft(account);
    // A first connection starts with its admin as the only pilot user.
    if (!before.connection)
      await accounts.saveSetup(account, { ...before.account.setup, pilots: [actor.toLowerCase()] });
    await audit.note(account, actor, 'settings_changed', `connected ${shown.erp}`);
    return context.redirect(`${stepPath('test')}?done=connected`, 303);
  });
  return app;
}
