import type { Problem } from '@backroom/shared';
import { html } from 'hono/html';
import type { Entered, Tested } from '../../accounts/connect.ts';
import { type ErpManifest, fieldsOf, tuning } from '../../erp/contract/manifest.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import { failure, tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { accessForm } from './form.ts';
import { refused } from './refused.ts';
import type { ConsoleView } from './view.ts';

const PATH = '/desk/connection';
const pageOf = ({ c }: ConsoleView, body: Html): PageInput => ({
  title: c('connection.title'),
  place: 'connection',
  body,
});

/** Which ERP it is. */
function choices({ c }: ConsoleView, manifests: readonly ErpManifest[]): Html {
  return html`<ul class="plain" aria-label="${c('connection.choose')}">${manifests.map(
    ({ id, name, versionsTested }) =>
      html`<li><a class="button" href="${PATH}/${id}">${c('connection.connect_to', { erp: name })}</a> <span class="small">${c('connection.tested_with', { versions: versionsTested.join(', ') })}</span></li>`,
  )}</ul>`;
}

export function choosePage(view: ConsoleView, manifests: readonly ErpManifest[], done: Html | '' = ''): PageInput {
  const { c } = view;
  return pageOf(
    view,
    html`<h1 tabindex="-1">${c('connection.none')}</h1>${done}<p>${c('connection.none_text')}</p>${choices(view, manifests)}`,
  );
}

export type Overview = {
  connection: Connection;
  manifests: readonly ErpManifest[];
  /** What the ERP answered just now, or why it did not. */
  tested: { tested: Tested } | { problem: Problem };
  done: 'connected' | null;
};
/** The connection as it is: what the ERP says of itself, asked just now. */
export function overviewPage(view: ConsoleView, { connection, manifests, tested, done }: Overview): PageInput {
  const { c, t } = view;
  const ok = 'tested' in tested ? tested.tested : null;
  const facts: [string, Html | string][] = [
    [
      c('connection.state'),
      tag(
        ok
          ? { text: c('connection.state_ok'), tone: 'success' }
          : { text: c('connection.state_failed'), tone: 'danger' },
      ),
    ],
    [c('connection.erp'), connection.name],
    [c('connection.address'), URL.parse(connection.url)?.host ?? connection.url],
    [c('connection.kind'), c(isTestErp(connection) ? 'connection.kind_test' : 'connection.kind_production')],
    ...(ok
      ? ([
          [c('connection.version'), ok.version],
          [c('connection.company'), ok.company],
          [c('connection.currency'), ok.currency],
          [c('connection.time_zone'), ok.timeZone],
          [
            c('connection.doubles'),
            ok.settledAfter === null
              ? c('connection.doubles_native')
              : c('connection.doubles_lookup', { seconds: String(ok.settledAfter) }),
          ],
        ] satisfies [string, string][])
      : []),
  ];
  const missing = ok && ok.missing.length > 0 ? ok.missing.map((flow) => t(`flow.${flow}`)).join(', ') : null;
  return pageOf(
    view,
    html`<h1 tabindex="-1">${c('connection.title')}</h1>
${done && ok ? html`<p class="notice success" role="status">${c('connection.connected', { company: ok.company })}</p>` : ''}
${'problem' in tested ? refused(view, tested.problem, connection.erp) : ''}
<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${connection.unfit ? html`<p class="notice danger" role="alert">${c('connection.unfit', { why: connection.unfit })}</p>` : ''}
${missing ? html`<p class="notice warning">${c('connection.missing', { flows: missing })}</p>` : ''}
<p class="actions"><a class="button" href="${PATH}/${connection.erp}">${c('connection.change')}</a> <a class="button" href="${PATH}">${c('connection.test_again')}</a> <a class="button danger" href="${PATH}/disconnect">${c('connection.disconnect')}</a></p>
<h2>${c('connection.other')}</h2>${choices(
      view,
      manifests.filter(({ id }) => id !== connection.erp),
    )}`,
  );
}

export type FormInput = {
  manifest: ErpManifest;
  before: Connection | null;
  /** What stands in the fields: what was typed, else what is stored. */
  entered: Entered;
  wrong?: readonly string[];
  problem?: Problem;
};
/** The form of one ERP, from its manifest. What was typed stays, but for secrets, which no page repeats. */
export function formPage(view: ConsoleView, { manifest, before, entered, wrong = [], problem }: FormInput): PageInput {
  const { c } = view;
  const same = before?.erp === manifest.id;
  const isKept = (name: string) => same && before.credentials[name] !== undefined;
  const { fields, draw } = accessForm(view, manifest, { entered, wrong, isKept });
  const tuned = fieldsOf(tuning);
  const isOpen = tuned.some(({ name }) => wrong.includes(name) || entered.values[name]);
  return pageOf(
    view,
    html`<p class="back"><a href="${PATH}">${c('connection.title')}</a></p>
<h1 tabindex="-1">${c('connection.connect_to', { erp: manifest.name })}</h1>
${problem ? refused(view, problem, manifest.name) : ''}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${c('connection.bad', { count: String(wrong.length) })}</p>` : ''}
<p class="consequence">${before && !same ? `${c('connection.switch_text')} ` : ''}${c('connection.steps')}</p>
<form class="act" method="post" action="${PATH}/${manifest.id}">${fields.map(draw)}
<div class="field tick"><label><input type="checkbox" name="test" value="yes"${entered.test ? html` checked` : ''} aria-describedby="h-test"> ${c('connection.test_system')}</label><span class="small" id="h-test">${c('connection.test_system_help')}</span></div>
<details${isOpen ? html` open` : ''}><summary>${c('connection.advanced')}</summary>${tuned.map(draw)}</details>
<p class="actions"><button class="first">${c('connection.test_and_connect')}</button> <a class="button" href="${PATH}">${c('connection.cancel')}</a></p></form>`,
  );
}

export function disconnectPage(view: ConsoleView, connection: Connection, problem?: Problem): PageInput {
  const { c } = view;
  return pageOf(
    view,
    html`<p class="back"><a href="${PATH}">${c('connection.title')}</a></p>
<h1 tabindex="-1">${c('connection.disconnect_ask', { name: connection.name })}</h1>
${problem ? failure(view, problem) : ''}
<p class="consequence">${c('connection.disconnect_text')}</p>
<form class="act" method="post" action="${PATH}/disconnect"><p class="actions"><button class="danger">${c('connection.disconnect_confirm')}</button> <a class="button" href="${PATH}">${c('connection.cancel')}</a></p></form>`,
  );
}
