import type { AccountId, RecordRef } from '@backroom/shared';
import { reconciliationTranslator } from '@backroom/shared/messages/reconciliation';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { csvHead, csvRows } from '../../reconciliation/csv.ts';
import { findingKindSchema } from '../../reconciliation/finding.ts';
import type { Reconciliation } from '../../reconciliation/index.ts';
import type { DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { FINDINGS_A_PAGE, type ReconciliationView, runPage, runsPage, type StartForm } from './pages.ts';

type Parts = Surface & {
  reconciliation: Reconciliation;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
};
/** As for lists: what makes no sense in an address is as if it were not there. */
const querySchema = z.object({
  kind: findingKindSchema.nullable().catch(null).default(null),
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
});
const formSchema = z.object({ from: z.string().max(20).default(''), to: z.string().max(20).default('') });
/** So many findings are read at once for the file. */
const CSV_PAGE = 500;

/** Reconciliation at the desk: `/desk/reconciliation`, one comparison below it, and its file. */
export function reconciliationRoutes({ reconciliation, crmPages, view, show }: Parts) {
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): ReconciliationView => {
    const plain = view(context);
    return { ...plain, r: reconciliationTranslator(plain.locale) };
  };
  const dealUrls = async (account: AccountId) => {
    const page = await crmPages(account);
    return (id: string) => page({ type: 'deal', id });
  };
  async function list(context: Context<DeskEnv>, filled?: StartForm) {
    const { account } = context.get('session');
    const [runs, offered] = await Promise.all([reconciliation.list(account), reconciliation.offered(account)]);
    return show(
      context,
      runsPage(words(context), runs, filled ?? { ...offered, error: null }),
      filled?.error ? 422 : 200,
    );
  }

  app.get('/', (context) => list(context));
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const form = formSchema.parse(Object.fromEntries(new URLSearchParams(await context.req.text())));
    try {
      const id = await reconciliation.start({ account, actor }, form);
      return context.redirect(`/desk/reconciliation/${id}`, 303);
    } catch (error) {
      const field = error instanceof ProblemError && error.code === 'invalid_input' ? error.more.field : null;
      if (field !== 'from' && field !== 'to') throw error;
      return list(context, { ...form, error: { field, words: words(context).r(`bad.${field}`) } });
    }
  });
  app.get('/:file{[0-9a-f-]+\\.csv}', async (context) => {
    const { account } = context.get('session');
    const run = await reconciliation.get(account, context.req.param('file').replace(/\.csv$/, ''));
    const dealUrl = await dealUrls(account);
    const { r } = words(context);
    context.header('content-type', 'text/csv; charset=utf-8');
    const name = `backroom-reconciliation-${run.createdAt.slice(0, 10)}.csv`;
    context.header('content-disposition', `attachment; filename="${name}"`);
    context.header('cache-control', 'no-store');
    return stream(context, async (file) => {
      await file.write(csvHead());
      for (let after = 0; ; after += CSV_PAGE) {
        const findings = await reconciliation.findings(account, run.id, { after, limit: CSV_PAGE });
        if (findings.length > 0) await file.write(csvRows({ run, words: r, dealUrl }, findings));
        if (findings.length < CSV_PAGE) return;
      }
    });
  });
  app.get('/:id', async (context) => {
    const { account } = context.get('session');
    const { kind, after } = querySchema.parse(context.req.query());
    const run = await reconciliation.get(account, context.req.param('id'));
    const [findings, dealUrl] = await Promise.all([
      reconciliation.findings(account, run.id, { kind: kind ?? undefined, after, limit: FINDINGS_A_PAGE + 1 }),
      dealUrls(account),
    ]);
    return show(context, runPage(words(context), { run, kind, after, findings, dealUrl }));
  });
  return app;
}
