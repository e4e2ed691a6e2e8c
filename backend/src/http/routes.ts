import {
  type AccountId,
  answer,
  convertInputSchema,
  customerPanelSchema,
  linkInputSchema,
  panelNameSchema,
  panelsAnswerSchema,
  previewSchema,
  problemSchema,
  quoteChoiceInputSchema,
  recordIdSchema,
  recordTypeSchema,
  returnInputSchema,
  settingsInputSchema,
  settingsSchema,
  submissionActionSchema,
  submissionSchema,
} from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { Caller } from '../access/caller.ts';
import type { documentTokens } from '../access/documents.ts';
import type { Rights } from '../access/rights.ts';
import { type Asker, openContext, type Services } from '../flows/context.ts';
import { link, readCustomer } from '../flows/customers/service.ts';
import { readInvoices } from '../flows/invoices/service.ts';
import { convert } from '../flows/orders/convert.ts';
import { previewOf } from '../flows/orders/preview.ts';
import { chooseQuote } from '../flows/orders/quote.ts';
import { readPanels } from '../flows/record/panels.ts';
import { claimReturn } from '../flows/returns/service.ts';
import { readSettings, saveSettings } from '../flows/settings/service.ts';
import { ProblemError } from '../problems/error.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Variables } from './errors.ts';
import { idempotent, keyOf } from './idempotency.ts';

type Env = { Variables: Variables };
const viewer = z.object({ locale: z.string().max(35).optional(), timeZone: z.string().max(64).optional() });
const recordParams = z.object({ type: recordTypeSchema, id: recordIdSchema });
const names = z
  .string()
  .max(200)
  .transform((text, context) => {
    const parsed = z.array(panelNameSchema).safeParse(text.split(',').filter(Boolean));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'names of panels, separated by commas' });
    return z.NEVER;
  });
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true as const },
});
const responses = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { 'application/json': { schema: answer(schema) } } },
  default: {
    description: 'A problem, for callers that do not come through a CRM’s proxy',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
});
function askerOf(context: HonoContext<Env>): Asker {
  const caller = context.get('caller');
  return {
    account: caller.account,
    actor: caller.userEmail,
    userId: caller.userId,
    locale: languageOf(context.req.query('locale')),
    reference: context.get('reference'),
  };
}

/** An address that opens the order desk once, for the caller; at a submission or another page where one is named. */
export type DeskLink = (
  caller: Caller,
  viewer: { locale: string | null; timeZone: string | null },
  place: { submission: string | null; page: 'connection' | null },
) => Promise<{ url: string; expiresAt: string }>;

