import { html } from 'hono/html';
import type { FileError } from '../../scans/csv.ts';
import type { Entry } from '../../scans/record.ts';
import {
  aloneLists,
  hasResults,
  type ListName,
  type PairView,
  pairLists,
  phases,
  type Scan,
} from '../../scans/views.ts';
import type { Connection } from '../../store/connections.ts';
import type { matchingKeys } from '../../store/setups.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import { actorName, figure, type Html } from '../view.ts';
import { aloneTable, pairTable } from './table.ts';
import { A_PAGE, addressOf, BASE, type DuplicatesView, type Where, worded } from './view.ts';

export type DuplicatesPage = {
  where: Where;
  connections: readonly Pick<Connection, 'id' | 'name'>[];
  /** Under way, paused or failed; of this connection, or of another one. */
  current: Scan | null;
  shown: Scan | null;
  counts: (Record<ListName, number> & { linked: number }) | null;
  /** Up to one more than a page has: then there is a next one. */
  pairs: readonly PairView[];
  alone: readonly Entry[];
  lastOrders: ReadonlyMap<string, string>;
  companyUrl: (id: string) => string | null;
  key: (typeof matchingKeys)[number];
  done: string | null;
  refused: PairView | null;
  file: readonly FileError[] | null;
  busy: boolean;
};
const isActive = ({ state }: Scan): boolean => state === 'queued' || state === 'running';
const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;
const button = (action: string, scan: string, label: string, first = false): Html =>
  html`<form method="post" action="${BASE}/${action}">${hidden('scan', scan)}<button id="scan-${action}"${first ? html` class="first"` : ''}>${label}</button></form>`;

function progressText(view: DuplicatesView, scan: Scan): string {
  const { u } = view;
  const parts = [worded(view, `phase.${scan.phase}`)];
  if (scan.phase === 'link') parts.push(u('linked_so_far', { count: String(scan.done) }));
  else {
    const of: readonly string[] = phases.filter((phase) => phase !== 'link' && phase !== 'end');
    parts.unshift(
      u('step', {
        at: String(Math.min(of.length, of.indexOf(scan.phase) + 1 || of.length)),
        of: String(of.length),
      }),
    );
    parts.push(u('read', { crm: figure(view, scan.crmRead), erp: figure(view, scan.erpRead) }));
  }
  return parts.join(' · ');
}
function problemText(view: DuplicatesView, scan: Scan): Html | string {
  const { u, format } = view;
  if (scan.state === 'failed')
    return html`${u('stopped')} ${scan.problem ? (scan.problem.detail ?? worded(view, scan.problem.code)) : u('stopped_unknown')}`;
  if (!scan.problem) return '';
  return u('waits', { problem: scan.problem.detail ?? '', at: format.instant(scan.dueAt) });
}
/** How far the scan is, and what can be done with it. */
function standing(
  view: DuplicatesView,
  scan: Scan,
  connections: DuplicatesPage['connections'],
  connection: string,
): Html {
  const { u } = view;
  const tone = scan.state === 'failed' ? 'danger' : scan.state === 'paused' ? 'warning' : 'info';
  const problem = problemText(view, scan);
  const other = scan.connection === connection ? null : connections.find(({ id }) => id === scan.connection);
  return html`${other ? html`<p>${u('elsewhere', { connection: other.name })}</p>` : ''}
<p class="standing">${tag({ text: worded(view, `state.${scan.state}`), tone })} <span>${progressText(view, scan)}</span></p>
${problem ? html`<p class="notice ${scan.state === 'failed' ? 'danger' : 'warning'}">${problem}</p>` : ''}
<div class="actions">${isActive(scan) ? button('pause', scan.id, u('pause')) : html`${button('resume', scan.id, u('resume'), true)}${button('discard', scan.id, u('discard'))}`}</div>`;
}
const startForm = ({ u }: DuplicatesView, connection: string, again: boolean): Html =>
  html`<form class="start" method="post" action="${BASE}">${hidden('connection', connection)}<p><button${again ? '' : html` class="first"`}>${u(again ? 'start_again' : 'start')}</button></p></form>`;

