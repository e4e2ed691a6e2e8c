import { html } from 'hono/html';
import { z } from 'zod';
import { type AuditEntry, type AuditSearch, auditEvents } from '../../store/audit.ts';
import type { PageInput } from '../layout.ts';
import { moment } from '../parts.ts';
import { actorName, type Html } from '../view.ts';
import { instantOf, type LocalTime, localTime } from './time.ts';
import { addressOf, heading, type MonitoringView, select } from './view.ts';

export const ENTRIES_A_PAGE = 50;
/** The address of the audit log. What makes no sense in it is as if it were not there. */
export const auditQuerySchema = z.object({
  event: z.enum(auditEvents).optional().catch(undefined),
  person: z.string().trim().max(200).optional().catch(undefined),
  from: localTime,
  to: localTime,
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export function auditSearch(
  { event, person, from, to, after }: AuditQuery,
  timeZone: string,
  limit: number,
): AuditSearch {
  return {
    event,
    actor: person || undefined,
    from: instantOf(timeZone, from),
    to: instantOf(timeZone, to),
    after,
    limit,
  };
}

/** Fields that a change touched, one a line. */
export const linesOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).map(([name, each]) => `${name}: ${typeof each === 'string' ? each : JSON.stringify(each)}`)
    : value === null || value === undefined
      ? []
      : [JSON.stringify(value)];
const changed = (value: unknown): Html =>
  html`${linesOf(value).map((line) => html`<code class="line">${line}</code>`)}`;

export function auditPage(view: MonitoringView, query: AuditQuery, entries: readonly AuditEntry[]): PageInput {
  const { m, d } = view;
  const shown = entries.slice(0, ENTRIES_A_PAGE);
  const last = entries.length > ENTRIES_A_PAGE ? shown.at(-1) : undefined;
  const { after, ...filters } = query;
  const time = (name: 'from' | 'to', value: LocalTime) =>
    html`<span class="filter"><label for="f-${name}">${m(`filter.${name}`)}</label><input id="f-${name}" type="datetime-local" name="${name}" value="${value ?? ''}"></span>`;
  const events = auditEvents.map((event) => [event, d(`audit.${event}`)] as const);
  const rows = shown.map(
    ({ at, actor, event, target, change }) =>
      html`<tr><td data-label="${m('column.time')}">${moment(view, at.toISOString())}</td><td data-label="${m('audit.who')}">${actorName(actor)}</td><td data-label="${m('audit.what')}">${d(`audit.${event}`)}</td>
<td data-label="${m('audit.target')}">${target ?? ''}</td><td data-label="${m('audit.before')}"><span>${changed(change?.before)}</span></td><td data-label="${m('audit.after')}"><span>${changed(change?.after)}</span></td></tr>`,
  );
  const heads = [
    m('column.time'),
    m('audit.who'),
    m('audit.what'),
    m('audit.target'),
    m('audit.before'),
    m('audit.after'),
  ];
  return {
    title: m('tab.audit'),
    place: 'monitoring',
    body: html`${heading(view, 'audit')}<p>${m('audit_lead')}</p><form class="filters" role="search" method="get" action="/desk/audit">
${select('event', m('filter.event'), [['', m('filter.all')], ...events], query.event)}<span class="filter"><label for="f-person">${m('filter.person')}</label><input id="f-person" name="person" maxlength="200" value="${query.person ?? ''}" autocomplete="off"></span>
${time('from', query.from)}${time('to', query.to)}<button>${m('filter.go')}</button> <a class="button" href="/desk/audit">${m('filter.reset')}</a> <a class="button" href="${addressOf('/desk/audit/log.csv', filters)}">${m('audit.csv')}</a></form>
${
  shown.length === 0
    ? html`<div class="empty"><p><strong>${m('audit.none')}</strong></p><p>${m('audit.none_text')}</p></div>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${m('tab.audit')}"><table class="stack"><caption class="unseen">${m('tab.audit')}</caption><thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}
<nav class="pages" aria-label="${m('pages')}">${after ? html`<a class="button" href="${addressOf('/desk/audit', filters)}">${m('newest')}</a>` : ''}
${last ? html`<a class="button" rel="next" href="${addressOf('/desk/audit', { ...filters, after: last.seq })}">${m('next')}</a>` : ''}</nav>`,
  };
}
