import type { automationTranslator } from '@backroom/shared/messages/automation';
import { checkText } from '@backroom/shared/messages/check-words';
import type { mappingTranslator } from '@backroom/shared/messages/mapping';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { timelineTranslator } from '@backroom/shared/messages/timeline';
import { html } from 'hono/html';
import type { ConversionState, Findings } from '../../automation/rows.ts';
import type { Conversion } from '../../automation/views.ts';
import type { CrmPipeline } from '../../crm/contract/index.ts';
import type { AutomationSettings } from '../../store/accounts.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html, View } from '../view.ts';
import { timelineForm } from './timeline.ts';

export const PATH = '/desk/automation';
export type AutomationView = View & {
  u: ReturnType<typeof automationTranslator>;
  l: ReturnType<typeof timelineTranslator>;
  m: ReturnType<typeof mappingTranslator>;
};
export type AutomationInput = {
  waiting: readonly Conversion[];
  underWay: { count: number; first: readonly Conversion[] };
  ended: readonly Conversion[];
  crmPage: (deal: string) => string | null;
  /** Null for people who are no admins. */
  setting: {
    value: AutomationSettings;
    /** Null where the CRM did not list them. */
    pipelines: readonly CrmPipeline[] | null;
    ordersOff: boolean;
    pilots: boolean;
    /** Why what is shown was not stored: no pipeline is chosen, or another admin changed the setting. */
    refused: 'none' | 'conflict' | null;
    /** What is stored, which the forms send back. */
    stored: AutomationSettings;
    /** Entries that the CRM did not take. */
    untaken: readonly { code: string; count: number }[];
  } | null;
  done: 'saved' | 'removed' | null;
};
/** States of bulk runs alone are shown on their own page. */
type ShownState = Exclude<ConversionState, 'listed' | 'ready' | 'warned' | 'blocked' | 'stopped'>;
const tones = {
  ordered: 'success',
  nothing: 'default',
  dismissed: 'default',
  queued: 'info',
  running: 'info',
  person: 'warning',
  listed: 'default',
  ready: 'default',
  warned: 'default',
  blocked: 'default',
  stopped: 'default',
} as const satisfies Record<ConversionState, string>;

/** Why: the checks that a person has to look at, else the problem. */
export function reasons(view: View, { problem, words, checks }: Findings): string[] {
  if (checks.length > 0) return [...new Set(checks.map((each) => checkText(view, each)))];
  if (!problem) return [];
  const { title } = makeProblem(problem, view.locale, problem);
  return [words ? `${title}: ${words}` : title];
}
const why = (view: View, { findings }: Conversion): Html | '' => {
  const all = findings ? reasons(view, findings) : [];
  return all.length === 0 ? '' : html`<ul class="plain">${all.map((each) => html`<li>${each}</li>`)}</ul>`;
};

const nameOf = ({ u }: AutomationView, { name, deal }: Conversion): string => name ?? u('deal', { id: deal ?? '–' });
function dealCell(view: AutomationView, row: Conversion, crmPage: AutomationInput['crmPage']): Html {
  const url = row.deal === null ? null : crmPage(row.deal);
  const name = nameOf(view, row);
  return html`<td data-label="${view.u('col.deal')}">${url ? html`<a class="name" href="${url}">${name}</a>` : html`<span class="name">${name}</span>`}<span class="small">${row.company ?? ''}</span></td>`;
}
const askedCell = ({ u, format }: AutomationView, { cause, requestedBy, requestedAt }: Conversion): Html =>
  html`<td data-label="${u('col.asked')}">${u(`cause.${cause}`)}<span class="small">${format.instant(requestedAt.toISOString())}${requestedBy.includes('@') ? ` · ${requestedBy}` : ''}</span></td>`;

function waitingTable(view: AutomationView, { waiting, crmPage }: AutomationInput): Html {
  const { u } = view;
  const act = (row: Conversion) =>
    html`<form method="post" action="${PATH}/${row.id}"><button name="act" value="again" aria-label="${u('try_again')}: ${nameOf(view, row)}">${u('try_again')}</button> <button class="quiet" name="act" value="dismiss" aria-label="${u('dismiss')}: ${nameOf(view, row)}">${u('dismiss')}</button></form>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${u('waiting')}"><table class="stack"><caption class="unseen">${u('waiting')}</caption><thead><tr><th scope="col">${u('col.deal')}</th><th scope="col">${u('col.why')}</th><th scope="col">${u('col.asked')}</th><th></th></tr></thead>
<tbody>${waiting.map((row) => html`<tr>${dealCell(view, row, crmPage)}<td data-label="${u('col.why')}">${why(view, row)}</td>${askedCell(view, row)}<td>${act(row)}</td></tr>`)}</tbody></table></div>`;
}
function resultCell(view: AutomationView, row: Conversion): Html {
  const { u, format } = view;
  const order = row.submission ? html` <a href="/desk/orders/${row.submission}">${u('open_order')}</a>` : '';
  const next =
    row.findings && row.state === 'running'
      ? html`<span class="small">${u('next_at', { when: format.instant(row.dueAt.toISOString()) })}</span>`
      : '';
  return html`<td data-label="${u('col.result')}" class="why">${tag({ text: u(`state.${row.state as ShownState}`), tone: tones[row.state] })}${order}${why(view, row)}${next}</td>`;
}
const otherTable = (
  view: AutomationView,
  rows: readonly Conversion[],
  crmPage: AutomationInput['crmPage'],
  caption: string,
): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="stack"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${view.u('col.deal')}</th><th scope="col">${view.u('col.asked')}</th><th scope="col">${view.u('col.result')}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr>${dealCell(view, row, crmPage)}${askedCell(view, row)}${resultCell(view, row)}</tr>`)}</tbody></table></div>`;

