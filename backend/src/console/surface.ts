import type { Problem } from '@backroom/shared';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from '../monitoring/log.ts';
import { aboutRequest, problemOf } from '../problems/answer.ts';
import { ProblemError } from '../problems/error.ts';
import { type PageInput, page } from './layout.ts';
import type { DeskEnv } from './session.ts';
import { type View, viewOf } from './view.ts';

/** What every part of the console draws its pages with. */
export type Surface = {
  view: (context: Context<DeskEnv>) => View;
  show: (context: Context<DeskEnv>, page: PageInput, status?: ContentfulStatusCode) => Response | Promise<Response>;
  /** A failure in the viewer's words. */
  problem: (context: Context<DeskEnv>, error: unknown) => Problem;
};

/** What was done is said once, so its mark is not part of where one is. A page that answers a form cannot be asked for again. */
function hereOf(context: Context<DeskEnv>): { here?: string } {
  if (context.req.method !== 'GET') return {};
  const url = new URL(context.req.url);
  url.searchParams.delete('done');
  return { here: `${url.pathname}${url.search}` };
}

type Parts = { now: () => number; logger: Logger; crmNames: View['crmNames'] };
export function createSurface({ now, logger, crmNames }: Parts): Surface {
  const view: Surface['view'] = (context) =>
    viewOf(context.get('session') ?? null, context.req.header('accept-language'), { now: now(), crmNames });
  return {
    view,
    show: (context, input, status = 200) =>
      context.html(page(view(context), context.get('session') ?? null, { ...input, ...hereOf(context) }), status),
    problem: (context, error) =>
      problemOf(
        context.get('reference'),
        // The csrf middleware refuses with an exception of its own.
        error instanceof HTTPException ? new ProblemError('forbidden', { cause: error }) : error,
        logger,
        view(context).locale,
        aboutRequest(context),
      ),
  };
}

/** The fields of a submitted form, without the one character that no database keeps. */
export const formOf = async (context: Context): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams((await context.req.text()).replaceAll('%00', '')));
