import { type AccountId, orderActActionSchema, type RecordRef, type SubmissionAction } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { SubmissionEngine } from '../../submissions/engine.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { actPage } from './act.ts';
import { bulkPage, pickedOf, reportPage } from './bulk.ts';
import { CHANGES, changesPage, isOver, SHOWN, underWay } from './changes.ts';
import { detailPage, mayDo, type Verb, verbs } from './detail.ts';
import { countedStates, listPage, listQuerySchema, PAGE_ROWS, tabs } from './list.ts';
import { readMending } from './mend.ts';

type Parts = Surface & {
  submissions: SubmissionEngine;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
};
const verbSchema = z.enum(verbs);
const doneSchema = verbSchema.nullable().catch(null);
const idSchema = z.uuid();
const interveneSchema = orderActActionSchema.extend({ id: idSchema });

/** The order desk below `/desk/orders`: the list of writes, one write, and what can be done with it. */
export function orderRoutes({ submissions, crmPages, view, show, problem }: Parts) {
  const app = new Hono<DeskEnv>();
  const who = (context: Context<DeskEnv>) => {
    const { account, actor } = context.get('session');
    return { account, actor };
  };
  const idOf = (context: Context<DeskEnv>): string => {
    const id = idSchema.safeParse(context.req.param('id'));
    if (!id.success) throw new ProblemError('not_found');
    return id.data;
  };
  app.get('/', async (context) => {
    const { account, actor } = who(context);
    const query = listQuerySchema.parse(context.req.query());
    const { states, order, ...only } = tabs[query.tab];
    const [rows, counts, crmPage] = await Promise.all([
      submissions.list(account, {
        ...only,
        ...(states ? { states } : {}),
        ...(query.search ? { search: query.search } : {}),
        kind: query.kind,
        ...(query.mine ? { by: actor } : {}),
        order,
        after: query.after,
        limit: PAGE_ROWS + 1,
      }),
      submissions.counts(account, countedStates),
      crmPages(account),
    ]);
    return show(context, listPage(view(context), { query, rows, counts, crmPage }));
  });
  /** What was ticked and is still there. */
  const picked = async (context: Context<DeskEnv>, ids: readonly string[]) => {
    const found = await Promise.allSettled(pickedOf(ids).map((id) => submissions.details(who(context).account, id)));
    return found.flatMap((each) =>
      each.status === 'fulfilled' ? [{ ...each.value.submission, names: each.value.names }] : [],
    );
  };
  app.get('/resend', async (context) =>
    show(context, bulkPage(view(context), await picked(context, context.req.queries('id') ?? []))),
  );
  app.post('/resend', async (context) => {
    const ids = pickedOf(new URLSearchParams(await context.req.text()).getAll('id'));
    const missed: string[] = [];
    for (const id of ids)
      await submissions.act(who(context), id, { action: 'resend' }).catch((error: unknown) => {
        // Somebody else was quicker, or it moved on by itself: the report says where it stands.
        if (!(error instanceof ProblemError)) throw error;
        missed.push(id);
      });
    const query = new URLSearchParams(ids.map((id): [string, string] => ['id', id]));
    for (const id of missed) query.append('not', id);
    return context.redirect(`/desk/orders/resent?${query}`, 303);
  });
  app.get('/resent', async (context) => {
    const rows = await picked(context, context.req.queries('id') ?? []);
    return show(context, reportPage(view(context), rows, new Set(context.req.queries('not') ?? [])));
  });
  app.get('/changes', async (context) => {
    const { account } = who(context);
    const [open, over, crmPage] = await Promise.all([
      submissions.acts.list(account, { states: underWay, limit: SHOWN }),
      submissions.acts.list(account, { states: isOver, limit: SHOWN }),
      crmPages(account),
    ]);
    return show(context, changesPage(view(context), { open, over, crmPage }));
  });
  app.post('/changes', async (context) => {
    const { id, action } = interveneSchema.parse(await formOf(context));
    await submissions.acts.intervene(who(context), id, action);
    return context.redirect(CHANGES, 303);
  });
  app.get('/:id', async (context) => {
    const { account } = who(context);
    const [details, crmPage] = await Promise.all([submissions.details(account, idOf(context)), crmPages(account)]);
    const done = doneSchema.parse(context.req.query('done') ?? null);
    return show(context, detailPage(view(context), { ...details, crmPage, done }));
  });
  const verbOf = (context: Context<DeskEnv>): Verb => {
    const verb = verbSchema.safeParse(context.req.param('verb'));
    if (!verb.success) throw new ProblemError('not_found');
    return verb.data;
  };
  app.get('/:id/:verb', async (context) => {
    const verb = verbOf(context);
    const details = await submissions.details(who(context).account, idOf(context));
    // It has moved on since the page was drawn: the page as it is now says what is possible.
    if (!mayDo(details.submission)[verb]) throw new ProblemError('submission_state');
    return show(context, actPage(view(context), { ...details, verb }));
  });
  app.post('/:id/:verb', async (context) => {
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
  return app;
}
