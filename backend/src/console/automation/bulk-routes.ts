import { type AccountId, dayIn, daysAfter, type RecordRef } from '@backroom/shared';
import { automationTranslator } from '@backroom/shared/messages/automation';
import { bulkTranslator } from '@backroom/shared/messages/bulk';
import { mappingTranslator } from '@backroom/shared/messages/mapping';
import { timelineTranslator } from '@backroom/shared/messages/timeline';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { reportCsv } from '../../automation/csv.ts';
import type { Automation } from '../../automation/index.ts';
import { ProblemError } from '../../problems/error.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { type BulkView, bulkPage, PATH, runPage } from './bulk-pages.ts';
import { reasons } from './pages.ts';

export type BulkParts = {
  automation: Pick<
    Automation,
    'runs' | 'run' | 'beginRun' | 'startRun' | 'pauseRun' | 'resumeRun' | 'stopRun' | 'ofRun' | 'reported'
  >;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
  /** The company's calendar. */
  timeZoneOf: (account: AccountId) => Promise<string>;
  now: () => number;
};
const SHOWN = 20;
const OFFERED_DAYS = 30;

/** `/desk/automation/bulk`: won deals without an order, converted as a person picks them. */
export function bulkRoutes(parts: Surface & BulkParts) {
  const { automation, crmPages, view, show } = parts;
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): BulkView => {
    const plain = view(context);
    const { locale } = plain;
    return {
      ...plain,
      u: automationTranslator(locale),
      l: timelineTranslator(locale),
      m: mappingTranslator(locale),
      b: bulkTranslator(locale),
    };
  };
  const idOf = (context: Context<DeskEnv>): string => {
    const id = z.uuid().safeParse(context.req.param('id')).data;
    if (!id) throw new ProblemError('not_found');
    return id;
  };
  async function list(context: Context<DeskEnv>, typed?: { from: string; to: string }) {
    const { account } = context.get('session');
    const to = dayIn(await parts.timeZoneOf(account), new Date(parts.now()));
    const form = typed ?? { from: daysAfter(to, 1 - OFFERED_DAYS), to };
    const runs = await automation.runs(account, SHOWN);
    return show(context, bulkPage(words(context), runs, { ...form, wrong: typed !== undefined }), typed ? 422 : 200);
  }
  app.get('/', (context) => list(context));
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const { from = '', to = '' } = await formOf(context);
    const timeZone = await parts.timeZoneOf(account);
    try {
      const id = await automation.beginRun({ account, actor }, { from, to, timeZone });
      const run = await automation.run(account, id);
      // One run at a time: a person who asked for other days is told whose they see.
      const isOther = run.from !== from || run.to !== to;
      return context.redirect(`${PATH}/${id}${isOther ? '?other=run' : ''}`, 303);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'invalid_input') return list(context, { from, to });
      throw error;
    }
  });
  async function one(context: Context<DeskEnv>, nothingPicked = false) {
    const { account } = context.get('session');
    const id = idOf(context);
    const [run, deals, crmPage] = await Promise.all([
      automation.run(account, id),
      automation.ofRun(account, id),
      crmPages(account),
    ]);
    return show(
      context,
      runPage(words(context), run, deals, {
        crmPage: (deal) => crmPage({ type: 'deal', id: deal }),
        nothingPicked,
        isOther: context.req.query('other') === 'run',
      }),
      nothingPicked ? 422 : 200,
    );
  }
  app.get('/:id', (context) => one(context));
  app.get('/:id/report.csv', async (context) => {
    const { account } = context.get('session');
    const run = await automation.run(account, idOf(context));
    const [rows, crmPage] = await Promise.all([automation.reported(account, run.id), crmPages(account)]);
    const said = words(context);
    const csv = reportCsv(rows, {
      why: ({ findings }) => (findings ? reasons(said, findings).join(' ') : ''),
      dealUrl: (id) => crmPage({ type: 'deal', id }),
    });
    return context.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bulk-${run.from}-${run.to}.csv"`,
    });
  });
  app.post('/:id/start', async (context) => {
    const { account } = context.get('session');
    const picked = new URLSearchParams(await context.req.text()).getAll('pick');
    const ids = [...new Set(picked)].filter((id) => z.uuid().safeParse(id).success);
    // Started with nothing it would be over at once, and the deals would have to be looked at anew.
    if (ids.length === 0 && (await automation.run(account, idOf(context))).state === 'ready') return one(context, true);
    await automation.startRun(account, idOf(context), ids);
    return context.redirect(`${PATH}/${idOf(context)}`, 303);
  });
  const acts = { pause: automation.pauseRun, resume: automation.resumeRun, stop: automation.stopRun } as const;
  for (const [name, act] of Object.entries(acts))
    app.post(`/:id/${name}`, async (context) => {
      await act(context.get('session').account, idOf(context));
      return context.redirect(`${PATH}/${idOf(context)}`, 303);
    });
  return app;
}
