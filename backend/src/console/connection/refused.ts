import type { Problem } from '@backroom/shared';
import type { ConsoleKey } from '@backroom/shared/messages/console';
import { html } from 'hono/html';
import { failure } from '../parts.ts';
import type { Html } from '../view.ts';
import type { ConsoleView } from './view.ts';

type FailKey = Extract<ConsoleKey, `connection.fail.${string}_do`> extends `${infer Key}_do` ? Key & ConsoleKey : never;
const reasons: Partial<Record<Problem['code'], FailKey>> = {
  erp_unreachable: 'connection.fail.unreachable',
  erp_timeout: 'connection.fail.timeout',
  erp_unauthorised: 'connection.fail.unauthorised',
  erp_drift: 'connection.fail.drift',
  flow_unsupported: 'connection.fail.unsupported',
};
/** Why the ERP could not be connected, in words for the person who enters its address and credentials. */
export function refused(view: ConsoleView, problem: Problem, erp: string): Html {
  const reason = reasons[problem.code];
  if (!reason) return failure(view, problem);
  const { c, t } = view;
  return html`<div class="notice danger" role="alert" id="failure" tabindex="-1"><p><strong>${c(reason, { erp })}</strong></p>
${problem.detail ? html`<p>${problem.detail}</p>` : ''}<p>${c(`${reason}_do`)}</p><p class="small">${t('reference', { reference: problem.reference })}</p></div>`;
}
