import { type RecordRef, type SubmissionState, submissionKindSchema } from '@backroom/shared';
import { problemView, stateTag } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import { z } from 'zod';
import { COUNT_CAP, type Listed } from '../../submissions/list.ts';
import type { PageInput } from '../layout.ts';
import { moment, nameOf, standing, tag, totalLabel, totalOf } from '../parts.ts';
import { actorName, ageOf, type Html, isOpen, type View } from '../view.ts';
import { CHANGES } from './changes.ts';
import { heldIn } from './holds.ts';

/** The tabs, what is in them, and which end comes first: of what needs a hand the oldest, of what is done the newest. `held`: only what the ERP holds. */
export const tabs = {
  attention: { states: ['needs_attention'], order: 'oldest' },
  waiting: { states: ['waiting'], order: 'oldest' },
  moving: { states: ['queued', 'sending', 'checking'], order: 'oldest' },
  held: { states: ['confirmed'], held: true, order: 'oldest' },
  confirmed: { states: ['confirmed'], order: 'newest' },
  cancelled: { states: ['cancelled'], order: 'newest' },
  all: { states: null, order: 'newest' },
} as const satisfies Record<
  string,
  { states: readonly SubmissionState[] | null; held?: true; order: 'oldest' | 'newest' }
>;
export type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as [Tab, ...Tab[]];
export const countedStates = [...new Set(names.flatMap((name): readonly SubmissionState[] => tabs[name].states ?? []))];

/** `createdAt~id` of the last row of the page before. */
const cursorSchema = z
  .string()
  .transform((text) => ({ createdAt: text.split('~')[0], id: text.split('~')[1] }))
  .pipe(z.object({ createdAt: z.iso.datetime(), id: z.uuid() }));
/** The list's address. What makes no sense in it is as if it were not there: an old bookmark still shows a list. */
export const listQuerySchema = z
  .object({
    tab: z.enum(names).optional().catch(undefined),
    search: z.string().trim().max(100).catch('').default(''),
    kind: submissionKindSchema.optional().catch(undefined),
    mine: z.literal('1').optional().catch(undefined),
    after: cursorSchema.optional().catch(undefined),
  })
  .transform(({ tab, ...rest }) => ({ ...rest, tab: tab ?? (rest.search === '' ? 'attention' : 'all') }));
export type ListQuery = z.infer<typeof listQuerySchema>;
export const PAGE_ROWS = 25;

