import { languageOf } from '@backroom/shared/messages/locale';
import { setupTranslator } from '@backroom/shared/messages/setup';
import { html } from 'hono/html';
import type { Logger } from '../monitoring/log.ts';
import type { CrmToInstall } from './contract/manifest.ts';
import { page, pagesApp } from './kit/pages.ts';

/** `/install`: every CRM and how it is installed, for somebody who has no account here yet. */
export function installPages(options: { installs: readonly CrmToInstall[]; origin: string; logger: Logger }) {
  const pages = pagesApp({ publicOrigin: options.origin, formTargets: [], logger: options.logger });
  pages.get('/', (context) => {
    const locale = languageOf(context.req.header('accept-language'));
    const s = setupTranslator(locale);
    const items = options.installs.map(({ name, how, path, isOn }) => {
      const link = isOn ? html`<a href="${path}">${s('setup.crm_install', { crm: name })}</a>` : s('setup.crm_off');
      return html`<li><strong>${name}</strong><br>${how[locale]}<br>${link}</li>`;
    });
    return context.html(page(s('setup.crms'), html`<p>${s('setup.crms_text')}</p><ul>${items}</ul>`, locale));
  });
  return pages;
}
