import { type Flow, flowSchema, type Problem } from '@backroom/shared';
import type { SetupKey } from '@backroom/shared/messages/setup';
import { html } from 'hono/html';
import type { Entered } from '../../accounts/connect.ts';
import type { CrmField } from '../../crm/contract/index.ts';
import type { CrmToInstall } from '../../crm/contract/manifest.ts';
import type { ErpManifest } from '../../erp/contract/manifest.ts';
import type { Outcome } from '../../preflight/outcome.ts';
import { flowIsOn } from '../../store/accounts.ts';
import { matchingKeys } from '../../store/setups.ts';
import { fieldChoices } from '../connection/field-choices.ts';
import { accessForm, connectButtons, grantPart } from '../connection/form.ts';
import { refused } from '../connection/refused.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { outcomeList } from './report.ts';
import { isDone, nextOf, type SetupView, type State, stepPath, steps } from './state.ts';

type Step = (typeof steps)[number];
export const head = (view: SetupView, step: Step, heading: string, more: Html | '' = ''): Html => {
  const { s } = view;
  const at = String(steps.indexOf(step) + 1);
  return html`<p class="back"><a href="/desk/setup">${s('setup.title')}</a></p>
<p class="small">${s('setup.step', { at, of: String(steps.length) })}</p><h1 tabindex="-1">${heading}</h1>${more}`;
};
export const pageOf = ({ s }: SetupView, body: Html): PageInput => ({ title: s('setup.title'), place: 'setup', body });
export const save = ({ s }: SetupView, label: SetupKey = 'setup.save'): Html =>
  html`<p class="actions"><button class="first">${s(label)}</button> <a class="button" href="/desk/setup">${s('setup.later')}</a></p>`;

/** Every CRM, whichever this account is of: another one may join it at the same ERP. */
function crmList({ s, locale }: SetupView, { account }: State, crms: readonly CrmToInstall[]): Html {
  const items = crms.map(({ id, name, how, path, isOn }) => {
    const here = id === account.crm ? tag({ text: s('setup.crm_here'), tone: 'info' }) : '';
    const link = isOn ? html`<a href="${path}">${s('setup.crm_install', { crm: name })}</a>` : s('setup.crm_off');
    return html`<li><strong>${name}</strong> ${here}<br>${how[locale]}<br>${link}</li>`;
  });
  return html`<h2>${s('setup.crms')}</h2><p>${s('setup.crms_text')}</p><ul class="steps">${items}</ul>`;
}
/** All steps with what is done; what comes next is first in the order of the keyboard. */
export function overviewPage(view: SetupView, state: State, crms: readonly CrmToInstall[]): PageInput {
  const { s } = view;
  const next = nextOf(state);
  const list = steps.map((step) => {
    const done = isDone(state, step);
    const mark = done ? tag({ text: s('setup.done'), tone: 'success' }) : '';
    return html`<li${step === next ? html` aria-current="step"` : ''}><a href="${stepPath(step)}">${s(`setup.${step}`)}</a> ${mark}</li>`;
  });
  return pageOf(
    view,
    html`<h1 tabindex="-1">${s('setup.title')}</h1><p>${s(next ? 'setup.intro' : 'setup.finished')}</p>
${next ? html`<p class="actions"><a class="button first" href="${stepPath(next)}">${s('setup.go_on', { step: s(`setup.${next}`) })}</a></p>` : ''}
<ol class="steps">${list}</ol>${crmList(view, state, crms)}`,
  );
}

export function erpPage(view: SetupView, manifests: readonly ErpManifest[], chosen: string | null, wrong = false) {
  const { s, c } = view;
  return pageOf(
    view,
    html`${head(view, 'erp', s('setup.erp'))}
<form class="act" method="post" action="${stepPath('erp')}"><fieldset${wrong ? html` aria-describedby="e-erp"` : ''}><legend>${s('setup.erp_which')}</legend>
${wrong ? html`<p class="error" id="e-erp" role="alert">${s('setup.erp_wrong')}</p>` : ''}
${manifests.map(
  ({ id, name, versionsTested }) =>
    html`<div class="field tick"><label><input type="radio" name="erp" value="${id}"${id === chosen ? html` checked` : ''} required> ${name}</label>${versionsTested.length > 0 ? html`<span class="small">${c('connection.tested_with', { versions: versionsTested.join(', ') })}</span>` : ''}</div>`,
)}</fieldset>${save(view, 'setup.continue')}</form>`,
  );
}

