import type { RecordRef, Submission, SubmissionEvent } from '@backroom/shared';
import { type Decimal, type Money, postalLine, timesMoney } from '@backroom/shared';
import { differsView, eventView, fieldName, submissionView } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import type { Names } from '../../submissions/list.ts';
import type { Payload } from '../../submissions/payload.ts';
import type { PageInput } from '../layout.ts';
import { moment, nameOf, problemNotice, standing, tag } from '../parts.ts';
import { actorName, ageOf, type Html, isOpen, type View } from '../view.ts';
import { holdsNotice } from './holds.ts';
import { isMendable } from './mend.ts';

export const verbs = ['mend', 'resend', 'adopt', 'cancel'] as const;
export type Verb = (typeof verbs)[number];
/** What is certain to be safe now; the engine asks once more, in its WHERE, when it is done. */
export const mayDo = (submission: Submission): Record<Verb, boolean> => ({
  mend: submission.canMend,
  resend: submission.canResend,
  adopt: submission.canAdopt,
  cancel: submission.canCancel,
});
export type DetailInput = {
  submission: Submission;
  /** Null where what is kept cannot be read. */
  payload: Payload | null;
  names: Names;
  crmPage: (record: RecordRef) => string | null;
  /** What was just done; null on an ordinary look. */
  done: Verb | null;
};
const fact = (label: string, value: Html | string | null) =>
  value === null || value === '' ? '' : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** A product beyond our arithmetic is not shown; the page around it is. */
