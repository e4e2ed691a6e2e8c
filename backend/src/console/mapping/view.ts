import type { mappingTranslator } from '@backroom/shared/messages/mapping';
import { html } from 'hono/html';
import type { Connection } from '../../store/connections.ts';
import type { ConnectionView } from '../connection/view.ts';
import type { Html } from '../view.ts';

export const PATH = '/desk/mapping';
export type MappingView = ConnectionView & { m: ReturnType<typeof mappingTranslator>; crm: string };
export const parts = ['fields', 'values', 'companies'] as const;
export type Part = (typeof parts)[number];
export const partPath = (part: Part, connection?: Pick<Connection, 'id'>): string =>
  `${PATH}${part === 'fields' ? '' : `/${part}`}${connection ? `?connection=${connection.id}` : ''}`;

/** The parts of the mapping, and the connections where there are several. */
export function tabs(
  { m }: MappingView,
  part: Part,
  connections: readonly Connection[],
  connection: Connection | null,
): Html {
  const several =
    connections.length > 1 && part !== 'companies'
      ? html`<nav class="tabs" aria-label="${m('connections')}">${connections.map(
          (each) =>
            html`<a href="${partPath(part, each)}"${each.id === connection?.id ? html` aria-current="page"` : ''}>${each.name}</a>`,
        )}</nav>`
      : '';
  return html`<nav class="tabs" aria-label="${m('parts')}">${parts.map(
    (each) =>
      html`<a href="${partPath(each, connection ?? undefined)}"${each === part ? html` aria-current="page"` : ''}>${m(`part.${each}`)}</a>`,
  )}</nav>${several}`;
}
