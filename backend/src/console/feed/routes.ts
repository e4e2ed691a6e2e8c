import type { AccountId, RecordRef } from '@backroom/shared';
import { Hono } from 'hono';
import type { FeedViews } from '../../feeds/index.ts';
import type { DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { feedPage } from './pages.ts';

type Parts = Surface & {
  feeds: FeedViews;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
};
/** Records that one page names. */
const SHOWN = 100;

/** `/desk/feed`: whether the ERP's changes reach the CRM. */
export function feedRoutes({ feeds, crmPages, view, show }: Parts) {
  const app = new Hono<DeskEnv>();
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const [states, stuck, crmPage] = await Promise.all([
      feeds.states(account),
      feeds.stuck(account, SHOWN),
      crmPages(account),
    ]);
    return show(context, feedPage(view(context), states, stuck, crmPage));
  });
  return app;
}
