import { alertTranslator } from '@backroom/shared/messages/alerts';
import { localeNames, locales } from '@backroom/shared/messages/locale';
import { html } from 'hono/html';
import type { Alert } from '../../monitoring/alerts/index.ts';
import type { Message } from '../../monitoring/alerts/outbox.ts';
import {
  type AlertSettings,
  CRM,
  type RuleId,
  ruleIds,
  ruleOf,
  rules,
  WEBHOOK,
} from '../../monitoring/alerts/settings.ts';
import { alertText, placeOf } from '../../monitoring/alerts/text.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import { duration, figure, type Html } from '../view.ts';
import type { NamedConnection } from './flows.ts';
import { heading, type MonitoringView } from './view.ts';

const BASE = '/desk/alerts';
/** Without a check for so long, the page says that nobody watches. */
const LATE_MS = 10 * 60_000;
export type AlertView = MonitoringView & { a: ReturnType<typeof alertTranslator> };
export const alertView = (view: MonitoringView): AlertView => ({ ...view, a: alertTranslator(view.locale) });

/** What was entered in the form of the rules, as it was sent. */
export type Entered = Readonly<Record<string, string>>;
export type AlertsInput = {
  settings: AlertSettings;
  revision: number;
  checkedAt: Date | null;
  hasMail: boolean;
  alerts: readonly Alert[];
  undelivered: readonly Message[];
  connections: readonly NamedConnection[];
  /** What was just done, or how it failed. */
  notice?: { text: string; tone: 'success' | 'danger' };
  /** Fields that are wrong, and what was entered. */
  wrong?: readonly string[];
  entered?: Entered;
  /** A new secret, which is shown this once. */
  secret?: string;
};

const nameOf = (connections: readonly NamedConnection[], id: string) =>
  connections.find((each) => each.id === id)?.name ?? '';

