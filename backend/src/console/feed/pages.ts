import type { RecordRef } from '@backroom/shared';
import { feedTranslator } from '@backroom/shared/messages/feed';
import { html } from 'hono/html';
import type { FeedProblem } from '../../feeds/problem.ts';
import type { FeedState } from '../../feeds/state.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import { figure, type Html, type View } from '../view.ts';

type Words = ReturnType<typeof feedTranslator>;
export type Stuck = { ref: RecordRef; problem: FeedProblem };

function why({ t }: View, f: Words, { kind, words }: FeedProblem): Html {
  const label = f(`problem.${kind}`);
  return html`<strong>${words ? t('label_value', { label, value: words }) : label}</strong><br>${f(`do.${kind}`)}`;
}

function stateOf(view: View, f: Words, { read_at, problem, problem_at, silent, kept, due }: FeedState): Html {
  const since = problem_at ? f('since', { when: view.format.instant(problem_at.toISOString()) }) : '';
  const notice = problem
    ? html`<div class="notice ${silent ? 'danger' : 'warning'}" id="problem"><p>${why(view, f, problem)}</p>${since ? html`<p class="small">${since}</p>` : ''}</div>`
    : '';
  return html`${silent ? html`<div class="notice danger" id="silent"><p><strong>${f('silent')}</strong></p><p>${f('silent_text')}</p></div>` : ''}${notice}
${!silent && !problem ? html`<p>${tag({ text: f('well'), tone: 'success' })}</p>` : ''}
<p>${read_at ? f('last_read', { when: view.format.instant(read_at.toISOString()) }) : f('never')}</p>
<dl class="facts"><div><dt>${f('kept')}</dt><dd>${figure(view, kept)}</dd></div><div><dt>${f('due')}</dt><dd>${figure(view, due)}</dd></div></dl>`;
}

/** Whether the ERP's changes reach the CRM, and what stands in the way. */
export function feedPage(
  view: View,
  states: readonly FeedState[],
  stuck: readonly Stuck[],
  crmPage: (ref: RecordRef) => string | null,
): PageInput {
  const f = feedTranslator(view.locale);
  const row = ({ ref, problem }: Stuck) => {
    const url = crmPage(ref);
    const name = f(`record.${ref.type}`, { id: ref.id });
    return html`<tr><td data-label="${f('column.record')}">${url ? html`<a href="${url}">${name}</a>` : name}</td><td data-label="${f('column.problem')}"><span>${why(view, f, problem)}</span></td></tr>`;
  };
  return {
    title: f('title'),
    place: 'feed',
    live: 10_000,
    body: html`<h1 tabindex="-1">${f('title')}</h1><p>${f('lead')}</p>
<section id="state" data-part aria-label="${f('title')}">${
      states.length === 0
        ? html`<div class="empty"><p><strong>${f('none')}</strong></p><p>${f('none_text')}</p></div>`
        : states.map((state) => stateOf(view, f, state))
    }</section>
<section id="stuck" data-part aria-label="${f('stuck')}">${
      stuck.length === 0
        ? ''
        : html`<h2>${f('stuck')}</h2><div class="scroll" tabindex="0" role="group" aria-label="${f('stuck')}"><table class="stack"><caption class="unseen">${f('stuck')}</caption><thead><tr><th scope="col">${f('column.record')}</th><th scope="col">${f('column.problem')}</th></tr></thead><tbody>${stuck.map(row)}</tbody></table></div>`
    }</section>`,
  };
}
