import { html } from 'hono/html';
import type { Drift } from '../../monitoring/call-log.ts';
import type { VersionInUse } from '../../preflight/versions.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import { figure, type Html } from '../view.ts';
import { heading, type MonitoringView } from './view.ts';

const tones = { open: 'success', ending: 'warning', ended: 'danger', unknown: 'default' } as const;
export type VersionsInput = {
  versions: readonly VersionInUse[];
  drifts: readonly Drift[];
  nameOf: (connection: string) => string;
};

function versionRow({ m, format }: MonitoringView, each: VersionInUse): Html {
  const name = each.system === 'crm' ? m('versions.api', { name: each.name }) : each.name;
  const tested = each.tested === null ? '–' : m(each.tested ? 'versions.yes' : 'versions.no');
  return html`<tr><td data-label="${m('versions.system')}">${name}</td><td data-label="${m('versions.version')}">${each.version ?? m('versions.silent')}</td><td data-label="${m('versions.tested')}">${tested}</td>
<td data-label="${m('versions.ends')}">${each.endsOn ? format.date(each.endsOn) : ''} ${tag({ text: m(`versions.${each.standing}`), tone: tones[each.standing] })}</td></tr>`;
}
function driftTable(view: MonitoringView, { drifts, nameOf }: VersionsInput): Html {
  const { m } = view;
  if (drifts.length === 0) return html`<p>${m('versions.drift_none')}</p>`;
  const heads = [m('versions.system'), m('versions.operation'), m('versions.count'), m('versions.last')];
  const rows = drifts.map(
    (each) =>
      html`<tr><td data-label="${heads[0]}">${each.system === 'crm' ? m('subject.crm') : nameOf(each.connection)}</td><td data-label="${heads[1]}"><code class="op">${each.operation}</code></td><td data-label="${heads[2]}" class="n">${figure(view, each.count)}</td><td data-label="${heads[3]}">${moment(view, each.last.toISOString())}</td></tr>`,
  );
  return html`<p class="notice warning">${m('versions.drift_text')}</p><div class="scroll" tabindex="0" role="group" aria-label="${m('versions.drift')}"><table class="stack"><caption class="unseen">${m('versions.drift')}</caption><thead><tr>${heads.map((each, nth) => html`<th scope="col"${nth === 2 ? html` class="n"` : ''}>${each}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Versions in use with their ends, and answers that did not fit. */
export function versionsPage(view: MonitoringView, input: VersionsInput): PageInput {
  const { m } = view;
  const heads = (['system', 'version', 'tested', 'ends'] as const).map((each) => m(`versions.${each}`));
  return {
    title: m('tab.versions'),
    place: 'monitoring',
    body: html`${heading(view, 'versions')}<p>${m('versions.lead')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${m('tab.versions')}"><table class="stack"><caption class="unseen">${m('tab.versions')}</caption><thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${input.versions.map((each) => versionRow(view, each))}</tbody></table></div>
<h2>${m('versions.drift')}</h2>${driftTable(view, input)}`,
  };
}
