import { html } from 'hono/html';
import type { Trial, TrialName } from '../../accounts/trial.ts';
import { trialNames } from '../../accounts/trial.ts';
import type { Connection } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import type { Html } from '../view.ts';
import { back, type ConnectionView, pageOf, pathOf } from './view.ts';

const MOST = 20_000;
/** What was asked last, and what came of it. */
export type Tried = { operation: TrialName; typed: string; trial: Trial };

/** Requests that an operation made, and what Backroom made of their answers. */
function outcome({ n }: ConnectionView, { trial }: Tried): Html {
  const { sent, answer, problem } = trial;
  const requests = sent.map(
    ({ method, path, status, ms }) =>
      html`<li><code>${method} ${path}</code> ${status ?? '–'} · ${Math.round(ms)} ms</li>`,
  );
  return html`${problem ? html`<div class="notice danger" role="alert" id="failure" tabindex="-1"><p><strong>${n(`try.kind.${problem.kind}`)}</strong></p>${problem.words ? html`<p>${problem.words}</p>` : ''}${problem.field ? html`<p><code>${problem.field}</code></p>` : ''}</div>` : ''}
<h3>${n('try.requests')}</h3><ul>${requests.length > 0 ? requests : html`<li>${n('try.none')}</li>`}</ul>
${answer === undefined ? '' : html`<h3>${n('try.answer')}</h3><pre tabindex="0">${JSON.stringify(answer, null, 2).slice(0, MOST)}</pre>`}`;
}
/** One question at a time to the ERP, beside what Backroom reads in its answer. Nothing is written. */
export function trialPage(
  view: ConnectionView,
  connection: Connection,
  offered: readonly TrialName[],
  tried: Tried | null,
): PageInput {
  const { n } = view;
  const row = (operation: TrialName) => {
    const id = `in-${operation.replace('.', '-')}`;
    const mine = tried?.operation === operation ? tried : null;
    const asked = trialNames[operation];
    const input =
      asked === 'none' || asked === 'list'
        ? ''
        : html`<div class="field wide"><label for="${id}">${n(`try.in.${asked}`)}</label><input id="${id}" name="typed" value="${mine?.typed ?? ''}" maxlength="500" required autocomplete="off" spellcheck="false"></div>`;
    return html`<section aria-labelledby="h-${id}"><h2 id="h-${id}">${n(`try.op.${operation}`)}</h2>
<form class="act" method="post" action="${pathOf(connection, '/try')}"><input type="hidden" name="operation" value="${operation}">${input}<p class="actions"><button>${n('try.run')}</button></p></form>
${mine ? outcome(view, mine) : ''}</section>`;
  };
  return pageOf(
    view,
    html`${back(view, connection)}<h1 tabindex="-1">${n('try.title')}</h1><p class="consequence">${n('try.text')}</p>${offered.map(row)}`,
  );
}