function lineNet({ format }: View, unitPrice: Money, quantity: Decimal): string {
  try {
    return format.money(timesMoney(unitPrice, quantity));
  } catch {
    return '–';
  }
}
function linesOf(view: View, payload: Payload | null, field: string | undefined): Html | '' {
  const { d, t, format } = view;
  if (payload === null || payload.kind === 'customer') return '';
  const marked = (name: string) => (name === field ? html` class="marked"` : '');
  if (payload.kind === 'return')
    return html`<h2>${t('lines')}</h2><p>${t('label_value', { label: t('reason'), value: payload.claim.reason })}</p><div class="scroll" tabindex="0" role="group" aria-label="${t('lines')}"><table><thead><tr><th scope="col">${t('product')}</th><th scope="col" class="n">${t('quantity')}</th></tr></thead>
<tbody>${payload.claim.lines.map(({ code, quantity }) => html`<tr><td>${code}</td><td class="n">${format.quantity(quantity)}</td></tr>`)}</tbody></table></div>`;
  return html`<h2>${d('sent')}</h2><div class="scroll" tabindex="0" role="group" aria-label="${d('sent')}"><table><caption class="unseen">${d('sent')}</caption><thead><tr><th scope="col">${d('line')}</th><th scope="col">${t('product')}</th><th scope="col" class="n">${t('quantity')}</th><th scope="col" class="n">${t('price')}</th><th scope="col" class="n sum">${t('net')}</th></tr></thead>
<tbody>${payload.order.lines.map(
    (line, index) =>
      html`<tr><td>${index + 1}</td><td${marked(`lines.${index}.productId`)}>${line.description ?? line.productId}</td><td class="n"><span${marked(`lines.${index}.quantity`)}>${format.quantity(line.quantity)}</span></td><td class="n"><span${marked(`lines.${index}.unitPrice`)}>${format.money(line.unitPrice)}</span></td><td class="n sum">${lineNet(view, line.unitPrice, line.quantity)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** What the order says beside its lines; an address that the ERP has, as it was when the order was made. */
function detailFacts(
  { t, format }: View,
  order: Extract<Payload, { kind: 'order' }>['order'],
  places: Readonly<Record<string, string>> = {},
): Html {
  const { poNumber, contact, deliverTo, invoiceTo, partialDelivery, charges = [] } = order;
  const place = (name: string, address: typeof deliverTo) =>
    address ? (address.kind === 'one_off' ? postalLine(address.address) : (places[name] ?? address.id)) : null;
  return html`${fact(t('order.po_number'), poNumber ?? null)}
${fact(t('order.contact'), contact ? [contact.name, contact.email, contact.phone].filter(Boolean).join(', ') : null)}
${fact(t('order.deliver_to'), place('deliverTo', deliverTo))}
${fact(t('order.invoice_to'), place('invoiceTo', invoiceTo))}
${fact(t('order.partial'), partialDelivery === undefined ? null : t(partialDelivery ? 'order.partial.yes' : 'order.partial.no'))}
${fact(t('order.charges'), charges.map(({ name, amount }) => `${name} ${format.money(amount)}`).join(', '))}`;
}

/** One entry of the history: when and whose hand, what, and what the ERP said. */
function entry(view: View, event: SubmissionEvent): Html {
  const { d } = view;
  const { at, what, state, words } = eventView(view, { ...event, actor: actorName(event.actor) });
  const { detail, field } = event.problem ?? {};
  return html`<li class="${event.state}"><span class="small"><time datetime="${event.at}">${at}</time> · ${actorName(event.actor)}</span>
<p><strong>${what}</strong>${event.state === 'queued' ? '' : ` · ${state}`}</p>
${detail ? html`<p>${d('erp_words', { words: detail })}</p>` : words ? html`<p>${words}</p>` : ''}
${field ? html`<p>${d('field_named', { field: fieldName(view, field) })}</p>` : ''}</li>`;
}

/** The way that leads on comes first: correcting where the ERP names a field that can be corrected here, else sending what was put right elsewhere. */
const inOrder = ({ problem }: Submission): readonly Verb[] =>
  problem?.field && isMendable(problem.field)
    ? ['mend', 'resend', 'adopt', 'cancel']
    : ['resend', 'mend', 'adopt', 'cancel'];

/** What a person may do now, each a page of its own that says what follows from it. The first is the one to begin with. */
function actions(view: View, submission: Submission): Html {
  const may = mayDo(submission);
  const offered = inOrder(submission).filter((verb) => may[verb]);
  if (offered.length === 0)
    return html`<p class="small">${view.d(isOpen(submission) ? 'no_actions.open' : 'no_actions.done')}</p>`;
  return html`<p class="actions">${offered.map(
    (verb, index) =>
      html`<a id="do-${verb}" class="button${index === 0 && submission.state === 'needs_attention' ? ' first' : ''}${verb === 'cancel' ? ' danger' : ''}" href="/desk/orders/${submission.id}/${verb}">${view.d(`do.${verb === 'resend' && submission.state === 'confirmed' ? 'tell_again' : verb}`)}</a>`,
  )}</p>`;
}

/** One write: where it stands, why, what to do about it, what is sent, and all that happened. */
export function detailPage(view: View, input: DetailInput): PageInput {
  const { d, t, format } = view;
  const { submission, payload, names, crmPage, done } = input;
  const name = nameOf(view, submission, names.record);
  const status = submissionView(view, submission, view.now);
  const sentence = [standing(view, submission), status.nextTry, status.writtenBack].filter(Boolean).join(' ');
  const record = d(`record.${submission.record.type}`, { id: submission.record.id });
  const crm = crmPage(submission.record);
  const order = payload?.kind === 'order' ? payload.order : null;
  const untold = submission.state === 'confirmed' && !submission.writtenBack ? submission.problem : null;
  const problem = status.problem ?? untold;
  const differs = differsView(view, submission);
  return {
    title: name,
    place: 'orders',
    live: isOpen(submission) || (submission.state === 'confirmed' && !submission.writtenBack) ? 2000 : 15_000,
    say: `${status.tag.text}. ${sentence}`,
    body: html`<p class="back"><a href="/desk/orders">${d('back')}</a></p>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${d(`done.${done}`)}</p>` : ''}
<h1 tabindex="-1">${name}</h1>
<div id="state" data-part><p class="standing">${tag(status.tag)} <span>${sentence}</span> <span class="small">${ageOf(view, submission)}</span></p>
${problem ? problemNotice(view, problem) : ''}
${holdsNotice(view, names.holds)}
${differs ? html`<div class="notice warning" id="differs"><p><strong>${differs.title}</strong></p><ul>${differs.lines.map((each) => html`<li>${each}</li>`)}</ul></div>` : ''}
${actions(view, submission)}</div>
<div class="columns"><section id="what" data-part aria-label="${t('details')}"><dl class="facts">
${fact(d(`kind_name.${submission.kind}`), submission.erpNumber ? t('order.in_erp', { number: submission.erpNumber }) : d('not_in_erp'))}
${fact(d('column.customer'), names.customer)}
${fact(names.total?.by === 'erp' ? t('total') : t('net'), names.total && format.money(names.total.money))}
${fact(d('in_crm'), crm ? html`<a href="${crm}">${record}</a>` : record)}
${fact(t('order.requested_date'), order?.requestedDate ? format.date(order.requestedDate) : null)}
${fact(t('order.note'), order?.note ?? null)}
${order ? detailFacts(view, order, payload?.kind === 'order' ? payload.places : undefined) : ''}
${fact(d('accepted'), html`${moment(view, submission.createdAt)} <span class="small">${actorName(submission.createdBy)}</span>`)}
${fact(d('our_reference'), html`<code>${submission.reference}</code>`)}</dl>
${linesOf(view, payload, submission.problem?.field)}</section>
<section id="history" data-part aria-labelledby="history-title"><h2 id="history-title">${t('order.history')}</h2>
<ol class="history" reversed>${submission.events.toReversed().map((event) => entry(view, event))}</ol></section></div>`,
  };
}
