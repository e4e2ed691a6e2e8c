import type { Problem, Submission } from '@backroom/shared';
import { html } from 'hono/html';
import type { Names } from '../../submissions/list.ts';
import type { Payload } from '../../submissions/payload.ts';
import type { PageInput } from '../layout.ts';
import { failure, nameOf, problemNotice } from '../parts.ts';
import type { Html, View } from '../view.ts';
import type { Verb } from './detail.ts';
import { type Filled, filledFrom, mendFields } from './mend.ts';

export type ActInput = {
  verb: Verb;
  submission: Submission;
  payload: Payload | null;
  names: Names;
  /** What was sent and refused, on the way back to the person. */
  filled?: Filled;
  errors?: Filled;
  problem?: Problem | null;
};

function fieldsOf(view: View, { verb, submission, payload, filled, errors = {} }: ActInput): Html | '' {
  const { d } = view;
  if (verb === 'mend' && payload?.kind === 'order')
    return mendFields(
      view,
      payload.order,
      filled ?? filledFrom(view, payload.order),
      errors,
      submission.problem?.field,
    );
  if (verb !== 'adopt') return '';
  const error = errors.erpNumber;
  return html`<div class="field"><label for="erpNumber">${d('erp_number')}</label><input id="erpNumber" name="erpNumber" value="${filled?.erpNumber ?? ''}" required maxlength="64" autocomplete="off"${error ? html` aria-invalid="true" aria-describedby="e-erpNumber"` : ''}>
${error ? html`<span class="error" id="e-erpNumber">${error}</span>` : ''}</div>`;
}

/** The order could not be looked up, and nobody looks it up later. */
const isUnread = ({ verb, problem }: ActInput): boolean =>
  verb === 'adopt' && Boolean(problem?.retryable && problem.code.startsWith('erp_'));

/** The step before something is done: what follows from it, what it needs, and the way back. */
export function actPage(view: View, input: ActInput): PageInput {
  const { d } = view;
  const { verb, submission, names, errors = {}, problem } = input;
  const name = nameOf(view, submission, names.record);
  const what = verb === 'resend' && submission.state === 'confirmed' ? 'tell_again' : verb;
  const isReturn = submission.kind === 'return';
  const wrong = Object.keys(errors).filter((each) => each !== 'form').length;
  const summary = errors.form ?? (wrong > 0 ? d('bad.summary', { count: String(wrong) }) : null);
  return {
    title: view.t('label_value', { label: d(`do.${what}`), value: name }),
    place: 'orders',
    body: html`<p class="back"><a href="/desk/orders/${submission.id}">${d('back_to', { name })}</a></p>
<h1 tabindex="-1">${d(isReturn && what === 'resend' ? 'ask.resend_return' : `ask.${what}`, { name })}</h1>
${problem ? failure(view, problem, isUnread(input) ? d('adopt.not_read') : undefined) : ''}
${summary ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${summary}</p>` : ''}
${submission.problem && verb !== 'cancel' ? problemNotice(view, submission.problem, true) : ''}
<p class="consequence">${d(what === 'cancel' && submission.kind !== 'order' ? 'consequence.cancel_return' : `consequence.${what}`)}</p>
<form class="act" method="post" action="/desk/orders/${submission.id}/${verb}">${fieldsOf(view, input)}
<p class="actions"><button class="${verb === 'cancel' ? 'danger' : 'first'}">${d(`confirm.${what}`)}</button> <a class="button" href="/desk/orders/${submission.id}">${d('leave')}</a></p></form>`,
  };
}
