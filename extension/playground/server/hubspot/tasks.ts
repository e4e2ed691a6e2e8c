import { Hono } from 'hono';
import { z } from 'zod';
import { fail, faults } from './errors.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

const TASK_SCOPE = 'crm.objects.contacts.write';
const values = z.object({
  properties: z.record(z.string(), z.string()),
  associations: z
    .array(
      z.object({
        to: z.object({ id: z.string() }),
        types: z
          .array(
            z.object({
              associationCategory: z.literal('HUBSPOT_DEFINED'),
              associationTypeId: z.union([z.literal(216), z.literal(192)]),
            }),
          )
          .min(1),
      }),
    )
    .optional(),
});
const search = z.object({
  filterGroups: z.array(
    z.object({
      filters: z.array(z.object({ propertyName: z.string(), operator: z.literal('EQ'), value: z.string() })),
    }),
  ),
});
const about = { 216: 'deal', 192: 'company' } as const;
const statuses = ['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'DEFERRED', 'COMPLETED'];

/** Tasks: created and changed. A due time is required, as HubSpot wants it. */
export function taskRoutes(portal: Portal) {
  const app = new Hono();
  const path = `/crm/objects/${VERSION}/tasks` as const;
  const answer = (id: string) => ({ id, properties: portal.tasks.get(id) ?? {}, archived: false });
  app.use(`${path}/*`, async (_, next) =>
    portal.scopes !== null && !portal.scopes.has(TASK_SCOPE) ? faults.missingScopes(TASK_SCOPE) : next(),
  );
  const bad = (properties: Record<string, string>) =>
    properties.hs_task_status !== undefined && !statuses.includes(properties.hs_task_status);
  app.post(path, async (context) => {
    const read = values.safeParse(await context.req.json());
    if (!read.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(read.error));
    const { associations = [] } = read.data;
    const linked = associations.flatMap(({ to, types }) =>
      types.map(({ associationTypeId }) => [`associations.${about[associationTypeId]}`, to.id] as const),
    );
    const properties = { ...read.data.properties, ...Object.fromEntries(linked) };
    if (Number.isNaN(Date.parse(properties.hs_timestamp ?? '')) || bad(properties))
      return fail(400, 'VALIDATION_ERROR', 'Property values were not valid');
    const id = String(9_000_001 + portal.tasks.size);
    portal.tasks.set(id, properties);
    return context.json(answer(id), 201);
  });
  app.post(`${path}/search`, async (context) => {
    const { filterGroups } = search.parse(await context.req.json());
    const found = [...portal.tasks].filter(([, task]) =>
      filterGroups.some(({ filters }) => filters.every(({ propertyName, value }) => task[propertyName] === value)),
    );
    return context.json({ total: found.length, results: found.map(([id]) => answer(id)) });
  });
  app.delete(`${path}/:id`, (context) => {
    portal.tasks.delete(context.req.param('id'));
    return context.body(null, 204);
  });
  app.patch(`${path}/:id`, async (context) => {
    const { id } = context.req.param();
    const before = portal.tasks.get(id);
    const { properties } = values.parse(await context.req.json());
    if (!before) return fail(404, 'OBJECT_NOT_FOUND', 'Object not found. objectId are usually numeric.');
    if (bad(properties)) return fail(400, 'VALIDATION_ERROR', 'Property values were not valid');
    portal.tasks.set(id, { ...before, ...properties });
    return context.json(answer(id));
  });
  return app;
}
