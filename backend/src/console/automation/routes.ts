import type { AccountId, RecordRef } from '@backroom/shared';
import { automationTranslator } from '@backroom/shared/messages/automation';
import { languageOf } from '@backroom/shared/messages/locale';
import { mappingTranslator } from '@backroom/shared/messages/mapping';
import { timelineTranslator } from '@backroom/shared/messages/timeline';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Automation } from '../../automation/index.ts';
import type { CrmPipeline } from '../../crm/contract/index.ts';
import { ProblemError } from '../../problems/error.ts';
import { type AccountStore, type AutomationSettings, flowIsOn } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import { timelineKinds } from '../../store/timeline-kinds.ts';
import type { Timeline } from '../../timeline/index.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import {
  type AutomationInput,
  type AutomationView,
  automationPage,
  PATH,
  settingStamp,
  timelineStamp,
} from './pages.ts';

export type AutomationParts = {
  automation: Pick<Automation, 'forPeople' | 'underWay' | 'ended' | 'again' | 'dismiss' | 'draw'> & {
    timeline: Pick<Timeline, 'refused' | 'removeAll'>;
  };
  /** Null where the account's CRM has none, or does not answer. */
  pipelinesOf: (account: AccountId) => Promise<readonly CrmPipeline[] | null>;
};
type Parts = Surface &
  AutomationParts & {
    accounts: Pick<AccountStore, 'get' | 'saveSettings' | 'connections'>;
    crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
    audit: Pick<AuditStore, 'note'>;
    now: () => number;
  };
/** What an admin sent and what was not stored. */
type Tried = { value: AutomationSettings; refused: 'none' | 'conflict' };
/** Another admin changed the setting since the form was drawn. A form of an earlier release does not say what it was drawn from. */
const isStale = (form: URLSearchParams, stamp: string): boolean => (form.get('before') ?? stamp) !== stamp;
const SHOWN = 100;
const FEW = 20;
const MOST_PIPELINES = 200;
const doneSchema = z.enum(['saved', 'removed']);
const actSchema = z.enum(['again', 'dismiss']);
const onSchema = z.enum(['off', 'all', 'some']);

/** `/desk/automation`: what was converted without a button, and for admins what is. */
export function automationRoutes(parts: Parts) {
  const { automation, accounts, audit, crmPages, now, view, show } = parts;
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): AutomationView => {
    const plain = view(context);
    return {
      ...plain,
      u: automationTranslator(plain.locale),
      l: timelineTranslator(plain.locale),
      m: mappingTranslator(plain.locale),
    };
  };
  async function settingOf(account: AccountId, tried: Tried | null): Promise<AutomationInput['setting']> {
    const [known, connections, pipelines, untaken] = await Promise.all([
      accounts.get(account),
      accounts.connections(account),
      parts.pipelinesOf(account),
      automation.timeline.refused(account),
    ]);
    if (!known) throw new ProblemError('account_unknown');
    const open = connections.filter(
      ({ options }) => !options.flowsOff.includes('orders') && !options.readOnly.includes('orders'),
    );
    return {
      value: tried?.value ?? known.settings.automation,
      stored: known.settings.automation,
      untaken,
      pipelines,
      ordersOff: !flowIsOn(known, 'orders') || (connections.length > 0 && open.length === 0),
      pilots: known.setup.pilots !== null || (open.length > 0 && open.every(({ options }) => options.pilots !== null)),
      refused: tried?.refused ?? null,
    };
  }
  async function page(context: Context<DeskEnv>, tried: Tried | null = null) {
    const { account, roles } = context.get('session');
    const [waiting, underWay, ended, crmPage, setting] = await Promise.all([
      automation.forPeople(account, SHOWN),
      automation.underWay(account, FEW),
      automation.ended(account, FEW),
      crmPages(account),
      roles.includes('admin') ? settingOf(account, tried) : null,
    ]);
    const done = doneSchema.safeParse(context.req.query('done')).data ?? null;
    const input = { waiting, underWay, ended, crmPage: (id: string) => crmPage({ type: 'deal', id }), setting, done };
    return show(context, automationPage(words(context), input), tried ? (tried.refused === 'none' ? 422 : 409) : 200);
  }
  app.get('/', (context) => page(context));
  app.post('/', adminsOnly, async (context) => {
    const { account, actor } = context.get('session');
    const form = new URLSearchParams(await context.req.text());
    const on = onSchema.safeParse(form.get('on')).data;
    if (!on) throw new ProblemError('invalid_input', { field: 'on' });
    const pipelines = [...new Set(form.getAll('pipeline'))].filter((id) => id.length <= 100).slice(0, MOST_PIPELINES);
    const known = await accounts.get(account);
    if (!known) throw new ProblemError('account_unknown');
    const stored = known.settings.automation;
    const value = { ...stored, all: on === 'all', pipelines: on === 'some' ? pipelines : [] };
    if (on === 'some' && pipelines.length === 0) return page(context, { value, refused: 'none' });
    if (isStale(form, settingStamp(stored))) return page(context, { value, refused: 'conflict' });
    await accounts.saveSettings(account, { ...known.settings, automation: value });
    await audit.note(account, actor, 'settings_changed', `automation ${JSON.stringify(value)}`);
    return context.redirect(`${PATH}?done=saved`, 303);
  });
  app.post('/timeline', adminsOnly, async (context) => {
    const { account, actor } = context.get('session');
    const form = new URLSearchParams(await context.req.text());
    const known = await accounts.get(account);
    if (!known) throw new ProblemError('account_unknown');
    const timeline = {
      kinds: timelineKinds.filter((kind) => form.getAll('kind').includes(kind)),
      language: languageOf(form.get('language') ?? ''),
    };
    const value = { ...known.settings.automation, timeline };
    if (isStale(form, timelineStamp(known.settings.automation))) return page(context, { value, refused: 'conflict' });
    await accounts.saveSettings(account, { ...known.settings, automation: value });
    await audit.note(account, actor, 'settings_changed', `timeline ${JSON.stringify(timeline)}`);
    return context.redirect(`${PATH}?done=saved`, 303);
  });
  app.post('/timeline/remove', adminsOnly, async (context) => {
    const { account, actor } = context.get('session');
    const count = await automation.timeline.removeAll(account);
    await audit.note(account, actor, 'settings_changed', `timeline entries removed: ${count}`);
    return context.redirect(`${PATH}?done=removed`, 303);
  });
  app.post('/:id', async (context) => {
    const { account } = context.get('session');
    const id = z.uuid().safeParse(context.req.param('id')).data;
    const act = actSchema.safeParse(new URLSearchParams(await context.req.text()).get('act')).data;
    if (!id || !act) throw new ProblemError('not_found');
    if (act === 'again') await automation.again(account, { id });
    else await automation.dismiss(account, id, new Date(now()));
    return context.redirect(PATH, 303);
  });
  return app;
}
