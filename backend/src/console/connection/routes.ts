import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Connection } from '../../store/connections.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { accessRoutes } from './access-routes.ts';
import { askPage, type DetailInput } from './detail.ts';
import { hasField } from './field-choices.ts';
import { choosePage, listPage } from './list.ts';
import { readRule } from './rule.ts';
import { trialRoutes } from './trial-routes.ts';
import { PATH, pathOf, type Refused } from './view.ts';
import { type ConnectionParts, connectionWorld } from './world.ts';

const MOST_OF_A_NAME = 80;

/** The connections to ERPs, for admins: `/desk/connections`, and a page for each below it. Every page works without script. */
export function connectionRoutes(parts: ConnectionParts) {
  const app = new Hono<DeskEnv>();
  const world = connectionWorld(parts);
  const { connections, crmFieldList, words, theOne, show, problem, who, note, detail, example } = world;
  app.use(adminsOnly);

  app.get('/', async (context) => {
    const { account } = context.get('session');
    const [all, uses] = await Promise.all([connections.all(account), connections.uses(account)]);
    const deal = context.req.query('deal')?.slice(0, 500) ?? '';
    const asked = context.req.query('done');
    const done: 'disconnected' | 'deleted' | null = asked === 'disconnected' || asked === 'deleted' ? asked : null;
    const input = { connections: all, uses, manifests: connections.manifests, done };
    return show(
      context,
      listPage(words(context), { ...input, example: deal === '' ? null : await example(context, all, deal) }),
    );
  });
  app.get('/new', (context) => show(context, choosePage(words(context), connections.manifests)));
  app.route('/', accessRoutes(world));
  app.route('/', trialRoutes(world));

  app.get('/:id', async (context) => {
    const done = context.req.query('done');
    return detail(context, await theOne(context), { done: done === 'connected' || done === 'saved' ? done : null });
  });
  const saved = (context: Context<DeskEnv>, connection: Connection) =>
    context.redirect(pathOf(connection, '?done=saved'), 303);
  /** The connection as it is now, for the second of two admins. */
  const conflict = async (context: Context<DeskEnv>, more: Partial<DetailInput> = {}) => {
    const now = await theOne(context);
    return detail(context, now, { ...more, refused: { conflict: now.changed } }, 409);
  };

  app.post('/:id/name', async (context) => {
    const connection = await theOne(context);
    const { label = '', version = '' } = await formOf(context);
    const name = label.trim().slice(0, MOST_OF_A_NAME);
    const change = { label: name === '' ? null : name };
    const { account } = context.get('session');
    if ((await connections.change(account, connection.id, change, who(context, version))) === 'stale')
      return conflict(context, { label });
    await note(context, connection, `named ${name}`);
    return saved(context, connection);
  });

  app.post('/:id/rule', async (context) => {
    const connection = await theOne(context);
    const { by = '', field = '', values = '', deal = '', version = '', try: isTry } = await formOf(context);
    const typed = { by, field, values, deal };
    const read = readRule(typed);
    const named = 'rule' in read && read.rule?.by === 'field' ? read.rule.field : undefined;
    // A field that is gone would match nothing, and its deals would go to another ERP.
    const isGone = named !== undefined && !hasField(await crmFieldList(context.get('session').account, 'deal'), named);
    if ('wrong' in read || isGone) return detail(context, connection, { rule: { typed, wrong: true } }, 422);
    const { account } = context.get('session');
    if (isTry === 'yes') {
      const all = await connections.all(account);
      const rules = all.map((each) => (each.id === connection.id ? { ...each, rule: read.rule } : each));
      return detail(context, connection, { rule: { typed, example: await example(context, rules, deal) } });
    }
    if ((await connections.change(account, connection.id, { rule: read.rule }, who(context, version))) === 'stale')
      return conflict(context, { rule: { typed } });
    await note(context, connection, `rule ${JSON.stringify(read.rule)}`);
    return saved(context, connection);
  });

  app.post('/:id/state', async (context) => {
    const connection = await theOne(context);
    const { verb, version = '' } = await formOf(context);
    const { account } = context.get('session');
    if (connection.version !== version) return conflict(context);
    if (verb === 'default') {
      try {
        await connections.makeDefault(account, connection.id);
      } catch (error) {
        const told = problem(context, error);
        return detail(context, connection, { refused: { problem: told } }, told.status as ContentfulStatusCode);
      }
    } else if ((await connections.change(account, connection.id, { state: 'live' }, who(context, version))) === 'stale')
      return conflict(context);
    await note(context, connection, verb === 'default' ? 'made the default' : 'resumed');
    return saved(context, connection);
  });

  for (const verb of ['pause', 'disconnect', 'delete'] as const) {
    app.get(`/:id/${verb}`, async (context) => show(context, askPage(words(context), await theOne(context), verb)));
    app.post(`/:id/${verb}`, async (context) => {
      const connection = await theOne(context);
      const { version = '', sure } = await formOf(context);
      const { account } = context.get('session');
      const again = (refused: Refused, status: ContentfulStatusCode) =>
        show(context, askPage(words(context), connection, verb, { refused }), status);
      if (verb === 'delete' && sure !== 'yes')
        return show(context, askPage(words(context), connection, verb, { mustTick: true }), 422);
      const seen = who(context, version);
      try {
        const done =
          verb === 'pause'
            ? await connections.change(account, connection.id, { state: 'paused' }, seen)
            : verb === 'disconnect'
              ? await connections.disconnect(account, connection.id, seen)
              : await connections.remove(account, connection.id, seen);
        if (done === 'stale') return again({ conflict: connection.changed }, 409);
      } catch (error) {
        const told = problem(context, error);
        return again({ problem: told }, told.status as ContentfulStatusCode);
      }
      const did = { pause: 'paused', disconnect: 'disconnected', delete: 'deleted' } as const;
      await note(context, connection, did[verb]);
      return verb === 'pause' ? saved(context, connection) : context.redirect(`${PATH}?done=${did[verb]}`, 303);
    });
  }
  return app;
}
