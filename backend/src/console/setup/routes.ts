import { type Flow, flowSchema, type Problem } from '@backroom/shared';
import { consoleTranslator } from '@backroom/shared/messages/console';
import { setupTranslator } from '@backroom/shared/messages/setup';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Connections, Entered } from '../../accounts/connect.ts';
import type { ErpAdapter } from '../../erp/contract/index.ts';
import { fieldsOf } from '../../erp/contract/manifest.ts';
import type { Preflight } from '../../preflight/index.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Scans } from '../../scans/index.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import { isTestErp, MAIN } from '../../store/connections.ts';
import { type DoneStep, type Draft, matchingKeys, noDraft, type Setup } from '../../store/setups.ts';
import { hasField } from '../connection/field-choices.ts';
import type { CrmFieldList } from '../connection/world.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { duplicatesPage } from './duplicates.ts';
import { accessPage, erpPage, fieldsPage, flowsPage, livePage, overviewPage, pilotPage, testPage } from './pages.ts';
import { preflightPage } from './report.ts';
import { type SetupView, type State, stepPath } from './state.ts';

type Parts = Surface & {
  connections: Connections;
  preflight: Preflight;
  scans: Pick<Scans, 'start' | 'active' | 'shown' | 'counts'>;
  accounts: AccountStore;
  erpFor: (account: State['account']['id']) => Promise<ErpAdapter>;
  audit: Pick<AuditStore, 'note'>;
  crmFieldList: CrmFieldList;
  now: () => number;
};
const ownFields: Readonly<Record<string, SetupView['ownFields']>> = {
  hubspot: { erpNumber: 'backroom_erp_customer_number', vatId: 'backroom_vat_id' },
  salesforce: { erpNumber: 'Backroom_Customer_Number__c', vatId: 'Backroom_VAT_Id__c' },
};
const fieldName = z.string().regex(/^\w{1,100}$/);
const email = z.email().max(200);
const keySchema = z.enum(matchingKeys).catch('erp_number');

