import { html } from 'hono/html';
import type { Hold } from '../../store/holds.ts';
import { tag } from '../parts.ts';
import type { Html, View } from '../view.ts';

const nameOf = ({ d, t }: View, { kind, code }: Hold): string =>
  `${kind === 'customer' ? d('held.customer') : t(`order.block.${kind}`)}${code ? ` (${code})` : ''}`;
/** Whose task it is, each once. */
const tasksOf = ({ d }: View, holds: readonly Hold[]): string[] => [
  ...new Set(holds.map(({ kind }) => d(`held.task.${kind}`))),
];

/** In a row of the list: what holds the order in the ERP, and whose task it is. */
export const heldIn = (view: View, holds: readonly Hold[]): Html | '' =>
  holds.length === 0
    ? ''
    : html`${tag({ text: view.t('order.held'), tone: 'warning' })}
<span class="small">${view.format.list(holds.map((hold) => nameOf(view, hold)))}. ${tasksOf(view, holds).join(' ')}</span>`;

/** On the page of the order. */
export const holdsNotice = (view: View, holds: readonly Hold[]): Html | '' =>
  holds.length === 0
    ? ''
    : html`<div class="notice warning" id="held"><p><strong>${view.t('order.held')}</strong></p>
<ul>${holds.map((hold) => html`<li>${nameOf(view, hold)}. ${view.d(`held.task.${hold.kind}`)}</li>`)}</ul></div>`;