type Filter = Pick<ListQuery, 'search' | 'kind' | 'mine'>;
const isFiltered = ({ search, kind, mine }: Filter): boolean => search !== '' || Boolean(kind ?? mine);
function addressOf({ search, kind, mine }: Filter, tab: Tab, after?: string): string {
  const given = Object.entries({ tab, search, kind, mine, after }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return `/desk/orders?${new URLSearchParams(Object.fromEntries(given))}`;
}

type Counts = ReadonlyMap<SubmissionState | 'held', number>;
export type ListInput = {
  query: ListQuery;
  /** Up to one more than a page has: then there is a next one. */
  rows: readonly Listed[];
  counts: Counts;
  /** Where the CRM shows a record; null where that is not known. */
  crmPage: (record: RecordRef) => string | null;
};

function countOf(tab: Tab, counts: Counts): string {
  const { states } = tabs[tab];
  if (!states) return '';
  const counted: readonly (SubmissionState | 'held')[] = tab === 'held' ? ['held'] : states;
  const sum = counted.reduce((all, each) => all + (counts.get(each) ?? 0), 0);
  return sum >= COUNT_CAP ? `${COUNT_CAP - 1}+` : String(sum);
}

function row(view: View, each: Listed, crmPage: ListInput['crmPage'], withPick: boolean): Html {
  const { d } = view;
  const pick = withPick
    ? html`<td class="pick">${each.canResend ? html`<input type="checkbox" id="p-${each.id}" form="bulk" name="id" value="${each.id}" aria-label="${d('bulk.select', { name: nameOf(view, each, each.names.record) })}">` : ''}</td>`
    : '';
  const problem = each.problem && each.state !== 'confirmed' ? problemView(view, each.problem) : null;
  const crm = crmPage(each.record);
  const id = d(`record.${each.record.type}`, { id: each.record.id });
  const when = isOpen(each) ? each.createdAt : each.updatedAt;
  return html`<tr>${pick}<td data-label="${d('column.order')}"><a id="o-${each.id}" class="name" href="/desk/orders/${each.id}">${nameOf(view, each, each.names.record)}</a>
<span class="small">${each.kind === 'order' ? '' : `${d(`kind_name.${each.kind}`)} · `}${crm ? html`<a href="${crm}">${id}</a>` : id} · ${actorName(each.createdBy)}</span></td>
<td data-label="${d('column.customer')}">${each.names.customer ?? '–'}</td>
<td data-label="${totalLabel(view, each.names.total)}" class="n">${totalOf(view, each.names.total)}</td>
<td data-label="${d('column.state')}" class="why">${tag(stateTag(view, each.state))}
${heldIn(view, each.names.holds)}
<span class="small">${problem ? html`${problem.title}${problem.detail ? html`. ${d('erp_words', { words: problem.detail })}` : ''}` : standing(view, each)}</span></td>
<td data-label="${d('column.erp')}">${each.erpNumber ?? '–'}</td>
<td data-label="${d('column.age')}" class="age"><span>${ageOf(view, each)} <span class="small">${moment(view, when)}</span></span></td></tr>`;
}

function rowsOf(view: View, { query, rows, crmPage }: ListInput): Html {
  const { d } = view;
  const { tab, search } = query;
  if (rows.length === 0)
    return html`<div class="empty"><p><strong>${search ? d('empty.search', { search }) : isFiltered(query) ? d('empty.filter') : d(`empty.${tab}`)}</strong></p>
<p>${isFiltered(query) ? d('empty.search_text') : d(`empty_text.${tab}`)}</p></div>`;
  const shown = rows.slice(0, PAGE_ROWS);
  const withPick = shown.some(({ canResend }) => canResend);
  const last = rows.length > PAGE_ROWS ? shown.at(-1) : undefined;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${d(`tab.${tab}`)}"><table><caption class="unseen">${d(`tab.${tab}`)}</caption><thead><tr>${withPick ? html`<th scope="col"><span class="unseen">${d('bulk.column')}</span></th>` : ''}<th scope="col">${d('column.order')}</th><th scope="col">${d('column.customer')}</th>
<th scope="col" class="n">${d('column.total')}</th><th scope="col">${d('column.state')}</th><th scope="col">${d('column.erp')}</th><th scope="col">${d('column.age')}</th></tr></thead>
<tbody>${shown.map((each) => row(view, each, crmPage, withPick))}</tbody></table></div>
${withPick ? html`<form id="bulk" class="bulk" method="get" action="/desk/orders/resend"><button>${d('bulk.resend')}</button></form>` : ''}
<nav class="pages" aria-label="${d('pages')}">${query.after ? html`<a class="button" href="${addressOf(query, tab)}">${d('pages.first')}</a>` : ''}
${last ? html`<a class="button" rel="next" href="${addressOf(query, tab, `${last.createdAt}~${last.id}`)}">${d('pages.next')}</a>` : ''}</nav>`;
}

/** Inside the list only, so that nobody triggers them in passing. */
const keys = [
  ['S', 'keys.search'],
  ['J', 'keys.next'],
  ['K', 'keys.previous'],
  ['X', 'keys.pick'],
] as const;
/** Orders by state, with what is known of each in one line. */
export function listPage(view: View, input: ListInput): PageInput {
  const { d } = view;
  const { query, counts } = input;
  const tabLinks = names.map((name) => ({
    name,
    text: d(`tab.${name}`),
    // Beside a search, the count of everything would be taken for its own.
    count: isFiltered(query) ? '' : countOf(name, counts),
    here: name === query.tab,
  }));
  return {
    title: d(`tab.${query.tab}`),
    place: 'orders',
    live: 5000,
    say: tabLinks
      .filter(({ count }) => count !== '')
      .map(({ text, count }) => view.t('label_value', { label: text, value: count }))
      .join(', '),
    body: html`<div class="head"><h1 tabindex="-1">${d('nav.orders')}</h1>
<form role="search" method="get" action="/desk/orders"><label for="search">${d('search')}</label>
<input id="search" type="search" name="search" value="${query.search}" maxlength="100" placeholder="${d('search.hint')}" autocomplete="off" accesskey="s">
<label for="kind" class="unseen">${d('filter.kind')}</label><select id="kind" name="kind"><option value="">${d('filter.kind.all')}</option>${submissionKindSchema.options.map((kind) => html`<option value="${kind}"${kind === query.kind ? html` selected` : ''}>${d(`kind_name.${kind}`)}</option>`)}</select>
<label class="mine"><input type="checkbox" name="mine" value="1"${query.mine ? html` checked` : ''}> ${d('filter.mine')}</label><button>${d('search.go')}</button></form></div>
<nav class="tabs" id="tabs" data-part aria-label="${d('tabs')}">${tabLinks.map(
      ({ name, text, count, here }) =>
        html`<a id="t-${name}" href="${addressOf(query, name)}"${here ? html` aria-current="page"` : ''}>${text}${count ? html` <span class="count${name === 'attention' && count !== '0' ? ' hot' : ''}">${count}</span>` : ''}</a>`,
    )}</nav>
<section id="rows" data-part aria-label="${d(`tab.${query.tab}`)}">${rowsOf(view, input)}</section>
<p><a href="${CHANGES}">${view.t('act.desk_title')}</a></p>
<details class="shortcuts"><summary>${d('keys')}</summary><dl>${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${d(what)}</dd></div>`)}</dl></details>`,
  };
}
