import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { AuditStore } from '../../store/audit.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { auditPage, auditQuerySchema, auditSearch, ENTRIES_A_PAGE, linesOf } from './audit.ts';
import { monitoringView } from './view.ts';

/** Entries read at once for the file. */
const CSV_PAGE = 500;
/** Excel reads a file without it in an old character set. */
const BYTE_ORDER_MARK = '\uFEFF';
const columns = ['at', 'person', 'event', 'meaning', 'details', 'before', 'after'];
const csv = (rows: string[][]): string =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ });

/** `/desk/audit`: who changed what, and the same as a file. */
export function auditRoutes({ audit, ...surface }: Surface & { audit: Pick<AuditStore, 'search'> }) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const view = monitoringView(surface.view(context));
    const query = auditQuerySchema.parse(context.req.query());
    const entries = await audit.search(account, auditSearch(query, view.timeZone ?? 'UTC', ENTRIES_A_PAGE + 1));
    return surface.show(context, auditPage(view, query, entries));
  });
  app.get('/log.csv', (context) => {
    const { account } = context.get('session');
    const { d, timeZone } = surface.view(context);
    const query = auditQuerySchema.parse(context.req.query());
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header('content-disposition', 'attachment; filename="backroom-audit-log.csv"');
    context.header('cache-control', 'no-store');
    return stream(context, async (file) => {
      await file.write(`${BYTE_ORDER_MARK}${csv([columns])}`);
      for (let after: string | undefined; ; ) {
        const entries = await audit.search(account, auditSearch({ ...query, after }, timeZone ?? 'UTC', CSV_PAGE));
        const rows = entries.map(({ at, actor, event, target, change }) => [
          at.toISOString(),
          actor,
          event,
          d(`audit.${event}`),
          target ?? '',
          linesOf(change?.before).join('\n'),
          linesOf(change?.after).join('\n'),
        ]);
        if (rows.length > 0) await file.write(csv(rows));
        after = entries.at(-1)?.seq;
        if (entries.length < CSV_PAGE) return;
      }
    });
  });
  return app;
}
