import type { Problem } from '@backroom/shared';
import { html } from 'hono/html';
import type { Entered } from '../../accounts/connect.ts';
import { type ErpManifest, fieldsOf, tuning } from '../../erp/contract/manifest.ts';
import type { Connection } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import type { Html } from '../view.ts';
import { accessForm, connectButtons, grantPart } from './form.ts';
import { refused } from './refused.ts';
import { back, type ConnectionView, PATH, pageOf, pathOf, type Refused, refusal, seen } from './view.ts';

export type AccessInput = {
  manifest: ErpManifest;
  /** Null: a new connection. */
  before: Connection | null;
  /** What stands in the fields: what was typed, else what is stored. */
  entered: Entered;
  /** Where an admin comes back to from the ERP's own page. */
  callback: string;
  /** Secrets that were typed and could not be stored, sealed: the next attempt uses them where a field is left empty. */
  typed: { names: ReadonlySet<string>; sealed: string } | null;
  wrong?: readonly string[];
  problem?: Problem;
  conflict?: Extract<Refused, { conflict: unknown }>;
};

function endField({ n }: ConnectionView, { manifest, entered, wrong = [] }: AccessInput): Html {
  const bad = wrong.includes('credentialsEnd');
  const days = manifest.credentialDays;
  return html`<div class="field wide"><label for="credentialsEnd">${n('ends_label')}</label>
<input id="credentialsEnd" name="credentialsEnd" type="date" value="${entered.credentialsEnd ?? ''}" aria-describedby="h-ends${bad ? ' e-ends' : ''}"${bad ? html` aria-invalid="true"` : ''}>
<span class="small" id="h-ends">${n('ends_help')}${days ? ` ${n('ends_days', { erp: manifest.name, days: String(days) })}` : ''}</span>${bad ? html`<span class="error" id="e-ends">${n('ends_wrong')}</span>` : ''}</div>`;
}

/** Texts to start a new connection from, and the text of one that is there as a file. */
function starts({ n }: ConnectionView, { manifest, before }: AccessInput): Html | '' {
  if (!manifest.starts) return '';
  if (before) return html`<p><a href="${pathOf(before, '/description')}">${n('download')}</a></p>`;
  const links = manifest.starts.map(
    ({ id, name }) => html` <a href="${PATH}/new/${manifest.id}?from=${id}">${name}</a>`,
  );
  return html`<p>${n('start_from')}${links}</p>`;
}

/** Address and credentials of a connection, from the manifest of its ERP. No page repeats a secret. */
export function accessPage(view: ConnectionView, page: AccessInput): PageInput {
  const { c, n } = view;
  const { manifest, before, entered, typed, wrong = [] } = page;
  const isKept = (name: string) => typed?.names.has(name) || before?.credentials[name] !== undefined;
  const { fields, draw } = accessForm(view, manifest, { entered, wrong, isKept });
  const tuned = fieldsOf(tuning);
  const isOpen = tuned.some(({ name }) => wrong.includes(name) || entered.values[name]);
  const to = before ? pathOf(before, '/access') : `${PATH}/new/${manifest.id}`;
  return pageOf(
    view,
    html`${back(view, before ?? undefined)}
<h1 tabindex="-1">${before ? n('access') : c('connection.connect_to', { erp: manifest.name })}</h1>
${page.problem ? refused(view, page.problem, manifest.name) : refusal(view, page.conflict)}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${c('connection.bad', { count: String(wrong.length) })}</p>` : ''}
${typed && typed.names.size > 0 ? html`<p class="notice info">${n('typed_kept')}</p>` : ''}
<p class="consequence">${before ? n('access_text') : c('connection.steps')}</p>
${starts(view, page)}
<form class="act" method="post" action="${to}">${before ? seen(before) : ''}${typed ? html`<input type="hidden" name="typed" value="${typed.sealed}">` : ''}${grantPart(view, manifest, page.callback)}${fields.map(draw)}
${endField(view, page)}
<div class="field tick"><label><input type="checkbox" name="test" value="yes"${entered.test ? html` checked` : ''} aria-describedby="h-test"> ${c('connection.test_system')}</label><span class="small" id="h-test">${c('connection.test_system_help')}</span></div>
<details${isOpen ? html` open` : ''}><summary>${c('connection.advanced')}</summary>${tuned.map(draw)}</details>
<p class="actions">${connectButtons(view, manifest, isKept)} <a class="button" href="${before ? pathOf(before) : PATH}">${c('connection.cancel')}</a></p></form>`,
  );
}