/** What each form was drawn from: another admin's change is told by it. */
export const settingStamp = ({ all, pipelines }: AutomationSettings): string =>
  JSON.stringify([all, [...pipelines].sort()]);
export const timelineStamp = ({ timeline: { kinds, language } }: AutomationSettings): string =>
  JSON.stringify([language, [...kinds].sort()]);

function settingForm({ u }: AutomationView, setting: NonNullable<AutomationInput['setting']>): Html {
  const { value, pipelines, ordersOff, pilots, refused, stored } = setting;
  const chosen = value.all ? 'all' : value.pipelines.length > 0 || refused === 'none' ? 'some' : 'off';
  const gone = value.pipelines.filter((id) => !pipelines?.some((each) => each.id === id));
  const offered = [
    ...(pipelines ?? []),
    ...gone.map((id) => ({ id, label: pipelines ? u('gone_pipeline', { id }) : id })),
  ];
  const choice = (name: 'off' | 'all' | 'some') =>
    html`<div class="field tick"><label><input type="radio" name="on" value="${name}"${chosen === name ? html` checked` : ''}> ${u(`on.${name}`)}</label></div>`;
  return html`<section aria-labelledby="setting"><h2 id="setting">${u('setting')}</h2><p>${u('setting_lead')}</p>
${ordersOff ? html`<p class="notice warning">${u('orders_off')}</p>` : ''}${pilots ? html`<p class="notice info">${u('pilots_on')}</p>` : ''}
${refused === 'none' ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${u('some_wrong')}</p>` : ''}
<form class="act broad" method="post" action="${PATH}"><input type="hidden" name="before" value="${settingStamp(stored)}">${choice('off')}${choice('all')}${offered.length > 0 ? choice('some') : ''}${pipelines ? '' : html`<p class="small">${u('no_pipelines')}</p>`}
<div class="many">${offered.map(({ id, label }) => html`<div class="field tick"><label><input type="checkbox" name="pipeline" value="${id}"${value.pipelines.includes(id) ? html` checked` : ''}> ${label}</label></div>`)}</div>
<p class="actions"><button class="first">${u('save')}</button></p></form>
<h2>${u('actions')}</h2><p>${u('actions_lead')}</p></section>`;
}

/** What was converted without a button, what waits for a person, and the setting. */
export function automationPage(view: AutomationView, input: AutomationInput): PageInput {
  const { u } = view;
  const { waiting, underWay, ended, crmPage, setting, done } = input;
  return {
    title: u('title'),
    place: 'automation',
    here: PATH,
    ...(setting ? {} : { live: 10_000 }),
    body: html`<h1 tabindex="-1">${u('title')}</h1><p>${u('lead')}</p><p><a class="button" href="${PATH}/bulk">${u('bulk')}</a></p>
${setting?.refused === 'conflict' ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${view.m('conflict')}</p>` : ''}${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${done === 'saved' ? u('saved') : view.l('removed')}</p>` : ''}
<section id="waiting" data-part aria-label="${u('waiting')}">${waiting.length === 0 ? html`<div class="empty"><p><strong>${u('none')}</strong></p><p>${u('none_text')}</p></div>` : html`<h2>${u('waiting')}</h2>${waitingTable(view, input)}`}</section>
<section id="under-way" data-part aria-label="${u('under_way', { count: '' })}">${underWay.count === 0 ? '' : html`<h2>${u('under_way', { count: String(underWay.count) })}</h2>${otherTable(view, underWay.first, crmPage, u('state.running'))}`}</section>
${setting ? html`${settingForm(view, setting)}${timelineForm(view, PATH, setting.value.timeline, { untaken: setting.untaken, stamp: timelineStamp(setting.stored) })}` : ''}
<section id="ended" data-part aria-label="${u('ended')}">${ended.length === 0 ? '' : html`<h2>${u('ended')}</h2>${otherTable(view, ended, crmPage, u('ended'))}`}</section>`,
  };
}
