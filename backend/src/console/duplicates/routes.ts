import type { AccountId, RecordRef } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { aloneRows, csvHead, type FileError, pairRows } from '../../scans/csv.ts';
import { decisions, readPairKey } from '../../scans/decision.ts';
import type { Scans } from '../../scans/index.ts';
import { aloneLists, hasResults, isAloneList, lists, type PairView, pairLists, type Scan } from '../../scans/views.ts';
import type { AccountStore } from '../../store/accounts.ts';
import { MAIN } from '../../store/connections.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { confirmPage, duplicatesPage } from './pages.ts';
import { A_PAGE, addressOf, BASE, type DuplicatesView, type Where, withWords } from './view.ts';

type Parts = Surface & {
  scans: Scans;
  accounts: Pick<AccountStore, 'get' | 'connections'>;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
};
/** As for lists: what makes no sense in an address is as if it were not there. */
const querySchema = z.object({
  connection: z.string().max(40).optional().catch(undefined),
  list: z.enum(lists).catch('certain').default('certain'),
  q: z.string().trim().max(100).catch('').default(''),
  after: z.string().max(700).nullable().catch(null).default(null),
  done: z.enum(['link', 'not_same', 'later', 'undo', 'file']).nullable().catch(null).default(null),
  count: z.coerce.number().int().min(0).catch(0).default(0),
});
const formSchema = z.object({
  scan: z.string().default(''),
  pair: z.string().default(''),
  decision: z
    .enum([...decisions, 'undo'])
    .optional()
    .catch(undefined),
  back: z.string().default(''),
});
/** Rows of the file that are read at once. */
const CSV_PAGE = 500;
const pages = new RegExp(`^${BASE}(?:\\?[\\w=&%+.~-]*)?$`);

