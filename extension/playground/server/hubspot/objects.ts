import { Hono } from 'hono';
import { z } from 'zod';
import { associationReader } from './associations.ts';
import { propertyReader } from './computed.ts';
import type { Crm, StoredObject } from './database.ts';
import { fail } from './errors.ts';
import type { Portal } from './portal.ts';
import { search, searchSchema } from './search.ts';
import { objectType, storedType, VERSION } from './types.ts';

const inputs = z.object({
  inputs: z.array(z.object({ id: z.coerce.string() })).max(100, 'at most 100 inputs'),
  properties: z.array(z.string()).default([]),
});
const updates = z.object({
  inputs: z
    .array(z.object({ id: z.string(), properties: z.record(z.string(), z.string()) }))
    .max(100, 'at most 100 inputs'),
});
const list = (text: string | undefined) => (text ?? '').split(',').filter(Boolean);
const ownUnknown = (crm: Crm, type: string, names: readonly string[]) => {
  const known = new Set(crm.properties(type).map(({ name }) => name));
  return names.find((name) => name.startsWith('backroom_') && !known.has(name));
};

/** Records: read, batch read, search and write. An id that was merged answers the survivor. */
export function objectRoutes(
  crm: Crm,
  portal: Portal,
  onChange: (type: string, id: string, properties: readonly string[]) => void,
) {
  const app = new Hono();
  const associations = associationReader(crm, portal);
  const wire = (object: StoredObject, wanted: readonly string[]) => {
    const read = propertyReader(crm, portal, object);
    return {
      id: object.id,
      properties: Object.fromEntries([...new Set([...wanted, 'hs_object_id'])].map((name) => [name, read(name)])),
      createdAt: '2026-01-05T09:00:00.000Z',
      updatedAt: new Date().toISOString(),
      archived: false,
    };
  };
  const find = (type: string, id: string): StoredObject | null =>
    portal.unreadable.has(`${type}/${id}`) ? null : crm.get(type, crm.survivor(type, id));

  app.get(`/crm/objects/${VERSION}/:type`, (context) => {
    const limit = Number(context.req.query('limit') ?? 10);
    if (!(limit >= 1 && limit <= 100)) return fail(400, 'VALIDATION_ERROR', 'limit must be between 1 and 100');
    const type = storedType(context.req.param('type'));
    const after = Number(context.req.query('after') ?? 0);
    const all = crm
      .all(type)
      .filter(({ id }) => Number(id) > after && !portal.unreadable.has(`${type}/${id}`))
      .sort((left, right) => Number(left.id) - Number(right.id));
    const page = all.slice(0, limit);
    const wanted = list(context.req.query('properties'));
    return context.json({
      results: page.map((each) => wire(each, wanted)),
      ...(all.length > limit ? { paging: { next: { after: page.at(-1)?.id } } } : {}),
    });
  });
  app.get(`/crm/objects/${VERSION}/:type/:id`, (context) => {
    const { id } = context.req.param();
    const type = storedType(context.req.param('type'));
    const object = find(type, id);
    if (!object) return fail(404, 'OBJECT_NOT_FOUND', `Object not found. objectId are usually numeric.`);
    const found = list(context.req.query('associations')).flatMap((to) => {
      const page = associations.ofRecord(type, object.id, storedType(to));
      // HubSpot names line items with a blank here.
      return page.results.length > 0 ? [[storedType(to).replace('_', ' '), page] as const] : [];
    });
    return context.json({
      ...wire(object, list(context.req.query('properties'))),
      ...(found.length > 0 ? { associations: Object.fromEntries(found) } : {}),
    });
  });
  app.post(`/crm/objects/${VERSION}/:type/batch/read`, async (context) => {
    const type = storedType(context.req.param('type'));
    const body = inputs.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const ids = [...new Set(body.data.inputs.map(({ id }) => id))];
    const found = new Map(ids.flatMap((id) => find(type, id) ?? []).map((each) => [each.id, each]));
    const refused = ids.filter((id) => !find(type, id) && portal.unreadable.get(`${type}/${id}`) !== 'missing');
    const results = [...found.values()]
      .sort((left, right) => Number(left.id) - Number(right.id))
      .map((each) => wire(each, body.data.properties));
    if (refused.length === 0) return context.json({ status: 'COMPLETE', results });
    const error = {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: `Could not get some ${objectType(type)?.name.toUpperCase() ?? type} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: { ids: refused },
    };
    return context.json({ status: 'COMPLETE', results, numErrors: 1, errors: [error] }, 207);
  });
  app.post(`/crm/objects/${VERSION}/:type/search`, async (context) => {
    const type = storedType(context.req.param('type'));
    const body = searchSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const names = body.data.filterGroups.flatMap(({ filters }) => filters.map(({ propertyName }) => propertyName));
    const missing = ownUnknown(crm, type, names);
    if (missing) return fail(400, 'VALIDATION_ERROR', `There was a problem with the request: no property ${missing}`);
    const found = search(crm, type, body.data);
    if (!found) return fail(400, 'VALIDATION_ERROR', 'The requested page exceeds the maximum of 10000 results.');
    const end = Number(body.data.after) + found.page.length;
    return context.json({
      total: found.total,
      results: found.page.map((each) => wire(each, body.data.properties)),
      ...(end < found.total ? { paging: { next: { after: String(end) } } } : {}),
    });
  });
  /** A batch is refused as a whole for a value that is wrong, and answers 207 for an id that is not there. A merged id stands for nothing in a batch. */
  app.post(`/crm/objects/${VERSION}/:type/batch/update`, async (context) => {
    const type = storedType(context.req.param('type'));
    const body = updates.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const ids = body.data.inputs.map(({ id }) => id);
    if (new Set(ids).size < ids.length) return fail(400, 'VALIDATION_ERROR', 'Duplicate IDs found in batch input');
    const unknown = body.data.inputs
      .map(({ properties }) => ownUnknown(crm, type, Object.keys(properties)))
      .find((name) => name !== undefined);
    if (unknown)
      return fail(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: [{"name":"${unknown}","error":"PROPERTY_DOESNT_EXIST"}]`,
      );
    const isThere = (id: string) => crm.get(type, id) !== null && !portal.unreadable.has(`${type}/${id}`);
    const results = body.data.inputs.flatMap(({ id, properties }) => {
      if (!isThere(id)) return [];
      const values = Object.entries(properties).map(([name, value]) => [name, value === '' ? null : value]);
      crm.put(type, id, Object.fromEntries(values));
      onChange(type, id, Object.keys(properties));
      const object = crm.get(type, id);
      return object ? [wire(object, Object.keys(properties))] : [];
    });
    const gone = ids.filter((id) => !isThere(id));
    if (gone.length === 0) return context.json({ status: 'COMPLETE', results });
    const error = {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.',
      context: { ids: gone },
    };
    return context.json({ status: 'COMPLETE', results, numErrors: 1, errors: [error] }, 207);
  });
  app.patch(`/crm/objects/${VERSION}/:type/:id`, async (context) => {
    const type = storedType(context.req.param('type'));
    const object = find(type, context.req.param('id'));
    if (!object) return fail(404, 'OBJECT_NOT_FOUND', 'Object not found.');
    const body = z
      .object({ properties: z.record(z.string(), z.string()) })
      .safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const names = Object.keys(body.data.properties);
    const unknown = ownUnknown(crm, type, names);
    if (unknown)
      return fail(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: [{"name":"${unknown}","error":"PROPERTY_DOESNT_EXIST"}]`,
      );
    const values = Object.entries(body.data.properties).map(([name, value]) => [name, value === '' ? null : value]);
    crm.put(type, object.id, Object.fromEntries(values));
    onChange(type, object.id, names);
    return context.json(wire(crm.get(type, object.id) ?? object, names));
  });
  return app;
}