export type AccessInput = {
  manifest: ErpManifest;
  entered: Entered;
  /** Names of the secrets that are kept and need not be typed again. */
  kept: ReadonlySet<string>;
  /** Where an admin comes back to from the ERP's own page, and whether one just did. */
  callback: string;
  isGranted?: boolean;
  revision: number;
  wrong?: readonly string[];
  problem?: Problem;
  /** Another admin kept other values meanwhile. */
  other?: { by: string; at: string };
};
/** Address and credentials, from the manifest. Whatever was typed stays, whatever came of it; secrets are kept sealed and not shown. */
export function accessPage(view: SetupView, page: AccessInput): PageInput {
  const { s, c } = view;
  const { manifest, entered, kept, wrong = [] } = page;
  const isKept = (name: string) => kept.has(name);
  const { fields, draw } = accessForm(view, manifest, { entered, wrong, isKept });
  return pageOf(
    view,
    html`${head(view, 'access', c('connection.connect_to', { erp: manifest.name }))}
${page.problem ? refused(view, page.problem, manifest.name) : ''}
${page.other ? html`<div class="notice warning" role="alert" id="failure" tabindex="-1"><p>${s('setup.other_admin', page.other)}</p></div>` : ''}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${c('connection.bad', { count: String(wrong.length) })}</p>` : ''}
${page.isGranted ? html`<p class="notice success" role="status">${c('connection.granted', { erp: manifest.name })}</p>` : ''}
<p>${s('setup.access_text')}</p>
<form class="act" method="post" action="${stepPath('access')}"><input type="hidden" name="revision" value="${String(page.revision)}">${grantPart(view, manifest, page.callback)}${fields.map(draw)}
<div class="field tick"><label><input type="checkbox" name="test" value="yes"${entered.test ? html` checked` : ''} aria-describedby="h-test"> ${c('connection.test_system')}</label><span class="small" id="h-test">${c('connection.test_system_help')}</span></div>
<p class="actions">${connectButtons(view, manifest, isKept)} <a class="button" href="${stepPath('erp')}">${s('setup.other_erp')}</a></p></form>`,
  );
}

/** What works at the connected ERP, and what is missing, asked just now. */
export function testPage(view: SetupView, company: string | null, outcomes: readonly Outcome[]): PageInput {
  const { s } = view;
  return pageOf(
    view,
    html`${head(view, 'test', s('setup.test'), company ? html`<p class="notice success" role="status">${s('setup.connected', { company })}</p>` : '')}
${outcomeList(view, outcomes)}
<p class="actions"><a class="button first" href="${stepPath('flows')}">${s('setup.continue')}</a> <a class="button" href="${stepPath('test')}">${s('setup.test_again')}</a> <a class="button" href="${stepPath('access')}">${s('setup.change_access')}</a></p>`,
  );
}

export function flowsPage(view: SetupView, state: State, offered: readonly Flow[] | null, wrong = false): PageInput {
  const { s, t } = view;
  const { account } = state;
  const chosen = (flow: Flow) => isDone(state, 'flows') && flowIsOn(account, flow);
  return pageOf(
    view,
    html`${head(view, 'flows', s('setup.flows'))}<p>${s('setup.flows_text')}</p>
<form class="act" method="post" action="${stepPath('flows')}"><fieldset><legend>${s('setup.flows_which')}</legend>
${wrong ? html`<p class="error" role="alert" id="failure" tabindex="-1">${s('setup.flows_none')}</p>` : ''}
${flowSchema.options.map((flow) => {
  const missing = offered !== null && !offered.includes(flow);
  return html`<div class="field tick"><label><input type="checkbox" name="flow" value="${flow}"${chosen(flow) && !missing ? html` checked` : ''}${missing ? html` disabled` : ''} aria-describedby="h-${flow}"> ${t(`flow.${flow}`)}</label><span class="small" id="h-${flow}">${s(missing ? 'setup.flow_missing' : `setup.flow.${flow}`)}</span></div>`;
})}</fieldset>${save(view)}</form>`,
  );
}

const crmFields = ['erpNumber', 'vatId'] as const;
/** The matching key, and the CRM's fields that hold what is matched. */
export function fieldsPage(
  view: SetupView,
  { account }: State,
  typed?: Record<string, string>,
  wrong: readonly string[] = [],
  known: readonly CrmField[] | null = null,
): PageInput {
  const { s } = view;
  const { key, fields } = account.setup;
  const chosen = typed?.key ?? key;
  return pageOf(
    view,
    html`${head(view, 'fields', s('setup.fields'))}<p>${s('setup.fields_text')}</p>
<form class="act" method="post" action="${stepPath('fields')}">
<div class="field wide"><label for="key">${s('setup.key')}</label><select id="key" name="key" aria-describedby="h-key">${matchingKeys.map(
      (each) =>
        html`<option value="${each}"${each === chosen ? html` selected` : ''}>${s(`setup.key.${each}`)}</option>`,
    )}</select><span class="small" id="h-key">${s('setup.key_help')}</span></div>
${crmFields.map((name) => {
  const isWrong = wrong.includes(name);
  return html`<div class="field wide"><label for="${name}">${s(`setup.field.${name}`)} <span class="small">(${view.c('connection.optional')})</span></label>
<input id="${name}" name="${name}" value="${typed?.[name] ?? fields[name] ?? ''}" maxlength="100" autocomplete="off" spellcheck="false"${known ? html` list="crm-fields"` : ''} aria-describedby="h-${name}${isWrong ? ` e-${name}` : ''}"${isWrong ? html` aria-invalid="true"` : ''}>
<span class="small" id="h-${name}">${s('setup.field_help', { field: view.ownFields[name] })}</span>${isWrong ? html`<span class="error" id="e-${name}">${s('setup.field_wrong')}</span>` : ''}</div>`;
})}${fieldChoices(known)}${save(view)}</form><p><a href="/desk/mapping">${s('setup.fields_more')}</a></p>`,
  );
}

export function pilotPage(view: SetupView, people: string, wrong = false): PageInput {
  const { s } = view;
  return pageOf(
    view,
    html`${head(view, 'pilot', s('setup.pilot'))}<p>${s('setup.pilot_text')}</p>
<form class="act" method="post" action="${stepPath('pilot')}"><div class="field wide"><label for="people">${s('setup.people')}</label>
<textarea id="people" name="people" rows="5" maxlength="5000" spellcheck="false" aria-describedby="h-people${wrong ? ' e-people' : ''}"${wrong ? html` aria-invalid="true"` : ''}>${people}</textarea>
<span class="small" id="h-people">${s('setup.people_help')}</span>${wrong ? html`<span class="error" id="e-people">${s('setup.people_wrong')}</span>` : ''}</div>${save(view)}</form>`,
  );
}

/** Going live, with what still stands against it. */
export function livePage(view: SetupView, outcomes: readonly Outcome[], isLive: boolean, mustTick = false): PageInput {
  const { s } = view;
  const failing = outcomes.filter(({ state }) => state === 'fail');
  if (isLive)
    return pageOf(
      view,
      html`${head(view, 'live', s('setup.live'))}<p class="notice success" role="status">${s('setup.is_live')}</p>
<form class="act" method="post" action="${stepPath('live')}"><input type="hidden" name="back" value="yes"><p class="actions"><button>${s('setup.back_to_pilot')}</button></p></form>`,
    );
  return pageOf(
    view,
    html`${head(view, 'live', s('setup.live'))}<p>${s('setup.live_text')}</p>
${failing.length > 0 ? html`<h2>${s('setup.live_failing')}</h2>${outcomeList(view, failing)}` : html`<p class="notice success">${s('setup.live_clear')}</p>`}
<form class="act" method="post" action="${stepPath('live')}">
${failing.length > 0 ? html`<div class="field tick"><label><input type="checkbox" name="anyway" value="yes"${mustTick ? html` aria-invalid="true" aria-describedby="e-anyway"` : ''}> ${s('setup.live_anyway')}</label>${mustTick ? html`<span class="error" id="e-anyway" role="alert">${s('setup.live_tick')}</span>` : ''}</div>` : ''}
${save(view, 'setup.go_live')}</form>`,
  );
}
