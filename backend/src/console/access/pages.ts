import { keysTranslator } from '@backroom/shared/messages/keys';
import { html } from 'hono/html';
import type { Certificate } from '../../crm/contract/manifest.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { OpenSession } from '../../store/desk-sessions.ts';
import type { Person } from '../../store/people.ts';
import type { PageInput } from '../layout.ts';
import { moment } from '../parts.ts';
import { actorName, type Html, type View } from '../view.ts';

export type AccessInput = {
  account: string;
  /** The viewer's own session, which is marked. */
  own: string;
  people: readonly Person[];
  sessions: readonly OpenSession[];
  /** Null where the account's CRM has none. */
  certificates: readonly Certificate[] | null;
  log: readonly AuditEntry[];
  /** The account's name was not typed as it stands. */
  wrongAccount: boolean;
};
const BASE = '/desk/access';
const button = (path: string, words: string, fields: Readonly<Record<string, string>>): Html =>
  html`<form method="post" action="${BASE}/${path}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button>${words}</button></form>`;
const none = ({ d }: View) => html`<p class="small">${d('access.none')}</p>`;

function peopleOf(view: View, { people, sessions }: AccessInput): Html {
  const { d } = view;
  // Who installed the app is known by the CRM's number only, until they have signed in here.
  const nameOf = (id: string) => sessions.find(({ userId }) => userId === id)?.actor ?? id;
  const rows = people.map(
    ({ userId, email, admin, byWhom }) =>
      html`<tr><td>${email || nameOf(userId)}</td><td>${admin ? d('access.admin') : d('access.asked')}${byWhom ? html` <span class="small">${byWhom}</span>` : ''}</td>
<td>${admin ? button('dismiss', d('access.dismiss'), { userId }) : button('appoint', d('access.appoint'), { userId })}</td></tr>`,
  );
  return html`<h2>${d('access.people')}</h2><p>${d('access.people_text')}</p>${people.length === 0 ? none(view) : html`<div class="scroll" tabindex="0" role="group" aria-label="${d('access.people')}"><table class="stack"><tbody>${rows}</tbody></table></div>`}`;
}
function sessionsOf(view: View, { sessions, own }: AccessInput): Html {
  const { d } = view;
  const rows = sessions.map(
    ({ id, actor, createdAt, seenAt }) =>
      html`<tr><td data-label="${d('access.who')}"><span>${actor}${id === own ? html` <span class="small">${d('access.this_session')}</span>` : ''}</span></td><td data-label="${d('access.since')}">${moment(view, createdAt.toISOString())}</td>
<td data-label="${d('access.used')}">${moment(view, seenAt.toISOString())}</td><td>${button('end', d('access.end'), { id })}</td></tr>`,
  );
  return html`<h2>${d('access.sessions')}</h2><div class="scroll" tabindex="0" role="group" aria-label="${d('access.sessions')}"><table class="stack"><thead><tr><th scope="col">${d('access.who')}</th><th scope="col">${d('access.since')}</th><th scope="col">${d('access.used')}</th><th scope="col"><span class="unseen">${d('access.end')}</span></th></tr></thead><tbody>${rows}</tbody></table></div>
${button('end-all', d('access.end_all'), {})}`;
}
function certificatesOf(view: View, { certificates }: AccessInput): Html | '' {
  const { d } = view;
  if (certificates === null) return '';
  const rows = certificates.map(
    ({ kid, fingerprint, at }) =>
      html`<tr><td>${kid} ${at ? html`<span class="small">${moment(view, at)}</span>` : ''}</td><td><code>${fingerprint}</code></td><td>${button('remove-certificate', d('access.remove'), { fingerprint })}</td></tr>`,
  );
  return html`<h2>${d('access.certificates')}</h2><p>${d('access.certificates_text')}</p>${certificates.length === 0 ? none(view) : html`<div class="scroll" tabindex="0" role="group" aria-label="${d('access.certificates')}"><table class="stack"><tbody>${rows}</tbody></table></div>`}`;
}
function logOf(view: View, { log }: AccessInput): Html {
  const { d } = view;
  return html`<h2>${d('access.log')}</h2>${log.length === 0 ? none(view) : ''}<div class="scroll" tabindex="0" role="group" aria-label="${d('access.log')}"><table class="stack"><tbody>${log.map(
    ({ at, actor, event, target }) =>
      html`<tr><td>${moment(view, at.toISOString())}</td><td>${actorName(actor)}</td><td>${d(`audit.${event}`)}</td><td><span class="small">${target ?? ''}</span></td></tr>`,
  )}</tbody></table></div>`;
}

function keysOf({ locale }: View): Html {
  const k = keysTranslator(locale);
  return html`<h2>${k('title')}</h2><p>${k('lead')}</p><p class="actions"><a class="button" href="${BASE}/keys">${k('title')}</a></p>`;
}

/** Who may do what, who is signed in, what may speak for the account, and what was changed. The last section ends it all. */
export function accessPage(view: View, input: AccessInput): PageInput {
  const { d } = view;
  return {
    title: d('nav.access'),
    place: 'access',
    body: html`<h1 tabindex="-1">${d('nav.access')}</h1>
${peopleOf(view, input)}${sessionsOf(view, input)}${certificatesOf(view, input)}${keysOf(view)}${logOf(view, input)}
<h2>${d('access.uninstall')}</h2><p>${d('access.uninstall_text')}</p>
<form class="act" method="post" action="${BASE}/uninstall"><div class="field"><label for="account">${d('access.type_account', { account: input.account })}</label><input id="account" name="account" required autocomplete="off"${input.wrongAccount ? html` aria-invalid="true" aria-describedby="e-account"` : ''}>
${input.wrongAccount ? html`<span class="error" id="e-account">${d('access.wrong_account')}</span>` : ''}</div><p class="actions"><button class="danger">${d('access.uninstall')}</button></p></form>`,
  };
}
