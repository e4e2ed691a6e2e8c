import { type Problem, problemCatalogue } from '@backroom/shared';
import { type Locale, languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Caller } from '../access/caller.ts';
import type { Logger } from '../monitoring/log.ts';
import { ProblemError } from './error.ts';
import { toProblemError } from './translate.ts';

export type Variables = { reference: string; folded: boolean; caller: Caller };

/** Error code classes of PGlite, Postgres and sockets for an unreachable database. */
const storeGone = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /^(08|57P|53|55P03|25P03)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND'].includes(code) ||
    (error instanceof Error &&
      /Connection terminated|timeout exceeded when trying to connect|PGlite is closed/.test(error.message))
  );
};

/** Logged fields of a request: method, path pattern (paths contain ids and tokens), and the account if it is authenticated. */
type About = { method?: string; route?: string; account?: string | undefined };
export const aboutRequest = (context: {
  req: { method: string; routePath: string };
  get: (name: 'caller') => Caller | undefined;
}): About => ({
  method: context.req.method,
  route: context.req.routePath,
  account: context.get('caller')?.account,
});

/** Converts any error into a problem in the caller's language, with the reference of its log line and without internal details. */
export function problemOf(
  reference: string,
  error: unknown,
  logger: Logger,
  locale: Locale,
  about: About = {},
): Problem {
  const known =
    error instanceof ProblemError
      ? error
      : storeGone(error)
        ? new ProblemError('store_unavailable', { cause: error })
        : toProblemError(error);
  const { cause, ...words } = known.more;
  const { status } = problemCatalogue[known.code];
  if (status >= 500) logger.error({ reference, code: known.code, ...about, err: cause ?? error }, 'request failed');
  else logger.info({ reference, code: known.code, ...about }, 'request refused');
  return makeProblem(known.code, locale, reference, words);
}
export const answerError = (context: HonoContext<{ Variables: Variables }>, error: unknown, logger: Logger): Response =>
  answerProblem(
    context,
    problemOf(context.get('reference'), error, logger, languageOf(context.req.query('locale')), aboutRequest(context)),
  );
export function answerProblem(context: HonoContext<{ Variables: Variables }>, problem: Problem): Response {
  // HubSpot's proxy retries 5xx and rewrites other errors, so a problem is sent with status 200.
  if (context.get('folded')) return context.json({ ok: false, problem });
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...(problem.retryAfterSeconds ? { 'retry-after': String(problem.retryAfterSeconds) } : {}),
  });
}
