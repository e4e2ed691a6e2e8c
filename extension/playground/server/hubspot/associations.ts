import { Hono } from 'hono';
import { z } from 'zod';
import type { Crm } from './database.ts';
import { fail } from './errors.ts';
import type { Portal } from './portal.ts';
import { associationTypes, storedType, VERSION } from './types.ts';

const MAX_PAGE = 500;
const inputs = z.object({
  inputs: z.array(z.object({ id: z.coerce.string(), after: z.string().optional() })).max(1000, 'at most 1000 inputs'),
});
const byNumber = (left: string, right: string) => Number(left) - Number(right);

/** Sorted by id, and a page at a time: `after` says behind how many entries it begins. */
function pageOf<Entry>(entries: readonly Entry[], after: string | undefined, limit: number, link: string) {
  const from = Number(after ?? 0);
  const end = from + limit;
  return {
    results: entries.slice(from, end),
    ...(end < entries.length ? { paging: { next: { after: String(end), link: `${link}?after=${end}` } } } : {}),
  };
}

export function associationReader(crm: Crm, portal: Portal) {
  const all = (type: string, id: string, to: string) => {
    const own = crm.survivor(type, id);
    const primary =
      type === 'deals' && to === 'companies'
        ? (each: string) => crm.primaryCompany(own) === each
        : type === 'companies' && to === 'deals'
          ? (each: string) => crm.primaryCompany(each) === own
          : () => false;
    const ids = [...crm.associated(type, own, to)].sort(byNumber);
    return { ids, typesOf: (each: string) => associationTypes(type, to, primary(each)) };
  };
  return {
    /** As a record carries them: one entry for each type, so that a deal's primary company is listed twice. */
    ofRecord(type: string, id: string, to: string) {
      const { ids, typesOf } = all(type, id, to);
      // Every id gives one entry at least, so that these fill a page and tell whether there is another.
      const entries = ids
        .slice(0, portal.associationPage + 1)
        .flatMap((each) => typesOf(each).map(({ name }) => ({ id: each, type: name })));
      return pageOf(
        entries,
        undefined,
        portal.associationPage,
        `https://api.hubapi.com/crm/objects/${VERSION}/${type}/${id}/associations/${to}`,
      );
    },
    /** As the associations API lists them: one entry for each object, with its types. */
    list(type: string, id: string, to: string, after: string | undefined, limit = portal.associationPage) {
      const { ids, typesOf } = all(type, id, to);
      const { results, ...paging } = pageOf(
        ids,
        after,
        limit,
        `https://api.hubapi.com/crm/objects/${VERSION}/${type}/${id}/associations/${to}`,
      );
      return {
        results: results.map((each) => ({
          toObjectId: each,
          associationTypes: typesOf(each).map((one) => one.type),
        })),
        ...paging,
      };
    },
  };
}

export function associationRoutes(crm: Crm, portal: Portal) {
  const read = associationReader(crm, portal);
  const app = new Hono();
  app.get(`/crm/objects/${VERSION}/:type/:id/associations/:to`, (context) => {
    const { id } = context.req.param();
    const [type, to] = [storedType(context.req.param('type')), storedType(context.req.param('to'))];
    if (!crm.get(type, crm.survivor(type, id))) return fail(404, 'OBJECT_NOT_FOUND', 'Object not found.');
    const limit = Number(context.req.query('limit') ?? portal.associationPage);
    if (!(limit >= 1 && limit <= MAX_PAGE)) return fail(400, 'VALIDATION_ERROR', `limit must be at most ${MAX_PAGE}`);
    return context.json(read.list(type, id, to, context.req.query('after'), limit));
  });
  app.post(`/crm/associations/${VERSION}/:from/:to/batch/read`, async (context) => {
    const [from, to] = [storedType(context.req.param('from')), storedType(context.req.param('to'))];
    const body = inputs.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const results = [];
    const none = [];
    for (const { id, after } of body.data.inputs) {
      const { results: found, paging } = read.list(from, id, to, after);
      if (found.length > 0) results.push({ from: { id }, to: found, ...(paging ? { paging } : {}) });
      else none.push(id);
    }
    // HubSpot names an object without associations among the errors of a 207.
    const errors = none.map((id) => ({
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
      message: `No ${to} is associated with ${from} ${id}.`,
      context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
    }));
    return context.json(
      { status: 'COMPLETE', results, ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}) },
      errors.length > 0 ? 207 : 200,
    );
  });
  return app;
}
