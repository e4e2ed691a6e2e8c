import type { Problem } from '@backroom/shared';
import type { connectionsTranslator } from '@backroom/shared/messages/connections';
import type { consoleTranslator } from '@backroom/shared/messages/console';
import { html } from 'hono/html';
import type { Connection } from '../../store/connections.ts';
import type { PageInput } from '../layout.ts';
import { failure } from '../parts.ts';
import type { Html, View } from '../view.ts';

export type ConsoleView = View & { c: ReturnType<typeof consoleTranslator> };
export type ConnectionView = ConsoleView & { n: ReturnType<typeof connectionsTranslator> };

export const PATH = '/desk/connections';
/** Where an ERP sends an admin back to who signed in there. */
export const GRANTED = `${PATH}/granted`;
export const pathOf = ({ id }: Pick<Connection, 'id'>, rest = ''): string => `${PATH}/${id}${rest}`;
export const pageOf = ({ n }: ConnectionView, body: Html): PageInput => ({
  title: n('title'),
  place: 'connections',
  body,
});
/** The way back to the list, or to one connection. */
export const back = ({ n }: ConnectionView, to?: Connection): Html =>
  html`<p class="back"><a href="${to ? pathOf(to) : PATH}">${to ? to.name : n('title')}</a></p>`;
/** The version of the connection that a form was drawn from. */
export const seen = ({ version }: Pick<Connection, 'version'>): Html =>
  html`<input type="hidden" name="version" value="${version}">`;

/** Why a form was not taken: a problem, or another admin who was faster. */
export type Refused = { problem: Problem } | { conflict: Connection['changed'] };
export function refusal(view: ConnectionView, refused: Refused | undefined): Html | '' {
  if (!refused) return '';
  if ('problem' in refused) return failure(view, refused.problem);
  const { conflict } = refused;
  const words = conflict
    ? view.n('conflict', { by: conflict.by, at: view.format.instant(conflict.at.toISOString()) })
    : view.n('conflict_gone');
  return html`<div class="notice warning" role="alert" id="failure" tabindex="-1"><p>${words}</p></div>`;
}
