import { recordIdSchema, recordTypeSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { readInvoices } from '../../../flows/invoices/service.ts';
import { ProblemError } from '../../../problems/error.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/invoices/{id}/link',
  summary: 'A short-lived address of an invoice’s PDF',
  request: {
    params: z.object({ id: z.string().min(1).max(200) }),
    query: viewer,
    ...body(z.strictObject({ recordType: recordTypeSchema, recordId: recordIdSchema })),
  },
  responses: responses(z.object({ url: z.url(), expiresAt: z.iso.datetime() }), 'Good for two minutes'),
});

export function linkInvoice(api: Api, { services, documents, origin }: Parts): void {
  api.openapi(route, async (context) => {
    const { recordType, recordId } = context.req.valid('json');
    const { id } = context.req.valid('param');
    const asker = askerOf(context);
    const ctx = await openContext(services, asker, { type: recordType, id: recordId });
    const result = await readInvoices(ctx);
    // The id comes from a card: only an invoice of this record's own customer gets a link.
    const listed = result.state === 'ready' ? result.data.invoices : [];
    const invoice = listed.find((each) => each.hasPdf && each.id === id);
    if (!invoice || !ctx.link) throw new ProblemError('not_found');
    const at = services.now().getTime();
    const { token, expiresAt } = await documents.sign(
      { account: asker.account, connection: ctx.connection.id },
      invoice.id,
      ctx.link.customer.id,
      at,
    );
    return context.json(ok({ url: `${origin}/documents/${token}`, expiresAt }), 200);
  });
}
