import { type AccountId, flowSchema } from '@backroom/shared';
import { connectionsTranslator } from '@backroom/shared/messages/connections';
import { consoleTranslator } from '@backroom/shared/messages/console';
import { flowsTranslator } from '@backroom/shared/messages/flows';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Connections } from '../../accounts/connect.ts';
import { type WriteBackField, writeBackFields } from '../../crm/contract/index.ts';
import { allMakersIn, type OwnOrdersTold } from '../../deals/own-orders.ts';
import { ProblemError } from '../../problems/error.ts';
import { type AccountStore, flowIsOn } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import { type ConnectionOptions, writingFlows } from '../../store/connection-options.ts';
import type { Connection } from '../../store/connections.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { type FlowsInput, type FlowsView, flowsPage, PATH } from './pages.ts';

export type FlowParts = Surface & {
  accounts: Pick<AccountStore, 'get' | 'saveSettings'>;
  connections: Connections;
  /** The CRM's own names of the fields that are written; null where it tells none. */
  crmFields: (account: AccountId) => Promise<Readonly<Record<WriteBackField, string>> | null>;
  crmNames: Readonly<Record<string, string>>;
  /** What makes orders of the account's deals without Backroom. */
  ownOrders: (account: AccountId) => Promise<OwnOrdersTold>;
  audit: Pick<AuditStore, 'note'>;
  now: () => number;
};
const email = z.email().max(200);
/** Of statements about what makes no orders; a CRM has a handful of connectors. */
const [LONGEST_KEY, MOST_KEYS] = [100, 20];

/** `/desk/flows`, for admins: the flows of each connection, its pilot users, and the master of each field. */
export function masterRoutes(parts: FlowParts) {
  const { accounts, connections, crmFields, crmNames, ownOrders, audit, now, view, show } = parts;
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  async function page(
    context: Context<DeskEnv>,
    wanted: string | undefined,
    more: Partial<FlowsInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const id = context.get('session').account;
    const [account, all, names, told] = await Promise.all([
      accounts.get(id),
      connections.all(id),
      crmFields(id).catch(() => null),
      ownOrders(id).catch(() => 'not_read' as const),
    ]);
    if (!account) throw new ProblemError('account_unknown');
    const plain = view(context);
    const { locale } = plain;
    const words: FlowsView = {
      ...plain,
      c: consoleTranslator(locale),
      n: connectionsTranslator(locale),
      f: flowsTranslator(locale),
      crm: crmNames[account.crm] ?? account.crm,
    };
    const connection = all.find((each) => each.id === wanted) ?? all.find(({ isDefault }) => isDefault) ?? null;
    const done = context.req.query('done') === 'saved';
    const makers = connection ? allMakersIn(told, connection) : [];
    return show(
      context,
      flowsPage(words, { account, connections: all, connection, names, makers, done, ...more }),
      status,
    );
  }
  app.get('/', (context) => page(context, context.req.query('connection')));

  app.post('/', async (context) => {
    const { account: id, actor } = context.get('session');
    const form = new URLSearchParams(await context.req.text());
    const account = await accounts.get(id);
    if (!account) throw new ProblemError('account_unknown');
    const on = form.getAll('field');
    const fieldsOff = writeBackFields.filter((field) => !on.includes(field));
    // Another admin saved other masters meanwhile: the page says so, keeps this choice, and asks again.
    if ((form.get('before') ?? '') !== account.settings.fieldsOff.join(' '))
      return page(context, undefined, { fieldsOff, refused: { conflict: null } }, 409);
    await accounts.saveSettings(id, { ...account.settings, fieldsOff });
    await audit.note(id, actor, 'settings_changed', JSON.stringify({ crmIsMasterOf: fieldsOff }));
    return context.redirect(`${PATH}?done=saved`, 303);
  });

  app.post('/:id', async (context) => {
    const { account: id, actor } = context.get('session');
    const [account, connection] = await Promise.all([
      accounts.get(id),
      connections.current(id, context.req.param('id')),
    ]);
    if (!account || !connection) throw new ProblemError('not_found');
    const form = new URLSearchParams(await context.req.text());
    const typed = form.get('pilots') ?? '';
    const people = [...new Set(typed.split(/[\s,;]+/).flatMap((each) => each.toLowerCase() || []))];
    const options = optionsOf(connection, form, people, (flow) => flowIsOn(account, flow));
    if (!people.every((each) => email.safeParse(each).success))
      return page(context, connection.id, { options, pilots: typed, wrong: true }, 422);
    const who = { version: form.get('version') ?? '', by: actor, at: new Date(now()) };
    if ((await connections.change(id, connection.id, { options }, who)) === 'stale') {
      const changed = (await connections.current(id, connection.id))?.changed ?? null;
      return page(context, connection.id, { options, pilots: typed, refused: { conflict: changed } }, 409);
    }
    const { flowsOff, readOnly, pilots, ownOrdersOff } = options;
    await audit.note(
      id,
      actor,
      'settings_changed',
      `connection ${connection.id}: ${JSON.stringify({ flowsOff, readOnly, pilots: pilots?.length ?? 'all', ownOrdersOff })}`,
    );
    return context.redirect(`${PATH}?connection=${connection.id}&done=saved`, 303);
  });
  return app;
}

/** A flow that is off for the whole account is not part of the form, and stays here as it was. */
function optionsOf(
  { options }: Connection,
  form: URLSearchParams,
  people: readonly string[],
  isOn: (flow: (typeof flowSchema.options)[number]) => boolean,
): ConnectionOptions {
  const chosen = form.getAll('flow');
  return {
    ...options,
    flowsOff: flowSchema.options.filter((flow) =>
      isOn(flow) ? !chosen.includes(flow) : options.flowsOff.includes(flow),
    ),
    readOnly: writingFlows.filter((flow) => form.get(`direction-${flow}`) === 'read'),
    pilots: people.length > 0 ? [...people] : null,
    ownOrdersOff: form
      .getAll('own-off')
      .filter((key) => key.length <= LONGEST_KEY)
      .slice(0, MOST_KEYS),
  };
}
