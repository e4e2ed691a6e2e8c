import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { CallLog } from '../../monitoring/call-log.ts';
import { type FlowFigures, type Period, periodBegin, periods } from '../../monitoring/stats-read.ts';
import { subjects } from '../../monitoring/subjects.ts';
import type { Preflight } from '../../preflight/index.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { callQuerySchema, callSearch, callsPage } from './calls.ts';
import { flowPage, flowsPage } from './flows.ts';
import { versionsPage } from './versions.ts';
import { monitoringView } from './view.ts';

export type MonitoringParts = { calls: Pick<CallLog, 'search' | 'drifts'>; figures: FlowFigures };
type Parts = Surface & {
  accounts: Pick<AccountStore, 'connections'>;
  monitoring: MonitoringParts;
  now: () => number;
};
const periodSchema = z.enum(Object.keys(periods) as [Period, ...Period[]]).catch('day');
const querySchema = z.object({
  period: periodSchema.default('day'),
  connection: z.string().max(64).optional().catch(undefined),
});
const MONTH_MS = 30 * 86_400_000;

/** `/desk/monitoring`: each flow over each connection, and the charts of one. */
export function flowRoutes({ accounts, monitoring: { figures }, now, ...surface }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  const words = (context: Context<DeskEnv>) => monitoringView(surface.view(context));
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const { period } = querySchema.parse(context.req.query());
    const at = now();
    const [connections, summaries, successes, waiting] = await Promise.all([
      accounts.connections(account),
      figures.summaries(account, periods[period].span, periodBegin(period, at)),
      figures.summaries(account, 'day', at - MONTH_MS),
      figures.waiting(account),
    ]);
    return surface.show(context, flowsPage(words(context), { period, connections, summaries, successes, waiting }));
  });
  app.get('/:subject', async (context) => {
    const { account } = context.get('session');
    const subject = z.enum(subjects).safeParse(context.req.param('subject'));
    if (!subject.success) throw new ProblemError('not_found');
    const { period, connection } = querySchema.parse(context.req.query());
    const [connections, points] = await Promise.all([
      accounts.connections(account),
      figures.series(account, period, subject.data, connection ?? null, now()),
    ]);
    const named = connections.find(({ id }) => id === connection) ?? null;
    return surface.show(
      context,
      flowPage(words(context), { subject: subject.data, period, connection: named, points }),
    );
  });
  return app;
}

type VersionParts = Parts & { preflight: Pick<Preflight, 'versions'> };
const DRIFT_MS = 7 * 86_400_000;
/** `/desk/versions`: what is asked each time the page is opened, and what did not fit lately. */
export function versionRoutes({ accounts, monitoring: { calls }, preflight, now, ...surface }: VersionParts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const [versions, drifts, connections] = await Promise.all([
      preflight.versions(account),
      calls.drifts(account, new Date(now() - DRIFT_MS)),
      accounts.connections(account),
    ]);
    const nameOf = (id: string) => connections.find((each) => each.id === id)?.name ?? id;
    return surface.show(context, versionsPage(monitoringView(surface.view(context)), { versions, drifts, nameOf }));
  });
  return app;
}

/** `/desk/calls`: the call log. */
export function callRoutes({ accounts, monitoring: { calls }, ...surface }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const view = monitoringView(surface.view(context));
    const query = callQuerySchema.parse(context.req.query());
    const [connections, rows] = await Promise.all([
      accounts.connections(account),
      calls.search(account, callSearch(query, view.timeZone ?? 'UTC')),
    ]);
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    return surface.show(context, callsPage(view, { query, rows, names }));
  });
  return app;
}
