import { html } from 'hono/html';
import { type Field, textIn } from '../../erp/contract/manifest.ts';
import type { Html } from '../view.ts';
import type { ConsoleView } from './view.ts';

/** A certificate, or a chain of some. */
const LONG = 20_000;
type Shown = { value: string; wrong: boolean; kept: boolean };

/** One labelled input with its help and error. A secret is never written into the page: a stored one is only said to be there. */
export function input(view: ConsoleView, field: Field, { value, wrong, kept }: Shown): Html {
  const { c, locale } = view;
  const { name, secret, required, example, long, whole } = field;
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
  const common = html`${required && !kept ? html` required` : ''} maxlength="${long ? LONG : 500}" autocomplete="off" spellcheck="false" aria-describedby="${ids}"${wrong ? html` aria-invalid="true"` : ''}`;
  const shown = secret ? '' : value;
  return html`<div class="field wide"><label for="${name}">${textIn(field.label, locale)}${required ? '' : html` <span class="small">(${c('connection.optional')})</span>`}</label>
${long ? html`<textarea id="${name}" name="${name}" rows="4"${common}>${shown}</textarea>` : html`<input id="${name}" name="${name}" type="${secret ? 'password' : name === 'url' ? 'url' : 'text'}" value="${shown}"${common}>`}
<span class="small" id="h-${name}">${kept ? `${c('connection.kept')} ` : ''}${textIn(field.help, locale)}${example ? ` ${c('connection.example', { example })}` : ''}</span>
${wrong ? html`<span class="error" id="e-${name}">${error}</span>` : ''}</div>`;
}
