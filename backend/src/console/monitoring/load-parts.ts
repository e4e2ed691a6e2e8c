import { html } from 'hono/html';
import { SENDING_MS } from '../../load/limits.ts';
import { orderStates } from '../../load/rows.ts';
import type { LoadFigures, LoadTest } from '../../load/views.ts';
import { moment, tag } from '../parts.ts';
import { actorName, duration, figure, type Html } from '../view.ts';
import { BASE, isActive, type LoadView, rateOf, sentOf } from './load-view.ts';
import { milliseconds } from './view.ts';

const minutes = String(SENDING_MS / 60_000);
/** Why a test ended, in words. Empty while it runs. */
export const endedText = ({ l }: LoadView, { ended }: LoadTest): string =>
  ended ? l(`ended.${ended}`, { minutes }) : '';

function problemText({ l }: LoadView, { problem }: LoadTest): string {
  switch (problem?.code) {
    case 'no_orders':
    case 'no_goods':
      return l(`problem.${problem.code}`);
    case 'erp':
      return l('problem.erp', { detail: problem.detail ?? '–' });
    default:
      return l('problem.fault');
  }
}

/** Where the test stands, and the button that stops it. */
export function standing(view: LoadView, test: LoadTest, figures: LoadFigures, name: string): Html {
  const { l, format } = view;
  const sent = sentOf(figures);
  const tone = test.state === 'finished' ? (test.ended === 'done' ? 'success' : 'warning') : 'info';
  const progress = l('progress', { sent: figure(view, sent), wanted: figure(view, test.wanted) });
  const of = { name, peak: figure(view, test.peak), factor: String(test.factor), by: actorName(test.requestedBy) };
  const canStop = (test.state === 'queued' || test.state === 'running') && !test.stop;
  return html`<p class="standing">${tag({ text: l(`state.${test.state}`), tone })} <span>${l('of', of)} · ${moment(view, test.createdAt)}</span></p>
<p><progress max="${test.wanted}" value="${sent}" aria-label="${progress}"></progress> ${progress}</p>
${test.stop && test.state !== 'finished' ? html`<p class="notice warning">${l('stopping')}</p>` : ''}
${test.ended && !isActive(test) ? html`<p>${endedText(view, test)}</p>` : ''}
${test.problem ? html`<p class="notice warning">${problemText(view, test)}${isActive(test) ? html` ${l('again', { at: format.instant(test.dueAt) })}` : ''}</p>` : ''}
${canStop ? html`<form method="post" action="${BASE}/abort"><input type="hidden" name="test" value="${test.id}"><p class="actions"><button id="abort">${l('abort')}</button></p></form>` : ''}`;
}

function rateText(view: LoadView, test: LoadTest, figures: LoadFigures): Html {
  const rate = rateOf(test, figures, view.now);
  if (rate === null) return html``;
  const shown = new Intl.NumberFormat(view.format.tag, { maximumFractionDigits: rate < 10 ? 1 : 0 }).format(rate);
  const took = duration(view, (test.peak / rate) * 60_000);
  const values = { rate: shown, calls: String(test.atOnce ?? 1), peak: figure(view, test.peak), duration: took };
  return html`<p><strong>${view.l('rate_text', values)}</strong></p>`;
}
/** Rate, response times of each operation, and what became of the orders. */
export function results(view: LoadView, test: LoadTest, figures: LoadFigures): Html {
  const { l } = view;
  const busy = figures.operations.reduce((sum, each) => sum + each.busy, 0);
  const columns = ['operation', 'calls', 'failed', 'p50', 'p95', 'p99'] as const;
  const rows = figures.operations.map(
    (
      each,
    ) => html`<tr><td data-label="${l('column.operation')}"><code class="op">${each.operation}</code></td><td data-label="${l('column.calls')}" class="n">${figure(view, each.calls)}</td><td data-label="${l('column.failed')}" class="n">${figure(view, each.calls - each.ok)}</td>
${(['p50', 'p95', 'p99'] as const).map((part) => html`<td data-label="${l(`column.${part}`)}" class="n">${milliseconds(view, each[part])}</td>`)}</tr>`,
  );
  const orders = orderStates
    .filter((state) => figures.orders[state] > 0)
    .map((state) => html`<div><dt>${l(`orders.${state}`)}</dt><dd>${figure(view, figures.orders[state])}</dd></div>`);
  if (orders.length === 0 && rows.length === 0) return html``;
  return html`<h2>${l('results')}</h2>${rateText(view, test, figures)}
${orders.length > 0 ? html`<dl class="facts">${orders}</dl>` : ''}
${busy > 0 ? html`<p>${l('busy', { count: String(busy) })}</p>` : ''}
${rows.length > 0 ? html`<div class="scroll after" tabindex="0" role="region" aria-label="${l('results')}"><table class="stack"><caption class="unseen">${l('results')}</caption><thead><tr>${columns.map((each) => html`<th scope="col"${each === 'operation' ? '' : html` class="n"`}>${l(`column.${each}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>` : ''}
${figures.refusals.length > 0 ? html`<h2>${l('refusals')}</h2><ul>${figures.refusals.map(({ words, count: times }) => html`<li>${words || '–'} <span class="small">× ${figure(view, times)}</span></li>`)}</ul>` : ''}
${stayingOf(view, figures)}`;
}
function stayingOf({ l }: LoadView, { staying }: LoadFigures): Html {
  if (staying.length === 0) return html``;
  const rows = staying.map(
    ({ reference, number, words }) =>
      html`<tr><td data-label="${l('column.number')}">${number ?? '–'}</td><td data-label="${l('column.reference')}"><code>${reference}</code></td><td data-label="${l('column.words')}">${words ?? '–'}</td></tr>`,
  );
  return html`<h2>${l('staying')}</h2><p>${l('staying_text')}</p><div class="scroll" tabindex="0" role="group" aria-label="${l('staying')}"><table class="stack"><caption class="unseen">${l('staying')}</caption><thead><tr>${(['number', 'reference', 'words'] as const).map((each) => html`<th scope="col">${l(`column.${each}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
