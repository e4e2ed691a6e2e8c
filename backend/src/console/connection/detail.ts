import type { Problem } from '@backroom/shared';
import { html } from 'hono/html';
import type { Tested } from '../../accounts/connect.ts';
import type { CrmField } from '../../crm/contract/index.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { endWarning, stateTag } from './list.ts';
import { refused } from './refused.ts';
import { type RuleInput, ruleForm } from './rule.ts';
import { back, type ConnectionView, pageOf, pathOf, type Refused, refusal, seen } from './view.ts';

export type DetailInput = {
  connection: Connection;
  used: Date | null;
  /** What the ERP answered just now, or why it did not; null where it is not asked. */
  tested: { tested: Tested } | { problem: Problem } | null;
  done: 'connected' | 'saved' | null;
  refused?: Refused | undefined;
  /** What an admin typed as a name. */
  label?: string;
  rule: RuleInput;
  /** The CRM's fields of a deal; null where it does not list them. */
  known: readonly CrmField[] | null;
};
type Fact = [string, Html | string];

function facts(view: ConnectionView, { connection, tested, used }: DetailInput): Fact[] {
  const { c, n } = view;
  const ok = tested && 'tested' in tested ? tested.tested : null;
  const answer: Fact[] = tested
    ? [
        [
          n('answer'),
          ok
            ? tag({ text: c('connection.state_ok'), tone: 'success' })
            : tag({ text: c('connection.state_failed'), tone: 'danger' }),
        ],
      ]
    : [];
  const asked: Fact[] = ok
    ? [
        [c('connection.version'), ok.version],
        [c('connection.company'), ok.company],
        [c('connection.currency'), ok.currency],
        [c('connection.time_zone'), ok.timeZone],
      ]
    : [];
  const doubles: Fact[] = ok?.takesOrders
    ? [
        [
          c('connection.doubles'),
          ok.settledAfter === null
            ? c('connection.doubles_native')
            : c('connection.doubles_lookup', { seconds: String(ok.settledAfter) }),
        ],
      ]
    : [];
  return [
    [
      n('col.state'),
      html`${stateTag(view, connection)}${connection.isDefault ? html` ${tag({ text: n('default'), tone: 'default' })}` : ''}`,
    ],
    ...answer,
    [c('connection.address'), URL.parse(connection.url)?.host ?? connection.url],
    [c('connection.kind'), c(isTestErp(connection) ? 'connection.kind_test' : 'connection.kind_production')],
    ...asked,
    ...doubles,
    [n('col.used'), used ? moment(view, used.toISOString()) : n('never')],
    [n('col.ends'), connection.credentialsEnd ? view.format.date(connection.credentialsEnd) : n('unknown_end')],
  ];
}

/** A button of its own form: it changes the connection that the page shows, and nothing that somebody changed since. */
const act = (connection: Connection, verb: string, words: string): Html =>
  html`<form method="post" action="${pathOf(connection, '/state')}">${seen(connection)}<input type="hidden" name="verb" value="${verb}"><button>${words}</button></form>`;

/** One connection: what its ERP says just now, and everything that an admin can decide about it. */
export function detailPage(view: ConnectionView, input: DetailInput): PageInput {
  const { c, n, t } = view;
  const { connection, tested, done, label } = input;
  const { state } = connection;
  const ok = tested && 'tested' in tested ? tested.tested : null;
  const missing = ok && ok.missing.length > 0 ? ok.missing.map((flow) => t(`flow.${flow}`)).join(', ') : null;
  return pageOf(
    view,
    html`${back(view)}<h1 tabindex="-1">${connection.name}</h1>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n(done === 'connected' ? 'done.connected' : 'saved')}</p>` : ''}
${refusal(view, input.refused)}
${tested && 'problem' in tested ? refused(view, tested.problem, connection.erp) : ''}
${endWarning(view, connection) ?? ''}
${state === 'live' ? '' : html`<p class="notice warning">${n(state === 'paused' ? 'is_paused' : 'is_disconnected')}</p>`}
<dl class="facts">${facts(view, input).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${connection.unfit ? html`<p class="notice danger" role="alert">${c('connection.unfit', { why: connection.unfit })}</p>` : ''}
${missing ? html`<p class="notice warning">${c('connection.missing', { flows: missing })}</p>` : ''}
<div class="actions"><a class="button first" href="${pathOf(connection, '/access')}">${n('access')}</a>
${state === 'live' ? html`<a class="button" href="${pathOf(connection, '/try')}">${n('try.title')}</a> <a class="button" href="${pathOf(connection, '/pause')}">${n('pause')}</a>` : state === 'paused' ? act(connection, 'live', n('resume')) : ''}
${connection.isDefault ? '' : act(connection, 'default', n('make_default'))}
${state === 'disconnected' ? '' : html`<a class="button danger" href="${pathOf(connection, '/disconnect')}">${n('disconnect')}</a>`}
<a class="button danger" href="${pathOf(connection, '/delete')}">${n('delete')}</a></div>
<form class="act" method="post" action="${pathOf(connection, '/name')}">${seen(connection)}<div class="field wide"><label for="label">${n('name')}</label><input id="label" name="label" value="${label ?? connection.label ?? ''}" maxlength="80" autocomplete="off" aria-describedby="h-label"><span class="small" id="h-label">${n('name_help', { name: connection.erpName })}</span></div>
<p class="actions"><button>${n('save')}</button></p></form>
${ruleForm(view, connection, input.rule, input.known)}`,
  );
}

/** What it means to pause, disconnect or delete the connection, and the button that does it. */
export function askPage(
  view: ConnectionView,
  connection: Connection,
  verb: 'pause' | 'disconnect' | 'delete',
  more: { refused?: Refused; mustTick?: boolean } = {},
): PageInput {
  const { c, n } = view;
  const title = verb === 'pause' ? n('pause') : n(`${verb}_ask`, { name: connection.name });
  const tick =
    verb === 'delete'
      ? html`<div class="field tick"><label><input type="checkbox" name="sure" value="yes"${more.mustTick ? html` aria-invalid="true" aria-describedby="e-sure"` : ''}> ${n('delete_tick')}</label>${more.mustTick ? html`<span class="error" id="e-sure" role="alert">${n('delete_must')}</span>` : ''}</div>`
      : '';
  return pageOf(
    view,
    html`${back(view, connection)}<h1 tabindex="-1">${title}</h1>${refusal(view, more.refused)}
<p class="consequence">${n(`${verb}_text`)}</p>
<form class="act" method="post" action="${pathOf(connection, `/${verb}`)}">${seen(connection)}${tick}<p class="actions"><button class="${verb === 'pause' ? 'first' : 'danger'}">${n(verb)}</button> <a class="button" href="${pathOf(connection)}">${c('connection.cancel')}</a></p></form>`,
  );
}
