import { html } from 'hono/html';
import type { ErpManifest } from '../../erp/contract/manifest.ts';
import { type Connection, isTestErp, type RoutingRule } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { type Example, exampleForm } from './example.ts';
import { back, type ConnectionView, PATH, pageOf, pathOf } from './view.ts';

/** Long enough to get a new key from somebody else, short enough not to be overlooked. */
const WARN_DAYS = 14;
const DAY_MS = 86_400_000;

export const ruleWords = ({ n }: ConnectionView, { by, field, values }: RoutingRule): string =>
  n('serves.rule', { by: by === 'field' && field ? field : n(`by.${by}`), values: values.join(', ') });

export function stateTag({ n }: ConnectionView, { state, unfit }: Connection): Html {
  if (state === 'live' && unfit !== null) return tag({ text: n('state.unfit'), tone: 'danger' });
  const tone = state === 'live' ? 'success' : state === 'paused' ? 'warning' : 'danger';
  return tag({ text: n(`state.${state}`), tone });
}
/** A warning from two weeks before the credentials end. Null: there is nothing to warn of. */
export function endWarning(view: ConnectionView, { name, credentialsEnd, state }: Connection): Html | null {
  if (credentialsEnd === null || state === 'disconnected') return null;
  const left = Date.parse(`${credentialsEnd}T23:59:59Z`) - view.now;
  if (left > WARN_DAYS * DAY_MS) return null;
  const values = { name, date: view.format.date(credentialsEnd) };
  return html`<p class="notice ${left < 0 ? 'danger' : 'warning'}">${view.n(left < 0 ? 'ended' : 'ends_soon', values)}</p>`;
}
const hostOf = ({ url }: Connection) => URL.parse(url)?.host ?? url;

function serves(view: ConnectionView, connection: Connection): Html {
  const { n } = view;
  const { rule, isDefault, options } = connection;
  const words = isDefault ? n('serves.default') : rule ? ruleWords(view, rule) : n('serves.none');
  const pilots = options.pilots !== null || isTestErp(connection);
  return html`${words}${pilots ? html` <span class="small">${n('serves.pilots')}</span>` : ''}`;
}

export type ListInput = {
  connections: readonly Connection[];
  uses: ReadonlyMap<string, Date>;
  manifests: readonly ErpManifest[];
  done: 'disconnected' | 'deleted' | null;
  example: Example | null;
};
/** Every connection of the account, and where a deal goes. */
export function listPage(view: ConnectionView, { connections, uses, manifests, done, example }: ListInput): PageInput {
  const { n, c } = view;
  const said = done ? html`<p class="notice success" role="status">${n(`done.${done}`)}</p>` : '';
  if (connections.length === 0)
    return pageOf(
      view,
      html`<h1 tabindex="-1">${c('connection.none')}</h1>${said}<p>${c('connection.none_text')}</p>${choices(view, manifests)}`,
    );
  const row = (each: Connection) => {
    const used = uses.get(each.id);
    return html`<tr><td data-label="${n('col.name')}"><span><a class="name" href="${pathOf(each)}">${each.name}</a>
<span class="small">${hostOf(each)}</span></span></td>
<td data-label="${n('col.state')}" class="why"><span>${stateTag(view, each)} ${tag({ text: n(isTestErp(each) ? 'test' : 'production'), tone: isTestErp(each) ? 'info' : 'default' })}${each.isDefault ? html` ${tag({ text: n('default'), tone: 'default' })}` : ''}</span></td>
<td data-label="${n('col.serves')}"><span>${serves(view, each)}</span></td>
<td data-label="${n('col.used')}">${used ? moment(view, used.toISOString()) : n('never')}</td>
<td data-label="${n('col.ends')}">${each.credentialsEnd ? view.format.date(each.credentialsEnd) : n('unknown_end')}</td></tr>`;
  };
  return pageOf(
    view,
    html`<h1 tabindex="-1">${n('title')}</h1>${said}<p>${n('lead')}</p>
${connections.map((each) => endWarning(view, each) ?? '')}
<div class="scroll" tabindex="0" role="group" aria-label="${n('title')}"><table class="stack"><caption class="unseen">${n('title')}</caption><thead><tr><th scope="col">${n('col.name')}</th><th scope="col">${n('col.state')}</th><th scope="col">${n('col.serves')}</th><th scope="col">${n('col.used')}</th><th scope="col">${n('col.ends')}</th></tr></thead>
<tbody>${connections.map(row)}</tbody></table></div>
<p class="actions"><a class="button first" href="${PATH}/new">${n('add')}</a></p>
${exampleForm(view, example)}`,
  );
}

const choices = ({ c }: ConnectionView, manifests: readonly ErpManifest[]): Html =>
  html`<ul class="plain" aria-label="${c('connection.choose')}">${manifests.map(
    ({ id, name, versionsTested }) =>
      html`<li><a class="button" href="${PATH}/new/${id}">${c('connection.connect_to', { erp: name })}</a> ${versionsTested.length > 0 ? html`<span class="small">${c('connection.tested_with', { versions: versionsTested.join(', ') })}</span>` : ''}</li>`,
  )}</ul>`;

/** Which ERP the new connection leads to. */
export const choosePage = (view: ConnectionView, manifests: readonly ErpManifest[]): PageInput =>
  pageOf(
    view,
    html`${back(view)}<h1 tabindex="-1">${view.n('add')}</h1><p>${view.c('connection.choose')}</p>${choices(view, manifests)}`,
  );
