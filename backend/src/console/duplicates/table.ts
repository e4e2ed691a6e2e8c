import { html } from 'hono/html';
import { pairKey } from '../../scans/decision.ts';
import type { Entry } from '../../scans/record.ts';
import type { PairView, Scan } from '../../scans/views.ts';
import { moment, tag } from '../parts.ts';
import type { Html } from '../view.ts';
import type { DuplicatesPage } from './pages.ts';
import { addressOf, BASE, type DuplicatesView, type Where, worded } from './view.ts';

type Shown = Pick<DuplicatesPage, 'companyUrl' | 'lastOrders'>;
/** What tells one record from another: name, number, VAT id, address, mail, last order. */
function record(view: DuplicatesView, { companyUrl, lastOrders }: Shown, entry: Entry | null, id: string): Html {
  const { u, format } = view;
  if (!entry) return html`<strong>${id}</strong><span class="small">${u('gone')}</span>`;
  const { facts, side } = entry;
  const name = entry.name.trim() || u('no_name');
  const url = side === 'crm' ? companyUrl(entry.id) : null;
  const place = [facts.street, [facts.postalCode, facts.city].filter(Boolean).join(' '), facts.country]
    .filter(Boolean)
    .join(', ');
  const mail = [
    ...facts.emails.slice(0, 3),
    ...facts.domains.filter((domain) => !facts.emails.some((email) => email.endsWith(`@${domain}`))),
  ].join(', ');
  const last = [facts.lastOrderOn, side === 'erp' ? lastOrders.get(entry.id) : null]
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1);
  const lines = [
    facts.number && u('number', { number: facts.number }),
    facts.vatId && u('vat', { vat: facts.vatId }),
    facts.registration && u('registration', { number: facts.registration }),
    place,
    mail,
    facts.phone,
    last && u('last_order', { date: format.date(last) }),
  ].filter(Boolean);
  return html`${url ? html`<a class="name" href="${url}">${name}</a>` : html`<strong>${name}</strong>`}${lines.map((line) => html`<span class="small">${line}</span>`)}`;
}
function decisionCell(view: DuplicatesView, where: Where, scan: Scan, pair: PairView): Html {
  const { u } = view;
  const { decision } = pair;
  const stands =
    decision && (decision.decision !== 'link' || decision.outcome === 'done' || decision.outcome === 'wanted');
  const names = `${pair.left?.name || pair.leftId} · ${pair.right?.name || pair.rightId}`;
  const fields = html`<input type="hidden" name="scan" value="${scan.id}"><input type="hidden" name="pair" value="${pairKey(pair)}"><input type="hidden" name="back" value="${addressOf(where)}">`;
  const choice = (name: string, label: string, first = false): Html =>
    html`<button name="decision" value="${name}" aria-label="${label}: ${names}"${first ? html` class="first"` : ''}>${label}</button> `;
  if (stands) {
    const words =
      decision.decision === 'link' && decision.outcome === 'wanted'
        ? u('decided.wanted')
        : u(`decided.${decision.decision}`);
    return html`${tag({ text: words, tone: decision.decision === 'link' ? 'success' : 'default' })}<span class="small">${u('by', { by: decision.by, at: '' }).replace(/, $/, '')} ${moment(view, decision.at)}</span>
<form method="post" action="${BASE}/decide">${fields}${choice('undo', u('undo'))}</form>`;
  }
  const refused = decision?.outcome
    ? html`<span class="small">${worded(view, `refused.${decision.outcome}`, { other: decision.other ?? '' })}</span>`
    : '';
  const canLink = pair.leftSide !== pair.rightSide && pair.standing !== 'otherwise';
  return html`${refused}<form method="post" action="${BASE}/decide">${fields}${canLink ? choice('link', u('link'), true) : ''}${choice('not_same', u('not_same'))}${choice('later', u('later'))}</form>`;
}
export function pairTable(view: DuplicatesView, page: DuplicatesPage, scan: Scan, pairs: readonly PairView[]): Html {
  const { u } = view;
  const { where } = page;
  const oneSide =
    where.list === 'crm_double' ? u('column.left') : where.list === 'erp_double' ? u('column.right') : null;
  const left = oneSide ? `${oneSide} 1` : u('column.left');
  const right = oneSide ? `${oneSide} 2` : u('column.right');
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${u(`list.${where.list}`)}"><table class="stack"><caption class="unseen">${u(`list.${where.list}`)}</caption><thead><tr><th scope="col">${left}</th><th scope="col">${right}</th><th scope="col">${u('column.why')}</th><th scope="col">${u('column.decision')}</th></tr></thead>
<tbody>${pairs.map(
    (
      pair,
    ) => html`<tr><td data-label="${left}"><span>${record(view, page, pair.left, pair.leftId)}</span></td><td data-label="${right}"><span>${record(view, page, pair.right, pair.rightId)}</span></td>
<td data-label="${u('column.why')}" class="why"><span>${pair.why.map((why) => html`${tag({ text: worded(view, `why.${why}`), tone: 'success' })} `)}${pair.against.map((each) => html`${tag({ text: worded(view, `against.${each}`), tone: 'warning' })} `)}</span></td>
<td data-label="${u('column.decision')}"><div>${decisionCell(view, where, scan, pair)}</div></td></tr>`,
  )}</tbody></table></div>`;
}
export function aloneTable(view: DuplicatesView, page: DuplicatesPage, entries: readonly Entry[]): Html {
  const { u } = view;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${u(`list.${page.where.list}`)}"><table><caption class="unseen">${u(`list.${page.where.list}`)}</caption><thead><tr><th scope="col">${u('column.record')}</th></tr></thead>
<tbody>${entries.map((entry) => html`<tr><td>${record(view, page, entry, entry.id)}</td></tr>`)}</tbody></table></div>`;
}
