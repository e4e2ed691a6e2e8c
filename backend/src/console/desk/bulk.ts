import { problemView, stateTag } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Listed } from '../../submissions/list.ts';
import type { PageInput } from '../layout.ts';
import { nameOf, tag, totalLabel, totalOf } from '../parts.ts';
import { type Html, isOpen, type View } from '../view.ts';

/** What a page of the list has, and then some. */
const MOST = 100;
/** The writes that were ticked. One that is no id is as if it were not there. */
export const pickedOf = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => z.uuid().safeParse(text).success).slice(0, MOST);

export type Picked = Pick<Listed, 'id' | 'kind' | 'record' | 'state' | 'problem' | 'erpNumber' | 'canResend' | 'names'>;
const nameAndCustomer = (view: View, each: Picked): Html =>
  html`<td data-label="${view.d('column.order')}"><a class="name" href="/desk/orders/${each.id}">${nameOf(view, each, each.names.record)}</a></td>
<td data-label="${view.d('column.customer')}">${each.names.customer ?? '–'}</td>
<td data-label="${totalLabel(view, each.names.total)}" class="n">${totalOf(view, each.names.total)}</td>`;
const head = ({ d }: View): Html =>
  html`<th scope="col">${d('column.order')}</th><th scope="col">${d('column.customer')}</th><th scope="col" class="n">${d('column.total')}</th>`;

/** Before several are sent again: which, and what follows from it. */
export function bulkPage(view: View, picked: readonly Picked[]): PageInput {
  const { d } = view;
  const ready = picked.filter(({ canResend }) => canResend);
  const count = String(ready.length);
  return {
    title: d('bulk.ask', { count }),
    place: 'orders',
    body: html`<p class="back"><a href="/desk/orders">${d('nav.orders')}</a></p>
<h1 tabindex="-1">${ready.length > 0 ? d('bulk.ask', { count }) : d('bulk.none')}</h1>
${
  ready.length > 0
    ? html`<p class="consequence">${d('bulk.consequence')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${d('bulk.ask', { count })}"><table class="stack"><caption class="unseen">${d('bulk.ask', { count })}</caption><thead><tr>${head(view)}</tr></thead><tbody>${ready.map((each) => html`<tr>${nameAndCustomer(view, each)}</tr>`)}</tbody></table></div>
<form class="act" method="post" action="/desk/orders/resend">${ready.map(({ id }) => html`<input type="hidden" name="id" value="${id}">`)}
<p class="actions"><button class="first">${d('bulk.confirm', { count })}</button> <a class="button" href="/desk/orders">${d('leave')}</a></p></form>`
    : html`<p>${d('bulk.none_text')}</p>`
}`,
  };
}

/** What became of each, followed until the last one is through. */
export function reportPage(view: View, picked: readonly Picked[], missed: ReadonlySet<string>): PageInput {
  const { d } = view;
  const sent = picked.filter(({ id }) => !missed.has(id));
  const done = sent.filter(({ state }) => state === 'confirmed').length;
  const moving = sent.filter((each) => isOpen(each) && each.state !== 'needs_attention').length;
  const values = { done: String(done), all: String(sent.length) };
  const stateOf = (each: Picked): Html => {
    const problem = each.problem && each.state !== 'confirmed' ? problemView(view, each.problem) : null;
    const why = missed.has(each.id)
      ? d('bulk.missed')
      : problem
        ? [problem.title, problem.detail && d('erp_words', { words: problem.detail })].filter(Boolean).join('. ')
        : (each.erpNumber ?? '');
    return html`${tag(stateTag(view, each.state))} <span class="small">${why}</span>`;
  };
  return {
    title: d('bulk.report'),
    place: 'orders',
    ...(moving > 0 ? { live: 2000 } : {}),
    say: d('bulk.progress', values),
    body: html`<p class="back"><a href="/desk/orders">${d('nav.orders')}</a></p><h1 tabindex="-1">${d('bulk.report')}</h1>
<section id="report" data-part aria-label="${d('bulk.report')}"><p><label for="progress">${d('bulk.progress', values)}</label> <progress id="progress" max="${sent.length}" value="${done}"></progress></p>
<div class="scroll" tabindex="0" role="group" aria-label="${d('bulk.report')}"><table class="stack"><caption class="unseen">${d('bulk.report')}</caption><thead><tr>${head(view)}<th scope="col">${d('column.state')}</th></tr></thead>
<tbody>${picked.map((each) => html`<tr>${nameAndCustomer(view, each)}<td data-label="${d('column.state')}" class="why">${stateOf(each)}</td></tr>`)}</tbody></table></div></section>`,
  };
}
