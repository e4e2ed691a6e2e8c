import { duplicatesTranslator } from '@backroom/shared/messages/duplicates';
import { html } from 'hono/html';
import type { Scan, ScanViews } from '../../scans/views.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { head, pageOf, save } from './pages.ts';
import { type SetupView, stepPath } from './state.ts';

type Counts = Awaited<ReturnType<ScanViews['counts']>>;
const open = ['certain', 'likely', 'ambiguous', 'otherwise', 'crm_double', 'erp_double'] as const;

/** The scan of both sides as a step of the wizard: begun here, decided about on its own page, and not waited for. */
export function duplicatesPage(
  view: SetupView,
  active: Scan | null,
  shown: Scan | null,
  counts: Counts | null,
): PageInput {
  const { s } = view;
  const u = duplicatesTranslator(view.locale);
  const found = (list: (typeof open)[number]): Html =>
    html`<li>${u(`list.${list}`)} ${tag({ text: String(counts?.[list] ?? 0), tone: (counts?.[list] ?? 0) > 0 ? 'warning' : 'success' })}</li>`;
  const state = active
    ? html`<p class="standing">${tag({ text: u(`state.${active.state}`), tone: 'info' })} <span>${u(`phase.${active.phase}`)} · ${u('read', { crm: String(active.crmRead), erp: String(active.erpRead) })}</span></p>`
    : html`<form class="act" method="post" action="${stepPath('duplicates')}"><input type="hidden" name="scan" value="yes"><p class="actions"><button${shown ? '' : html` class="first"`}>${u(shown ? 'start_again' : 'start')}</button></p></form>`;
  return {
    ...pageOf(
      view,
      html`${head(view, 'duplicates', s('setup.duplicates'))}<p>${u('lead')} ${u('empty_text')}</p>
<div id="state" data-part>${state}${shown && counts ? html`<ul class="plain">${open.map(found)}</ul><p><a href="/desk/duplicates">${s('setup.duplicates_open')}</a></p>` : ''}</div>
<form class="act" method="post" action="${stepPath('duplicates')}">${save(view, 'setup.continue')}</form>`,
    ),
    ...(active && active.state !== 'paused' ? { live: 2000 } : {}),
  };
}