/** The duplicate scan at the desk: `/desk/duplicates`. Works without script. */
export function duplicateRoutes({ scans, accounts, crmPages, ...surface }: Parts) {
  const app = new Hono<DeskEnv>();
  const { show } = surface;
  const words = (context: Context<DeskEnv>): DuplicatesView => withWords(surface.view(context));
  /** What a person sees who comes without a list: the first one that something is open in. */
  type More = { refused?: PairView; file?: readonly FileError[]; busy?: boolean; where?: Where };

  async function draw(context: Context<DeskEnv>, more: More = {}, status: ContentfulStatusCode = 200) {
    const { account } = context.get('session');
    const asked = querySchema.parse(context.req.query());
    const [connections, known] = await Promise.all([accounts.connections(account), accounts.get(account)]);
    if (!known) throw new ProblemError('account_unknown');
    const wanted = more.where?.connection ?? asked.connection;
    const chosen = connections.find(({ id }) => id === wanted) ?? connections.find(({ isDefault }) => isDefault);
    if (!chosen) throw new ProblemError('erp_not_connected');
    const connection = chosen.id;
    const [active, newest, shown] = await Promise.all([
      scans.active(account),
      scans.newest(account, connection),
      scans.shown(account, connection),
    ]);
    const current = active ?? (newest?.state === 'failed' ? newest : null);
    const counts = shown && (await scans.counts(account, shown.id));
    const named =
      more.where?.list ??
      (context.req.query('list') === undefined && counts ? lists.find((each) => counts[each] > 0) : undefined);
    const where: Where = more.where ?? { connection, list: named ?? asked.list, search: asked.q, after: asked.after };
    const page = { list: where.list, search: where.search, after: where.after, limit: A_PAGE + 1 };
    const [pairs, alone] = shown
      ? await Promise.all([
          isAloneList(where.list) ? [] : scans.pairs(account, shown.id, page),
          isAloneList(where.list) ? scans.alone(account, shown.id, page) : [],
        ])
      : [[], []];
    const customers = [...pairs.flatMap(({ left, right }) => [left, right]), ...alone].flatMap((each) =>
      each?.side === 'erp' ? [each.id] : [],
    );
    const [lastOrders, url] = await Promise.all([scans.lastOrders(account, connection, customers), crmPages(account)]);
    const view = words(context);
    const { u } = view;
    const done =
      asked.done && (asked.done === 'file' ? u('done.file', { count: String(asked.count) }) : u(`done.${asked.done}`));
    return show(
      context,
      duplicatesPage(view, {
        where: { ...where, connection },
        connections,
        current,
        shown,
        counts,
        pairs,
        alone,
        lastOrders,
        companyUrl: (id) => url({ type: 'company', id }),
        key: known.setup.key,
        done: context.req.method === 'GET' ? done : null,
        refused: more.refused ?? null,
        file: more.file ?? null,
        busy: more.busy ?? false,
      }),
      status,
    );
  }
  /** Back to the list that the form was sent from, and nowhere else. */
  const backTo = (back: string, done: string, more: Record<string, string> = {}): string => {
    const address = new URL(pages.test(back) ? back : BASE, 'https://desk.invalid');
    address.searchParams.delete('done');
    address.searchParams.set('done', done);
    for (const [name, value] of Object.entries(more)) address.searchParams.set(name, value);
    return `${address.pathname}${address.search}`;
  };
  const whereOf = (back: string): Where => {
    const asked = querySchema.parse(
      Object.fromEntries(new URL(pages.test(back) ? back : BASE, 'https://desk.invalid').searchParams),
    );
    return { connection: asked.connection ?? MAIN, list: asked.list, search: asked.q, after: asked.after };
  };
  const after = (context: Context<DeskEnv>, scan: Scan) =>
    context.redirect(addressOf({ connection: scan.connection }), 303);

  app.get('/', (context) => draw(context));
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const { connection = MAIN } = await formOf(context);
    const id = await scans.start({ account, actor }, connection);
    return after(context, await scans.scan(account, id));
  });
  for (const [path, act] of [
    ['/pause', scans.pause],
    ['/resume', scans.resume],
    ['/discard', scans.discard],
  ] as const)
    app.post(path, async (context) => {
      const { account } = context.get('session');
      const { scan: id } = formSchema.parse(await formOf(context));
      const scan = await scans.scan(account, id);
      await act(account, scan.id);
      return after(context, scan);
    });
  app.post('/decide', async (context) => {
    const { account, actor } = context.get('session');
    const { scan, pair, decision, back } = formSchema.parse(await formOf(context));
    const ref = readPairKey(pair);
    if (!ref || !decision) throw new ProblemError('invalid_input', { field: 'decision' });
    if (decision === 'undo') await scans.undo({ account, actor }, scan, ref);
    else {
      const made = await scans.decideOne({ account, actor }, scan, ref, decision);
      const outcome = made.decision?.outcome;
      if (outcome && outcome !== 'done') return draw(context, { refused: made, where: whereOf(back) }, 409);
    }
    return context.redirect(backTo(back, decision), 303);
  });
  app.post('/file', async (context) => {
    const { account, actor } = context.get('session');
    const body = await context.req.parseBody();
    const scan = await scans.scan(account, typeof body.scan === 'string' ? body.scan : '');
    const where: Where = { connection: scan.connection, list: 'certain', search: '', after: null };
    // A spreadsheet of Windows may write its own character set; the columns that are read are plain letters in each.
    const text = body.file instanceof File ? await body.file.text() : '';
    const result = await scans.decideFile({ account, actor }, scan, text);
    if (result === 'busy') return draw(context, { busy: true, where }, 409);
    if ('errors' in result) return draw(context, { file: result.errors, where }, 422);
    return context.redirect(
      backTo(addressOf({ connection: scan.connection }), 'file', { count: String(result.kept) }),
      303,
    );
  });
  app.get('/:file{[0-9a-f-]+\\.csv}', async (context) => {
    const { account } = context.get('session');
    const scan = await scans.scan(account, context.req.param('file').replace(/\.csv$/, ''));
    if (!hasResults(scan)) throw new ProblemError('not_found');
    const { u } = words(context);
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header(
      'content-disposition',
      `attachment; filename="backroom-duplicates-${scan.createdAt.slice(0, 10)}.csv"`,
    );
    context.header('cache-control', 'no-store');
    return stream(context, async (file) => {
      await file.write(csvHead());
      for (const list of pairLists)
        for (let next: string | null = null; ; ) {
          const pairs: PairView[] = await scans.pairs(account, scan.id, {
            list,
            search: '',
            after: next,
            limit: CSV_PAGE,
          });
          const last = pairs.at(-1);
          if (last) await file.write(pairRows(u, list, pairs));
          if (!last || pairs.length < CSV_PAGE) break;
          next = [last.leftId, last.rightId].map(encodeURIComponent).join('~');
        }
      for (const list of aloneLists)
        for (let next: string | null = null; ; ) {
          const entries = await scans.alone(account, scan.id, { list, search: '', after: next, limit: CSV_PAGE });
          const last = entries.at(-1);
          if (last) await file.write(aloneRows(u, list, entries));
          if (!last || entries.length < CSV_PAGE) break;
          next = last.id;
        }
    });
  });
  app.get('/:scan/link', async (context) => {
    const { account } = context.get('session');
    const scan = await scans.scan(account, context.req.param('scan'));
    const { certain } = await scans.counts(account, scan.id);
    return show(context, confirmPage(words(context), scan, certain));
  });
  app.post('/:scan/link', async (context) => {
    const { account, actor } = context.get('session');
    const scan = await scans.scan(account, context.req.param('scan'));
    const count = await scans.linkCertain({ account, actor }, scan.id);
    if (count === null)
      return draw(
        context,
        { busy: true, where: { connection: scan.connection, list: 'certain', search: '', after: null } },
        409,
      );
    return after(context, scan);
  });
  return app;
}
