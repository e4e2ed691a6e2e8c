import { problemCodeSchema } from '@backroom/shared';
import { localeNames, locales } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import { html } from 'hono/html';
import type { TimelineSettings } from '../../store/accounts.ts';
import { timelineKinds } from '../../store/timeline-kinds.ts';
import type { Html } from '../view.ts';
import type { AutomationView } from './pages.ts';

/** Which events the timelines of records are told, and what the CRM did not take. */
export function timelineForm(
  { l, u, locale }: AutomationView,
  path: string,
  { kinds, language }: TimelineSettings,
  { untaken, stamp }: { untaken: readonly { code: string; count: number }[]; stamp: string },
): Html {
  const reason = (code: string) => makeProblem(problemCodeSchema.catch('internal').parse(code), locale, code).title;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${l('title')}</h2><p>${l('lead')}</p>
${untaken.map(({ code, count }) => html`<p class="notice warning">${l('refused', { count: String(count), reason: reason(code) })}</p>`)}
<form class="act broad" method="post" action="${path}/timeline"><input type="hidden" name="before" value="${stamp}"><div class="many">${timelineKinds.map((kind) => html`<div class="field tick"><label><input type="checkbox" name="kind" value="${kind}"${kinds.includes(kind) ? html` checked` : ''}> ${l(`kind.${kind}`)}</label></div>`)}</div>
<div class="field wide"><label for="language">${l('language')}</label><select id="language" name="language">${locales.map((each) => html`<option value="${each}" lang="${each}"${each === language ? html` selected` : ''}>${localeNames[each]}</option>`)}</select></div>
<p class="actions"><button>${u('save')}</button></p></form>
<form method="post" action="${path}/timeline/remove"><p><button class="quiet">${l('remove')}</button></p></form></section>`;
}