/** The set-up wizard, for admins: `/desk/setup` and a page for each step below it. Each works without script and can be left at any time. */
export function setupRoutes({
  connections,
  crmFieldList,
  preflight,
  scans,
  accounts,
  erpFor,
  audit,
  now,
  ...surface
}: Parts) {
  const app = new Hono<DeskEnv>();
  const { show, problem } = surface;
  app.use(async (context, next) => {
    if (!context.get('session').roles.includes('admin')) throw new ProblemError('forbidden');
    await next();
  });

  async function stateOf(context: Context<DeskEnv>): Promise<State> {
    const id = context.get('session').account;
    const [account, connection, kept] = await Promise.all([
      accounts.get(id),
      connections.current(id),
      accounts.draft(id),
    ]);
    if (!account) throw new ProblemError('account_unknown');
    return { account, connection, draft: kept?.draft ?? noDraft, revision: kept?.revision ?? 0 };
  }
  function words(context: Context<DeskEnv>, { account }: State): SetupView {
    const plain = surface.view(context);
    const { locale } = plain;
    return {
      ...plain,
      c: consoleTranslator(locale),
      s: setupTranslator(locale),
      ownFields: ownFields[account.crm] ?? { erpNumber: '–', vatId: '–' },
    };
  }
  async function finish({ account }: State, step: DoneStep, change: Partial<Setup> = {}): Promise<void> {
    const { setup } = account;
    await accounts.saveSetup(account.id, { ...setup, ...change, done: [...new Set([...setup.done, step])] });
  }
  const forward = (context: Context<DeskEnv>, to: Parameters<typeof stepPath>[0]) =>
    context.redirect(stepPath(to), 303);
  async function connected(context: Context<DeskEnv>) {
    const state = await stateOf(context);
    return { state, connection: state.connection };
  }

  app.get('/', async (context) => {
    const state = await stateOf(context);
    return show(context, overviewPage(words(context, state), state));
  });

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
      accessPage(words(context, state), { manifest, entered: shown.entered, kept, revision: state.revision }),
    );
  });
  app.post('/access', async (context) => {
    const before = await stateOf(context);
    const shown = shownOf(before);
    if (!shown) return forward(context, 'erp');
    const { account, actor } = context.get('session');
    const { url = '', test, revision = '0', ...sent } = await formOf(context);
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
      const page = { manifest, entered: typed, kept, revision: state.revision, ...more };
      return show(context, accessPage(words(context, state), page), status);
    };
    if (!(await accounts.keepDraft(account, draft, Number(revision) || 0, actor, new Date(now())))) {
      const kept = await accounts.draft(account);
      const at = surface.view(context).format.instant((kept?.at ?? new Date(now())).toISOString());
      return again({ other: { by: kept?.by ?? '–', at } }, 409);
    }
    try {
      const entered = { url, values: draft.values, test: draft.test };
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

  app.get('/test', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const shown = await preflight.run(state.account.id, ['connection', 'rights', 'maintenance', 'clock', 'write_back']);
    const company = context.req.query('done') === 'connected' ? connection.name : null;
    return show(context, testPage(words(context, state), company, shown));
  });

  /** Null: the ERP does not say just now, and nothing is called missing. */
  async function offeredBy({ account }: State): Promise<readonly Flow[] | null> {
    try {
      return (await (await erpFor(account.id)).describe({}, { signal: AbortSignal.timeout(5000) })).flows;
    } catch {
      return null;
    }
  }
  app.get('/flows', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    return show(context, flowsPage(words(context, state), state, await offeredBy(state)));
  });
  app.post('/flows', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const chosen = new URLSearchParams(await context.req.text()).getAll('flow');
    const on = flowSchema.options.filter((flow) => chosen.includes(flow));
    if (on.length === 0)
      return show(context, flowsPage(words(context, state), state, await offeredBy(state), true), 422);
    const flowsOff = flowSchema.options.filter((flow) => !on.includes(flow));
    await accounts.saveSettings(state.account.id, { ...state.account.settings, flowsOff });
    await finish(state, 'flows');
    const { account, actor } = context.get('session');
    await audit.note(account, actor, 'settings_changed', JSON.stringify({ flows: on }));
    return forward(context, 'fields');
  });

  app.get('/fields', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const known = await crmFieldList(state.account.id, 'company');
    return show(context, fieldsPage(words(context, state), state, undefined, [], known));
  });
  app.post('/fields', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const typed = await formOf(context);
    const given = (['erpNumber', 'vatId'] as const).flatMap((name) => {
      const value = typed[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    const known = given.length > 0 ? await crmFieldList(state.account.id, 'company') : null;
    const wrong = given.flatMap(([name, value]) =>
      fieldName.safeParse(value).success && hasField(known, value) ? [] : [name],
    );
    if (wrong.length > 0) return show(context, fieldsPage(words(context, state), state, typed, wrong, known), 422);
    await finish(state, 'fields', { key: keySchema.parse(typed.key), fields: Object.fromEntries(given) });
    const { account, actor } = context.get('session');
    await audit.note(
      account,
      actor,
      'settings_changed',
      JSON.stringify({ key: typed.key, ...Object.fromEntries(given) }),
    );
    return forward(context, 'duplicates');
  });

  app.get('/duplicates', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const { id } = state.account;
    const [active, shown] = await Promise.all([scans.active(id), scans.shown(id, connection.id)]);
    const counts = shown && (await scans.counts(id, shown.id));
    return show(context, duplicatesPage(words(context, state), active, shown, counts));
  });
  app.post('/duplicates', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const { account, actor } = context.get('session');
    if ((await formOf(context)).scan === 'yes') {
      await scans.start({ account, actor }, connection.id);
      return forward(context, 'duplicates');
    }
    await finish(state, 'duplicates');
    return forward(context, 'preflight');
  });

  app.get('/preflight', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const view = words(context, state);
    const outcomes = await preflight.run(state.account.id);
    const at = view.format.instant(new Date(now()).toISOString());
    return show(context, preflightPage(view, outcomes, { company: connection.name, at }));
  });
  app.post('/preflight', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    await finish(state, 'preflight');
    return forward(context, 'pilot');
  });

  app.get('/pilot', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const people = state.account.setup.pilots ?? [context.get('session').actor];
    return show(context, pilotPage(words(context, state), people.join('\n')));
  });
  app.post('/pilot', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const { people = '' } = await formOf(context);
    const pilots = [...new Set(people.split(/[\s,;]+/).flatMap((each) => each.toLowerCase() || []))];
    if (pilots.length === 0 || !pilots.every((each) => email.safeParse(each).success))
      return show(context, pilotPage(words(context, state), people, true), 422);
    await finish(state, 'pilot', { pilots });
    const { account, actor } = context.get('session');
    await audit.note(account, actor, 'settings_changed', `pilot ${pilots.length}`);
    return forward(context, 'live');
  });

  app.get('/live', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const isLive = state.account.setup.pilots === null;
    const outcomes = isLive ? [] : await preflight.run(state.account.id);
    return show(context, livePage(words(context, state), outcomes, isLive));
  });
  app.post('/live', async (context) => {
    const { state, connection } = await connected(context);
    if (!connection) return forward(context, 'access');
    const { anyway, back } = await formOf(context);
    const { account, actor } = context.get('session');
    if (back === 'yes') {
      await accounts.saveSetup(account, { ...state.account.setup, pilots: [actor.toLowerCase()] });
      await audit.note(account, actor, 'settings_changed', 'pilot again');
      return forward(context, 'pilot');
    }
    const outcomes = await preflight.run(account);
    if (anyway !== 'yes' && outcomes.some((each) => each.state === 'fail'))
      return show(context, livePage(words(context, state), outcomes, false, true), 422);
    await finish(state, 'live', { pilots: null });
    await audit.note(account, actor, 'settings_changed', 'live');
    return context.redirect('/desk/setup', 303);
  });
  return app;
}
