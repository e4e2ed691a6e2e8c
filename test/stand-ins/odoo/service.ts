import { z } from 'zod';
import { type Connected, openAddon, type Person } from './addon.ts';
import { behavioursOf } from './behaviours.ts';
import { type Database, openDatabase, type Row } from './database.ts';
import { OdooError } from './errors.ts';

const VERSION = { version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' };
const countries = 'AT BE CH CZ DE DK ES FI FR GB IE IT LU NL NO PL PT SE US'.split(' ');
const currencies = ['CHF', 'EUR', 'GBP', 'USD'];
const bodySchema = z.looseObject({
  ids: z.array(z.int()).default([]),
  domain: z.array(z.unknown()).default([]),
  fields: z.array(z.string()).default([]),
  order: z.string().default('id'),
  limit: z.int().optional(),
  context: z.object({ active_test: z.boolean().default(true) }).default({ active_test: true }),
  vals: z.record(z.string(), z.unknown()).default({}),
  vals_list: z.array(z.record(z.string(), z.unknown())).default([]),
});
type Body = z.infer<typeof bodySchema>;
export type Asked = { path: string; authorization: string; body: string };
type Answered = { status: number; type: string; body: string };
const said = (status: number, body: unknown): Answered => ({
  ...{ status, type: 'application/json' },
  body: JSON.stringify(body),
});

const methods: Readonly<Record<string, (database: Database, model: string, body: Body) => unknown>> = {
  search_read: (database, model, { domain, fields, order, limit, context }) =>
    database.search(model, { domain, fields, order, ...(limit ? { limit } : {}) }, context.active_test),
  read: (database, model, { ids, fields }) => database.read(model, ids, fields),
  create: (database, model, { vals_list }) => vals_list.map((vals) => database.create(model, vals)),
  write(database, model, { ids, vals }) {
    database.write(model, ids, vals);
    return true;
  },
  fields_get: (database, model) =>
    Object.fromEntries(
      [...database.fieldsOf(model).values()].map(({ name, type, readonly, label }) => [
        name,
        { type, readonly, string: label },
      ]),
    ),
};

/**
 * A database of Odoo 19 with the app of extension/odoo in it: JSON-2 as far as the adapter and hands of tests ask it, and what the app answers to its
 * widget and to Backroom. `url`: where it is reached; `admin`: the key of a person who sets things up.
 */
export function openOdoo(options: { at: Connected; admin: string; person: () => Person; url: () => string }) {
  const { at } = options;
  const database: Database = openDatabase(behavioursOf(() => database));
  const addon = openAddon(database, at, options.person, options.url);
  database.create('res.company', { name: 'Nordlicht Handel GmbH' });
  database.create('uom.uom', { name: 'Units' });
  for (const name of ['New', 'Qualified', 'Proposition', 'Won'])
    database.create('crm.stage', { name, sequence: 10, is_won: name === 'Won' });
  const names = new Intl.DisplayNames('en', { type: 'region' });
  for (const code of countries) database.create('res.country', { code, name: names.of(code) ?? code });
  for (const name of currencies) database.create('res.currency', { name, active: true });

  function run(model: string, method: string, body: Body): unknown {
    if (model === 'backroom.bridge') return addon.bridge(method, body);
    if (model === 'res.users' && method === 'context_get') return { lang: 'en_US', tz: 'Europe/Berlin', uid: 5 };
    const found = methods[method];
    if (!found) throw new OdooError('werkzeug.exceptions.NotFound', `'${model}.${method}' does not exist`);
    return found(database, model, body);
  }
  /** Over when it returns, as hands of tests need it. */
  function ask({ path, authorization, body }: Asked): Answered {
    if (path === '/json/version') return said(200, VERSION);
    const [, model = '', method = ''] = /^\/json\/2\/([\w.]+)\/(\w+)$/.exec(path) ?? [];
    try {
      if (model === '') throw new OdooError('werkzeug.exceptions.NotFound', 'no such page');
      if (![at.key, options.admin].some((key) => authorization === `bearer ${key}`))
        throw new OdooError('werkzeug.exceptions.Unauthorized', 'Invalid apikey');
      return said(200, run(model, method, bodySchema.parse(JSON.parse(body))));
    } catch (error) {
      if (error instanceof OdooError) return said(error.status, error.body);
      throw error;
    }
  }
  return {
    ...{ ask, addon, at },
    rows: (model: string): Row[] => database.all(model),
    read: (model: string, id: number, fields: readonly string[]): Row =>
      database.read(model, [id], fields)[0] ?? { id },
  };
}
export type StandInOdoo = ReturnType<typeof openOdoo>;