function listOf(view: AlertView, { alerts, connections }: AlertsInput, solved: boolean): Html {
  const { a } = view;
  const shown = alerts.filter((alert) => (alert.solved_at !== null) === solved);
  if (shown.length === 0) return solved ? html`` : html`<p>${tag({ text: a('open_none'), tone: 'success' })}</p>`;
  const rows = shown.map((alert) => {
    const { title, todo } = alertText(view.locale, view.timeZone ?? 'UTC', {
      ...alert,
      name: nameOf(connections, alert.connection),
      since: alert.raised_at.toISOString(),
    });
    const level = solved
      ? ''
      : tag({ text: a(`level.${alert.level}`), tone: alert.level === 'critical' ? 'danger' : 'warning' });
    return html`<tr><td data-label="${a('column.alert')}" class="why"><span><a class="name" href="${placeOf(alert)}">${title}</a> ${level}${solved ? '' : html`<span class="small">${todo}</span>`}</span></td>
<td data-label="${a('column.since')}">${moment(view, alert.raised_at.toISOString())}</td>${alert.solved_at ? html`<td data-label="${a('column.until')}">${moment(view, alert.solved_at.toISOString())}</td>` : ''}</tr>`;
  });
  const heads = solved ? (['alert', 'since', 'until'] as const) : (['alert', 'since'] as const);
  return html`${solved ? html`<h2>${a('solved')}</h2>` : ''}<div class="scroll" tabindex="0" role="group" aria-label="${a(solved ? 'solved' : 'open')}"><table class="stack"><caption class="unseen">${a(solved ? 'solved' : 'open')}</caption><thead><tr>${heads.map((each) => html`<th scope="col">${a(`column.${each}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
/** What people call a target. */
export const targetName = ({ a }: AlertView, target: string): string =>
  target === WEBHOOK ? a('webhook') : target === CRM ? a('crm') : target;

function undeliveredOf(view: AlertView, { undelivered }: AlertsInput): Html {
  const { a } = view;
  if (undelivered.length === 0) return html``;
  const rows = undelivered.map(
    ({ target, problem, due_at, given_up_at }) =>
      html`<tr><td data-label="${a('column.target')}">${targetName(view, target)}</td><td data-label="${a('column.problem')}"><code>${problem ?? ''}</code></td><td>${given_up_at ? a('undelivered.given_up') : a('undelivered.again', { when: view.format.instant(due_at.toISOString()) })}</td></tr>`,
  );
  return html`<h2>${a('undelivered')}</h2><p>${a('undelivered_text')}</p><div class="scroll" tabindex="0" role="group" aria-label="${a('undelivered')}"><table class="stack"><thead><tr><th scope="col">${a('column.target')}</th><th scope="col">${a('column.problem')}</th><th scope="col"><span class="unseen">${a('column.until')}</span></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
/** One button that is a form. `label` names it for those who cannot see the row around it. */
const button = (path: string, text: string, label: string, target: string): Html =>
  html`<form method="post" action="${BASE}/${path}"><input type="hidden" name="target" value="${target}"><button aria-label="${label}">${text}</button></form>`;
function testedOf(view: AlertView, settings: AlertSettings, target: string): Html {
  const at = settings.tested[target];
  return at
    ? tag({ text: view.a('tested', { when: view.format.instant(at) }), tone: 'success' })
    : tag({ text: view.a('untested'), tone: 'warning' });
}
function recipientsOf(view: AlertView, { settings, hasMail, wrong = [], entered = {} }: AlertsInput): Html {
  const { a, locale } = view;
  const { recipients } = settings;
  const bad = wrong.includes('address');
  const chosen = entered.locale ?? locale;
  const rows = recipients.map(
    ({ address, locale: spoken }) =>
      html`<tr><td data-label="${a('address')}">${address}</td><td data-label="${a('language')}">${localeNames[spoken]}</td><td>${testedOf(view, settings, address)}</td><td class="buttons">${button('test', a('test'), a('test_of', { target: address }), address)} ${button('remove', a('remove'), a('remove_of', { target: address }), address)}</td></tr>`,
  );
  return html`<h2>${a('recipients')}</h2>${hasMail ? '' : html`<p class="notice warning">${a('no_mail')}</p>`}
${recipients.length === 0 ? html`<p>${a('recipients_none')}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-label="${a('recipients')}"><table class="stack"><caption class="unseen">${a('recipients')}</caption><tbody>${rows}</tbody></table></div>`}
<form class="filters after" method="post" action="${BASE}/add"><span class="filter"><label for="address">${a('address')}</label><input id="address" name="address" type="email" required maxlength="200" autocomplete="off" value="${entered.address ?? ''}"${bad ? html` aria-invalid="true" aria-describedby="e-address"` : ''}></span>
<span class="filter"><label for="spoken">${a('language')}</label><select id="spoken" name="locale">${locales.map((each) => html`<option value="${each}" lang="${each}"${each === chosen ? html` selected` : ''}>${localeNames[each]}</option>`)}</select></span> <button>${a('add')}</button></form>
${bad ? html`<p class="error" id="e-address">${a('bad_address')}</p>` : ''}`;
}
function webhookOf(view: AlertView, { settings, wrong = [], entered = {}, secret }: AlertsInput): Html {
  const { a } = view;
  const { webhook } = settings;
  const bad = wrong.includes('url');
  return html`<h2>${a('webhook')}</h2><p>${a('webhook_text')}</p>
${secret ? html`<div class="notice success" id="done" tabindex="-1"><p><strong>${a('secret')}</strong> <code>${secret}</code></p><p>${a('secret_text')}</p></div>` : ''}
<form class="filters" method="post" action="${BASE}/webhook"><span class="filter"><label for="url">${a('url')}</label><input id="url" name="url" type="url" maxlength="500" autocomplete="off" spellcheck="false" value="${entered.url ?? webhook ?? ''}"${bad ? html` aria-invalid="true" aria-describedby="e-url"` : ''}></span> <button>${a('save')}</button></form>
${bad ? html`<p class="error" id="e-url">${a('bad_url')}</p>` : ''}
${webhook ? html`<div class="buttons">${testedOf(view, settings, WEBHOOK)} ${button('test', a('test'), a('test_of', { target: a('webhook') }), WEBHOOK)} ${button('secret', a('new_secret'), a('new_secret'), WEBHOOK)} ${button('remove', a('remove'), a('remove_of', { target: a('webhook') }), WEBHOOK)}</div>` : ''}
`;
}
function crmOf(view: AlertView, { settings }: AlertsInput): Html {
  const { a } = view;
  const on = settings.crm !== null;
  const switchTo = (to: 'on' | 'off'): Html =>
    html`<form method="post" action="${BASE}/crm"><input type="hidden" name="to" value="${to}"><button id="crm-${to}">${a(to === 'on' ? 'crm_on' : 'crm_off')}</button></form>`;
  return html`<h2 id="crm">${a('crm')}</h2><p>${a('crm_text')}</p>
<div class="buttons">${on ? html`${testedOf(view, settings, CRM)} ${button('test', a('test'), a('test_of', { target: a('crm') }), CRM)} ${switchTo('off')}` : switchTo('on')}</div>`;
}
function ruleRow(view: AlertView, id: RuleId, { settings, wrong = [], entered }: AlertsInput): Html {
  const { a } = view;
  const { on, limit } = ruleOf(settings, id);
  const bad = wrong.includes(id);
  const ticked = entered ? entered[`on.${id}`] === 'yes' : on;
  return html`<tr><td class="why"><label for="r-${id}">${a(`rule.${id}`)}</label></td><td data-label="${a('rule_on')}"><input type="checkbox" name="on.${id}" value="yes" aria-label="${a('rule_on')}: ${a(`rule.${id}`)}"${ticked ? html` checked` : ''}></td>
<td data-label="${a('rule_limit')}"><span><input id="r-${id}" class="limit" name="limit.${id}" inputmode="numeric" maxlength="6" value="${entered?.[`limit.${id}`] ?? String(limit)}"${bad ? html` aria-invalid="true"` : ''} aria-describedby="h-${id}"> <span class="small" id="h-${id}">${a('range', { most: figure(view, rules[id].most) })}</span></span></td></tr>`;
}
function rulesOf(view: AlertView, input: AlertsInput): Html {
  const { a } = view;
  const { settings, revision, wrong = [], entered = {} } = input;
  const { quiet } = settings;
  const bad = (name: string) => (wrong.includes(name) ? html` aria-invalid="true"` : '');
  const time = (name: 'from' | 'to') =>
    html`<span class="filter"><label for="quiet-${name}">${a(`quiet_${name}`)}</label><input id="quiet-${name}" type="time" name="quiet.${name}" value="${entered[`quiet.${name}`] ?? quiet?.[name] ?? ''}"${bad(`quiet.${name}`)}></span>`;
  const zone = entered['quiet.zone'] ?? quiet?.timeZone ?? view.timeZone ?? 'UTC';
  return html`<h2 id="rules">${a('rules')}</h2><form class="act" method="post" action="${BASE}"><input type="hidden" name="revision" value="${revision}">
<div class="scroll" tabindex="0" role="group" aria-label="${a('rules')}"><table class="stack"><caption class="unseen">${a('rules')}</caption><thead><tr><th scope="col">${a('rules')}</th><th scope="col">${a('rule_on')}</th><th scope="col">${a('rule_limit')}</th></tr></thead><tbody>${ruleIds.map((id) => ruleRow(view, id, input))}</tbody></table></div>
<fieldset><legend><h2>${a('quiet')}</h2></legend><p>${a('quiet_text')}</p><div class="filters">${time('from')}${time('to')}<span class="filter"><label for="quiet-zone">${a('zone')}</label><input id="quiet-zone" name="quiet.zone" maxlength="64" value="${zone}" autocomplete="off" spellcheck="false"${bad('quiet.zone')}></span></div></fieldset>
<p class="actions"><button class="first">${a('save')}</button></p></form>`;
}

/** What stands, what did not arrive, who is told, and by which rules. */
export function alertsPage(view: AlertView, input: AlertsInput): PageInput {
  const { a, m, now } = view;
  const { checkedAt, notice } = input;
  const late = checkedAt !== null && now - checkedAt.getTime() > LATE_MS;
  return {
    title: m('tab.alerts'),
    place: 'monitoring',
    here: BASE,
    body: html`${heading(view, 'alerts')}<p>${a('lead')}</p>
${notice ? html`<div class="notice ${notice.tone}" id="${notice.tone === 'success' ? 'done' : 'failure'}" role="${notice.tone === 'success' ? 'status' : 'alert'}" tabindex="-1"><p>${notice.text}</p></div>` : ''}
${late ? html`<p class="notice danger">${a('late', { duration: duration(view, now - checkedAt.getTime()) })}</p>` : ''}
<p class="small">${checkedAt ? a('checked', { when: view.format.instant(checkedAt.toISOString()) }) : a('never_checked')}</p>
<h2>${a('open')}</h2>${listOf(view, input, false)}${undeliveredOf(view, input)}
${recipientsOf(view, input)}${crmOf(view, input)}${webhookOf(view, input)}${rulesOf(view, input)}${listOf(view, input, true)}`,
  };
}
