import type { AccountId, RecordRef } from '@backroom/shared';
import { mappingTranslator } from '@backroom/shared/messages/mapping';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CustomerSync } from '../../customer-sync/index.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import type { Html, View } from '../view.ts';

const PATH = '/desk/conflicts';
const SHOWN = 100;
export type ConflictParts = Surface & {
  customerSync: Pick<CustomerSync, 'open' | 'decide'>;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
  crmNames: Readonly<Record<string, string>>;
  audit: Pick<AuditStore, 'note'>;
};
type Row = Awaited<ReturnType<CustomerSync['open']>>[number];
type Words = View & { m: ReturnType<typeof mappingTranslator> };

function conflictForm(
  { m }: Words,
  { connection, record_id }: Row,
  { field, crmField, crm, erp }: Row['conflicts'][number],
): Html {
  const hidden = Object.entries({ connection, record: record_id, field, crmField, crm, erp });
  const empty = m('conflicts.empty');
  return html`<form method="post" action="${PATH}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button name="keep" value="crm">${m('conflicts.keep_crm', { value: crm || empty })}</button> <button name="keep" value="erp">${m('conflicts.keep_erp', { value: erp || empty })}</button></form>`;
}
function table(words: Words, rows: readonly Row[], url: (ref: RecordRef) => string | null): Html {
  const { m } = words;
  const nameOf = ({ record_id, name }: Row): Html | string => {
    const page = url({ type: 'company', id: record_id });
    return page ? html`<a href="${page}">${name ?? record_id}</a>` : (name ?? record_id);
  };
  const lines = rows.flatMap((row) => [
    ...row.conflicts.map(
      (each) =>
        html`<tr><td data-label="${m('conflicts.company')}">${nameOf(row)}</td><td data-label="${m('conflicts.field')}">${each.crmField} → ${each.field}</td><td class="why">${conflictForm(words, row, each)}</td></tr>`,
    ),
    ...(row.problem
      ? [
          html`<tr><td data-label="${m('conflicts.company')}">${nameOf(row)}</td><td></td><td class="why">${m('conflicts.problem', { problem: row.problem })}</td></tr>`,
        ]
      : []),
  ]);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${m('conflicts.title')}"><table class="stack"><caption class="unseen">${m('conflicts.title')}</caption><thead><tr><th scope="col">${m('conflicts.company')}</th><th scope="col">${m('conflicts.field')}</th><th scope="col">${m('erp')}</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** `/desk/conflicts`: mapped fields of companies that both sides changed, and the decision about each. */
export function conflictRoutes({ customerSync, crmPages, crmNames, audit, view, show }: ConflictParts) {
  const app = new Hono<DeskEnv>();
  async function page(context: Context<DeskEnv>, changed = false, status: ContentfulStatusCode = 200) {
    const { account } = context.get('session');
    const plain = view(context);
    const words = { ...plain, m: mappingTranslator(plain.locale) };
    const { m } = words;
    const [rows, url] = await Promise.all([customerSync.open(account, SHOWN), crmPages(account)]);
    const done = context.req.query('done') === 'saved' && status === 200;
    const crm = crmNames[account.slice(0, account.indexOf(':'))] ?? '';
    const body = html`<h1 tabindex="-1">${m('conflicts.title')}</h1><p>${m('conflicts.lead', { crm })}</p>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${m('conflicts.done')}</p>` : ''}${changed ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${m('conflicts.changed')}</p>` : ''}
${rows.length === 0 ? html`<div class="empty"><p><strong>${m('conflicts.none')}</strong></p><p>${m('conflicts.none_text')}</p></div>` : table(words, rows, url)}`;
    return show(context, { title: m('conflicts.title'), place: 'conflicts', here: PATH, body }, status);
  }
  app.get('/', (context) => page(context));
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const { connection = '', record = '', field = '', crmField = '', crm = '', erp = '', keep } = await formOf(context);
    if (keep !== 'crm' && keep !== 'erp') return page(context, true, 422);
    const key = { account, connection, record_id: record };
    if (!(await customerSync.decide(key, { field, crmField, crm, erp }, keep))) return page(context, true, 409);
    await audit.note(account, actor, 'conflict_decided', `company ${record}: ${field} = ${keep === 'crm' ? crm : erp}`);
    return context.redirect(`${PATH}?done=saved`, 303);
  });
  return app;
}
