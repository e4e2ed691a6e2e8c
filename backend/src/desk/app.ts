import { type AccountId, problemCatalogue, type RecordRef, type SubmissionAction } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Connections } from '../accounts/connect.ts';
import { aboutRequest, problemOf } from '../api/errors.ts';
import { TWO_YEARS } from '../api/guards.ts';
import type { Limited } from '../api/limits.ts';
import { connectionRoutes } from '../console/connection/routes.ts';
import { ProblemError } from '../problems/error.ts';
import type { Reconciliation } from '../reconciliation/index.ts';
import type { SubmissionEngine } from '../submissions/engine.ts';
import { type AccessParts, accessRoutes } from './access-routes.ts';
import { actPage } from './act.ts';
import { assetNamed } from './assets.ts';
import { detailPage, mayDo, type Verb, verbs } from './detail.ts';
import { type PageInput, page } from './layout.ts';
import { countedStates, listPage, listQuerySchema, PAGE_ROWS, tabs } from './list.ts';
import { type Filled, readMending } from './mend.ts';
import { failure } from './parts.ts';
import { reconciliationRoutes } from './reconciliation-routes.ts';
import { type DeskEnv, deskSessions, type SessionOptions } from './session.ts';
import { viewOf } from './view.ts';

export type DeskOptions = SessionOptions &
  AccessParts & {
    submissions: SubmissionEngine;
    reconciliation: Reconciliation;
    connections: Connections;
    /** How the account's CRM shows its records; null for one that it cannot name an address of. */
    crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
    logger: Logger;
    /** Refuses what a person or an account asks too often. */
    limited: Limited;
  };
/** Scripts and styles are files of ours; nothing is loaded from elsewhere, and no page of another site may hold one of ours. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // With `no-referrer` browsers send `Origin: null` along with our own forms.
  referrerPolicy: 'same-origin',
  strictTransportSecurity: TWO_YEARS,
  xFrameOptions: 'DENY',
});
const verbSchema = z.enum(verbs);
const doneSchema = verbSchema.nullable().catch(null);
const idSchema = z.uuid();
/** A page of ours, and not `//elsewhere`. */
const backSchema = z
  .string()
  .regex(/^\/desk(?:[/?][\w/?&=~.:%+-]*)?$/)
  .catch('/desk/orders');
const viewSchema = z.object({
  locale: z.enum(['en', 'fr', 'de']).optional(),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .optional(),
});
const formOf = async (context: Context): Promise<Filled> =>
  Object.fromEntries(new URLSearchParams(await context.req.text()));

