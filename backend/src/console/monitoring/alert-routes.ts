import { type Context, Hono } from 'hono';
import { mayReach } from '../../erp/transport/outgoing.ts';
import type { Alerts } from '../../monitoring/alerts/index.ts';
import {
  type AlertSettings,
  CRM,
  MOST_RECIPIENTS,
  recipientSchema,
  WEBHOOK,
} from '../../monitoring/alerts/settings.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { readRules } from './alert-form.ts';
import { type AlertsInput, alertsPage, alertView, targetName } from './alerts.ts';
import { monitoringView } from './view.ts';

type Parts = Surface & {
  accounts: Pick<AccountStore, 'connections'>;
  audit: Pick<AuditStore, 'note'>;
  monitoring: { alerts: Alerts };
};
/** Messages that the page lists. */
const SHOWN = 50;

/** `/desk/alerts`: open alerts, recipients, webhook and rules. Everything that changes something is a form. */
export function alertRoutes({ accounts, audit, monitoring: { alerts }, ...surface }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  const words = (context: Context<DeskEnv>) => alertView(monitoringView(surface.view(context)));
  async function page(context: Context<DeskEnv>, more: Partial<AlertsInput> = {}, status: 200 | 409 | 422 = 200) {
    const { account } = context.get('session');
    const [read, list, undelivered, connections] = await Promise.all([
      alerts.settings.read(account),
      alerts.list(account),
      alerts.messages.undelivered(account, SHOWN),
      accounts.connections(account),
    ]);
    const input = { ...read, hasMail: alerts.hasMail, alerts: list, undelivered, connections, ...more };
    return surface.show(context, alertsPage(words(context), input), status);
  }
  /** Changes the settings and notes what was changed. */
  async function change(context: Context<DeskEnv>, to: (before: AlertSettings) => AlertSettings): Promise<void> {
    const { account, actor } = context.get('session');
    const { before, after } = await alerts.settings.change(account, to);
    const names = (['rules', 'quiet', 'recipients', 'webhook', 'crm'] as const).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    const of = (settings: AlertSettings) => Object.fromEntries(names.map((name) => [name, settings[name]]));
    await audit.note(account, actor, 'alerts_changed', null, { before: of(before), after: of(after) });
  }
  const done = (context: Context<DeskEnv>) => context.redirect('/desk/alerts?done=saved', 303);

  app.get('/', (context) => {
    const notice =
      context.req.query('done') === 'saved'
        ? ({ text: words(context).a('saved'), tone: 'success' } as const)
        : undefined;
    return page(context, notice ? { notice } : {});
  });
  app.post('/', async (context) => {
    const { account } = context.get('session');
    const entered = await formOf(context);
    const { revision } = await alerts.settings.read(account);
    const { a } = words(context);
    // Another admin's changes are shown before they are overwritten; what was typed stays in the form.
    if (entered.revision !== String(revision))
      return page(context, { entered, notice: { text: a('other'), tone: 'danger' } }, 409);
    const read = readRules(entered);
    if ('wrong' in read)
      return page(context, { entered, wrong: read.wrong, notice: { text: a('bad_rules'), tone: 'danger' } }, 422);
    await change(context, (before) => ({ ...before, ...read.change }));
    return done(context);
  });
  app.post('/add', async (context) => {
    const { account } = context.get('session');
    const entered = await formOf(context);
    const recipient = recipientSchema.safeParse({
      address: entered.address?.trim().toLowerCase(),
      locale: entered.locale,
    });
    const { settings } = await alerts.settings.read(account);
    const isNew = recipient.success && !settings.recipients.some(({ address }) => address === recipient.data.address);
    if (!isNew || settings.recipients.length >= MOST_RECIPIENTS) {
      const notice = { text: words(context).a('bad_address'), tone: 'danger' } as const;
      return page(context, { entered, wrong: ['address'], notice }, 422);
    }
    await change(context, (before) => ({
      ...before,
      recipients: [
        ...before.recipients.filter(({ address }) => address !== recipient.data.address),
        recipient.data,
      ].slice(0, MOST_RECIPIENTS),
    }));
    return done(context);
  });
  app.post('/remove', async (context) => {
    const { account } = context.get('session');
    const { target = '' } = await formOf(context);
    await change(context, (before) => {
      const { [target]: _, ...tested } = before.tested;
      return {
        ...before,
        tested,
        recipients: before.recipients.filter(({ address }) => address !== target),
        webhook: target === WEBHOOK ? null : before.webhook,
      };
    });
    await alerts.messages.drop(account, target);
    return done(context);
  });
  app.post('/webhook', async (context) => {
    const { account } = context.get('session');
    const entered = await formOf(context);
    const url = entered.url?.trim() ?? '';
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || !(await mayReach(url))) {
      const notice = { text: words(context).a('bad_url'), tone: 'danger' } as const;
      return page(context, { entered, wrong: ['url'], notice }, 422);
    }
    const { settings } = await alerts.settings.read(account);
    await change(context, (before) => {
      const { [WEBHOOK]: _, ...tested } = before.tested;
      return { ...before, webhook: url, tested };
    });
    if (settings.webhook !== null && (await alerts.settings.secret(account)) !== null) return done(context);
    return page(context, { secret: await alerts.renewSecret(account) });
  });
  app.post('/crm', async (context) => {
    const { account, userId } = context.get('session');
    const { to } = await formOf(context);
    const { locale } = words(context);
    // The admin who turns it on gets the tasks, where the CRM knows its users by the same ids.
    await change(context, ({ tested: { [CRM]: _, ...tested }, ...before }) => ({
      ...before,
      tested,
      crm: to === 'on' ? { owner: userId, locale } : null,
    }));
    if (to !== 'on') await alerts.messages.drop(account, CRM);
    return done(context);
  });
  app.post('/secret', async (context) => {
    const { account, actor } = context.get('session');
    const secret = await alerts.renewSecret(account);
    await audit.note(account, actor, 'alerts_changed', 'webhook secret');
    return page(context, { secret });
  });
  app.post('/test', async (context) => {
    const { account } = context.get('session');
    const { target = '' } = await formOf(context);
    const id = await alerts.sendTest(account, target);
    if (id === null) throw new ProblemError('not_found');
    const message = await alerts.messages.get(account, id);
    const view = words(context);
    const { a } = view;
    const shown = targetName(view, target);
    const notice = message?.sent_at
      ? ({ text: a('test_sent', { target: shown }), tone: 'success' } as const)
      : ({ text: a('test_failed', { target: shown, problem: message?.problem ?? '–' }), tone: 'danger' } as const);
    return page(context, { notice });
  });
  return app;
}
