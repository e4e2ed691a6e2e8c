import { languageOf } from '@backroom/shared/messages/locale';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { CookieOptions } from 'hono/utils/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { pageHeaders } from '../../access/headers.ts';
import type { Logger } from '../../monitoring/log.ts';
import { aboutRequest, problemOf, type Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';

export type Markup = ReturnType<typeof html>;
/** A page of ours outside any CRM. What comes from outside is escaped by `html`. */
export const page = (title: string, body: Markup, lang = 'en'): Markup =>
  html`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Backroom</title><main><h1>${title}</h1>${body}</main></html>`;

/** A cookie of the installation: this host only, ten minutes, out of reach of scripts. */
export const installCookie = (publicOrigin: string, sameSite: 'Lax' | 'Strict'): CookieOptions => ({
  ...(publicOrigin.startsWith('https:') ? { prefix: 'host', secure: true } : {}),
  path: '/',
  httpOnly: true,
  // Lax where the CRM's redirect has to bring it along, which Strict would not allow.
  sameSite,
  maxAge: 600,
});
export const cookiePrefix = (publicOrigin: string) =>
  publicOrigin.startsWith('https:') ? ('host' as const) : undefined;

/** An app of pages for an admin's browser: no scripts, no frames, forms from our own pages only, problems in words. */
export function pagesApp(options: { publicOrigin: string; formTargets: readonly string[]; logger: Logger }) {
  const app = new Hono<{ Variables: Variables }>();
  app.use(
    // A form's redirect counts too: the CRM's sign-in is where ours lead.
    pageHeaders({ formAction: [...options.formTargets] }),
    csrf({ origin: options.publicOrigin }),
  );
  app.onError((error, context) => {
    const known = error instanceof HTTPException ? new ProblemError('forbidden', { cause: error }) : error;
    const accepted = context.req.header('accept-language')?.slice(0, 2);
    const problem = problemOf(
      context.get('reference'),
      known,
      options.logger,
      languageOf(accepted),
      aboutRequest(context),
    );
    const body = html`<p>${problem.detail ?? ''}</p>${problem.errors?.map(({ message }) => html`<p>${message}</p>`)}<p>${problem.whatToDo}</p><p>${problem.reference}</p>`;
    return context.html(page(problem.title, body), problem.status as ContentfulStatusCode);
  });
  return app;
}