/** The order desk: pages that work without script, for whoever came with a link from the CRM. Mounted at `/desk`. */
export function createDesk(options: DeskOptions) {
  const { submissions, now, logger } = options;
  const sessions = deskSessions(options);
  const app = new Hono<DeskEnv>();
  const view = (context: Context<DeskEnv>) =>
    viewOf(context.get('session') ?? null, context.req.header('accept-language'), now());
  const show = (context: Context<DeskEnv>, input: PageInput, status: ContentfulStatusCode = 200) =>
    context.html(page(view(context), context.get('session') ?? null, { ...input, ...hereOf(context) }), status);
  /** What was done is said once: its mark is not part of where one is. A page that answers a form cannot be asked for again. */
  const hereOf = (context: Context<DeskEnv>): { here?: string } => {
    if (context.req.method !== 'GET') return {};
    const url = new URL(context.req.url);
    url.searchParams.delete('done');
    return { here: `${url.pathname}${url.search}` };
  };
  const who = (context: Context<DeskEnv>) => {
    const { account, actor } = context.get('session');
    return { account, actor };
  };
  const idOf = (context: Context<DeskEnv>): string => {
    const id = idSchema.safeParse(context.req.param('id'));
    if (!id.success) throw new ProblemError('not_found');
    return id.data;
  };
  /** The words for a failure: csrf's own refusal is one of ours by now. */
  const problem = (context: Context<DeskEnv>, error: unknown) =>
    problemOf(
      context.get('reference'),
      error instanceof HTTPException ? new ProblemError('forbidden', { cause: error }) : error,
      logger,
      view(context).locale,
      aboutRequest(context),
    );

  app.onError((error, context) => {
    const words = problem(context, error);
    const { title } = words;
    const { d } = view(context);
    const body = html`<h1 tabindex="-1">${title}</h1>${failure(view(context), words)}
${context.get('session') ? html`<p class="actions"><a class="button" href="/desk/orders">${d('back')}</a></p>` : ''}`;
    return show(context, { title, place: null, body }, problemCatalogue[words.code].status as ContentfulStatusCode);
  });
  app.use(headers);
  app.get('/assets/:name', (context) => {
    const asset = assetNamed(context.req.param('name'));
    if (!asset) throw new ProblemError('not_found');
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/enter/:token', async (context) => {
    // As a page of its own, opened by a person: another site cannot have it loaded in a frame or as a picture.
    if ((context.req.header('sec-fetch-dest') ?? 'document') !== 'document') throw new ProblemError('forbidden');
    return context.redirect(await sessions.enter(context, context.req.param('token')), 303);
  });

  app.use(csrf({ origin: options.origin }), sessions.signedIn, options.limited);
  app.get('/', (context) => context.redirect('/desk/orders', 303));
  app.post('/sign-out', async (context) => {
    const words = view(context);
    await sessions.leave(context);
    const body = html`<h1 tabindex="-1">${words.d('signed_out')}</h1><p>${words.d('signed_out_text')}</p>`;
    return context.html(page(words, null, { title: words.d('signed_out'), place: null, body }));
  });
  app.post('/view', async (context) => {
    const form = await formOf(context);
    const change = viewSchema.safeParse(form);
    if (change.success) await sessions.change(context, change.data);
    const from = URL.parse(context.req.header('referer') ?? '');
    return context.redirect(backSchema.parse(form.back ?? (from ? `${from.pathname}${from.search}` : '')), 303);
  });

  app.get('/orders', async (context) => {
    const { account } = who(context);
    const query = listQuerySchema.parse(context.req.query());
    const { states, order } = tabs[query.tab];
    const [rows, counts, crmPage] = await Promise.all([
      submissions.list(account, {
        ...(states ? { states } : {}),
        ...(query.search ? { search: query.search } : {}),
        order,
        after: query.after,
        limit: PAGE_ROWS + 1,
      }),
      submissions.counts(account, countedStates),
      options.crmPages(account),
    ]);
    return show(context, listPage(view(context), { query, rows, counts, crmPage }));
  });
  app.get('/orders/:id', async (context) => {
    const { account } = who(context);
    const [details, crmPage] = await Promise.all([
      submissions.details(account, idOf(context)),
      options.crmPages(account),
    ]);
    const done = doneSchema.parse(context.req.query('done') ?? null);
    return show(context, detailPage(view(context), { ...details, crmPage, done }));
  });
  const verbOf = (context: Context<DeskEnv>): Verb => {
    const verb = verbSchema.safeParse(context.req.param('verb'));
    if (!verb.success) throw new ProblemError('not_found');
    return verb.data;
  };
  app.get('/orders/:id/:verb', async (context) => {
    const verb = verbOf(context);
    const details = await submissions.details(who(context).account, idOf(context));
    // It has moved on since the page was drawn: the page as it is now says what is possible.
    if (!mayDo(details.submission)[verb]) throw new ProblemError('submission_state');
    return show(context, actPage(view(context), { ...details, verb }));
  });
  app.post('/orders/:id/:verb', async (context) => {
    const verb = verbOf(context);
    const details = await submissions.details(who(context).account, idOf(context));
    const filled = await formOf(context);
    const again = (more: Pick<Parameters<typeof actPage>[1], 'errors' | 'problem'>, status: ContentfulStatusCode) =>
      show(context, actPage(view(context), { ...details, verb, filled, ...more }), status);
    let action: SubmissionAction;
    if (verb === 'mend') {
      if (details.payload?.kind !== 'order') throw new ProblemError('submission_state');
      const { change, errors } = readMending(view(context), details.payload.order, filled);
      if (Object.keys(errors).length > 0) return again({ errors }, 422);
      action = { action: 'mend', change };
    } else if (verb === 'adopt') {
      const erpNumber = filled.erpNumber?.trim() ?? '';
      if (erpNumber === '' || erpNumber.length > 64)
        return again({ errors: { erpNumber: view(context).d('bad.erp_number') } }, 422);
      action = { action: 'adopt', erpNumber };
    } else action = { action: verb };
    try {
      await submissions.act(who(context), details.submission.id, action);
    } catch (error) {
      const words = problem(context, error);
      // What was typed stays; whatever is no longer possible is said on a page of its own.
      if (words.code === 'submission_state') throw error;
      return again({ problem: words }, words.status as ContentfulStatusCode);
    }
    return context.redirect(`/desk/orders/${details.submission.id}?done=${verb}`, 303);
  });
  const { reconciliation, crmPages } = options;
  app.route('/reconciliation', reconciliationRoutes({ reconciliation, crmPages, view, show }));
  app.route('/connection', connectionRoutes({ connections: options.connections, view, show, problem }));
  app.route('/access', accessRoutes({ ...options, view, show }));
  app.all('*', () => {
    throw new ProblemError('not_found');
  });
  return app;
}