/** Everything below `/v1`. A route parses, calls one function, and gives its answer; the errors go to the app's handler. */
export function createRoutes(options: {
  services: Services;
  documents: ReturnType<typeof documentTokens>;
  origin: string;
  deskLink: DeskLink;
  rights: Rights;
  audit: Pick<AuditStore, 'note'>;
  uninstall: (account: AccountId) => Promise<void>;
}) {
  const { services, documents, origin, deskLink, rights, audit } = options;
  const app = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      if (errors.some(({ path }) => path === 'only' || path === 'panel'))
        throw new ProblemError('panel_unknown', { errors });
      throw new ProblemError('invalid_input', { errors, ...(errors[0] ? { field: errors[0].path } : {}) });
    },
  });
  const once = idempotent(services);

  app.openapi(
    createRoute({
      method: 'get',
      path: '/records/{type}/{id}/panels',
      summary: 'Panels of a record',
      request: { params: recordParams, query: viewer.extend({ only: names.optional(), refresh: names.optional() }) },
      responses: responses(panelsAnswerSchema, 'Each panel with its own result or problem'),
    }),
    async (context) => {
      const { type, id } = context.req.valid('param');
      const { only, refresh } = context.req.valid('query');
      const ctx = await openContext(services, askerOf(context), { type, id }, { refresh: refresh ?? [] });
      return context.json({ ok: true as const, data: await readPanels(ctx, only ?? ['overview']) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/records/{type}/{id}/panels/{panel}',
      summary: 'One panel',
      request: { params: recordParams.extend({ panel: panelNameSchema }), query: viewer },
      responses: responses(panelsAnswerSchema, 'The panel'),
    }),
    async (context) => {
      const { type, id, panel } = context.req.valid('param');
      const ctx = await openContext(services, askerOf(context), { type, id });
      return context.json({ ok: true as const, data: await readPanels(ctx, [panel]) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/records/deal/{id}/preview',
      summary: 'What converting would send',
      request: { params: z.object({ id: recordIdSchema }), query: viewer, ...body(z.strictObject({})) },
      responses: responses(previewSchema, 'The preview, bound to the quote’s revision'),
    }),
    async (context) => {
      const ctx = await openContext(
        services,
        askerOf(context),
        { type: 'deal', id: context.req.valid('param').id },
        { fresh: true },
      );
      return context.json({ ok: true as const, data: (await previewOf(ctx)).preview }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/records/deal/{id}/quote',
      summary: 'Choose which of several accepted quotes counts',
      request: { params: z.object({ id: recordIdSchema }), query: viewer, ...body(quoteChoiceInputSchema) },
      responses: responses(quoteChoiceInputSchema, 'The quote that counts from now on'),
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      const ctx = await openContext(services, askerOf(context), { type: 'deal', id }, { fresh: true });
      return context.json({ ok: true as const, data: await chooseQuote(ctx, context.req.valid('json').quote) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/orders',
      summary: 'Convert the previewed quote',
      request: { query: viewer, ...body(convertInputSchema) },
      responses: responses(submissionSchema, 'The submission: kept from now on'),
    }),
    async (context) => {
      const input = context.req.valid('json');
      const { idempotencyKey, ...request } = input;
      const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
      const asker = askerOf(context);
      const data = await once(asker.account, key, { convert: request }, async () =>
        convert(
          await openContext(services, asker, { type: 'deal', id: request.dealId }, { fresh: true }),
          request,
          key,
        ),
      );
      return context.json({ ok: true as const, data }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/records/{type}/{id}/submissions',
      summary: 'Writes of a record',
      request: { params: recordParams, query: viewer },
      responses: responses(z.object({ submissions: z.array(submissionSchema) }), 'Newest first'),
    }),
    async (context) => {
      const { type, id } = context.req.valid('param');
      await rights.requireView(context.get('caller'), { type, id });
      return context.json(
        {
          ok: true as const,
          data: { submissions: await services.submissions.listForRecord(askerOf(context).account, { type, id }) },
        },
        200,
      );
    },
  );
  /** A write may be seen, and acted on, by whom the CRM shows its record. */
  async function visible(caller: Caller, id: string) {
    const submission = await services.submissions.get(caller.account, id);
    await rights.requireView(caller, submission.record);
    return submission;
  }
  const submissionParams = z.object({ id: z.uuid() });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/submissions/{id}',
      summary: 'One write with its events',
      request: { params: submissionParams, query: viewer },
      responses: responses(submissionSchema, 'The submission'),
    }),
    async (context) =>
      context.json(
        { ok: true as const, data: await visible(context.get('caller'), context.req.valid('param').id) },
        200,
      ),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/submissions/{id}/actions',
      summary: 'Send again, cancel, adopt',
      request: { params: submissionParams, query: viewer, ...body(submissionActionSchema) },
      responses: responses(submissionSchema, 'The submission afterwards'),
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      await visible(context.get('caller'), id);
      const data = await services.submissions.act(askerOf(context), id, context.req.valid('json'));
      return context.json({ ok: true as const, data }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/records/{type}/{id}/link',
      summary: 'Tie the company to an ERP customer',
      request: { params: recordParams, query: viewer, ...body(linkInputSchema) },
      responses: responses(z.object({ panel: customerPanelSchema }), 'The customer panel afterwards'),
    }),
    async (context) => {
      const input = context.req.valid('json');
      const ref = context.req.valid('param');
      const asker = askerOf(context);
      const key = input.action === 'create' ? keyOf(context.req.header('idempotency-key'), input.idempotencyKey) : '';
      await link(await openContext(services, asker, ref, { fresh: true }), input, key);
      const result = await readCustomer(await openContext(services, asker, ref));
      if (result.state !== 'ready') throw new ProblemError('erp_timeout');
      return context.json({ ok: true as const, data: { panel: result.data } }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/returns',
      summary: 'Claim a return',
      request: { query: viewer, ...body(returnInputSchema) },
      responses: responses(submissionSchema, 'The submission'),
    }),
    async (context) => {
      const input = context.req.valid('json');
      const { idempotencyKey, ...claim } = input;
      const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
      const asker = askerOf(context);
      const data = await once(asker.account, key, { claim }, async () =>
        claimReturn(await openContext(services, asker, claim.record), claim, key),
      );
      return context.json({ ok: true as const, data }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/invoices/{id}/link',
      summary: 'A short-lived address of an invoice’s PDF',
      request: {
        params: z.object({ id: z.string().min(1).max(200) }),
        query: viewer,
        ...body(z.strictObject({ recordType: recordTypeSchema, recordId: recordIdSchema })),
      },
      responses: responses(z.object({ url: z.url(), expiresAt: z.iso.datetime() }), 'Good for two minutes'),
    }),
    async (context) => {
      const { recordType, recordId } = context.req.valid('json');
      const asker = askerOf(context);
      const ctx = await openContext(services, asker, { type: recordType, id: recordId });
      const result = await readInvoices(ctx);
      // The id comes from a card: only an invoice of this record's own customer gets a link.
      const invoice =
        result.state === 'ready'
          ? result.data.invoices.find(({ id, hasPdf }) => hasPdf && id === context.req.valid('param').id)
          : undefined;
      if (!invoice || !ctx.link) throw new ProblemError('not_found');
      const { token, expiresAt } = await documents.sign(
        asker.account,
        invoice.id,
        ctx.link.customer.id,
        services.now().getTime(),
      );
      return context.json({ ok: true as const, data: { url: `${origin}/documents/${token}`, expiresAt } }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/desk/link',
      summary: 'A short-lived address that opens the order desk once',
      request: {
        query: viewer,
        ...body(z.strictObject({ submission: z.uuid().optional(), page: z.enum(['connection']).optional() })),
      },
      responses: responses(
        z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
        'Good for ten minutes, for the caller alone',
      ),
    }),
    async (context) => {
      // The desk shows the orders of everybody, with their prices: a rep's own rights end at the records that the CRM shows.
      await rights.requireAdmin(context.get('caller'));
      const { locale = null, timeZone = null } = context.req.valid('query');
      const { submission = null, page = null } = context.req.valid('json');
      // Before a link to it leaves: it must be there, and the caller's account's.
      if (submission) await services.submissions.get(askerOf(context).account, submission);
      const data = await deskLink(context.get('caller'), { locale, timeZone }, { submission, page });
      return context.json({ ok: true as const, data }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/settings',
      summary: 'Settings of the account',
      request: { query: viewer },
      responses: responses(settingsSchema, 'The settings'),
    }),
    async (context) => context.json({ ok: true as const, data: await readSettings(services, askerOf(context)) }, 200),
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/settings',
      summary: 'Change the settings',
      request: { query: viewer, ...body(settingsInputSchema) },
      responses: responses(settingsSchema, 'The settings afterwards'),
    }),
    async (context) => {
      await rights.requireAdmin(context.get('caller'));
      const asker = askerOf(context);
      const input = context.req.valid('json');
      await saveSettings(services, asker, input);
      await audit.note(asker.account, asker.actor, 'settings_changed', JSON.stringify(input));
      return context.json({ ok: true as const, data: await readSettings(services, asker) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/account/uninstall',
      summary: 'End Backroom for this account and delete what it keeps',
      request: { query: viewer, ...body(z.strictObject({ account: z.string() })) },
      responses: responses(z.object({ removed: z.literal(true) }), 'Nothing of the account is left'),
    }),
    async (context) => {
      const caller = context.get('caller');
      await rights.requireAdmin(caller);
      // The account's name is typed: a press in the wrong place ends nothing.
      if (context.req.valid('json').account !== caller.account)
        throw new ProblemError('invalid_input', { field: 'account' });
      await options.uninstall(caller.account);
      return context.json({ ok: true as const, data: { removed: true as const } }, 200);
    },
  );
  return app;
}
