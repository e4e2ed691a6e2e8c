import { html } from 'hono/html';
import { MOST_FACTOR, MOST_ORDERS, MOST_PEAK, SENDING_MS } from '../../load/limits.ts';
import type { LoadFigures, LoadTest } from '../../load/views.ts';
import type { PageInput } from '../layout.ts';
import { moment } from '../parts.ts';
import { actorName, figure, type Html } from '../view.ts';
import type { NamedConnection } from './flows.ts';
import { endedText, results, standing } from './load-parts.ts';
import { BASE, isActive, type LoadView } from './load-view.ts';
import { heading } from './view.ts';

/** What the CRM says of sold deals; `unknown`: it gave no list. Null: not asked. */
export type ReadPeak = { peak: number; day: string; deals: string } | 'unknown' | null;
export type LoadInput = {
  /** Connections that are marked as test systems. */
  tests: readonly NamedConnection[];
  nameOf: (connection: string) => string;
  /** Under way, else the newest; null before the first one. */
  shown: { test: LoadTest; figures: LoadFigures } | null;
  earlier: readonly LoadTest[];
  read: ReadPeak;
  entered?: Readonly<Record<string, string>>;
  wrong?: readonly string[];
  notice?: string;
};
const DEFAULT_FACTOR = '3';

function startForm(view: LoadView, { tests, read, entered = {}, wrong = [] }: LoadInput): Html {
  const { l } = view;
  if (tests.length === 0)
    return html`<div class="empty"><p>${l('none_test')}</p><p><a href="/desk/connections">${view.d('nav.connections')}</a></p></div>`;
  const bad = (name: string) => (wrong.includes(name) ? html` aria-invalid="true"` : '');
  const peak = entered.peak ?? (read && read !== 'unknown' ? String(read.peak) : '');
  const bounds = {
    peak: figure(view, MOST_PEAK),
    factor: String(MOST_FACTOR),
    orders: String(MOST_ORDERS),
    minutes: String(SENDING_MS / 60_000),
  };
  const source =
    read === 'unknown'
      ? l('peak_unknown')
      : read
        ? l('peak_read', { deals: read.deals, peak: figure(view, read.peak), day: view.format.date(read.day) })
        : '';
  return html`<h2>${l('start_title')}</h2><ul class="small"><li>${l('effects_mark')}</li><li>${l('effects_customers')}</li><li>${l('effects_calls')}</li></ul>
${source ? html`<p role="status">${source}</p>` : html`<p><a href="${BASE}?read=crm">${l('read_peak')}</a></p>`}
<form class="filters" method="post" action="${BASE}"><span class="filter"><label for="connection">${l('connection')}</label><select id="connection" name="connection">${tests.map(({ id, name }) => html`<option value="${id}"${id === entered.connection ? html` selected` : ''}>${name}</option>`)}</select></span>
<span class="filter"><label for="peak">${l('peak')}</label><input id="peak" name="peak" inputmode="numeric" required maxlength="5" value="${peak}" aria-describedby="bounds"${bad('peak')}></span>
<span class="filter"><label for="factor">${l('factor')}</label><input id="factor" name="factor" inputmode="numeric" required maxlength="2" value="${entered.factor ?? DEFAULT_FACTOR}" aria-describedby="bounds"${bad('factor')}></span>
<button class="first">${l('start')}</button></form><p class="small" id="bounds">${l('bounds', bounds)}</p>`;
}
function earlierTable(view: LoadView, { earlier, nameOf }: LoadInput): Html {
  const { l, format } = view;
  if (earlier.length === 0) return html``;
  const rows = earlier.map(
    (test) =>
      html`<tr><td data-label="${l('column.at')}"><a class="name" href="${BASE}/${test.id}" aria-label="${l('show', { at: format.instant(test.createdAt) })}">${moment(view, test.createdAt)}</a></td><td data-label="${l('column.by')}">${actorName(test.requestedBy)}</td><td data-label="${l('connection')}">${nameOf(test.connection)}</td><td data-label="${l('column.load')}" class="n">${figure(view, test.peak)} × ${test.factor}</td><td data-label="${l('column.ended')}">${endedText(view, test)}</td></tr>`,
  );
  const heads = [l('column.at'), l('column.by'), l('connection'), l('column.load'), l('column.ended')];
  return html`<h2>${l('earlier')}</h2><div class="scroll" tabindex="0" role="group" aria-label="${l('earlier')}"><table class="stack"><caption class="unseen">${l('earlier')}</caption><thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
const shownPart = (view: LoadView, { shown, nameOf }: LoadInput): Html =>
  html`<section id="test" data-part aria-label="${view.m('tab.load')}">${
    shown
      ? html`${standing(view, shown.test, shown.figures, nameOf(shown.test.connection))}${results(view, shown.test, shown.figures)}`
      : ''
  }</section>`;

/** The load test under way or the newest one, the form for another, and the earlier ones. */
export function loadPage(view: LoadView, input: LoadInput): PageInput {
  const { l, m } = view;
  const active = input.shown !== null && isActive(input.shown.test);
  return {
    title: m('tab.load'),
    place: 'monitoring',
    here: BASE,
    ...(active ? { live: 2000, say: l(`state.${input.shown?.test.state ?? 'queued'}`) } : {}),
    body: html`${heading(view, 'load')}<p>${l('lead')}</p>
${input.notice ? html`<div class="notice danger" role="alert" id="failure" tabindex="-1"><p>${input.notice}</p></div>` : ''}
${shownPart(view, input)}<div id="new" data-part>${active ? '' : startForm(view, input)}</div>${earlierTable(view, input)}`,
  };
}
/** One earlier test. */
export function earlierPage(view: LoadView, input: LoadInput): PageInput {
  return {
    title: view.m('tab.load'),
    place: 'monitoring',
    body: html`<p class="back"><a href="${BASE}">${view.l('back')}</a></p><h1 tabindex="-1">${view.m('tab.load')}</h1>${shownPart(view, input)}`,
  };
}