/** What the scan found, in numbers. */
function summary(view: DuplicatesView, page: DuplicatesPage, shown: Scan): Html {
  const { u } = view;
  const { figures, report } = shown;
  const { key, counts } = page;
  const { have } = figures.keys[key];
  const percent = figures.companies === 0 ? null : Math.floor((have * 100) / figures.companies);
  const refused = Object.entries(report?.counts ?? {}).reduce(
    (sum, [name, count]) => (name === 'done' ? sum : sum + count),
    0,
  );
  return html`<p>${u('of', { at: view.format.instant(shown.finishedAt ?? shown.createdAt), by: actorName(shown.requestedBy), crm: figure(view, shown.crmRead), erp: figure(view, shown.erpRead), linked: figure(view, counts?.linked ?? 0) })}
${percent === null ? '' : u('coverage', { companies: figure(view, figures.companies), percent: String(percent), key: u(`key.${key}`) })}</p>
${figures.common.length > 0 ? html`<p class="small">${u('common', { values: figures.common.map(({ key: value, count }) => `${value} (${figure(view, count)})`).join(', ') })}</p>` : ''}
${report ? html`<p class="notice ${refused > 0 ? 'warning' : 'success'}">${u('report', { by: report.by, at: view.format.instant(report.at), done: figure(view, report.counts.done ?? 0), refused: figure(view, refused) })}${refused > 0 ? html` ${u('report.refused')}` : ''}</p>` : ''}`;
}
function tabs(view: DuplicatesView, { where, counts }: DuplicatesPage): Html {
  const { u } = view;
  const open: readonly ListName[] = ['certain', 'likely', 'ambiguous', 'otherwise', 'crm_double', 'erp_double'];
  return html`<nav class="tabs" id="lists" data-part aria-label="${u('lists')}">${[...pairLists, ...aloneLists].map(
    (list) => {
      const count = counts?.[list] ?? 0;
      return html`<a id="l-${list}" href="${addressOf({ connection: where.connection, list })}"${list === where.list ? html` aria-current="page"` : ''}>${u(`list.${list}`)} <span class="count${count > 0 && open.includes(list) ? ' hot' : ''}">${figure(view, count)}</span></a>`;
    },
  )}</nav>`;
}
function results(view: DuplicatesView, page: DuplicatesPage, shown: Scan): Html {
  const { u } = view;
  const { where, counts, pairs, alone, file } = page;
  const { list, search, connection } = where;
  const items = pairs.length + alone.length;
  const last = pairs[A_PAGE - 1];
  const next = last ? [last.leftId, last.rightId].map(encodeURIComponent).join('~') : (alone[A_PAGE - 1]?.id ?? null);
  const table =
    pairs.length > 0
      ? pairTable(view, page, shown, pairs.slice(0, A_PAGE))
      : aloneTable(view, page, alone.slice(0, A_PAGE));
  return html`${summary(view, page, shown)}
<div class="actions"><a class="button" href="${addressOf({ connection }, `${BASE}/${shown.id}.csv`)}" download>${u('csv.download')}</a>
${(counts?.certain ?? 0) > 0 ? html`<a class="button first" href="${BASE}/${shown.id}/link">${u('all.button', { count: String(counts?.certain ?? 0) })}</a>` : ''}</div>
${tabs(view, page)}
<section id="pairs" aria-label="${u(`list.${list}`)}"><p>${u(`list.${list}.text`)}</p>
<form class="start" method="get" action="${BASE}" role="search">${connection === 'main' ? '' : hidden('connection', connection)}${hidden('list', list)}<p><label for="q">${u('search')}</label> <input id="q" type="search" name="q" value="${search}" maxlength="100"></p><p><button>${u('filter')}</button></p></form>
${items === 0 ? html`<div class="empty"><p><strong>${u('none')}</strong></p></div>` : table}
<nav class="pages" aria-label="${u('pages')}">${where.after ? html`<a class="button" href="${addressOf({ connection, list, search })}">${u('pages.first')}</a>` : ''}
${items > A_PAGE && next ? html`<a class="button" rel="next" href="${addressOf({ connection, list, search, after: next })}">${u('pages.next')}</a>` : ''}</nav></section>
<section aria-labelledby="csv"><h2 id="csv">${u('csv.title')}</h2>
${file ? html`<div class="notice danger" role="alert" id="failure" tabindex="-1"><p>${u('csv.bad', { count: String(file.length) })}</p><ul>${file.slice(0, 50).map(({ row, code, other }) => html`<li>${u('csv.row', { row: String(row), words: u(`csv.error.${code}`, { other: other ?? '' }) })}</li>`)}</ul></div>` : ''}
<p>${u('csv.text')}</p>
<form class="act" method="post" action="${BASE}/file" enctype="multipart/form-data">${hidden('scan', shown.id)}<div class="field wide"><label for="file">${u('csv.file')}</label><input id="file" type="file" name="file" accept=".csv,text/csv" required></div><p class="actions"><button>${u('csv.upload')}</button></p></form></section>`;
}
/** The scan of one connection: how far it is, and its lists. */
export function duplicatesPage(view: DuplicatesView, page: DuplicatesPage): PageInput {
  const { u } = view;
  const { where, connections, current, shown, done, refused, busy } = page;
  const active = current && isActive(current) ? current : null;
  // While it reads, nothing of the lists changes but at its end, when all of them do. While it links, a form below may be in use.
  const isReading = active !== null && active.phase !== 'link';
  const said = current ? `${worded(view, `state.${current.state}`)}. ${progressText(view, current)}` : null;
  return {
    title: u('title'),
    place: 'duplicates',
    ...(active ? { live: 2000 } : {}),
    ...(said ? { say: said } : {}),
    body: html`<h1 tabindex="-1">${u('title')}</h1><p>${u('lead')}</p>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${done}</p>` : ''}
${refused?.decision?.outcome ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${worded(view, `refused.${refused.decision.outcome}`, { other: refused.decision.other ?? '' })}</p>` : ''}
${busy ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${u('all.busy')}</p>` : ''}
${connections.length > 1 ? html`<form class="start" method="get" action="${BASE}"><p><label for="connection">${u('connection')}</label> <select id="connection" name="connection">${connections.map(({ id, name }) => html`<option value="${id}"${id === where.connection ? html` selected` : ''}>${name}</option>`)}</select></p><p><button>${u('show')}</button></p></form>` : ''}
<div id="state" data-part>${current ? standing(view, current, connections, where.connection) : shown ? startForm(view, where.connection, true) : html`<div class="empty"><p><strong>${u('empty')}</strong></p><p>${u('empty_text')}</p></div>${startForm(view, where.connection, false)}`}</div>
<div id="results"${isReading ? html` data-part` : ''}>${shown && hasResults(shown) ? results(view, page, shown) : ''}</div>`,
  };
}
/** Asks once more before many links are made. */
export function confirmPage(view: DuplicatesView, scan: Scan, count: number): PageInput {
  const { u } = view;
  const back = addressOf({ connection: scan.connection });
  return {
    title: u('all.title'),
    place: 'duplicates',
    body: html`<p class="back"><a href="${back}">${u('title')}</a></p><h1 tabindex="-1">${u('all.title')}</h1>
<p>${u('all.text', { count: String(count) })} ${u('all.rest')}</p>
<form class="act" method="post" action="${BASE}/${scan.id}/link"><p class="actions"><button class="first">${u('all.confirm', { count: String(count) })}</button> <a class="button" href="${back}">${u('all.cancel')}</a></p></form>`,
  };
}
