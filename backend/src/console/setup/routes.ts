import { type Flow, flowSchema } from '@backroom/shared';
import { Hono } from 'hono';
import { z } from 'zod';
import { matchingKeys } from '../../store/setups.ts';
import { hasField } from '../connection/field-choices.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { accessSteps } from './access-steps.ts';
import { duplicatesPage } from './duplicates.ts';
import { fieldsPage, flowsPage, livePage, overviewPage, pilotPage, testPage } from './pages.ts';
import { preflightPage } from './report.ts';
import type { State } from './state.ts';
import { type Parts, setupWorld } from './world.ts';

const fieldName = z.string().regex(/^\w{1,100}$/);
const email = z.email().max(200);
const keySchema = z.enum(matchingKeys).catch('erp_number');

/** The set-up wizard, for admins: `/desk/setup` and a page for each step below it. Each works without script and can be left at any time. */
export function setupRoutes(parts: Parts) {
  const { crmFieldList, crmInstalls, preflight, scans, accounts, erpFor, audit, now, show } = parts;
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  const world = setupWorld(parts);
  const { stateOf, words, finish, forward, connected } = world;

  app.get('/', async (context) => {
    const state = await stateOf(context);
    return show(context, overviewPage(words(context, state), state, crmInstalls));
  });
  app.route('/', accessSteps(parts, world));

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
    // The registration number is chosen on the page on field mapping.
    const { registrationNumber } = state.account.setup.fields;
    const fields = { ...(registrationNumber ? { registrationNumber } : {}), ...Object.fromEntries(given) };
    await finish(state, 'fields', { key: keySchema.parse(typed.key), fields });
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
