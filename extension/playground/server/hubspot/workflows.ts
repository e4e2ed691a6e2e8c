import { Hono } from 'hono';
import { z } from 'zod';
import { fail } from './errors.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

const completion = z.strictObject({
  inputs: z
    .array(
      z.strictObject({
        callbackId: z.string(),
        outputFields: z.record(z.string(), z.string()),
        typedOutputs: z.record(z.string(), z.unknown()).optional(),
        failureReasonType: z.string().optional(),
        requestContext: z.looseObject({}).optional(),
      }),
    )
    .min(1)
    .max(100),
});

/** Pipelines, and the answers to workflows that wait. Source: HubSpot, "Complete a batch of callbacks". */
export function workflowRoutes(portal: Portal) {
  const app = new Hono();
  app.get(`/crm/pipelines/${VERSION}/:object`, (context) =>
    context.req.param('object') === 'deals'
      ? context.json({ results: portal.pipelines.map((each, displayOrder) => ({ ...each, displayOrder, stages: [] })) })
      : fail(404, 'OBJECT_NOT_FOUND', 'No such pipelines'),
  );
  app.post(`/automation/actions/callbacks/${VERSION}/complete`, async (context) => {
    const body = completion.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(body.error));
    const unknown = body.data.inputs.filter(({ callbackId }) => !portal.blocked.has(callbackId));
    if (unknown.length > 0)
      return fail(404, 'OBJECT_NOT_FOUND', `No callback ${unknown.map(({ callbackId }) => callbackId).join(', ')}`);
    for (const { callbackId, outputFields } of body.data.inputs) portal.blocked.set(callbackId, outputFields);
    return context.body(null, 204);
  });
  return app;
}
