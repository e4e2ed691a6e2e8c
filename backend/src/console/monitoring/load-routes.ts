import type { AccountId } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { LoadTests } from '../../load/index.ts';
import { MOST_FACTOR, MOST_PEAK } from '../../load/limits.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import { isTestErp } from '../../store/connections.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { earlierPage, type LoadInput, loadPage, type ReadPeak } from './load-page.ts';
import { BASE, loadView } from './load-view.ts';
import { monitoringView } from './view.ts';

export type LoadParts = {
  load: Pick<LoadTests, 'list' | 'test' | 'figures' | 'start' | 'abort'>;
  /** What the CRM says of the busiest day; null where it gives no list. */
  busiestDay: (account: AccountId) => Promise<{ peak: number; day: string; deals: string } | null>;
};
type Parts = Surface & LoadParts & { accounts: Pick<AccountStore, 'connections'> };
/** Tests that the page lists. */
const LISTED = 20;
const whole = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(most));
const formSchema = z.object({
  connection: z.string().min(1).max(64),
  peak: whole(MOST_PEAK),
  factor: whole(MOST_FACTOR),
});

/** `/desk/load`: load tests of connections that are marked as test systems. */
export function loadRoutes({ load, busiestDay, accounts, ...surface }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  const words = (context: Context<DeskEnv>) => loadView(monitoringView(surface.view(context)));
  const find = async (account: AccountId, id: string) => {
    const test = await load.test(account, id);
    if (!test) throw new ProblemError('not_found');
    return { test, figures: await load.figures(account, id) };
  };
  const namesOf = async (account: AccountId) => {
    const connections = await accounts.connections(account);
    return {
      tests: connections.filter(isTestErp),
      nameOf: (id: string) => connections.find((each) => each.id === id)?.name ?? id,
    };
  };
  async function draw(context: Context<DeskEnv>, more: Partial<LoadInput> = {}, status: ContentfulStatusCode = 200) {
    const { account } = context.get('session');
    const [names, [newest, ...earlier]] = await Promise.all([namesOf(account), load.list(account, LISTED)]);
    const shown = newest ? { test: newest, figures: await load.figures(account, newest.id) } : null;
    return surface.show(context, loadPage(words(context), { ...names, shown, earlier, read: null, ...more }), status);
  }
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const isAsked = context.req.query('read') === 'crm';
    const read: ReadPeak = isAsked ? ((await busiestDay(account).catch(() => null)) ?? 'unknown') : null;
    return draw(context, { read });
  });
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const entered = await formOf(context);
    const { l } = words(context);
    const asked = formSchema.safeParse(entered);
    if (!asked.success) {
      const wrong = asked.error.issues.map(({ path }) => String(path[0]));
      return draw(context, { entered, wrong, notice: l('wrong') }, 422);
    }
    const started = await load.start({ account, actor }, asked.data);
    if (started === null) {
      const { nameOf } = await namesOf(account);
      return draw(context, { entered, notice: l('production', { name: nameOf(asked.data.connection) }) }, 409);
    }
    return context.redirect(BASE, 303);
  });
  app.post('/abort', async (context) => {
    const { account, actor } = context.get('session');
    const { test = '' } = await formOf(context);
    const found = await find(account, test);
    await load.abort({ account, actor }, found.test.id);
    return context.redirect(BASE, 303);
  });
  app.get('/:test', async (context) => {
    const { account } = context.get('session');
    const shown = await find(account, context.req.param('test'));
    return surface.show(
      context,
      earlierPage(words(context), { ...(await namesOf(account)), shown, earlier: [], read: null }),
    );
  });
  return app;
}
