import { html } from 'hono/html';
import type { Entered } from '../../accounts/connect.ts';
import { type ErpManifest, type Field, fieldsOf, textIn } from '../../erp/contract/manifest.ts';
import type { Html } from '../view.ts';
import { type ConsoleView, PATH } from './view.ts';

/** A certificate, or a chain of some. */
const LONG = 20_000;
/** A description of an ERP. */
const LONGER = 60_000;
type Shown = { value: string; wrong: boolean; kept: boolean; why: readonly string[] };
/** What the schema of a field says of a wrong text. */
const reasons = (manifest: ErpManifest, { name, explained }: Field, value: string): readonly string[] =>
  explained ? (manifest.settings.shape[name]?.safeParse(value).error?.issues.map(({ message }) => message) ?? []) : [];

/** One labelled input with its help and error. A secret is never written into the page: a stored one is only said to be there. */
function input(view: ConsoleView, field: Field, { value, wrong, kept, why }: Shown): Html {
  const { c, locale } = view;
  const { name, secret, required, example, long, whole, explained } = field;
  const ids = `h-${name}${wrong ? ` e-${name}` : ''}`;
  const error = c(
    name === 'url'
      ? 'connection.bad_url'
      : value.trim() === ''
        ? 'connection.bad_value'
        : whole
          ? 'connection.bad_number'
          : 'connection.bad_entry',
  );
  const common = html`${required && !kept ? html` required` : ''} maxlength="${explained ? LONGER : long ? LONG : 500}" autocomplete="off" spellcheck="false" aria-describedby="${ids}"${wrong ? html` aria-invalid="true"` : ''}`;
  const shown = secret ? '' : value;
  return html`<div class="field ${explained ? 'full' : 'wide'}"><label for="${name}">${textIn(field.label, locale)}${required ? '' : html` <span class="small">(${c('connection.optional')})</span>`}</label>
${long ? html`<textarea id="${name}" name="${name}" rows="${explained ? 24 : 4}"${common}>${shown}</textarea>` : html`<input id="${name}" name="${name}" type="${secret ? 'password' : name === 'url' ? 'url' : 'text'}" value="${shown}"${common}>`}
<span class="small" id="h-${name}">${kept ? `${c('connection.kept')} ` : ''}${textIn(field.help, locale)}${example ? ` ${c('connection.example', { example })}` : ''}</span>
${wrong ? html`<span class="error" id="e-${name}">${why.length > 0 ? why.map((each) => html`${each}<br>`) : error}</span>` : ''}</div>`;
}

/** Of an ERP that gives its token to a person who signs in there: how that goes. `address`: where that person comes back to. */
export function grantPart({ c, locale }: ConsoleView, manifest: ErpManifest, address: string): Html | '' {
  const named = fieldsOf(manifest.auth).find(({ name }) => name === manifest.grant?.field);
  if (!named) return '';
  const { name: erp } = manifest;
  return html`<div class="field full"><p>${c('connection.grant', { erp, field: textIn(named.label, locale) })}</p><p>${c('connection.grant_address', { erp })}: <code>${address}</code></p></div>`;
}
/** The buttons of the form. Without a token the first thing to do is to get one. */
export function connectButtons({ c }: ConsoleView, manifest: ErpManifest, isKept: (name: string) => boolean): Html {
  const connect = c('connection.test_and_connect');
  if (!manifest.grant) return html`<button class="first">${connect}</button>`;
  const grant = c('connection.grant_button', { erp: manifest.name });
  return isKept(manifest.grant.field)
    ? html`<button class="first">${connect}</button> <button name="grant" value="yes">${grant}</button>`
    : html`<button class="first" name="grant" value="yes">${grant}</button> <button>${connect}</button>`;
}
/** Where the admin goes on by a link: a form that led to another site would be stopped by our own security policy. */
export const grantPage = ({ c }: ConsoleView, erp: string, url: string): Html =>
  html`<h1 tabindex="-1">${c('connection.grant_go', { erp })}</h1><p>${c('connection.grant_go_text')}</p>
<p class="actions"><a class="button first" href="${url}">${c('connection.grant_button', { erp })}</a></p>`;

/** Who comes back from the ERP too late, a second time, or for somebody else. */
export const expiredPage = ({ c }: ConsoleView): Html =>
  html`<h1 tabindex="-1">${c('connection.grant_expired')}</h1><p class="notice danger" role="alert">${c('connection.grant_expired_do')}</p>
<p class="actions"><a class="button" href="${PATH}">${c('connection.cancel')}</a></p>`;

/** The fields by which an ERP is reached, and how each is drawn with what was entered. `isKept`: a secret that need not be typed again. */
export function accessForm(
  view: ConsoleView,
  manifest: ErpManifest,
  { entered, wrong, isKept }: { entered: Entered; wrong: readonly string[]; isKept: (name: string) => boolean },
) {
  return {
    fields: [
      { ...manifest.address, name: 'url', required: true },
      ...fieldsOf(manifest.auth).map((each) =>
        each.name === manifest.grant?.field ? { ...each, required: false } : each,
      ),
      ...fieldsOf(manifest.settings),
    ],
    draw: (field: Field) =>
      input(view, field, {
        value: field.name === 'url' ? entered.url : (entered.values[field.name] ?? ''),
        wrong: wrong.includes(field.name),
        kept: field.secret === true && isKept(field.name),
        why: wrong.includes(field.name) ? reasons(manifest, field, entered.values[field.name] ?? '') : [],
      }),
  };
}
