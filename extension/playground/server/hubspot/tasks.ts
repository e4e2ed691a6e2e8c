import { Hono } from 'hono';
import { z } from 'zod';
import { fail, faults } from './errors.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

const TASK_SCOPE = 'crm.objects.contacts.write';
const values = z.object({ properties: z.record(z.string(), z.string()) });
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
    const { properties } = values.parse(await context.req.json());
    if (Number.isNaN(Date.parse(properties.hs_timestamp ?? '')) || bad(properties))
      return fail(400, 'VALIDATION_ERROR', 'Property values were not valid');
    const id = String(9_000_001 + portal.tasks.size);
    portal.tasks.set(id, properties);
    return context.json(answer(id), 201);
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
