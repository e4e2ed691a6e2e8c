import { setupTranslator } from '@backroom/shared/messages/setup';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { matchingKeys, type Setup } from '../../store/setups.ts';
import { hasField } from '../connection/field-choices.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { type CompaniesInput, companiesPage, companyFields, stampOf } from './companies-page.ts';
import type { MappingParts, MappingWorld } from './routes.ts';
import { partPath } from './view.ts';

const fieldName = z.string().regex(/^\w{1,100}$/);
const keySchema = z.enum(matchingKeys);

/** `/desk/mapping/companies`: the matching key and the CRM's fields that hold what companies are matched by. One for all ERPs of the account. */
export function companyRoutes(parts: MappingParts, world: MappingWorld) {
  const { accounts, connections, crmFieldList, companyFieldsOf, audit, show } = parts;
  const app = new Hono<DeskEnv>();
  async function accountOf(context: Context<DeskEnv>) {
    const account = await accounts.get(context.get('session').account);
    if (!account) throw new ProblemError('account_unknown');
    return account;
  }
  /** The newest deal that was sold, as the stored fields read its company. */
  async function exampleOf(context: Context<DeskEnv>, names: Setup['fields']) {
    const { account } = context.get('session');
    const [id] = await world.sample.soldDeals(account);
    const record = id ? await world.sample.crmRecord(account, { type: 'deal', id }, { names }) : null;
    return record?.type === 'deal' ? record : null;
  }
  async function page(
    context: Context<DeskEnv>,
    more: Partial<CompaniesInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const account = await accountOf(context);
    const { setup } = account;
    const [all, known, ownFields, deal, words] = await Promise.all([
      connections.all(account.id),
      crmFieldList(account.id, 'company'),
      companyFieldsOf(account.id),
      exampleOf(context, setup.fields).catch(() => null),
      world.words(context),
    ]);
    const view = { ...words, s: setupTranslator(words.locale), ownFields };
    const typed = { key: setup.key, ...setup.fields } as Record<string, string>;
    const done = context.req.query('done') === 'saved' && status === 200;
    return show(context, companiesPage(view, { connections: all, setup, typed, known, deal, done, ...more }), status);
  }
  app.get('/', (context) => page(context));
  app.post('/', async (context) => {
    const { account: id, actor } = context.get('session');
    const { before = '', ...typed } = await formOf(context);
    const { setup } = await accountOf(context);
    if (before !== stampOf(setup)) return page(context, { typed, conflict: true }, 409);
    const key = keySchema.safeParse(typed.key);
    if (!key.success) throw new ProblemError('not_found');
    const given = companyFields.flatMap((name) => {
      const value = typed[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    const known = given.length > 0 ? await crmFieldList(id, 'company') : null;
    const wrong = given.flatMap(([name, value]) =>
      fieldName.safeParse(value).success && hasField(known, value) ? [] : [name],
    );
    if (wrong.length > 0) return page(context, { typed, wrong }, 422);
    await accounts.saveSetup(id, { ...setup, key: key.data, fields: Object.fromEntries(given) });
    await audit.note(id, actor, 'settings_changed', 'matching of companies');
    return context.redirect(`${partPath('companies')}?done=saved`, 303);
  });
  return app;
}
