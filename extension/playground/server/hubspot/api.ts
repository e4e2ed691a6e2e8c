import { randomUUID } from 'node:crypto';
import { playgroundCastSchema } from '@backroom/backend/playground/schema';
import { companies, customers } from '@backroom/demo-erp/cast';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Crm, StoredObject } from './database.ts';
import { search, searchSchema } from './search.ts';

const VERSION = '2026-03';
/** HubSpot's limit for an OAuth app: so many requests in ten seconds for each installing account. */
const MAX_IN_WINDOW = 110;
const WINDOW_MS = 10_000;
/** Searches have a limit of their own, for each second, and do not count in the other. */
const MAX_SEARCHES = 5;
const inputs = z.object({
  inputs: z.array(z.object({ id: z.string() })).max(100, 'at most 100 inputs'),
  properties: z.array(z.string()).default([]),
});

/**
 * A stand-in for the HubSpot endpoints that Backroom uses: paths of rollout 2026-03, string properties, batch limits, error envelope, 429
 * with its policy name. Only what is used is here; anything else answers 404 in HubSpot's form.
 */
export function hubspotApi(
  crm: Crm,
  options: {
    clientSecret: string;
    onChange: (type: string, id: string, properties: readonly string[]) => void;
    /** False: the data come from a real ERP. */
    demo?: boolean;
    maxInWindow?: number | undefined;
    maxSearches?: number | undefined;
  },
) {
  const app = new Hono();
  const maxInWindow = options.maxInWindow ?? MAX_IN_WINDOW;
  let token = 'playground-access';
  let installed = true;
  const maxSearches = options.maxSearches ?? MAX_SEARCHES;
  let window = { start: 0, count: 0 };
  let second = { start: 0, count: 0 };
  const fail = (status: number, category: string, message: string, more: object = {}) =>
    Response.json({ status: 'error', message, correlationId: randomUUID(), category, ...more }, { status });
  const wire = ({ id, properties }: StoredObject, wanted: readonly string[]) => ({
    id,
    properties: Object.fromEntries(
      [...new Set([...wanted, 'hs_object_id'])].map((name) => [
        name,
        name === 'hs_object_id' ? id : (properties[name] ?? null),
      ]),
    ),
    createdAt: '2026-01-05T09:00:00.000Z',
    updatedAt: new Date().toISOString(),
    archived: false,
  });

  app.post(`/oauth/${VERSION}/token`, async (context) => {
    const form = await context.req.parseBody();
    if (form.client_secret !== options.clientSecret)
      return fail(400, 'BAD_CLIENT_SECRET', 'missing or invalid client secret');
    if (!installed || (form.grant_type === 'refresh_token' && form.refresh_token !== 'playground-refresh'))
      return fail(400, 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token');
    token = `playground-access-${randomUUID()}`;
    return context.json({
      access_token: token,
      refresh_token: 'playground-refresh',
      expires_in: 1800,
      token_type: 'bearer',
      token_use: 'access_token',
      hub_id: 4242,
      user_id: 7,
    });
  });
  // Not HubSpot's: what the deals are about when the ERP is a real one. Written once, at the first start.
  app.put('/playground/cast', async (context) => {
    const cast = playgroundCastSchema.safeParse(await context.req.json().catch(() => null));
    if (!cast.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(cast.error));
    crm.fill(cast.data);
    const links = cast.data.companies.flatMap(({ id, customer }) => (customer ? [{ companyId: id, customer }] : []));
    crm.put('playground', 'erp', cast.data.erp);
    crm.put('playground', 'links', { links: JSON.stringify(links) });
    return context.json({ deals: cast.data.deals.length });
  });
  // Not HubSpot's: which companies the demonstration counts as linked. Read once, at the first start.
  app.get('/playground/links', (context) => {
    const kept = crm.get('playground', 'links')?.properties.links;
    if (kept) return context.json({ links: JSON.parse(kept) });
    if (options.demo === false) return context.json({ links: [] });
    const links = companies
      .filter(({ linked }) => linked)
      .flatMap(({ id, customer }) => {
        const found = customers.find(({ number }) => number === customer);
        if (!found) return [];
        const { number, name, city, country, vatId, currency, paymentTerms, blocked } = found;
        return [
          {
            companyId: id,
            customer: {
              id: `cust-${number.slice(2)}`,
              number,
              name,
              city,
              country,
              vatId,
              currency,
              paymentTerms,
              blocked: blocked !== null,
            },
          },
        ];
      });
    return context.json({ links });
  });
  app.use('*', async (context, next) => {
    if (!installed || context.req.header('authorization') !== `Bearer ${token}`)
      return fail(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired.');
    const now = Date.now();
    if (context.req.path.endsWith('/search')) {
      if (now - second.start > 1000) second = { start: now, count: 0 };
      second.count += 1;
      if (second.count > maxSearches)
        return fail(429, 'RATE_LIMITS', 'You have reached your secondly limit.', { errorType: 'RATE_LIMIT' });
      return next();
    }
    if (now - window.start > WINDOW_MS) window = { start: now, count: 0 };
    window.count += 1;
    if (window.count > maxInWindow)
      return fail(429, 'RATE_LIMITS', 'You have reached your ten_secondly_rolling limit.', {
        errorType: 'RATE_LIMIT',
        policyName: 'TEN_SECONDLY_ROLLING',
      });
    await next();
    context.header('X-HubSpot-RateLimit-Remaining', String(maxInWindow - window.count));
  });
  app.get(`/crm/objects/${VERSION}/:type/:id`, (context) => {
    const { type, id } = context.req.param();
    const object = crm.get(type, id);
    if (!object) return fail(404, 'OBJECT_NOT_FOUND', `Object not found. objectId are usually numeric.`);
    const wanted = (context.req.query('properties') ?? '').split(',').filter(Boolean);
    const associations = Object.fromEntries(
      (context.req.query('associations') ?? '')
        .split(',')
        .filter(Boolean)
        .flatMap((to) => {
          const ids = crm.associated(type, id, to);
          // HubSpot names line items with a blank here.
          return ids.length > 0
            ? [[to.replace('_', ' '), { results: ids.map((each) => ({ id: each, type: `${type}_to_${to}` })) }]]
            : [];
        }),
    );
    return context.json({ ...wire(object, wanted), ...(Object.keys(associations).length > 0 ? { associations } : {}) });
  });
  app.post(`/crm/objects/${VERSION}/:type/batch/read`, async (context) => {
    const body = inputs.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const results = body.data.inputs.flatMap(({ id }) => crm.get(context.req.param('type'), id) ?? []);
    const status: ContentfulStatusCode = results.length === body.data.inputs.length ? 200 : 207;
    return context.json(
      { status: 'COMPLETE', results: results.map((each) => wire(each, body.data.properties)) },
      status,
    );
  });
  app.post(`/crm/objects/${VERSION}/:type/search`, async (context) => {
    const body = searchSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const known = new Set(crm.properties(context.req.param('type')).map(({ name }) => name));
    const missing = body.data.filterGroups
      .flatMap(({ filters }) => filters.map(({ propertyName }) => propertyName))
      .find((name) => name.startsWith('backroom_') && !known.has(name));
    if (missing) return fail(400, 'VALIDATION_ERROR', `There was a problem with the request: no property ${missing}`);
    const found = search(crm, context.req.param('type'), body.data);
    if (!found) return fail(400, 'VALIDATION_ERROR', 'The requested page exceeds the maximum of 10000 results.');
    return context.json({
      total: found.total,
      results: found.page.map((each) => wire(each, body.data.properties)),
    });
  });
  app.patch(`/crm/objects/${VERSION}/:type/:id`, async (context) => {
    const { type, id } = context.req.param();
    const object = crm.get(type, id);
    if (!object) return fail(404, 'OBJECT_NOT_FOUND', 'Object not found.');
    const body = z
      .object({ properties: z.record(z.string(), z.string()) })
      .safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const known = new Set(crm.properties(type).map(({ name }) => name));
    const unknown = Object.keys(body.data.properties).find((name) => name.startsWith('backroom_') && !known.has(name));
    if (unknown)
      return fail(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: [{"name":"${unknown}","error":"PROPERTY_DOESNT_EXIST"}]`,
      );
    crm.put(
      type,
      id,
      Object.fromEntries(
        Object.entries(body.data.properties).map(([name, value]) => [name, value === '' ? null : value]),
      ),
    );
    options.onChange(type, id, Object.keys(body.data.properties));
    return context.json(wire(crm.get(type, id) ?? object, Object.keys(body.data.properties)));
  });
  app.post(`/crm/associations/${VERSION}/:from/:to/batch/read`, async (context) => {
    const { from, to } = context.req.param();
    const body = inputs.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const results = body.data.inputs.map(({ id }) => ({
      from: { id },
      to: crm.associated(from, id, to).map((toObjectId) => ({
        toObjectId,
        associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 67, label: null }],
      })),
    }));
    return context.json({ status: 'COMPLETE', results });
  });
  app.get(`/crm/properties/${VERSION}/:object`, (context) =>
    context.json({ results: crm.properties(context.req.param('object')) }),
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
  app.delete(`/appinstalls/${VERSION}/external-install`, (context) => {
    installed = false;
    return context.body(null, 204);
  });
  app.notFound(() => fail(404, 'OBJECT_NOT_FOUND', 'resource not found'));
  return app;
}
