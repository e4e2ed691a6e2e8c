import { type Context, Hono } from 'hono';
import type { CrmEmbed } from '../../crm/contract/embed.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import { jsonBody } from '../guards.ts';
import { builtPage } from './files.ts';
import { fileRoute, pageRoute } from './page.ts';
import { renewalRoute, type SessionParts, sessionRoute } from './session.ts';

export { ownRecord } from './own-record.ts';

export type EmbedParts = SessionParts & {
  embeds: ReadonlyMap<string, CrmEmbed>;
  /** Where the page was built to. */
  dir: string;
};

/** Everything below `/embed`: the page that CRMs show in a frame, its files, and the exchange of the vendor's token. */
export function embedRoutes(parts: EmbedParts) {
  const app = new Hono<{ Variables: Variables }>();
  const built = builtPage(parts.dir);
  function embedOf(context: Context<{ Variables: Variables }>): CrmEmbed {
    const found = parts.embeds.get(context.req.param('crm') ?? '');
    if (!found) throw new ProblemError('not_found');
    return found;
  }
  app.get('/assets/:file', fileRoute(built));
  app.get('/:crm/', pageRoute({ embedOf, sessions: parts.sessions, built }));
  app.post('/:crm/session', jsonBody, sessionRoute(parts, embedOf));
  app.post('/:crm/renewal', renewalRoute(parts, embedOf));
  return app;
}
