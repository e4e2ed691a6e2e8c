import { html } from 'hono/html';
import type { CrmField } from '../../crm/contract/index.ts';
import type { Html } from '../view.ts';

/** The CRM's own fields, for an input with `list="crm-fields"`. Without the list a name is typed. */
export const fieldChoices = (known: readonly CrmField[] | null): Html | '' =>
  known === null
    ? ''
    : html`<datalist id="crm-fields">${known.map(({ name, label }) => html`<option value="${name}">${label}</option>`)}</datalist>`;
/** Whether the CRM has the field; true where it does not list its fields just now. */
export const hasField = (known: readonly CrmField[] | null, name: string): boolean =>
  known === null || known.some((field) => field.name === name);
