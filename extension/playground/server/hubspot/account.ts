import { Hono } from 'hono';
import { z } from 'zod';
import type { Crm } from './database.ts';
import { fail, faults } from './errors.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

/** Some of the properties that every account has. */
const ofEveryAccount: Readonly<Record<string, readonly string[]>> = {
  deals: ['dealname', 'amount', 'closedate', 'dealstage', 'pipeline', 'deal_currency_code', 'description'],
  companies: ['name', 'domain', 'phone', 'address', 'zip', 'city', 'country', 'industry', 'description'],
};
const builtIn = (object: string) => (ofEveryAccount[object] ?? []).map((name) => ({ name, label: name }));

/** What HubSpot tells of the account itself: details, currency, users, who may see a record, properties. */
export function accountRoutes(crm: Crm, portal: Portal) {
  const app = new Hono();
  app.get(`/account-info/${VERSION}/details`, (context) =>
    context.json({
      portalId: portal.id,
      accountType: 'STANDARD',
      timeZone: portal.timeZone,
      companyCurrency: portal.companyCurrency,
      additionalCurrencies: portal.additionalCurrencies,
      uiDomain: portal.uiDomain,
      dataHostingLocation: 'eu1',
    }),
  );
  app.get(`/settings/currencies/${VERSION}/company-currency`, (context) =>
    context.json({ id: portal.companyCurrency }),
  );
  app.get(`/settings/users/${VERSION}/:id`, (context) => {
    const byEmail = context.req.query('idProperty') === 'EMAIL';
    const id = context.req.param('id');
    const user = portal.users.find((each) => (byEmail ? each.email === id : each.id === id));
    return user ? context.json({ ...user, roleIds: [] }) : fail(404, 'OBJECT_NOT_FOUND', `No user ${id}`);
  });
  // Says for each record who may see it; of a record that is not there it says nothing.
  app.get('/resource-permissions/v3/permitted-users', (context) => {
    if (!portal.tellsViewers) return faults.missingScopes('crm.objects.owners.read');
    const everybody = portal.users.map(({ id }) => Number(id));
    const resources = (context.req.queries('resource') ?? []).flatMap((resource) => {
      const [, type = '', id = ''] = /:crm-object:([\d-]+):(\d+)$/.exec(resource) ?? [];
      if (id === '') return [];
      const permittedUsers = portal.visibleTo.get(`${type}/${id}`) ?? everybody;
      return [[resource, { 'crm-object:VIEW': { permittedUsers }, 'crm-object:EDIT': { permittedUsers } }] as const];
    });
    return context.json({ resources: Object.fromEntries(resources) });
  });
  app.get(`/crm/properties/${VERSION}/:object`, (context) =>
    context.json({
      results: [...builtIn(context.req.param('object')), ...crm.properties(context.req.param('object'))],
    }),
  );
  app.post(`/crm/properties/${VERSION}/:object/groups`, async (context) => {
    const body = z.object({ name: z.string() }).parse(await context.req.json());
    return crm.addGroup(context.req.param('object'), body.name)
      ? context.json(body, 201)
      : fail(409, 'CONFLICT', `Property group ${body.name} already exists`);
  });
  app.post(`/crm/properties/${VERSION}/:object/batch/create`, async (context) => {
    const body = z
      .object({ inputs: z.array(z.looseObject({ name: z.string(), groupName: z.string() })).max(100) })
      .parse(await context.req.json());
    for (const each of body.inputs) crm.addProperty(context.req.param('object'), each);
    return context.json({ status: 'COMPLETE', results: body.inputs }, 201);
  });
  return app;
}
